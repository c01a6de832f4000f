// Analysis: a member's question becomes a query. Question words are set aside; its single terms, its pairs of neighbours and
// its concepts become weighted terms.
import { fold } from '../../language/fold.ts';
import { asksForList, asksForWork, type Kind, kindAsked } from '../../language/kinds.ts';
import { FAR, type ReadToken, readQuestion } from '../../language/question-words.ts';
import { BREAK, isIdeograph } from '../../language/tokenise.ts';
import { inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { termOf } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';
import { numbersAsHeld } from './as-held.ts';
import {
  addConcept,
  type FoundConcept,
  type Growing,
  lexiconConcepts,
  merged,
  nearConcepts,
  phraseText,
  type QueryToken,
  queryTokens,
} from './concepts.ts';
import { type WordBorders, wordBorders } from './look-up.ts';
import { synonymTerms } from './other-words.ts';
import { isSingle, patternTable, type Query, type QueryTerm, type TermKind } from './query.ts';
import { capitalConcepts, translateChinese, translateWords } from './translate.ts';

/** Most distinct terms of one query; of a longer question the weightiest stay. */
const MOST_TERMS = 192;

interface LiteralTerm {
  readonly term: QueryTerm;
  readonly units: readonly number[];
}

function kindOf(tokens: readonly QueryToken[]): Exclude<TermKind, 'concept'> {
  const isChinese = tokens.every(({ term }) => isIdeograph(term));
  if (tokens.length === 1) return isChinese ? 'ideograph' : 'word';
  return isChinese ? 'ideographPair' : 'wordPair';
}

/** What a term's place in the question says of it. */
type Standing = Pick<QueryTerm, 'share' | 'titleOnly' | 'distance'>;

function standingOf(tokens: readonly QueryToken[], share: number): Standing {
  const [first, second = first] = tokens;
  const distance = Math.min(first?.distance ?? FAR, second?.distance ?? FAR);
  return { share, distance, titleOnly: first?.dropped === true || second?.dropped === true };
}

function literalTerm(
  index: SearchIndex,
  tokens: readonly QueryToken[],
  named: Standing & { readonly text: string },
): LiteralTerm {
  const units = tokens.map(({ unit }) => unit);
  const kind = kindOf(tokens);
  const term = termOf(index.postings, units[0] ?? NO_UNIT, units[1] ?? NO_UNIT);
  const weight = index.weights[kind] * inverseFrequencyOfTerm(index, term);
  return { units, term: { ...named, kind, weight } };
}

/**
 * A term that stands twice in the question counts where it stands nearer, and where it says more; met both as a question word
 * and as a topic word, it is a topic word.
 */
function metAgain(known: LiteralTerm, again: Standing): LiteralTerm {
  const { share, distance, titleOnly } = known.term;
  if (again.titleOnly && !titleOnly) return known;
  if (titleOnly && !again.titleOnly) return { ...known, term: { ...known.term, ...again } };
  if (again.distance >= distance && again.share <= share) return known;
  const best = { distance: Math.min(distance, again.distance), share: Math.max(share, again.share) };
  return { ...known, term: { ...known.term, ...best } };
}

/** Each term once by its text. */
function literalTerms(
  index: SearchIndex,
  tokens: readonly QueryToken[],
  { within, across }: WordBorders,
): readonly LiteralTerm[] {
  const byText = new Map<string, LiteralTerm>();
  const add = (phrase: readonly QueryToken[], share: number) => {
    const text = phraseText(phrase);
    const standing = standingOf(phrase, share);
    const known = byText.get(text);
    const own = known ? metAgain(known, standing) : literalTerm(index, phrase, { text, ...standing });
    if (own !== known) byText.set(text, own);
  };
  const { withinWord, acrossWords } = index.weights;
  tokens.forEach((token, at) => {
    if (token.term === BREAK) return;
    add([token], within[at] === 1 ? withinWord : 1);
    const previous = tokens[at - 1];
    if (previous !== undefined && previous.term !== BREAK)
      add([previous, token], across[at] === 1 ? acrossWords : 1);
  });
  const all = [...byText.values()];
  if (all.length <= MOST_TERMS) return all;
  return all.sort((a, b) => b.term.weight - a.term.weight).slice(0, MOST_TERMS);
}

/** Longest question that is read, in UTF-16 code units: Discord's longest option value; a message is shorter. */
export const LONGEST_QUESTION = 6000;
/** Longest question that is translated word by word, in tokens: translation is for questions, not for essays. */
const LONGEST_TRANSLATED = 120;

/** All concepts of a question. The lexicon's come first: the words they cover are not looked up elsewhere. */
function withOtherConcepts(
  index: SearchIndex,
  tokens: readonly QueryToken[],
  fromLexicon: readonly FoundConcept[],
): readonly FoundConcept[] {
  const covered = new Set(fromLexicon.flatMap(({ covers }) => [...covers]));
  const others = new Map<string, FoundConcept>();
  for (const concept of [
    ...nearConcepts(index, tokens),
    ...capitalConcepts(index, tokens),
    ...translateWords(index, tokens),
    ...translateChinese(index, tokens),
  ]) {
    if ([...concept.covers].every((text) => covered.has(text))) continue;
    const known = others.get(concept.text);
    const alternatives = known ? merged([known.alternatives, concept.alternatives]) : concept.alternatives;
    others.set(concept.text, { ...(known ?? concept), alternatives });
  }
  return [...fromLexicon, ...others.values()];
}

function isMostlyChinese(tokens: readonly QueryToken[]): boolean {
  const terms = tokens.filter(({ term }) => term !== BREAK);
  return terms.filter(({ term }) => isIdeograph(term)).length * 2 > terms.length;
}

function totalOf(terms: readonly QueryTerm[], worth: (term: QueryTerm) => number): number {
  return terms.reduce((sum, term) => sum + worth(term), 0);
}

/** What a find is worth: nothing for a question word. */
function topicWeight({ weight, share, titleOnly }: QueryTerm): number {
  return titleOnly ? 0 : weight * share;
}

/** The terms that stand in the question, with their patterns, and all concepts. */
function growQuery(
  index: SearchIndex,
  tokens: readonly QueryToken[],
  { borders, fromLexicon }: { readonly borders: WordBorders; readonly fromLexicon: readonly FoundConcept[] },
): Growing {
  const growing: Growing = { numbers: new Map(), terms: [], concepts: [], patterns: [] };
  literalTerms(index, tokens, borders).forEach(({ units, term }, number) => {
    growing.terms.push(term);
    if (!term.titleOnly) growing.numbers.set(term.text, [number]);
    if (units.every((unit) => unit > NO_UNIT)) growing.patterns.push({ units, term: number, weight: 1 });
  });
  const brief = tokens.slice(0, LONGEST_TRANSLATED);
  for (const found of withOtherConcepts(index, brief, fromLexicon)) addConcept(index, growing, found);
  return growing;
}

/** What the finds of each term are worth, and what all of them are together. */
function weightsIn(index: SearchIndex, { terms, concepts }: Growing, lightTerms: ReadonlySet<string>) {
  const asking = index.askingShare;
  const singleWeight = (term: QueryTerm) =>
    isSingle(term) ? (term.titleOnly ? asking : 1) * term.weight : 0;
  const covered = new Set(concepts.flatMap(({ covers }) => covers));
  const uncovered = terms.filter((_, at) => !covered.has(at));
  const lightWeight = (term: QueryTerm) =>
    !term.titleOnly && lightTerms.has(term.text) ? singleWeight(term) : 0;
  return {
    topicWeights: Float32Array.from(terms, topicWeight),
    askingWeights: Float32Array.from(terms, ({ titleOnly, weight }) => (titleOnly ? asking * weight : 0)),
    singleWeights: Float32Array.from(terms, singleWeight),
    lightWeights: Float32Array.from(terms, lightWeight),
    weight: totalOf(uncovered, topicWeight),
    titleWeight: totalOf(terms, singleWeight),
  };
}

/** What a question says by itself, whatever index it is put to. */
export interface Words {
  readonly text: string;
  readonly tokens: readonly ReadToken[];
  readonly expected: Kind;
  readonly asksForWork: boolean;
  readonly asksForList: boolean;
}

/** Reads a question once for all that it is put to; the work grows with its length and stops at 6,000 characters. */
export function wordsOf(question: string): Words {
  const text = fold(question.slice(0, LONGEST_QUESTION));
  return {
    ...{ text, tokens: readQuestion(text), expected: kindAsked(text) },
    ...{ asksForWork: asksForWork(text), asksForList: asksForList(text) },
  };
}

export function analyse(question: string | Words, index: SearchIndex): Query {
  const typed = typeof question === 'string' ? wordsOf(question) : question;
  const held = numbersAsHeld(index, typed);
  const { text, tokens: words, ...asked } = held === typed.text ? typed : wordsOf(held);
  const read = queryTokens(index, words);
  const fromLexicon = lexiconConcepts(index, read);
  const inLexicon = new Set(fromLexicon.flatMap(({ places }) => places));
  // A question word or light word inside a phrase of the lexicon is part of what the phrase says.
  const tokens = read.map((token, at) =>
    inLexicon.has(at) && (token.dropped || token.isLight)
      ? { ...token, dropped: false, isLight: false }
      : token,
  );
  const growing = growQuery(index, tokens, { borders: wordBorders(index.dictionary, words), fromLexicon });
  const lightTerms = new Set(tokens.flatMap(({ term, isLight }) => (isLight ? [term] : [])));
  return {
    ...{ index, text, tokens, lightTerms, ...asked },
    terms: growing.terms,
    concepts: growing.concepts,
    patterns: patternTable(growing.patterns),
    synonyms: synonymTerms(index, tokens.slice(0, LONGEST_TRANSLATED), inLexicon),
    ...weightsIn(index, growing, lightTerms),
    droppedWords: tokens.filter(({ dropped }) => dropped).map(({ word }) => word),
    asksNothing: tokens.every(({ distance }) => distance === FAR),
    script: isMostlyChinese(tokens) ? 'chinese' : 'latin',
  };
}
