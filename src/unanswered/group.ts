// Groups questions that ask for the same, by the engine's own terms: those that are asked most come first.
import type { Library } from '../answer/library.ts';
import { read } from '../answer/read.ts';
import { nearestSections } from '../answer/suggestions.ts';
import { buildIndex, type SearchIndex } from '../search/index/index.ts';
import { analyse } from '../search/query/analyse.ts';
import type { Query } from '../search/query/query.ts';
import type { LogLine } from './log-line.ts';
import { diceOverlap } from './overlap.ts';

export interface Wording {
  readonly question: string;
  readonly times: number;
}

export interface Group {
  /** Most frequent first; the first stands for the group. */
  readonly wordings: readonly Wording[];
  readonly times: number;
  /** The latest day. */
  readonly last: string;
  readonly language: LogLine['language'];
}

/** Weighted Dice coefficient from which two questions count as one: they share half of what they ask for. */
const NEAR_DUPLICATE = 0.5;

/** Where questions are compared: queries of two indexes have nothing in common. */
export interface Ground {
  readonly library: Library;
  readonly index: SearchIndex;
}

/** The index of the interview that the first of the questions comes nearest to; else the first one's. */
export function groundFor(library: Library, [first]: readonly LogLine[]): Ground {
  const [nearest] = first ? nearestSections(library, { question: first.question }) : [];
  const open = library.open.find(({ interview }) => interview.id === nearest?.interview) ?? library.open[0];
  return { library, index: open?.index ?? buildIndex([], { lexicon: [] }) };
}

/** The terms of a question without the names of interviewees. */
export function queryOf({ library, index }: Ground, question: string): Query {
  return analyse(read(library, { question }).focus, index);
}

export function isNearDuplicate(a: Query, b: Query): boolean {
  return diceOverlap(a, b) >= NEAR_DUPLICATE;
}

interface Asked extends Wording {
  readonly query: Query;
  readonly lines: readonly LogLine[];
}

/** Each wording joins the first group whose most frequent wording it nearly repeats. */
export function groupQuestions(ground: Ground, lines: readonly LogLine[]): readonly Group[] {
  const groups: Asked[][] = [];
  for (const asked of distinct(ground, lines)) {
    const home = groups.find(([lead]) => lead && isNearDuplicate(lead.query, asked.query));
    if (home) home.push(asked);
    else groups.push([asked]);
  }
  return groups.map(toGroup).toSorted(byFrequency);
}

/** Wordings to the letter, most frequent first; of equals the one asked first. */
function distinct(ground: Ground, lines: readonly LogLine[]): readonly Asked[] {
  const byQuestion = new Map<string, LogLine[]>();
  for (const line of lines) {
    const own = byQuestion.get(line.question);
    if (own) own.push(line);
    else byQuestion.set(line.question, [line]);
  }
  return [...byQuestion]
    .map(([question, own]) => {
      const query = queryOf(ground, question);
      return { question, times: own.length, lines: own, query };
    })
    .toSorted((a, b) => b.times - a.times);
}

function toGroup(asked: readonly Asked[]): Group {
  const lines = asked.flatMap((each) => each.lines);
  return {
    wordings: asked.map(({ question, times }) => ({ question, times })),
    times: lines.length,
    last:
      lines
        .map(({ date }) => date)
        .toSorted()
        .at(-1) ?? '',
    language: lines[0]?.language ?? 'en',
  };
}

/** Of equals the latest, then the one asked first. */
function byFrequency(a: Group, b: Group): number {
  if (a.times !== b.times || a.last === b.last) return b.times - a.times;
  return a.last < b.last ? 1 : -1;
}
