// Analysis: a member's question becomes a query. Question words are set aside, the rest becomes weighted terms.

import { type FoundConcept, findConcepts } from './concepts.ts';
import { expectedAnswer } from './expected-answer.ts';
import { fold } from './fold.ts';
import { inverseFrequency, inverseFrequencyOfTerm, type SearchIndex } from './index.ts';
import { lightWords } from './light-words.ts';
import { rarestTerm } from './postings.ts';
import type { ConceptTerm, Pattern, Query, QueryTerm, TermKind } from './query.ts';
import { chineseQuestionWords, isEnglishQuestionWord } from './question-words.ts';
import { NO_UNIT } from './runs.ts';
import { BREAK, isIdeograph, type Token, tokenise } from './tokenise.ts';

/** Longest question that is read, in UTF-16 code units: longer than anything Discord lets a member send. */
const LONGEST_QUESTION = 6000;
/** Most distinct terms of one query; of a longer question the weightiest stay. */
const MOST_TERMS = 192;
/** The unit of a word that no passage holds. */
const UNKNOWN_UNIT = -1;

interface ReadToken extends Token {
  readonly unit: number;
  readonly dropped: boolean;
}

function readTokens(question: string, index: SearchIndex): readonly ReadToken[] {
  const folded = fold(question.slice(0, LONGEST_QUESTION));
  const dropped = new Uint8Array(folded.length);
  for (const { start, end } of chineseQuestionWords(folded)) dropped.fill(1, start, end);
  for (const { start, end } of lightWords(folded)) dropped.fill(1, start, end);
  return tokenise(folded).map((token) => ({
    ...token,
    unit: token.term === BREAK ? NO_UNIT : (index.vocabulary.get(token.term) ?? UNKNOWN_UNIT),
    dropped: dropped[token.start] === 1 || isEnglishQuestionWord(token.word),
  }));
}

interface Draft {
  readonly term: QueryTerm;
  readonly units: readonly number[];
}

function singleKind(term: string): TermKind {
  return isIdeograph(term) ? 'ideograph' : 'word';
}

function pairKind(first: string, second: string): TermKind {
  return isIdeograph(first) && isIdeograph(second) ? 'ideographPair' : 'wordPair';
}

function joinedText(first: string, second: string): string {
  return isIdeograph(first) && isIdeograph(second) ? first + second : `${first} ${second}`;
}

function draft(index: SearchIndex, tokens: readonly ReadToken[]): Draft {
  const [first, second] = tokens;
  const units = tokens.map(({ unit }) => unit);
  const term = index.postings.terms.get(units[0] ?? NO_UNIT, units[1] ?? NO_UNIT);
  const kind =
    second === undefined ? singleKind(first?.term ?? '') : pairKind(first?.term ?? '', second.term);
  return {
    units,
    term: {
      text: second === undefined ? (first?.term ?? '') : joinedText(first?.term ?? '', second.term),
      kind,
      weight: index.weights[kind === 'concept' ? 'word' : kind] * inverseFrequencyOfTerm(index, term),
      titleOnly: tokens.some(({ dropped }) => dropped),
    },
  };
}

