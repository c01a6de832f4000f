// Processes of the benchmark: jobs that report once, and bots that run until they are stopped.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';

/** Milliseconds; a job that takes longer is ended, and the table says so. */
const LONGEST_JOB_MS = 10 * 60_000;
const MS_PER_MINUTE = 60_000;
const MAIN = 'tests/benchmark/benchmark.ts';
const TYPESCRIPT = ['--import', 'tsx'];
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

/** Started as `npm start` does it in that tree, without npm around it. */
export async function startBotProcess(program: BotProgram, tree: string): Promise<RunningBot> {
  const child =
    program.kind === 'ours'
      ? start(await scriptArguments(tree, 'start'), program.environment, tree)
      : start([...TYPESCRIPT, MAIN, '--job', JSON.stringify(program)], {}, tree);
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid ?? 0, stop };
}

function start(args: readonly string[], env: Readonly<Record<string, string>>, cwd: string): ChildProcess {
  return spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

const packageFile = z.object({ scripts: z.record(z.string(), z.string()) });

/** What a tree's script gives to the last `node` in it. */
export async function scriptArguments(tree: string, name: string): Promise<readonly string[]> {
  const { scripts } = packageFile.parse(JSON.parse(await readFile(join(tree, 'package.json'), 'utf8')));
  return (
    (scripts[name] ?? '')
      .split(/\bnode /)
      .at(-1)
      ?.split(' ') ?? []
  );
}

/** The line of a stack trace that says what was thrown. */
function errorLine(complaint: string): string {
  const lines = complaint.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /Error\b/.test(line)) ?? lines.at(-1) ?? 'ended without a word';
}
