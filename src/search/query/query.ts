// The analysed form of a question: weighted terms, the patterns that find them, and what kind of answer is asked for; and how
// much of the question the collection knows: the share of its words, and the names and numbers that nothing there says.
import type { Noted } from '../../dictionary/dictionary.ts';
import { zeros } from '../../dictionary/numbers.ts';
import { fold, languageOf } from '../../language/fold.ts';
import type { Asking } from '../../language/kinds.ts';
import type { ReadToken } from '../../language/question-words.ts';
import { BREAK, tokenise } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import { documentFrequency, termOf } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';

export type TermKind = 'ideograph' | 'word' | 'ideographPair' | 'wordPair' | 'concept';

/** Tokens of a question side by side: from the start up to (not including) the end. */
export interface Mention {
  readonly start: number;
  readonly end: number;
}

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
  /** Everywhere that it stands. */
  readonly mentions: readonly Mention[];
}

/** How a concept came to its phrases: by the editor, as a number that is met whole, by a family of words, or the dictionary. */
export type ConceptSource = 'lexicon' | 'number' | 'family' | 'dictionary';

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

/** What a question says by itself, whatever index it is put to. */
export interface Words extends Noted {
  /** Folded, and its tokens in order. */
  readonly text: string;
  readonly tokens: readonly ReadToken[];
  readonly asking: Asking;
  /** Whether it has no question word: keywords, or a statement. */
  readonly asksNothing: boolean;
  /** Whether all items of a list are wanted, whatever kind of thing they are. */
  readonly asksForList: boolean;
  /** The same with numbers or slips written as interviews write them, by their texts. */
  readonly rewritten: Map<string, Words>;
}

export interface QueryToken extends ReadToken {
  /** 0 for a break, -1 for a term that neither a passage nor a wording holds. */
  readonly unit: number;
  /** A question word, or a word that carries no topic. */
  readonly dropped: boolean;
}

export interface Query {
  /** Where it looks: its units and weights mean something there only. */
  readonly index: SearchIndex;
  /** What it was made of, shared by the queries of all interviews: what is made of it alone is made once. */
  readonly words: Words;
  readonly tokens: readonly QueryToken[];
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

/** What a term weighs: pairs say what single characters only hint at. */
const SIZE: Readonly<Record<TermKind, number>> = {
  word: 2,
  ideographPair: 1.5,
  ideograph: 0.5,
  wordPair: 0,
  concept: 0,
};
/** What a term counts (0..1) that only the lexicon, a family or the dictionary finds. */
const FOUND_BY = { lexicon: 1, number: 1, family: 1, dictionary: 0.5 } as const;

/** Share (0..1) of the question's words that some passage says; 0 where it has no words of its own. */
export function knownShare({ index, terms, patterns, concepts, lightTerms }: Query): number {
  const known = zeros(terms.length);
  for (const { units, term } of patterns.all) {
    const [first = NO_UNIT, second = NO_UNIT] = units;
    if (documentFrequency(index.postings, termOf(index.postings, first, second)) > 0) known[term] = 1;
  }
  for (const { covers, source } of concepts)
    for (const term of covers) known[term] = Math.max(known[term] ?? 0, FOUND_BY[source]);
  let [whole, part] = [0, 0];
  terms.forEach(({ kind, text, titleOnly }, at) => {
    if (titleOnly || lightTerms.has(text)) return;
    whole += SIZE[kind];
    part += SIZE[kind] * (known[at] ?? 0);
  });
  return whole > 0 ? part / whole : 0;
}

/** A Latin word among Chinese ones is a name; among Latin ones only a capital in the midst of the sentence makes it one. */
const NAME_IN_CHINESE = /[A-Za-z][\p{Script=Latin}\d]+/gu;
/** A work is known by its marks; most of its pairs of neighbours are said where it is, whatever one slip makes of it. */
const TITLE = /(?<=[《〈])[^《》〈〉]+(?=[》〉])/gu;
const NAME_IN_LATIN = /(?<=[^.!?\s]\s+(?:["“‘'(]\s*)?)\p{Lu}[\p{Script=Latin}\d]+/gu;
/** Two digits at least: small numbers count things. */
const NUMBER = /(?<![\d.])\d{2,}(?![\d.])/gu;

/** Whether a passage says a term, or two side by side: what members asked is nothing that the interview tells. */
export function isSaid({ vocabulary, postings }: SearchIndex, terms: readonly string[]): boolean {
  const units = terms.map((term) => vocabulary.get(term));
  const [first = NO_UNIT, second = NO_UNIT] = units;
  return !units.includes(undefined) && termOf(postings, first, second) >= 0;
}

/** Folded, in order; `question` as the member typed it, since capitals tell names. */
export function unknownNames(
  question: string,
  { index, words: { text }, tokens: asked }: Query,
): readonly string[] {
  const isDropped = (word: string) => asked.some((token) => token.dropped && token.word === word);
  const names = question.match(languageOf(question) === 'zh' ? NAME_IN_CHINESE : NAME_IN_LATIN) ?? [];
  const numbers = question.match(NUMBER) ?? [];
  const unsaid = [...names, ...numbers].map(fold).filter((name) => {
    // What was read as the collection writes it is said there.
    if (!text.includes(name)) return false;
    const tokens = tokenise(name).filter(({ term }) => term !== BREAK);
    return tokens.every(({ term, word }) => !isSaid(index, [term]) && !isDropped(word));
  });
  const titles = (question.match(TITLE) ?? []).map(fold).filter((title) => {
    const terms = tokenise(title).map(({ term }) => term);
    const pairs = terms.slice(1).map((term, at) => [terms[at] ?? BREAK, term]);
    return 2 * pairs.filter((pair) => isSaid(index, pair)).length < pairs.length;
  });
  return [...unsaid, ...titles];
}
