// Processes of the benchmark: jobs that report once, and bots that run until they are stopped.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { z } from 'zod';
import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';

/** Milliseconds; a job that takes longer is ended, and the table says so. */
const LONGEST_JOB_MS = 10 * 60_000;
const MS_PER_MINUTE = 60_000;
const MAIN = 'tests/benchmark/benchmark.ts';
const TYPESCRIPT = ['--import', 'tsx'];
/** As in `npm start`: a bot makes little garbage at a time, and with the usual space for it holds 30 MB more. */
const SMALL_NURSERY = '--max-semi-space-size=1';

export async function runJob<T>(job: Job, result: z.ZodType<T>): Promise<Outcome<T>> {
  const child = fork(MAIN, ['--job', JSON.stringify(job)], {
    execArgv: ['--expose-gc', ...TYPESCRIPT],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  let message: unknown;
  child.stderr?.on('data', (chunk) => (complaint += String(chunk)));
  child.once('message', (received) => {
    message = received;
  });
  const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_JOB_MS);
  const [code] = await once(child, 'close');
  clearTimeout(late);
  if (message !== undefined) return { ok: true, value: result.parse(message) };
  const tooLate = code === null && complaint === '';
  const reason = tooLate ? `took over ${LONGEST_JOB_MS / MS_PER_MINUTE} minutes` : errorLine(complaint);
  return { ok: false, reason };
}

export interface RunningBot {
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

export type BotProgram =
  | { readonly kind: 'ours'; readonly environment: Readonly<Record<string, string>> }
  | { readonly kind: 'pong'; readonly api: string; readonly token: string };

/** Started as `npm start` does it, without npm around it. */
export function startBotProcess(program: BotProgram): RunningBot {
  const child =
    program.kind === 'ours'
      ? start([SMALL_NURSERY, ...TYPESCRIPT, 'src/bot.ts'], program.environment)
      : start([...TYPESCRIPT, MAIN, '--job', JSON.stringify(program)], {});
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid ?? 0, stop };
}

function start(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The line of a stack trace that says what was thrown. */
function errorLine(complaint: string): string {
  const lines = complaint.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /Error\b/.test(line)) ?? lines.at(-1) ?? 'ended without a word';
}
