// Looking: what each interview holds of a question, by itself, and which sections of all are worth a close look. Of many interviews
// only the likeliest are looked through.
import { notedOf } from '../dictionary/dictionary.ts';
import type { Section } from '../knowledge/interview.ts';
import type { ReadToken } from '../language/question-words.ts';
import { BREAK } from '../language/tokenise.ts';
import { analyse, wordsOf } from '../search/query/analyse.ts';
import { knownShare, type Query, type Words } from '../search/query/query.ts';
import { heldByEach } from '../search/rank/likely.ts';
import { Best, type Nearness } from '../search/rank/nearest.ts';
import { type Hit, search } from '../search/rank/search.ts';
import type { OpenInterview } from './library.ts';
import { isForeign } from './quotation.ts';
import type { Reading } from './read.ts';

/** Sections that the decision looks at: the right one is among them for 99 of 100 questions. */
export const MOST_FINDINGS = 8;
/** Share of its interview's best score from which a section is looked at closely: the right one has it, or has no chance. */
const CLOSE = 0.5;
/** Sections of each interview that are looked at however far behind: the runner-up is named where a reader asks why. */
const FEWEST = 2;
/** List questions a section from which on lists say more of what is covered than they leave open. */
const TELLING_LIST = 20;

/** What is made once for a reading, though it is looked for twice where its slips are mended. */
interface Notes {
  readonly words: Words;
  readonly likely: Likely;
  /** What each interview holds of these words. */
  readonly looked: Map<OpenInterview, Looked>;
}

export const notesOf = notedOf((reading: Reading): Notes => {
  const words = wordsOf(reading.focus);
  return { words, likely: likelyOf(reading, words.tokens), looked: new Map() };
});

/** Interviews of which each costs as much as the only one. */
interface Likely {
  /** Those that are looked through: others would only make the reply less sure. */
  readonly close: readonly OpenInterview[];
  /** Those beside them that may hold what was meant where a word is mistyped. */
  readonly all: readonly OpenInterview[];
}

/** Interviews that are all looked through; of more, so many may hold what was meant where a word is mistyped … */
const MOST_INTERVIEWS = 8;
/** … and so many are looked through. */
const MOST_OF_MANY = 4;
/** Share (0..1) of what the likeliest interview holds of the question that another one must hold. */
const LEAST_HELD = 0.5;

/** All of a few; of many those that hold most of what is asked, and those that the question speaks of. */
function likelyOf({ scope, favoured }: Reading, tokens: readonly ReadToken[]): Likely {
  if (scope.length <= MOST_INTERVIEWS) return { close: scope, all: scope };
  const topics = tokens.map((token) => (token.isAsking || token.isLight ? { ...token, term: BREAK } : token));
  const held = heldByEach(
    scope.map(({ index }) => index),
    topics,
  );
  const best = new Best(MOST_INTERVIEWS);
  held.forEach((own, at) => {
    best.add(at, own);
  });
  const all = best.numbers;
  const least = LEAST_HELD * (held[all[0] ?? 0] ?? 0);
  const meant = favoured.length <= MOST_INTERVIEWS ? favoured : [];
  const openAt = (places: readonly number[]) =>
    scope.filter((open, at) => places.includes(at) || meant.includes(open));
  const close = all.slice(0, MOST_OF_MANY).filter((at) => (held[at] ?? 0) >= least);
  return { close: openAt(close), all: openAt(all) };
}

/** Looks through some interviews, each with the words that it is asked with, for so many hits of each. */
export function lookAll(
  reading: Reading,
  asked: ReadonlyMap<OpenInterview, Words>,
  most: number,
): readonly Looked[] {
  const { words: asTyped, looked: known } = notesOf(reading);
  const looked = [...asked].map(([open, words]) => {
    const own = known.get(open);
    if (own && words === asTyped) return own;
    const fresh = look(open, words, { most, language: reading.language });
    if (words === asTyped) known.set(open, fresh);
    return fresh;
  });
  const mostKnown = Math.max(0, ...looked.map(({ known }) => known));
  const isAtHome = looked.some(({ isForeign }) => !isForeign);
  return looked.map((own) => {
    return { ...own, strange: mostKnown - own.known, isBeside: own.isForeign && isAtHome };
  });
}

/** What one interview holds of a question. */
export interface Looked {
  readonly open: OpenInterview;
  readonly query: Query;
  readonly hits: readonly Hit[];
  readonly notCovered: Nearness | undefined;
  /** Whether it is in another language than the question; and whether one in the question's language is asked, too. */
  readonly isForeign: boolean;
  readonly isBeside: boolean;
  /** How far (0..1) its lists tell what is covered. */
  readonly telling: number;
  /** Share (0..1) of the question that it knows, and how much more another one does. */
  readonly known: number;
  readonly strange: number;
}

export interface Near {
  readonly looked: Looked;
  readonly hit: Hit;
}

function look(
  open: OpenInterview,
  words: Words,
  { most, language }: { readonly most: number; readonly language: string },
): Looked {
  const query = analyse(words, open.index);
  const size = open.index.wordings.texts.length / Math.max(1, open.interview.sections.length);
  return {
    ...{ open, query, ...search(query, most) },
    isForeign: isForeign(open.interview, language),
    telling: size / (size + TELLING_LIST),
    known: knownShare(query),
    strange: 0,
    isBeside: false,
  };
}

/** The hits that are worth a close look, by what the texts themselves say: lists help only within their interview. */
export function nearestOf(looked: readonly Looked[], most: number): readonly Near[] {
  const all = looked.flatMap((own) => {
    const least = CLOSE * (own.hits[0]?.score ?? 0);
    const near = own.hits.filter(({ score }, at) => at < FEWEST || score >= least);
    return near.map((hit) => ({ looked: own, hit }));
  });
  if (all.length <= most) return all;
  const told = ({ hit, looked: { query } }: Near) =>
    hit.score - hit.features.wordings * query.index.weights.rank.wordings;
  return all.toSorted((a, b) => told(b) - told(a)).slice(0, most);
}

export function sectionAt({ interview }: OpenInterview, passage: number): Section {
  const section = interview.sections[passage];
  if (!section)
    throw new Error(`The index of ${interview.id} names passage ${passage}, which it does not have.`);
  return section;
}
