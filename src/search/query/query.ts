// The analysed form of a question: weighted terms, the patterns that find them, and what kind of answer is asked for.
import type { Kind } from '../../language/kinds.ts';
import type { Token } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import { NO_UNIT } from '../index/runs.ts';

export type TermKind = 'ideograph' | 'word' | 'ideographPair' | 'wordPair' | 'concept';

export interface QueryTerm {
  /** As a person reads it: one folded term, or two side by side, or the phrase that named a concept. */
  readonly text: string;
  readonly kind: TermKind;
  /** Kind factor times inverse document frequency. */
  readonly weight: number;
  /** How much of it counts, 0..1: less where the question's words show that it says little by itself. */
  readonly share: number;
  /** A question word: compared with titles, never with answers. */
  readonly titleOnly: boolean;
  /** Terms between this one and the nearest question word: the nearer, the closer to what is asked for. */
  readonly distance: number;
}

/** How a concept came to its other phrases: by the editor, by the dictionary, or by a word spelled nearly the same. */
export type ConceptSource = 'lexicon' | 'dictionary' | 'near';

/** A concept stands for the literal terms of the phrase that named it: the better of the two counts, never both. */
export interface ConceptTerm {
  readonly term: number;
  readonly covers: readonly number[];
  readonly source: ConceptSource;
}

/** A run of units, and the rarest term within it: -1 where no passage holds it. */
export interface Phrase {
  readonly units: readonly number[];
  readonly term: number;
}

export interface Synonym extends Phrase {
  /** How surely it means the same (0..1) times the inverse document frequency of the word or its own, whichever is less. */
  readonly worth: number;
}

/** A word of the question that another word of the collection may mean. */
export interface SynonymTerm {
  readonly text: string;
  /** An English word has too many meanings: its synonyms count in titles only. */
  readonly titleOnly: boolean;
  readonly itself: Phrase;
  /** The worthiest first. */
  readonly synonyms: readonly Synonym[];
}

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

export interface Query {
  /** Where it looks: its units and weights mean something there only. */
  readonly index: SearchIndex;
  /** The folded question, and its tokens in order. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly terms: readonly QueryTerm[];
  /** What a find of each term is worth, its weight times its share, by number; 0 for question words. */
  readonly topicWeights: Float32Array;
  /** The terms' weights by number; 0 for all but question words. */
  readonly askingWeights: Float32Array;
  /** The terms' weights by number; 0 for pairs and concepts. */
  readonly singleWeights: Float32Array;
  /** The weights of the single topic terms that carry the question without saying what it is about; else 0. */
  readonly lightWeights: Float32Array;
  readonly concepts: readonly ConceptTerm[];
  readonly patterns: PatternTable;
  /** The words that another word of the collection may say. */
  readonly synonyms: readonly SynonymTerm[];
  /** Sum of the weights of all terms that are not question words, a concept counted in place of what it covers. */
  readonly weight: number;
  /** Sum of the weights of all terms of one unit, question words included: what a title is compared with. */
  readonly titleWeight: number;
  /** Terms that carry the question without saying what it is about, unless the lexicon names them. */
  readonly lightTerms: ReadonlySet<string>;
  readonly droppedWords: readonly string[];
  /** The kind of answer asked for. */
  readonly expected: Kind;
  /** Whether it has no question word: keywords, or a statement. */
  readonly asksNothing: boolean;
  /** Whether it is about a book, film, song or the like. */
  readonly asksForWork: boolean;
  /** Whether all items of a list are wanted, whatever kind of thing they are. */
  readonly asksForList: boolean;
  readonly script: 'chinese' | 'latin';
}

/** Whether a term is one unit, question words included. */
export function isSingle(term: QueryTerm): boolean {
  return term.kind === 'ideograph' || term.kind === 'word';
}

/** The name of the kind factor among the weights; a concept counts as a word. */
export function factorOf(kind: TermKind): Exclude<TermKind, 'concept'> {
  return kind === 'concept' ? 'word' : kind;
}

/** What a find of a term is worth, be it a topic word or a question word. */
export function weightOf({ topicWeights, askingWeights }: Query, term: number): number {
  return (topicWeights[term] ?? 0) + (askingWeights[term] ?? 0);
}

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
