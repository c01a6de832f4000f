// The analysed form of a question: weighted terms, the patterns that find them, and what kind of answer is asked for.

import type { Expected } from '../../language/expected-answer.ts';
import type { Token } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import type { PatternTable } from './pattern-table.ts';

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

/** The distance of every term where no question word stands. */
export const FAR = 99;

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
  readonly expected: Expected;
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
