// A soak as it is, and what is due in it as it goes on: fair and foul weather in turn, storms, an editor at work, a look at the
// bot's memory.
import type { SimulatedDiscord } from '../../src/simulator/discord.ts';
import type { WatchedBot } from './bot.ts';
import { type Dice, diceFrom } from './dice.ts';
import type { Editing } from './folder.ts';
import type { Judge } from './judge.ts';
import type { Gap, Ledger } from './ledger.ts';
import { blow, plan, STORMS } from './weather.ts';

export interface SoakWish {
  readonly questions: number;
  readonly seed: number;
  readonly guilds: number;
  readonly shards: number;
  /** Questions a second. */
  readonly rate: number;
  /** Ends then, however few were asked. */
  readonly minutes: number;
}

export interface Parts {
  readonly discord: SimulatedDiscord;
  readonly bot: WatchedBot;
  readonly judge: Judge;
  readonly editing: Editing;
  readonly ledger: Ledger;
  readonly say: (line: string) => void;
}

/** Bytes. */
export interface Sample {
  readonly resident: number;
  /** Of objects, those that nothing refers to any more among them until they are collected. */
  readonly heap: number;
}

/** A soak as it is now. */
export interface Run extends Parts {
  readonly wish: SoakWish;
  readonly weather: Dice;
  readonly gaps: Gap[];
  readonly wrong: string[];
  /** At each hundredth of the questions. */
  readonly samples: Sample[];
  /** How often what happened. */
  readonly happened: Map<string, number>;
  /** Storms, edits and samples that are not over. */
  readonly going: Set<Promise<void>>;
  isStormy: boolean;
  /** When the last storm was over. */
  calmSince: number;
  asked: number;
}

export function openRun(wish: SoakWish, parts: Parts): Run {
  return {
    ...{ ...parts, wish, weather: diceFrom(wish.seed + 1), gaps: [], wrong: [], samples: [] },
    ...{ happened: new Map(), going: new Set(), isStormy: false, calmSince: now(), asked: 0 },
  };
}

export function count({ happened }: Run, what: string): void {
  happened.set(what, (happened.get(what) ?? 0) + 1);
}

/** Milliseconds of a clock that only ever goes on. */
export function now(): number {
  return performance.now();
}

export const MS_PER_SECOND = 1_000;

/** Questions of fair and of foul weather, in turn. */
const SPELL = 250;
/** The first questions of a fair spell still wait for what went wrong before. */
const CLEARING = 50;
const MISHAPS = 0.08;
/** Questions from one to the next … */
const STORM_EVERY = 500;
/** … and milliseconds from the end of one to the next: where connections last less than a minute, the bot's own pauses grow. */
const LULL_MS = 75_000;
const EDIT_EVERY = 700;

export function isFair({ asked, isStormy }: Run): boolean {
  const at = asked % (2 * SPELL);
  return !isStormy && at >= CLEARING && at < SPELL;
}

export function isFoul(asked: number): boolean {
  return asked % (2 * SPELL) >= SPELL;
}

/** What is due before the next question. */
export function passTime(run: Run): void {
  const { wish, ledger, discord, weather, asked } = run;
  run.asked += 1;
  if (asked % (2 * SPELL) === 0) discord.faults.clear();
  if (isFoul(asked) && weather.roll() < MISHAPS) {
    plan(discord, weather);
    count(run, 'requests that went wrong');
  }
  const isDue = (times: number) =>
    Math.floor(((asked + 1) * times) / wish.questions) > Math.floor((asked * times) / wish.questions);
  if (asked % STORM_EVERY === STORM_EVERY / 2) goOn(run, storm(run));
  if (asked % EDIT_EVERY === EDIT_EVERY / 2) goOn(run, edit(run));
  if (isDue(SAMPLES)) goOn(run, sample(run));
  if (isDue(10)) {
    const answered = ledger.questions.filter(({ ended }) => ended !== undefined).length;
    run.say(`${asked + 1} asked, ${answered} answered, ${run.wrong.length} wrong`);
  }
}

function goOn({ going }: Run, work: Promise<void>): void {
  const done = work.finally(() => going.delete(done));
  going.add(done);
}

async function storm(run: Run): Promise<void> {
  if (run.isStormy || now() - run.calmSince < LULL_MS) return;
  const { discord, wish, gaps, say } = run;
  const next = STORMS[timesOf(run, 'gateway: ') % STORMS.length];
  if (!next) return;
  run.isStormy = true;
  const begun = now();
  const gap = await blow(next, discord, { now, shards: wish.shards });
  say(`gateway: ${next.name}, back after ${((now() - begun) / MS_PER_SECOND).toFixed(1)} s`);
  if (gap) gaps.push(gap);
  count(run, `gateway: ${next.name}`);
  run.isStormy = false;
  run.calmSince = now();
}

/** How often what is so called has happened. */
function timesOf({ happened }: Run, beginning: string): number {
  return [...happened].reduce((sum, [what, times]) => sum + (what.startsWith(beginning) ? times : 0), 0);
}

async function edit(run: Run): Promise<void> {
  const { editing, judge } = run;
  const what = await editing.edit(timesOf(run, 'interviews: '));
  count(run, `interviews: ${what}`);
  if (what === 'added') await learn(judge, editing);
}

const SAMPLES = 100;

async function sample({ bot, samples }: Run): Promise<void> {
  const metrics = await bot.metrics();
  const told = (name: string) => metrics.get(name) ?? Number.NaN;
  samples.push({
    resident: told('process_resident_memory_bytes'),
    heap: told('nodejs_heap_size_used_bytes'),
  });
}

export async function learn(judge: Judge, editing: Editing): Promise<void> {
  const { library, files } = await editing.read();
  judge.learn(library, files);
}
