// Analysis: a member's question becomes a query. Question words are set aside, the rest becomes weighted terms.

import { translateWords } from '../bilingual/translate.ts';
import { translateChinese } from '../bilingual/translate-chinese.ts';
import { inverseFrequency, inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import type { Alternative } from '../index/lexicon.ts';
import { rarestTerm } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';
import { fold } from '../text/fold.ts';
import { BREAK, isIdeograph } from '../text/tokenise.ts';
import { asksForList, asksForWork, expectedAnswer } from '../words/expected-answer.ts';
import { type FoundConcept, lexiconConcepts, merged, nearConcepts } from './concepts.ts';
import {
  CHAIN_MASK,
  type ConceptTerm,
  FAR,
  factorOf,
  isSingle,
  type Pattern,
  type PatternTable,
  type Query,
  type QueryTerm,
} from './query.ts';
import { literalTerms } from './query-terms.ts';
import { type ReadToken, readQuestion } from './read-question.ts';

/** Longest question that is read, in UTF-16 code units: longer than anything Discord lets a member send. */
const LONGEST_QUESTION = 6000;
/** Longest question that is translated word by word, in tokens: translation is for questions, not for essays. */
const LONGEST_TRANSLATED = 120;

interface Growing {
  /** The numbers of the topic terms by their text: a literal term, and concepts that it names. */
  readonly numbers: Map<string, readonly number[]>;
  readonly terms: QueryTerm[];
  readonly concepts: ConceptTerm[];
  readonly patterns: Pattern[];
}

/** All concepts of a question. The lexicon's come first: the words they cover are not looked up elsewhere. */
function withOtherConcepts(
  index: SearchIndex,
  tokens: readonly ReadToken[],
  fromLexicon: readonly FoundConcept[],
): readonly FoundConcept[] {
  const covered = new Set(fromLexicon.flatMap(({ covers }) => [...covers]));
  const brief = tokens.slice(0, LONGEST_TRANSLATED);
  const others = new Map<string, FoundConcept>();
  for (const concept of [
    ...nearConcepts(index, brief),
    ...translateWords(index, brief),
    ...translateChinese(index, brief),
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

/** How many passages hold one of a concept's phrases, each counted by how good a find it is. */
function passagesWith(index: SearchIndex, { alternatives }: FoundConcept): number {
  const { starts, passages } = index.postings;
  const best = new Float64Array(index.passages.length);
  let sum = 0;
  for (const { units, weight } of alternatives) {
    const term = rarestTerm(index.postings, units);
    if (term < 0) continue;
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
      const passage = passages[at] ?? 0;
      const known = best[passage] ?? 0;
      if (weight <= known) continue;
      best[passage] = weight;
      sum += weight - known;
    }
  }
  return sum;
}

function frequencyOf(index: SearchIndex, found: FoundConcept): number {
  const counts = index.sentenceFrequency?.concepts;
  if (counts === undefined || found.groups.length === 0) return passagesWith(index, found);
  return found.groups.reduce((sum, group) => sum + (counts[group] ?? 0), 0);
}

/** A question word or light word inside a phrase of the lexicon is part of what the phrase says. */
function keepConcepts(tokens: readonly ReadToken[], concepts: readonly FoundConcept[]): readonly ReadToken[] {
  const kept = new Set(concepts.flatMap(({ places }) => places));
  return tokens.map((token, at) => (kept.has(at) ? { ...token, dropped: false, isLight: false } : token));
}

/**
 * Adds a concept. It is as rare as its whole group. The editor's phrases count alike; of others each counts by its
 * sureness times the mean of the group's rarity and its own, as a translation that half the collection holds says little.
 */
function addConcept(index: SearchIndex, growing: Growing, found: FoundConcept): void {
  const covers = [...found.covers].flatMap((text) => growing.numbers.get(text) ?? []).sort((a, b) => a - b);
  const group = inverseFrequency(index, frequencyOf(index, found));
  const worths = found.source === 'lexicon' ? undefined : worthsOf(index, found.alternatives, group);
  const most = worths?.reduce((a, b) => Math.max(a, b), 0) ?? group;
  const covered = covers.flatMap((at) => growing.terms[at] ?? []);
  const factor = covered.reduce((sum, { kind }) => sum + index.weights[factorOf(kind)], 0);
  const term = growing.terms.length;
  growing.terms.push({
    text: found.text,
    kind: 'concept',
    weight: (factor || index.weights.word) * most,
    titleOnly: false,
    distance: covered.reduce((least, { distance }) => Math.min(least, distance), FAR),
  });
  growing.numbers.set(found.text, [...(growing.numbers.get(found.text) ?? []), term]);
  growing.concepts.push({ term, covers, source: found.source });
  found.alternatives.forEach(({ units }, at) => {
    growing.patterns.push({ units, term, weight: worths && most > 0 ? (worths[at] ?? 0) / most : 1 });
  });
}

function worthsOf(
  index: SearchIndex,
  alternatives: readonly Alternative[],
  group: number,
): readonly number[] {
  return alternatives.map(({ units, weight }) => {
    const own = inverseFrequencyOfTerm(index, rarestTerm(index.postings, units));
    return (weight * (own + group)) / 2;
  });
}

/** From the last pattern to the first, so that each chain keeps their order. */
function tableOf(patterns: readonly Pattern[]): PatternTable {
  const heads = new Int32Array(CHAIN_MASK + 1);
  const nexts = new Int32Array(patterns.length);
  for (let number = patterns.length - 1; number >= 0; number -= 1) {
    const chain = (patterns[number]?.units[0] ?? NO_UNIT) & CHAIN_MASK;
    nexts[number] = heads[chain] ?? 0;
    heads[chain] = number + 1;
  }
  return { all: patterns, heads, nexts };
}

function isMostlyChinese(tokens: readonly ReadToken[]): boolean {
  const terms = tokens.filter(({ term }) => term !== BREAK);
  return terms.filter(({ term }) => isIdeograph(term)).length * 2 > terms.length;
}

function sumOf(terms: readonly QueryTerm[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** By number; 0 for a term that does not count. */
function weightsOf(terms: readonly QueryTerm[], counts: (term: QueryTerm) => boolean): Float32Array {
  const weights = new Float32Array(terms.length);
  terms.forEach((term, at) => {
    if (counts(term)) weights[at] = term.weight;
  });
  return weights;
}

/** Reads a question; the work grows with its length and stops at 6,000 characters. */
export function analyse(question: string, index: SearchIndex): Query {
  const folded = fold(question.slice(0, LONGEST_QUESTION));
  const read = readQuestion(folded, {
    vocabulary: index.vocabulary,
    dropsLight: index.sentenceFrequency !== undefined,
  });
  const fromLexicon = lexiconConcepts(index, read);
  const tokens = keepConcepts(read, fromLexicon);
  const literal = literalTerms(index, tokens);
  const growing: Growing = { numbers: new Map(), terms: [], concepts: [], patterns: [] };
  literal.forEach(({ units, term }, number) => {
    growing.terms.push(term);
    if (!term.titleOnly) growing.numbers.set(term.text, [number]);
    if (units.every((unit) => unit > NO_UNIT)) growing.patterns.push({ units, term: number, weight: 1 });
  });
  for (const found of withOtherConcepts(index, tokens, fromLexicon)) addConcept(index, growing, found);
  const { terms, concepts, patterns } = growing;
  const covered = new Set(concepts.flatMap(({ covers }) => covers));
  const lightTerms = new Set(tokens.flatMap(({ term, isLight }) => (isLight ? [term] : [])));
  return {
    text: folded,
    tokens,
    terms,
    topicWeights: weightsOf(terms, ({ titleOnly }) => !titleOnly),
    askingWeights: weightsOf(terms, ({ titleOnly }) => titleOnly),
    singleWeights: weightsOf(terms, isSingle),
    lightWeights: weightsOf(terms, (term) => isSingle(term) && !term.titleOnly && lightTerms.has(term.text)),
    concepts,
    patterns: tableOf(patterns),
    weight: sumOf(terms.filter(({ titleOnly }, at) => !titleOnly && !covered.has(at))),
    titleWeight: sumOf(terms.filter(isSingle)),
    lightTerms,
    droppedWords: tokens.filter(({ dropped }) => dropped).map(({ word }) => word),
    expected: expectedAnswer(folded),
    asksForWork: asksForWork(folded),
    asksForList: asksForList(folded),
    script: isMostlyChinese(tokens) ? 'chinese' : 'latin',
  };
}
