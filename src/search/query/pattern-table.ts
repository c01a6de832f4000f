// The patterns of a query, to be met by the first unit of each: a text is read once for all of them.

import { NO_UNIT } from '../index/runs.ts';

/** A run of units that counts as a find of one term; `weight` (0..1) says how good a find it is. */
export interface Pattern {
  readonly units: readonly number[];
  readonly term: number;
  readonly weight: number;
}

/** Patterns in chains, one for each value of the lowest bits of their first units: most units of a text meet none. */
export interface PatternTable {
  readonly all: readonly Pattern[];
  /** For each chain the number of its first pattern, and for each pattern that of the next; both plus one, 0 for none. */
  readonly heads: Int32Array;
  readonly nexts: Int32Array;
}

/** The bits that number the chains. */
export const CHAIN_MASK = 2047;

/** From the last pattern to the first, so that each chain keeps their order. */
export function patternTable(patterns: readonly Pattern[]): PatternTable {
  const heads = new Int32Array(CHAIN_MASK + 1);
  const nexts = new Int32Array(patterns.length);
  for (let number = patterns.length - 1; number >= 0; number -= 1) {
    const chain = (patterns[number]?.units[0] ?? NO_UNIT) & CHAIN_MASK;
    nexts[number] = heads[chain] ?? 0;
    heads[chain] = number + 1;
  }
  return { all: patterns, heads, nexts };
}
