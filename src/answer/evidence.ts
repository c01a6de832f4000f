// How well one excerpt covers a question: the share of what the question says that the excerpt, or a wording of its exchange's
// question, says too. Counted over the question's own words, so that one long name cannot stand for all.
import { rememberedOf } from '../dictionary/dictionary.ts';
import { numbersOf, zeros } from '../dictionary/numbers.ts';
import { namesOfKind } from '../language/kinds.ts';
import { focusedPlaces, tellingWeights } from '../language/question-words.ts';
import { BREAK, isIdeograph, tokenise } from '../language/tokenise.ts';
import { inverseFrequency } from '../search/index/index.ts';
import { phraseText } from '../search/query/concepts.ts';
import type { ConceptSource, Query, Words } from '../search/query/query.ts';
import { type Presence, strongest } from '../search/rank/match.ts';
import type { Hit } from '../search/rank/search.ts';
import type { SentenceRun } from '../search/rank/sentences.ts';

/** How much more a name or number weighs that nothing in the collection says: no sentence tells about it. */
const UNSAID_FACTOR = 5;
/** A Latin word says about as much as a Chinese word of two characters. */
const WORD_IN_IDEOGRAPHS = 2;
/** Least weight 0..1 of a word that every passage has; a word that none has weighs 1. */
const LEAST_WORD_WEIGHT = 0.25;
/** Most that one phrase weighs, in characters: a long name is one thing said. */
const MOST_PHRASE_WEIGHT = 6;
/** How much more the words right behind the question word weigh ("哪座城市", "how many students"). */
const FOCUS_FACTOR = 2;
/** What a word counts (0..1) that stands in the section but outside the excerpt: it shows the topic, not the answer. */
const ELSEWHERE_SHARE = 0.4;

/** A question: what each of its tokens weighs, and the places that query terms name. */
interface WeighedQuestion {
  readonly weights: Float32Array;
  readonly mentions: readonly Mention[];
  readonly concepts: Query['concepts'];
  readonly dictionaryShare: number;
  /** 1 for the tokens that name the kind of thing asked for. */
  readonly naming: readonly number[];
}

export interface EvidenceQuestion {
  readonly query: Query;
  /** Names and numbers of the question that nothing in the interview says. */
  readonly unsaid: readonly string[];
  /** What a word counts (0..1) that only the dictionary finds. */
  readonly dictionaryShare: number;
}

export interface Evidence {
  /** Share (0..1) of the question that the excerpt covers, or its section's title, a word elsewhere in the section counting less. */
  readonly ownWords: number;
  /** The same where one of the members' wordings may stand for the title. */
  readonly withLists: number;
}

/** For a question, how well an excerpt of a hit covers it; one with the kind of thing asked for says 钱 of 多少钱. */
export function evidenceOf(
  question: EvidenceQuestion,
): (hit: Hit, run: SentenceRun, hasKind: boolean) => Evidence {
  const asked = weighQuestion(question);
  const count = question.query.terms.length;
  return ({ match, nearness }, run, hasKind) => {
    const weighed = hasKind ? asked : { ...asked, naming: [] };
    const { sentences, nothing } = match;
    const titles = match.titles.filter((title) => title !== nothing);
    const wordings = (nearness?.likeliest() ?? []).map(({ presence }) => presence);
    const excerpt = strongest(sentences.slice(run.first, run.last + 1), count);
    const section = strongest([...sentences, ...titles], count);
    const ownWords = strongest([excerpt, partly(section)], count);
    const byText = mostShared(weighed, ownWords, titles);
    if (wordings.length === 0) return { ownWords: byText, withLists: byText };
    const others = partly(strongest(wordings, count));
    return {
      ownWords: byText,
      withLists: Math.max(byText, mostShared(weighed, strongest([ownWords, others], count), wordings)),
    };
  };
}

/** As what stands outside the excerpt counts. */
function partly(found: Presence): Presence {
  for (let term = 0; term < found.length; term += 1) found[term] = (found[term] ?? 0) * ELSEWHERE_SHARE;
  return found;
}

/** With the one title that adds most. */
function mostShared(weighed: WeighedQuestion, told: Presence, titles: readonly Presence[]): number {
  let most = share(weighed, told);
  for (const title of titles)
    if (addsTo(told, title)) most = Math.max(most, share(weighed, strongest([told, title], told.length)));
  return most;
}

function addsTo(told: Presence, title: Presence): boolean {
  return title.some((strength, term) => strength > (told[term] ?? 0));
}