/** Single terms and pairs of neighbours by their text; a term met again as a topic word is no question word. */
function draftTerms(index: SearchIndex, tokens: readonly ReadToken[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const add = (made: Draft) => {
    const known = drafts.get(made.term.text);
    if (known === undefined || (known.term.titleOnly && !made.term.titleOnly))
      drafts.set(made.term.text, made);
  };
  tokens.forEach((token, at) => {
    if (token.term === BREAK) return;
    add(draft(index, [token]));
    const previous = tokens[at - 1];
    if (previous !== undefined && previous.term !== BREAK) add(draft(index, [previous, token]));
  });
  return drafts;
}

function weightiest(drafts: Iterable<Draft>): readonly Draft[] {
  const all = [...drafts];
  if (all.length <= MOST_TERMS) return all;
  return all.sort((a, b) => b.term.weight - a.term.weight).slice(0, MOST_TERMS);
}

function passagesWithAny(index: SearchIndex, phrases: readonly (readonly number[])[]): number {
  const seen = new Set<number>();
  for (const units of phrases) {
    const term = rarestTerm(index.postings, units);
    if (term < 0) continue;
    const end = index.postings.starts[term + 1] ?? 0;
    for (let at = index.postings.starts[term] ?? 0; at < end; at += 1)
      seen.add(index.postings.passages[at] ?? 0);
  }
  return seen.size;
}

interface Growing {
  readonly terms: QueryTerm[];
  readonly concepts: ConceptTerm[];
  readonly patterns: Pattern[];
}

function frequencyOf(index: SearchIndex, { numbers, alternatives }: FoundConcept): number {
  const counts = index.sentenceFrequency?.concepts;
  if (counts && numbers.length > 0) return numbers.reduce((sum, number) => sum + (counts[number] ?? 0), 0);
  return passagesWithAny(
    index,
    alternatives.map(({ units }) => units),
  );
}

/** Adds a concept: it weighs as much as the literal terms that it covers would, were they as frequent as it is. */
function addConcept(index: SearchIndex, growing: Growing, found: FoundConcept): void {
  const covers = growing.terms.flatMap((term, at) =>
    found.covers.has(term.text) && !term.titleOnly ? [at] : [],
  );
  const factors = covers.reduce((sum, at) => sum + index.weights[factorName(growing.terms[at])], 0);
  const frequency = frequencyOf(index, found);
  const term = growing.terms.length;
  growing.terms.push({
    text: found.text,
    kind: 'concept',
    weight: (factors || index.weights.word) * inverseFrequency(index, frequency),
    titleOnly: false,
  });
  growing.concepts.push({ term, covers, source: found.source });
  for (const { units, weight } of found.alternatives) growing.patterns.push({ units, term, weight });
}

function factorName(term: QueryTerm | undefined): Exclude<TermKind, 'concept'> {
  return term === undefined || term.kind === 'concept' ? 'word' : term.kind;
}

function byFirstUnit(patterns: readonly Pattern[]): ReadonlyMap<number, readonly Pattern[]> {
  const grouped = new Map<number, Pattern[]>();
  for (const pattern of patterns) {
    const first = pattern.units[0] ?? NO_UNIT;
    const others = grouped.get(first);
    if (others === undefined) grouped.set(first, [pattern]);
    else others.push(pattern);
  }
  return grouped;
}

function openingUnits(patterns: readonly Pattern[], vocabularySize: number): Uint8Array {
  const opens = new Uint8Array(vocabularySize + 1);
  for (const { units } of patterns) opens[units[0] ?? NO_UNIT] = 1;
  return opens;
}

function topicWeight({ terms, concepts }: Growing): number {
  const covered = new Set(concepts.flatMap(({ covers }) => covers));
  return terms.reduce((sum, term, at) => (term.titleOnly || covered.has(at) ? sum : sum + term.weight), 0);
}

/** A question word or light word inside a phrase of the lexicon is part of what the phrase says. */
function keepConcepts(tokens: readonly ReadToken[], concepts: readonly FoundConcept[]): readonly ReadToken[] {
  const kept = new Set(concepts.flatMap(({ places }) => places));
  return tokens.map((token, at) => (kept.has(at) ? { ...token, dropped: false } : token));
}

/** Reads a question; the work grows with its length and stops at 6,000 characters. */
export function analyse(question: string, index: SearchIndex): Query {
  const read = readTokens(question, index);
  const concepts = findConcepts(index, read);
  const tokens = keepConcepts(read, concepts);
  const drafts = weightiest(draftTerms(index, tokens).values());
  const growing: Growing = { terms: drafts.map(({ term }) => term), concepts: [], patterns: [] };
  drafts.forEach(({ units }, term) => {
    if (units.every((unit) => unit > NO_UNIT)) growing.patterns.push({ units, term, weight: 1 });
  });
  for (const found of concepts) addConcept(index, growing, found);
  const ideographs = tokens.filter(({ term }) => isIdeograph(term)).length;
  return {
    terms: growing.terms,
    concepts: growing.concepts,
    patterns: byFirstUnit(growing.patterns),
    opens: openingUnits(growing.patterns, index.vocabulary.size),
    nothing: new Float32Array(growing.terms.length),
    weight: topicWeight(growing),
    titleWeight: growing.terms.reduce(
      (sum, { kind, weight }) => sum + (kind === 'ideograph' || kind === 'word' ? weight : 0),
      0,
    ),
    droppedWords: tokens.filter(({ dropped }) => dropped).map(({ word }) => word),
    expected: expectedAnswer(fold(question.slice(0, LONGEST_QUESTION))),
    script: ideographs * 2 > tokens.length - ideographs ? 'chinese' : 'latin',
  };
}
