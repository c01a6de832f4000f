// The end of a soak: what is still on its way is awaited, the bot is asked what it has counted, and told to stop.
import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../benchmark/statistics.ts';
import { sumBy } from './bot.ts';
import type { Ledger } from './ledger.ts';
import { now, type Run, type Sample } from './passing.ts';
import type { Soaked } from './report.ts';

/** Milliseconds for what nobody awaits any more. */
const LAST_WAIT_MS = 30_000;
/** Samples of a hundred, for one of the ten points: one alone hangs on when memory was last tidied. */
const SAMPLES_A_POINT = 5;

function tenths<Value>(samples: readonly Sample[], pointOf: (tenth: readonly Sample[]) => Value) {
  return Array.from({ length: 10 }, (_, place) => {
    const [start, end] = [place, place + 1].map((each) => Math.floor((each * samples.length) / 10));
    return pointOf(samples.slice(start, end));
  });
}

function memoryOf(samples: readonly Sample[]): Pick<Soaked, 'resident' | 'heap'> {
  return {
    resident: tenths(samples, (tenth) =>
      median(tenth.slice(-SAMPLES_A_POINT).map(({ resident }) => resident)),
    ),
    // Right after a collection: no more than what is kept.
    heap: tenths(samples, (tenth) => Math.min(...tenth.map(({ heap }) => heap))),
  };
}

/** Until all is answered, or nothing more will be. */
export async function lastOnes({ questions }: Ledger): Promise<void> {
  const end = now() + LAST_WAIT_MS;
  while (now() < end && questions.some(({ ended, trouble }) => ended === undefined && !trouble))
    await delay(100);
}

export async function collect(run: Run, minutes: number): Promise<Omit<Soaked, 'wish' | 'machine'>> {
  const { bot, discord, ledger, gaps, wrong, happened, say } = run;
  await discord.bot.settles().catch(() => undefined);
  const metrics = await bot.metrics();
  const counted = sumBy(metrics, 'verbatim_lost_answers_total', 'kind');
  const reconnects = [...sumBy(metrics, 'verbatim_gateway_reconnects_total', 'how')];
  const told = reconnects.map(([how, times]) => `connections that came back, ${how}: ${times}`);
  const status = await bot.stop();
  ledger.close();
  const violations = discord.violations();
  for (const { by, what, problems } of violations.slice(0, MOST_TOLD))
    say(JSON.stringify({ by, what, problems }));
  for (const line of bot.errors) say(line);
  const logged = [...bot.complaints].map(([message, times]) => `logged: ${message}: ${times}`);
  const events = [...[...happened].map(([what, times]) => `${what}: ${times}`), ...told, ...logged];
  return {
    ...{ questions: ledger.questions, gaps, counted, wrong, events, status, minutes },
    ...{ ...memoryOf(run.samples), violations: violations.length },
  };
}

const MOST_TOLD = 5;