function share(weighed: WeighedQuestion, found: Presence): number {
  const { weights, mentions, concepts, dictionaryShare, naming } = weighed;
  const presence = strongest([found], found.length);
  for (const { term, covers, source } of concepts) {
    const told = (found[term] ?? 0) * shareOf(source, dictionaryShare);
    for (const at of covers) presence[at] = Math.max(presence[at] ?? 0, told);
  }
  const covered = zeros(weights.length);
  covered.set(naming);
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

function weighQuestion({ query, unsaid, dictionaryShare }: EvidenceQuestion): WeighedQuestion {
  const { index, text, tokens } = query;
  const numbers = literalNumbers(query);
  const rarest = inverseFrequency(index, 0);
  const { telling, focused } = emphasisOf(query.words);
  const inUnsaid = placesWithin(text, unsaid);
  const weights = numbersOf(tokens, ({ term, start }) => {
    const known = query.terms[numbers.get(term) ?? -1];
    if (term === BREAK || known === undefined) return 0;
    const size = isIdeograph(term) ? 1 : WORD_IN_IDEOGRAPHS;
    if (inUnsaid[start] === 1) return size;
    if (known.titleOnly || query.lightTerms.has(term)) return 0;
    const kind = known.kind === 'ideograph' ? index.weights.ideograph : index.weights.word;
    const rarity = Math.max(LEAST_WORD_WEIGHT, known.weight / (kind * rarest));
    if (focused.has(start)) return size * rarity * FOCUS_FACTOR;
    return size * rarity * (telling[start] ?? 1);
  });
  const mentions = mentionsIn(query, numbers, dictionaryShare);
  for (const mention of mentions) capWeight(weights, mention);
  // Last, so that the cap on long names does not make light of what is asked for.
  tokens.forEach(({ start }, at) => {
    if (inUnsaid[start] === 1) weights[at] = (weights[at] ?? 0) * UNSAID_FACTOR;
  });
  const inKind = placesWithin(text, namesOfKind(text));
  const naming = tokens.map(({ start }) => inKind[start] ?? 0);
  return { weights, mentions, concepts: query.concepts, dictionaryShare, naming };
}

/** What a question stresses by its words alone: how much each tells, and those behind the question word. */
interface Emphasis {
  readonly telling: Float32Array;
  readonly focused: ReadonlySet<number>;
}

const emphasisOf = rememberedOf(
  ({ text, tokens }: Words): Emphasis => ({
    telling: tellingWeights(text),
    focused: focusedPlaces(text, tokens),
  }),
);

/** 1 for each UTF-16 unit of the text that belongs to one of the names. */
function placesWithin(text: string, names: readonly string[]): Uint8Array {
  const within = new Uint8Array(text.length);
  for (const name of new Set(names)) {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
      within.fill(1, at, at + name.length);
  }
  return within;
}

/** A long name is one thing said, however many characters it has. */
function capWeight(weights: Float32Array, { first, last }: Mention): void {
  let sum = 0;
  for (let at = first; at <= last; at += 1) sum += weights[at] ?? 0;
  if (sum <= MOST_PHRASE_WEIGHT) return;
  for (let at = first; at <= last; at += 1) weights[at] = ((weights[at] ?? 0) * MOST_PHRASE_WEIGHT) / sum;
}

/** Share 0..1 of a Chinese character that is found without either neighbour: mostly chance. */
const LONE_IDEOGRAPH_SHARE = 0.2;
/** What a word counts (0..1) that is found as one spelled nearly the same: a slip, or another word. */
const NEAR_WORD_SHARE = 0.6;

/** A run of tokens that one query term stands for. */
export interface Mention {
  readonly term: number;
  readonly first: number;
  readonly last: number;
  /** How much of these tokens a find of the term covers, 0..1. */
  readonly covers: number;
}

/** The numbers of the terms that stand in the question as they are, by their text. */
function literalNumbers({ terms }: Query): ReadonlyMap<string, number> {
  return new Map(
    terms.flatMap(({ text, kind }, number) => (kind === 'concept' ? [] : [[text, number] as const])),
  );
}

/** `numbers` are the query's literal terms; `dictionaryShare` (0..1) is what a word counts that only the dictionary finds. */
function mentionsIn(
  query: Query,
  numbers: ReadonlyMap<string, number>,
  dictionaryShare: number,
): readonly Mention[] {
  const tokens = query.tokens.map(({ term }) => term);
  return [...literalMentions(tokens, numbers), ...conceptMentions(tokens, query, dictionaryShare)];
}

function literalMentions(
  tokens: readonly string[],
  numbers: ReadonlyMap<string, number>,
): readonly Mention[] {
  const mentions: Mention[] = [];
  tokens.forEach((token, at) => {
    const single = numbers.get(token);
    const next = tokens[at + 1];
    const pair = next === undefined ? undefined : numbers.get(phraseText([{ term: token }, { term: next }]));
    const alone = isIdeograph(token) ? LONE_IDEOGRAPH_SHARE : 1;
    if (single !== undefined) mentions.push({ term: single, first: at, last: at, covers: alone });
    if (pair !== undefined) mentions.push({ term: pair, first: at, last: at + 1, covers: 1 });
  });
  return mentions;
}

function conceptMentions(
  tokens: readonly string[],
  { concepts, terms }: Query,
  dictionaryShare: number,
): readonly Mention[] {
  return concepts.flatMap(({ term, source }) => {
    const phrase = tokenise(terms[term]?.text ?? '').map(({ term: text }) => text);
    const covers = shareOf(source, dictionaryShare);
    const mentions: Mention[] = [];
    const [head = BREAK] = phrase;
    for (let first = tokens.indexOf(head); first >= 0; first = tokens.indexOf(head, first + 1)) {
      if (phrase.every((token, offset) => tokens[first + offset] === token))
        mentions.push({ term, first, last: first + phrase.length - 1, covers });
    }
    return mentions;
  });
}

/** What a word counts (0..1) that is found by another word standing for it. */
function shareOf(source: ConceptSource, dictionaryShare: number): number {
  return { lexicon: 1, dictionary: dictionaryShare, near: NEAR_WORD_SHARE }[source];
}
