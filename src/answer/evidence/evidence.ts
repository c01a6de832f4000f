// How well one excerpt covers a question: the share of what the question says that the excerpt, or a wording of its
// exchange's question, says too. Counted over the question's own words, so that one long name cannot stand for all.

import { inverseFrequency } from '../../search/index/index.ts';
import type { ConceptSource, Query } from '../../search/query/query.ts';
import { strongest } from '../../search/rank/match.ts';
import type { Presence } from '../../search/rank/match-run.ts';
import { likelyPresences } from '../../search/rank/resemblance.ts';
import type { Hit } from '../../search/rank/search.ts';
import { BREAK, isIdeograph, type Token, tokenise } from '../../search/text/tokenise.ts';
import { tellingWeights } from '../../search/words/common-words.ts';
import type { SentenceRun } from '../quotation.ts';
import {
  ELSEWHERE_SHARE,
  FOCUS_FACTOR,
  LEAST_WORD_WEIGHT,
  LONE_IDEOGRAPH_SHARE,
  MOST_PHRASE_WEIGHT,
  NEAR_WORD_SHARE,
  UNSAID_FACTOR,
  WORD_IN_IDEOGRAPHS,
} from './thresholds.ts';

/** A token of the question: what it weighs, and the places in it that query terms name. */
interface Weighed {
  readonly weights: Float32Array;
  readonly mentions: readonly Mention[];
  readonly concepts: Query['concepts'];
  readonly dictionaryShare: number;
}

/** A run of tokens that one query term stands for. */
interface Mention {
  readonly term: number;
  readonly first: number;
  readonly last: number;
  /** How much of these tokens a find of the term covers, 0..1. */
  readonly covers: number;
}

export interface EvidenceQuestion {
  readonly query: Query;
  /** Names and numbers of the question that nothing in the collection says. */
  readonly unsaid: readonly string[];
  /** What a word counts (0..1) that only the dictionary finds. */
  readonly dictionaryShare: number;
}

/** Share 0..1; 0 where the question says nothing of its own. */
export function weighEvidence(
  question: EvidenceQuestion,
  { match, resemblance }: Hit,
  run: SentenceRun,
): number {
  const { query } = question;
  const weighed = weigh(question);
  const titles = [
    ...match.titles.filter((title) => title !== match.nothing),
    ...(resemblance ? likelyPresences(query, resemblance) : []),
  ];
  const count = query.terms.length;
  const { sentences } = match;
  const excerpt = strongest(sentences.slice(run.first, run.last + 1), count);
  const section = strongest([...sentences, ...titles], count);
  const told = strongest([excerpt, section.map((found) => found * ELSEWHERE_SHARE)], count);
  return titles
    .filter((title) => addsTo(told, title))
    .reduce(
      (best, title) => Math.max(best, share(weighed, strongest([told, title], count))),
      share(weighed, told),
    );
}

function addsTo(told: Presence, title: Presence): boolean {
  return title.some((strength, term) => strength > (told[term] ?? 0));
}

function share(weighed: Weighed, found: Presence): number {
  const { weights, mentions, concepts, dictionaryShare } = weighed;
  const presence = found.slice();
  for (const { term, covers, source } of concepts) {
    const told = (found[term] ?? 0) * shareOf(source, dictionaryShare);
    for (const at of covers) presence[at] = Math.max(presence[at] ?? 0, told);
  }
  const covered = new Float32Array(weights.length);
  for (const { term, first, last, covers } of mentions) {
    const cover = (presence[term] ?? 0) * covers;
    for (let at = first; at <= last; at += 1) covered[at] = Math.max(covered[at] ?? 0, cover);
  }
  let whole = 0;
  let part = 0;
  for (let at = 0; at < weights.length; at += 1) {
    whole += weights[at] ?? 0;
    part += (weights[at] ?? 0) * (covered[at] ?? 0);
  }
  return whole > 0 ? part / whole : 0;
}

function weigh({ query, unsaid, dictionaryShare }: EvidenceQuestion): Weighed {
  const { index, text, tokens } = query;
  const numbers = literalTerms(query);
  const rarest = inverseFrequency(index, 0);
  const telling = tellingWeights(text);
  const focused = focusedPlaces(text, tokens);
  const isUnsaid = tokens.map((token) => unsaid.some((name) => isWithin(name, text, token)));
  const weights = Float32Array.from(tokens, ({ term, start }, at) => {
    const known = query.terms[numbers.get(term) ?? -1];
    if (term === BREAK || known === undefined) return 0;
    const size = isIdeograph(term) ? 1 : WORD_IN_IDEOGRAPHS;
    if (isUnsaid[at] === true) return size;
    if (known.titleOnly || query.lightTerms.has(term)) return 0;
    const kind = known.kind === 'ideograph' ? index.weights.ideograph : index.weights.word;
    const rarity = Math.max(LEAST_WORD_WEIGHT, known.weight / (kind * rarest));
    if (focused.has(start)) return size * rarity * FOCUS_FACTOR;
    return size * rarity * (telling[start] ?? 1);
  });
  const terms = tokens.map(({ term }) => term);
  const mentions = [...literalMentions(terms, numbers), ...conceptMentions(terms, query, dictionaryShare)];
  for (const mention of mentions) capWeight(weights, mention);
  // Last, so that the cap on long names does not make light of what is asked for.
  isUnsaid.forEach((isName, at) => {
    if (isName) weights[at] = (weights[at] ?? 0) * UNSAID_FACTOR;
  });
  return { weights, mentions, concepts: query.concepts, dictionaryShare };
}

