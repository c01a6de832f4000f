// The benchmark from start to end: every job in turn, one at a time, then the report.
import { type BotComparison, type BotWish, compareBots } from './bot-job.ts';
import { ENTRANTS } from './contestants.ts';
import { type CostResult, costResult } from './cost-job.ts';
import { type CostedSize, sizeName } from './costed-size.ts';
import { engineId } from './engine.ts';
import { COSTED } from './engines.ts';
import type { Outcome } from './outcome.ts';
import { runJob } from './processes.ts';
import { qualityResult } from './quality-job.ts';
import type { CostTable, Entry, Report } from './report.ts';
import type { Sources } from './sources.ts';

export interface Plan {
  readonly sizes: readonly CostedSize[];
  /** Questions of each set, for answers and for costs. */
  readonly most: number;
  /** Starts of each bot, and questions to each on each surface. */
  readonly starts: number;
  readonly botQuestions: number;
}

export const FULL: Plan = {
  sizes: ['our interview', 1, 1_000, 10_000],
  most: Number.MAX_SAFE_INTEGER,
  starts: 5,
  botQuestions: 200,
};
export const QUICK: Plan = { sizes: ['our interview', 1, 1_000], most: 60, starts: 2, botQuestions: 50 };

export interface Surroundings {
  /** Says what is being done. */
  readonly announce: (what: string) => void;
  readonly now: () => number;
  readonly clock: () => number;
  readonly read: Sources['read'];
  readonly botQuestions: readonly string[];
}

type Measured = Pick<Report, 'quality' | 'costs' | 'bots' | 'settings'>;

export async function measureAll(plan: Plan, surroundings: Surroundings): Promise<Measured> {
  const bots = await measureBots(plan, surroundings);
  const quality = await measureQualities(plan, surroundings);
  const costs: CostTable[] = [];
  for (const size of plan.sizes) costs.push(await measureCosts(size, plan, surroundings));
  const settings = ENTRANTS.map((entrant) => ({ engine: engineId(entrant), value: entrant.how }));
  return { bots, quality, costs, settings };
}

async function measureQualities({ most }: Plan, { announce }: Surroundings): Promise<Measured['quality']> {
  const entries: Measured['quality'][number][] = [];
  for (const entrant of ENTRANTS) {
    const engine = engineId(entrant);
    announce(`answers of ${engine}`);
    entries.push({ engine, value: await runJob({ kind: 'quality', engine, most }, qualityResult) });
  }
  return entries;
}

async function measureCosts(
  size: CostedSize,
  { most }: Plan,
  { announce }: Surroundings,
): Promise<CostTable> {
  const entries: Entry<Outcome<CostResult>>[] = [];
  for (const costed of COSTED) {
    const engine = engineId(costed);
    announce(`cost of ${engine}, with ${sizeName(size)}`);
    entries.push({ engine, value: await runJob({ kind: 'cost', engine, size, most }, costResult) });
  }
  return { size, entries };
}

async function measureBots(
  { starts, botQuestions }: Plan,
  surroundings: Surroundings,
): Promise<Outcome<BotComparison>> {
  surroundings.announce('the whole bot');
  const wish: BotWish = { starts, questions: surroundings.botQuestions.slice(0, botQuestions) };
  try {
    return { ok: true, value: await compareBots(wish, surroundings) };
  } catch (error) {
    return {
      ok: false,
      reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  }
}
