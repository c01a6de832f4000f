// What one engine costs with one collection: loading, building, memory, and the time of a question.
import { z } from 'zod';
import type { CostedSize } from './costed-size.ts';
import type { Engine, Find } from './engine.ts';
import { readInterview, readJudged } from './our-interview.ts';
import { materialOf, readPublicSet } from './public-set.ts';
import { replicate } from './replicate.ts';
import type { Instruments, Sources } from './sources.ts';
import { percentile } from './statistics.ts';

export const costResult = z.strictObject({
  /** Milliseconds. */
  load: z.number(),
  build: z.number(),
  /** Bytes more than before loading. */
  resident: z.number(),
  live: z.number(),
  /** Milliseconds a question, and how many were asked. */
  p50: z.number(),
  p99: z.number(),
  asked: z.number(),
});

export type CostResult = z.infer<typeof costResult>;

interface Wish {
  readonly size: CostedSize;
  /** Questions at most. */
  readonly most: number;
}

/** Milliseconds for the questions: slow engines are asked fewer. */
const WARM_UP_MS = 5_000;
const ASKING_MS = 8_000;
/** Times that each question is asked; the fastest counts, since other work on the machine only ever slows one down. */
const PASSES = 5;
/** Documents asked for: as many as a list of candidates shows. */
const TOP = 10;

export async function measureCost(
  engine: Engine,
  { size, most }: Wish,
  { sources, instruments }: { readonly sources: Sources; readonly instruments: Instruments },
): Promise<CostResult> {
  const { material, questions } = await subjectOf(size, sources);
  const asked = questions.slice(0, most);
  const { now, memory } = instruments;
  const before = memory();
  const start = now();
  const build = await engine.load();
  const loaded = now();
  const find = build(material);
  const built = now();
  askUntil(find, asked, { now, milliseconds: WARM_UP_MS });
  // Before the timed questions, so that the index is still in use and cannot be collected.
  const after = memory();
  const times = fastestTimes(find, asked, now);
  return {
    load: loaded - start,
    build: built - loaded,
    resident: after.resident - before.resident,
    live: after.live - before.live,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    asked: times.length,
  };
}

async function subjectOf(size: CostedSize, sources: Sources) {
  if (size === 'our interview') {
    const questions = (await readJudged(sources)).map(({ question }) => question);
    return { material: await readInterview(sources), questions };
  }
  const { passages, questions, language } = await readPublicSet('zh', sources);
  return {
    material: materialOf({ passages: replicate(passages, size), language }),
    questions: questions.map(({ question }) => question),
  };
}

function fastestTimes(find: Find, questions: readonly string[], now: () => number): readonly number[] {
  let fastest = askUntil(find, questions, { now, milliseconds: ASKING_MS });
  for (let pass = 1; pass < PASSES; pass += 1) {
    const times = askUntil(find, questions.slice(0, fastest.length), { now, milliseconds: ASKING_MS });
    fastest = fastest.map((time, place) => Math.min(time, times[place] ?? time));
  }
  return fastest;
}

interface Patience {
  readonly now: () => number;
  readonly milliseconds: number;
}

/** The time of each question in milliseconds, until all are asked or time is up. */
function askUntil(
  find: Find,
  questions: readonly string[],
  { now, milliseconds }: Patience,
): readonly number[] {
  const end = now() + milliseconds;
  const times: number[] = [];
  for (const question of questions) {
    const start = now();
    if (start > end) break;
    find(question, TOP);
    times.push(now() - start);
  }
  return times;
}
