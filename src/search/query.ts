// The analysed form of a question: weighted terms, the patterns that find them, and what kind of answer is asked for.

export type TermKind = 'ideograph' | 'word' | 'ideographPair' | 'wordPair' | 'concept';

export interface QueryTerm {
  /** As a person reads it: one folded term, or two side by side, or the phrase that named a concept. */
  readonly text: string;
  readonly kind: TermKind;
  /** Kind factor times inverse document frequency. */
  readonly weight: number;
  /** A question word: compared with titles, never with answers. */
  readonly titleOnly: boolean;
}

/** A concept stands for the literal terms of the phrase that named it: the better of the two counts, never both. */
export interface ConceptTerm {
  readonly term: number;
  readonly covers: readonly number[];
  readonly source: 'lexicon' | 'dictionary';
}

/** A run of units that counts as a find of one term; `weight` (0..1) says how good a find it is. */
export interface Pattern {
  readonly units: readonly number[];
  readonly term: number;
  readonly weight: number;
}

/** What the question word asks for. */
export type Expected =
  | 'number'
  | 'date'
  | 'person'
  | 'place'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'list'
  | 'anything';

export interface Query {
  readonly terms: readonly QueryTerm[];
  readonly concepts: readonly ConceptTerm[];
  /** Patterns by their first unit. */
  readonly patterns: ReadonlyMap<number, readonly Pattern[]>;
  /** 1 for each unit that some pattern begins with: the quick way to pass over all others. */
  readonly opens: Uint8Array;
  /** A presence (see match.ts) of nothing. */
  readonly nothing: Float32Array;
  /** Sum of the weights of all terms that are not question words, a concept counted in place of what it covers. */
  readonly weight: number;
  /** Terms of one unit, question words included: what a title is compared with. */
  readonly titleWeight: number;
  readonly droppedWords: readonly string[];
  readonly expected: Expected;
  readonly script: 'chinese' | 'latin';
}
