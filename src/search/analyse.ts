// Analysis: a member's question becomes a query. Question words are set aside, the rest becomes weighted terms.

import { type FoundConcept, findConcepts } from './concepts.ts';
import { expectedAnswer } from './expected-answer.ts';
import { fold } from './fold.ts';
import { inverseFrequency, inverseFrequencyOfTerm, type SearchIndex } from './index.ts';
import { nearWords } from './near-words.ts';
import { rarestTerm } from './postings.ts';
import { type ConceptTerm, FAR, type Pattern, type Query, type QueryTerm, type TermKind } from './query.ts';
import { chineseQuestionWords, isEnglishQuestionWord, isInterrogative } from './question-words.ts';
import { NO_UNIT } from './runs.ts';
import { BREAK, isIdeograph, type Token, tokenise } from './tokenise.ts';
import { translateWords } from './translate.ts';

/** Longest question that is read, in UTF-16 code units: longer than anything Discord lets a member send. */
const LONGEST_QUESTION = 6000;
/** Most distinct terms of one query; of a longer question the weightiest stay. */
const MOST_TERMS = 192;
/** The unit of a word that no passage holds. */
const UNKNOWN_UNIT = -1;

interface ReadToken extends Token {
  readonly unit: number;
  readonly dropped: boolean;
  readonly capitalised: boolean;
  /** A question word proper, from which distances are taken. */
  readonly asks: boolean;
}

