// What is asked and quoted most, counted in memory for two weeks: how often, never by whom or where.
import type { SectionRef } from '../../answer/reply.ts';
import { fold } from '../../language/fold.ts';
import type { MostAsked, Tallied, Weeks } from '../../wording/survey.ts';

export interface Tally {
  /** A question that was asked, and the section that was quoted for it. */
  readonly count: (question: string, source: SectionRef | undefined) => void;
  readonly most: () => MostAsked;
}

/** Questions, and passages, that are counted at once; beyond it the rarest one is forgotten. */
const MOST_COUNTED = 500;
const MOST_SHOWN = 5;
const DAY_MS = 24 * 3_600_000;
const WEEK_DAYS = 7;

/** @param now milliseconds of a clock that only ever goes on: a day is 24 hours of it */
export function openTally(now: () => number): Tally {
  const today = () => Math.floor(now() / DAY_MS);
  const questions = countBounded<string>(today);
  const passages = countBounded<SectionRef>(today);
  return {
    count: (question, source) => {
      if (question !== '') questions.add(fold(question), question);
      if (source) passages.add(JSON.stringify(source), source);
    },
    most: () => ({ questions: questions.most(), passages: passages.most() }),
  };
}

interface Counted<What> {
  readonly what: What;
  /** How often on each day of the clock; days older than two weeks are taken out. */
  readonly days: Map<number, number>;
}

function countBounded<What>(today: () => number) {
  const counted = new Map<string, Counted<What>>();
  return {
    add: (key: string, what: What) => {
      const day = today();
      const own = counted.get(key) ?? { what, days: new Map<number, number>() };
      own.days.set(day, (own.days.get(day) ?? 0) + 1);
      if (!counted.has(key) && counted.size >= MOST_COUNTED) forgetRarest(counted, day);
      counted.set(key, own);
    },
    most: (): readonly Tallied<What>[] => {
      forgetOld(counted, today());
      return [...counted.values()]
        .map(({ what, days }) => ({ what, weeks: inWeeks(days, today()) }))
        .toSorted((a, b) => sumOf(b.weeks) - sumOf(a.weeks))
        .slice(0, MOST_SHOWN);
    },
  };
}

function forgetRarest<What>(counted: Map<string, Counted<What>>, today: number): void {
  forgetOld(counted, today);
  if (counted.size < MOST_COUNTED) return;
  const [rarest] = [...counted].toSorted(
    ([, a], [, b]) => sumOf(inWeeks(a.days, today)) - sumOf(inWeeks(b.days, today)),
  );
  if (rarest) counted.delete(rarest[0]);
}

function forgetOld<What>(counted: Map<string, Counted<What>>, today: number): void {
  for (const [key, { days }] of counted) {
    for (const day of days.keys()) if (day <= today - 2 * WEEK_DAYS) days.delete(day);
    if (days.size === 0) counted.delete(key);
  }
}

function inWeeks(days: ReadonlyMap<number, number>, today: number): Weeks {
  let [now, before] = [0, 0];
  for (const [day, times] of days) {
    if (day > today - WEEK_DAYS) now += times;
    else before += times;
  }
  return { now, before };
}

function sumOf({ now, before }: Weeks): number {
  return now + before;
}
