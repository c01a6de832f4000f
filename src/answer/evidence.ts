// How well one excerpt covers a question: the share of what the question says that the excerpt, or a wording of its exchange's
// question, says too. Counted over the question's own words.
import { notedOf } from '../dictionary/dictionary.ts';
import { numbersOf, zeros } from '../dictionary/numbers.ts';
import { namesOfKind } from '../language/kinds.ts';
import { focusedPlaces, tellingWeights } from '../language/question-words.ts';
import { BREAK, isIdeograph } from '../language/tokenise.ts';
import { inverseFrequency } from '../search/index/index.ts';
import {
  type ConceptSource,
  isSingle,
  type Mention,
  type Query,
  type QueryTerm,
  type Words,
} from '../search/query/query.ts';
import { type Presence, strongest } from '../search/rank/match.ts';
import type { Hit } from '../search/rank/search.ts';
import type { SentenceRun } from '../search/rank/sentences.ts';

/** A Latin word says about as much as a Chinese word of two characters. */
const WORD_IN_IDEOGRAPHS = 2;
/** Least weight 0..1 of a word that every passage has; a word that none has weighs 1. */
const LEAST_WORD_WEIGHT = 0.25;
/** How much more the words right behind the question word weigh ("哪座城市", "how many students"). */
const FOCUS_FACTOR = 2;
/** What a word counts (0..1) that stands in the section but outside the excerpt: it shows the topic, not the answer. */
const ELSEWHERE_SHARE = 0.4;

/** A question: what each of its tokens weighs, and the places that query terms name. */
interface WeighedQuestion {
  readonly weights: Float32Array;
  readonly mentions: readonly TermMention[];
  readonly concepts: Query['concepts'];
  readonly dictionaryShare: number;
  /** 1 for the tokens that name the kind of thing asked for. */
  readonly naming: readonly number[];
}

/**
 * For a question, how well (0..1) an excerpt of a hit covers it together with its title or a wording of its list; one with the
 * kind of thing asked for says 钱 of 多少钱. `dictionaryShare` (0..1) is what a word counts that only the dictionary finds.
 */
export function evidenceOf(
  query: Query,
  dictionaryShare: number,
): (hit: Hit, run: SentenceRun, hasKind: boolean) => number {
  const asked = weighQuestion(query, dictionaryShare);
  const count = query.terms.length;
  return ({ match, nearness }, run, hasKind) => {
    const weighed = hasKind ? asked : { ...asked, naming: [] };
    const { sentences, nothing } = match;
    const titles = match.titles.filter((title) => title !== nothing);
    const wordings = (nearness?.likeliest() ?? []).map(({ presence }) => presence);
    const excerpt = strongest(sentences.slice(run.first, run.last + 1), count);
    const elsewhere = partly(strongest([...sentences, ...titles, ...wordings], count));
    return mostShared(weighed, strongest([excerpt, elsewhere], count), [...titles, ...wordings]);
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
    // A part of a number is none of it.
    for (const at of covers) presence[at] = source === 'number' ? told : Math.max(presence[at] ?? 0, told);
  }
  const covered = zeros(weights.length);
  covered.set(naming);
  for (const { term, start, end, covers } of mentions) {
    const cover = (presence[term] ?? 0) * covers;
    for (let at = start; at < end; at += 1) covered[at] = Math.max(covered[at] ?? 0, cover);
  }
  let whole = 0;
  let part = 0;
  for (let at = 0; at < weights.length; at += 1) {
    whole += weights[at] ?? 0;
    part += (weights[at] ?? 0) * (covered[at] ?? 0);
  }
  return whole > 0 ? part / whole : 0;
}

function weighQuestion(query: Query, dictionaryShare: number): WeighedQuestion {
  const { index, tokens } = query;
  const { text } = query.words;
  const mentions = mentionsIn(query, dictionaryShare);
  const singles = singlesOf(query);
  const rarest = inverseFrequency(index, 0);
  const { telling, focused } = emphasisOf(query.words);
  const weights = numbersOf(tokens, ({ term, start }, at) => {
    const known = singles[at];
    if (known === undefined) return 0;
    const size = isIdeograph(term) ? 1 : WORD_IN_IDEOGRAPHS;
    if (known.titleOnly || query.lightTerms.has(term)) return 0;
    const kind = known.kind === 'ideograph' ? index.weights.ideograph : index.weights.word;
    const rarity = Math.max(LEAST_WORD_WEIGHT, known.weight / (kind * rarest));
    if (focused.has(start)) return size * rarity * FOCUS_FACTOR;
    return size * rarity * (telling[start] ?? 1);
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

const emphasisOf = notedOf(
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

/** Share 0..1 of a Chinese character that is found without either neighbour and opens no clause: mostly chance. */
const LONE_IDEOGRAPH_SHARE = 0.2;

/** A place of the question that one query term stands for. */
interface TermMention extends Mention {
  readonly term: number;
  /** How much of its tokens a find of the term covers, 0..1. */
  readonly covers: number;
}

/** For each token the term of it alone; undefined for breaks, and for what a long question goes without. */
function singlesOf({ terms, tokens }: Query): readonly (QueryTerm | undefined)[] {
  const singles = new Array<QueryTerm | undefined>(tokens.length);
  for (const term of terms.filter(isSingle)) for (const { start } of term.mentions) singles[start] = term;
  return singles;
}

/** Everywhere that each term stands. */
function mentionsIn({ terms, concepts, tokens }: Query, dictionaryShare: number): readonly TermMention[] {
  const covers = numbersOf(terms, ({ kind }) => (kind === 'ideograph' ? LONE_IDEOGRAPH_SHARE : 1));
  for (const { term, source } of concepts) covers[term] = shareOf(source, dictionaryShare);
  // What opens a clause is a word by itself more often.
  const opensClause = (start: number) => (tokens[start - 1]?.term ?? BREAK) === BREAK;
  return terms.flatMap(({ kind, mentions }, term) =>
    mentions.map(({ start, end }) => {
      const isWord = kind === 'ideograph' && opensClause(start);
      return { term, start, end, covers: isWord ? 1 : (covers[term] ?? 0) };
    }),
  );
}

/** What a word counts (0..1) that is found by another word standing for it. */
function shareOf(source: ConceptSource, dictionaryShare: number): number {
  return { lexicon: 1, number: 1, family: 1, dictionary: dictionaryShare }[source];
}
