// Matching one run of text: which of a query's terms it holds, and how well.

import { foundAt, NO_UNIT, type Run } from '../index/runs.ts';
import { CHAIN_MASK, type Pattern } from '../query/pattern-table.ts';
import type { Query } from '../query/query.ts';

/** For each term (by number) how well one run of text holds it: 0, or up to 1 for the term itself. */
export type Presence = Float32Array;

/** Visits every find of a query's patterns in a run, in order. */
export function visitFinds(
  { patterns }: Query,
  { units, start, end }: Run,
  visit: (pattern: Pattern) => void,
): void {
  const { all, heads, nexts } = patterns;
  for (let at = start; at < end; at += 1) {
    const unit = units[at] ?? NO_UNIT;
    for (let link = heads[unit & CHAIN_MASK] ?? 0; link > 0; link = nexts[link - 1] ?? 0) {
      const pattern = all[link - 1];
      if (pattern?.units[0] === unit && foundAt(units, at, pattern.units)) visit(pattern);
    }
  }
}

export function matchRun(query: Query, run: Run): Presence {
  const presence = new Float32Array(query.terms.length);
  visitFinds(query, run, ({ term, weight }) => {
    if (weight > (presence[term] ?? 0)) presence[term] = weight;
  });
  return presence;
}

export function holdsPattern({ units, start, end }: Run, pattern: readonly number[]): boolean {
  for (let at = start; at < end; at += 1)
    if (units[at] === pattern[0] && foundAt(units, at, pattern)) return true;
  return false;
}
