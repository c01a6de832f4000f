// What the benchmark reads and measures with; the main hands in the real ones.

import type { Dictionary } from '../../src/dictionary/dictionary.ts';
import type { Knowledge } from '../../src/knowledge/collection.ts';
import type { RequirePackage } from './engine.ts';

export interface Sources {
  readonly read: (path: string) => Promise<string>;
  readonly loadKnowledge: (folder: string) => Promise<Knowledge>;
  readonly loadDictionary: () => Promise<Dictionary>;
  /** Finds the packages of the peers. */
  readonly requirePeer: RequirePackage;
}

export interface Instruments {
  /** Milliseconds from any fixed moment, in fractions. */
  readonly now: () => number;
  /** Bytes held by this process, after a collection of garbage. */
  readonly memory: () => { readonly resident: number; readonly live: number };
}
