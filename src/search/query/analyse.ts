// Analysis: a member's question becomes a query. Question words are set aside, the rest becomes weighted terms.

import { asksForList, asksForWork, expectedAnswer } from '../../language/expected-answer.ts';
import { fold } from '../../language/fold.ts';
import { BREAK, isIdeograph } from '../../language/tokenise.ts';
import { translateWords } from '../bilingual/translate.ts';
import { translateChinese } from '../bilingual/translate-chinese.ts';
import type { SearchIndex } from '../index/index.ts';
import { NO_UNIT } from '../index/runs.ts';
import { addConcept, type Growing } from './concept-terms.ts';
import { type FoundConcept, lexiconConcepts, merged, nearConcepts } from './concepts.ts';
import { patternTable } from './pattern-table.ts';
import { FAR, isSingle, type Query, type QueryTerm } from './query.ts';
import { literalTerms } from './query-terms.ts';
import { type ReadToken, readQuestion } from './read-question.ts';
import { synonymTerms } from './synonym-terms.ts';

/** Longest question that is read, in UTF-16 code units: Discord's longest option value; a message is shorter. */
export const LONGEST_QUESTION = 6000;
/** Longest question that is translated word by word, in tokens: translation is for questions, not for essays. */
const LONGEST_TRANSLATED = 120;

function brief(tokens: readonly ReadToken[]): readonly ReadToken[] {
  return tokens.slice(0, LONGEST_TRANSLATED);
}

/** The tokens that concepts were found at, by their place in the question. */
function placesIn(concepts: readonly FoundConcept[]): ReadonlySet<number> {
  return new Set(concepts.flatMap(({ places }) => places));
}

/** All concepts of a question. The lexicon's come first: the words they cover are not looked up elsewhere. */
function withOtherConcepts(
  index: SearchIndex,
  tokens: readonly ReadToken[],
  fromLexicon: readonly FoundConcept[],
): readonly FoundConcept[] {
  const covered = new Set(fromLexicon.flatMap(({ covers }) => [...covers]));
  const others = new Map<string, FoundConcept>();
  for (const concept of [
    ...nearConcepts(index, brief(tokens)),
    ...translateWords(index, brief(tokens)),
    ...translateChinese(index, brief(tokens)),
  ]) {
    if ([...concept.covers].every((text) => covered.has(text))) continue;
    const known = others.get(concept.text);
    if (known === undefined) others.set(concept.text, concept);
    else
      others.set(concept.text, {
        ...known,
        alternatives: merged([known.alternatives, concept.alternatives]),
      });
  }
  return [...fromLexicon, ...others.values()];
}

/** A question word or light word inside a phrase of the lexicon is part of what the phrase says. */
function keepConcepts(tokens: readonly ReadToken[], concepts: readonly FoundConcept[]): readonly ReadToken[] {
  const kept = placesIn(concepts);
  return tokens.map((token, at) => (kept.has(at) ? { ...token, dropped: false, isLight: false } : token));
}

function isMostlyChinese(tokens: readonly ReadToken[]): boolean {
  const terms = tokens.filter(({ term }) => term !== BREAK);
  return terms.filter(({ term }) => isIdeograph(term)).length * 2 > terms.length;
}

function sumOf(terms: readonly QueryTerm[], worth: (term: QueryTerm) => number): number {
  return terms.reduce((sum, term) => sum + worth(term), 0);
}

/** By number. */
function weightsOf(terms: readonly QueryTerm[], worth: (term: QueryTerm) => number): Float32Array {
  const weights = new Float32Array(terms.length);
  terms.forEach((term, at) => {
    weights[at] = worth(term);
  });
  return weights;
}

/** What a find is worth: nothing for a question word. */
function topicWeight({ weight, share, titleOnly }: QueryTerm): number {
  return titleOnly ? 0 : weight * share;
}

function singleWeight(term: QueryTerm): number {
  return isSingle(term) ? term.weight : 0;
}

/** The terms that stand in the question, with their patterns, and all concepts. */
function growQuery(
  index: SearchIndex,
  tokens: readonly ReadToken[],
  fromLexicon: readonly FoundConcept[],
): Growing {
  const growing: Growing = { numbers: new Map(), terms: [], concepts: [], patterns: [] };
  literalTerms(index, tokens).forEach(({ units, term }, number) => {
    growing.terms.push(term);
    if (!term.titleOnly) growing.numbers.set(term.text, [number]);
    if (units.every((unit) => unit > NO_UNIT)) growing.patterns.push({ units, term: number, weight: 1 });
  });
  for (const found of withOtherConcepts(index, tokens, fromLexicon)) addConcept(index, growing, found);
  return growing;
}

/** What the finds of each term are worth, and what all of them are together. */
function weightsIn({ terms, concepts }: Growing, lightTerms: ReadonlySet<string>) {
  const covered = new Set(concepts.flatMap(({ covers }) => covers));
  const uncovered = terms.filter((_, at) => !covered.has(at));
  const lightWeight = (term: QueryTerm) =>
    !term.titleOnly && lightTerms.has(term.text) ? singleWeight(term) : 0;
  return {
    topicWeights: weightsOf(terms, topicWeight),
    askingWeights: weightsOf(terms, ({ titleOnly, weight }) => (titleOnly ? weight : 0)),
    singleWeights: weightsOf(terms, singleWeight),
    lightWeights: weightsOf(terms, lightWeight),
    weight: sumOf(uncovered, topicWeight),
    titleWeight: sumOf(terms, singleWeight),
  };
}

/** Reads a question; the work grows with its length and stops at 6,000 characters. */
export function analyse(question: string, index: SearchIndex): Query {
  const text = fold(question.slice(0, LONGEST_QUESTION));
  const read = readQuestion(text, {
    vocabulary: index.vocabulary,
    dropsLight: index.sentenceFrequency !== undefined,
  });
  const fromLexicon = lexiconConcepts(index, read);
  const tokens = keepConcepts(read, fromLexicon);
  const growing = growQuery(index, tokens, fromLexicon);
  const lightTerms = new Set(tokens.flatMap(({ term, isLight }) => (isLight ? [term] : [])));
  return {
    ...{ index, text, tokens, lightTerms },
    terms: growing.terms,
    concepts: growing.concepts,
    patterns: patternTable(growing.patterns),
    synonyms: synonymTerms(index, brief(tokens), placesIn(fromLexicon)),
    ...weightsIn(growing, lightTerms),
    droppedWords: tokens.filter(({ dropped }) => dropped).map(({ word }) => word),
    expected: expectedAnswer(text),
    asksNothing: tokens.every(({ distance }) => distance === FAR),
    asksForWork: asksForWork(text),
    asksForList: asksForList(text),
    script: isMostlyChinese(tokens) ? 'chinese' : 'latin',
  };
}