/** A question word that the text ends with: what follows it names the fact asked for. */
const FOCUS_BEFORE =
  /(?:什么样|什么|哪些|哪个|哪种|哪类|哪所|哪座|哪家|哪位|哪几[个种]?|哪[一两二三]?[个种类]?|多少[个名家项篇部位次场]?|几[个名家项篇部位次场级]|\b(?:what|which|how many|how much|whose))\s*\p{Script=Han}?\s*$/u;
/** Where such a question word may begin, and how far before the token at most. */
const MAY_ASK = /[什哪多几]|what|which|how|whose/g;
const FARTHEST_ASK = 12;

function focusedPlaces(text: string, tokens: readonly Token[]): ReadonlySet<number> {
  const asks = [...text.matchAll(MAY_ASK)].map(({ index }) => index);
  const focused = new Set<number>();
  for (const { start } of tokens) {
    const isNear = asks.some((at) => at < start && at >= start - FARTHEST_ASK);
    if (isNear && FOCUS_BEFORE.test(text.slice(Math.max(0, start - FARTHEST_ASK), start))) focused.add(start);
  }
  return focused;
}

/** The numbers of the terms that stand in the question as they are, by their text. */
function literalTerms({ terms }: Query): ReadonlyMap<string, number> {
  return new Map(
    terms.flatMap(({ text, kind }, number) => (kind === 'concept' ? [] : [[text, number] as const])),
  );
}

/** Whether a token belongs to a name that the text holds there. */
function isWithin(name: string, text: string, { start, word }: Token): boolean {
  const at = text.lastIndexOf(name, start);
  return at !== -1 && start + word.length <= at + name.length;
}

/** A long name is one thing said, however many characters it has. */
function capWeight(weights: Float32Array, { first, last }: Mention): void {
  let sum = 0;
  for (let at = first; at <= last; at += 1) sum += weights[at] ?? 0;
  if (sum <= MOST_PHRASE_WEIGHT) return;
  for (let at = first; at <= last; at += 1) weights[at] = ((weights[at] ?? 0) * MOST_PHRASE_WEIGHT) / sum;
}

function literalMentions(
  tokens: readonly string[],
  numbers: ReadonlyMap<string, number>,
): readonly Mention[] {
  return tokens.flatMap((token, at) => {
    const single = numbers.get(token);
    const next = tokens[at + 1];
    const pair = next === undefined ? undefined : numbers.get(joined(token, next));
    const alone = isIdeograph(token) ? LONE_IDEOGRAPH_SHARE : 1;
    return [
      ...(single === undefined ? [] : [{ term: single, first: at, last: at, covers: alone }]),
      ...(pair === undefined ? [] : [{ term: pair, first: at, last: at + 1, covers: 1 }]),
    ];
  });
}

function conceptMentions(
  tokens: readonly string[],
  { concepts, terms }: Query,
  dictionaryShare: number,
): readonly Mention[] {
  return concepts.flatMap(({ term, source }) => {
    const phrase = tokenise(terms[term]?.text ?? '').map(({ term: text }) => text);
    const covers = shareOf(source, dictionaryShare);
    return placesOf(phrase, tokens).map((first) => ({
      term,
      first,
      last: first + phrase.length - 1,
      covers,
    }));
  });
}

/** What a word counts (0..1) that is found by another word standing for it. */
function shareOf(source: ConceptSource, dictionaryShare: number): number {
  switch (source) {
    case 'lexicon':
      return 1;
    case 'dictionary':
      return dictionaryShare;
    case 'near':
      return NEAR_WORD_SHARE;
  }
}

function placesOf(phrase: readonly string[], tokens: readonly string[]): readonly number[] {
  return tokens.flatMap((_, at) =>
    phrase.every((token, offset) => tokens[at + offset] === token) ? [at] : [],
  );
}

function joined(token: string, next: string): string {
  return isIdeograph(token) && isIdeograph(next) ? token + next : `${token} ${next}`;
}
