// Groups questions that ask for the same, by the engine's own terms: those that are asked most come first.
import type { Collection } from '../answer/collection.ts';
import { enquire } from '../answer/enquiry.ts';
import { diceOverlap } from '../search/query/overlap.ts';
import type { Query } from '../search/query/query.ts';
import type { LogLine } from './log-line.ts';

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

/** The terms of a question without the names of interviewees. */
export function queryOf(collection: Collection, question: string): Query {
  return enquire(collection, { question }).query;
}

export function isNearDuplicate(a: Query, b: Query): boolean {
  return diceOverlap(a, b) >= NEAR_DUPLICATE;
}

interface Asked extends Wording {
  readonly query: Query;
  readonly lines: readonly LogLine[];
}

/** Each wording joins the first group whose most frequent wording it nearly repeats. */
export function groupQuestions(collection: Collection, lines: readonly LogLine[]): readonly Group[] {
  const groups: Asked[][] = [];
  for (const asked of distinct(collection, lines)) {
    const home = groups.find(([lead]) => lead && isNearDuplicate(lead.query, asked.query));
    if (home) home.push(asked);
    else groups.push([asked]);
  }
  return groups.map(toGroup).toSorted(byFrequency);
}

/** Wordings to the letter, most frequent first; of equals the one asked first. */
function distinct(collection: Collection, lines: readonly LogLine[]): readonly Asked[] {
  const byQuestion = new Map<string, LogLine[]>();
  for (const line of lines) {
    const own = byQuestion.get(line.question);
    if (own) own.push(line);
    else byQuestion.set(line.question, [line]);
  }
  return [...byQuestion]
    .map(([question, own]) => {
      const query = queryOf(collection, question);
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