/** Folded words written with a capital that does not open the question. */
function capitalisedWords(question: string): ReadonlySet<string> {
  const words = [...question.matchAll(/(?<=\S\s+)\p{Lu}[\p{L}'’]*/gu)].map(([word]) => fold(word));
  return new Set(words);
}

function readTokens(question: string, index: SearchIndex): readonly ReadToken[] {
  const folded = fold(question.slice(0, LONGEST_QUESTION));
  const dropped = new Uint8Array(folded.length);
  for (const { start, end } of chineseQuestionWords(folded)) dropped.fill(1, start, end);
  const capitalised = capitalisedWords(question);
  return tokenise(folded).map((token) => ({
    ...token,
    unit: token.term === BREAK ? NO_UNIT : (index.vocabulary.get(token.term) ?? UNKNOWN_UNIT),
    capitalised: capitalised.has(token.word),
    asks: dropped[token.start] === 1 || isInterrogative(token.word),
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

function draft(index: SearchIndex, tokens: readonly ReadToken[], distance: number): Draft {
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
      distance,
    },
  };
}

/** For each token the number of terms between it and the nearest question word. */
function distancesToQuestionWord(tokens: readonly ReadToken[]): readonly number[] {
  const distances: number[] = tokens.map(() => FAR);
  const sweep = (places: readonly number[]) => {
    let since = FAR;
    for (const at of places) {
      const token = tokens[at];
      if (token === undefined || token.term === BREAK) continue;
      since = token.asks ? 0 : Math.min(FAR, since + 1);
      distances[at] = Math.min(distances[at] ?? FAR, Math.max(0, since - 1));
    }
  };
  const places = tokens.map((_, at) => at);
  sweep(places);
  sweep(places.toReversed());
  return distances;
}

/** Single terms and pairs of neighbours by their text; a term met again as a topic word is no question word. */
function draftTerms(index: SearchIndex, tokens: readonly ReadToken[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const add = (made: Draft) => {
    const known = drafts.get(made.term.text);
    if (known === undefined || (known.term.titleOnly && !made.term.titleOnly))
      drafts.set(made.term.text, made);
  };
  const distances = distancesToQuestionWord(tokens);
  tokens.forEach((token, at) => {
    if (token.term === BREAK) return;
    const distance = distances[at] ?? FAR;
    add(draft(index, [token], distance));
    const previous = tokens[at - 1];
    if (previous === undefined || previous.term === BREAK) return;
    add(draft(index, [previous, token], Math.min(distance, distances[at - 1] ?? FAR)));
  });
  return drafts;
}

function weightiest(drafts: Iterable<Draft>): readonly Draft[] {
  const all = [...drafts];
  if (all.length <= MOST_TERMS) return all;
  return all.sort((a, b) => b.term.weight - a.term.weight).slice(0, MOST_TERMS);
}

/** How many passages hold one of the phrases, each counted by how good a find it is. */
function passagesWithAny(
  index: SearchIndex,
  phrases: readonly { readonly units: readonly number[]; readonly weight: number }[],
): number {
  const seen = new Map<number, number>();
  for (const { units, weight } of phrases) {
    const term = rarestTerm(index.postings, units);
    if (term < 0) continue;
    const end = index.postings.starts[term + 1] ?? 0;
    for (let at = index.postings.starts[term] ?? 0; at < end; at += 1) {
      const passage = index.postings.passages[at] ?? 0;
      seen.set(passage, Math.max(weight, seen.get(passage) ?? 0));
    }
  }
  let sum = 0;
  for (const weight of seen.values()) sum += weight;
  return sum;
}

const NEAR = 0.7;
function nearConcepts(index: SearchIndex, tokens: readonly ReadToken[]): readonly FoundConcept[] {
  return tokens.flatMap((token): readonly FoundConcept[] => {
    if (token.unit !== UNKNOWN_UNIT || token.dropped || isIdeograph(token.term)) return [];
    const alternatives = nearWords(index.sortedWords, token.term).map((near) => ({
      units: [index.vocabulary.get(near) ?? NO_UNIT],
      weight: NEAR,
    }));
    return alternatives.length === 0
      ? []
      : [{ text: token.term, covers: new Set([token.term]), alternatives, source: 'near' }];
  });
}

interface Growing {
  readonly terms: QueryTerm[];
  readonly concepts: ConceptTerm[];
  readonly patterns: Pattern[];
}

/** Adds a concept: it weighs as much as the literal terms that it covers would, were they as frequent as it is. */
function addConcept(index: SearchIndex, growing: Growing, found: FoundConcept): void {
  const covers = growing.terms.flatMap((term, at) =>
    found.covers.has(term.text) && !term.titleOnly ? [at] : [],
  );
  const factors = covers.reduce((sum, at) => sum + index.weights[factorName(growing.terms[at])], 0);
  const mode = process.env['CM'] ?? 'C';
  const idfs = found.alternatives.map(
    ({ units, weight }) => weight * inverseFrequencyOfTerm(index, rarestTerm(index.postings, units)),
  );
  const frequency = passagesWithAny(
    index,
    mode === 'A' ? found.alternatives.map((x) => ({ ...x, weight: 1 })) : found.alternatives,
  );
  const group = inverseFrequency(index, frequency);
  if (mode === 'D')
    idfs.forEach((v, i) => {
      const w = found.alternatives[i]?.weight ?? 1;
      idfs[i] = w * Math.sqrt((v / w) * group);
    });
  if (mode === 'E')
    idfs.forEach((v, i) => {
      const w = found.alternatives[i]?.weight ?? 1;
      idfs[i] = (w * (v / w + group)) / 2;
    });
  const perAlt = mode === 'C' || mode === 'D' || mode === 'E';
  const idf = (perAlt ? Math.max(...idfs) : group) * (found.specificity ?? 1);
  const top = perAlt ? Math.max(...idfs) : 1;
  const term = growing.terms.length;
  growing.terms.push({
    text: found.text,
    kind: 'concept',
    weight: (factors || index.weights.word) * idf,
    titleOnly: false,
    distance: covers.reduce((least, at) => Math.min(least, growing.terms[at]?.distance ?? FAR), FAR),
  });
  growing.concepts.push({ term, covers, source: found.source });
  found.alternatives.forEach(({ units, weight }, i) => {
    growing.patterns.push({ units, term, weight: perAlt ? (idfs[i] ?? 0) / top : weight });
  });
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

function topicWeight({ terms, concepts }: Growing): number {
  const covered = new Set(concepts.flatMap(({ covers }) => covers));
  return terms.reduce((sum, term, at) => (term.titleOnly || covered.has(at) ? sum : sum + term.weight), 0);
}

/** Reads a question; the work grows with its length and stops at 6,000 characters. */
export function analyse(question: string, index: SearchIndex): Query {
  const tokens = readTokens(question, index);
  const drafts = weightiest(draftTerms(index, tokens).values());
  const growing: Growing = { terms: drafts.map(({ term }) => term), concepts: [], patterns: [] };
  drafts.forEach(({ units }, term) => {
    if (units.every((unit) => unit > NO_UNIT)) growing.patterns.push({ units, term, weight: 1 });
  });
  const concepts = findConcepts(index, tokens);
  for (const found of [...concepts, ...nearConcepts(index, tokens), ...translateWords(index, tokens)])
    addConcept(index, growing, found);
  const ideographs = tokens.filter(({ term }) => isIdeograph(term)).length;
  return {
    terms: growing.terms,
    concepts: growing.concepts,
    patterns: byFirstUnit(growing.patterns),
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
