// The commands of package.json as an operator runs them, less npm and its shell: they take longer to start than our mains, and
// Windows would start them otherwise. V8 alone is told that they end soon.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { ENDS_SOON } from './v8-flags.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** Windows ends a process at once where others send it a signal. */
export const whereSignalsArrive = test.skipIf(process.platform === 'win32');

/** What a file's owner, group and others may do, as three octal digits; undefined on Windows, which keeps no such bits. */
export function permissionsOf(file: string): string | undefined {
  return process.platform === 'win32' ? undefined : (statSync(file).mode & 0o777).toString(8);
}

export interface Running {
  /** The repository's own folder where it is not said. */
  readonly cwd?: string | undefined;
  /** Beside the path alone: no test sees what its own process was told. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What stands on standard input, which is closed after it. */
  readonly input?: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** Everything written to a stream, or to either, so far. */
  readonly out: () => string;
  readonly err: () => string;
  readonly output: () => string;
  /** Resolves when standard output holds the text; rejects where the program ends without it. */
  readonly prints: (text: string) => Promise<void>;
  /** Resolves when the program has ended and its streams are closed; null after a signal. */
  readonly status: Promise<number | null>;
}

/** Starts what `npm run SCRIPT -- ...argv` starts. */
export function startScript(script: string, argv: readonly string[] = [], running: Running = {}): Started {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [program = '', ...words]: readonly string[] = scripts[script].split(' ');
  if (program !== 'node') throw new Error(`npm run ${script} starts ${program}.`);
  const absolute = words.map((word) => (/^(?:src|tests)\//.test(word) ? join(ROOT, word) : word));
  return start(process.execPath, [...ENDS_SOON, ...absolute, ...argv], running);
}

export function start(program: string, argv: readonly string[], running: Running = {}): Started {
  const { cwd = ROOT, environment = {}, input = '' } = running;
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment };
  const child = spawn(program, argv, { cwd, env, stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  // A program that has ended reads nothing more.
  child.stdin.on('error', () => {}).end(input);
  const printed = { out: '', err: '', both: '' };
  const collect = (stream: 'out' | 'err') => (chunk: string) => {
    printed[stream] += chunk;
    printed.both += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', collect('out'));
  child.stderr.setEncoding('utf8').on('data', collect('err'));
  const status = once(child, 'close').then(([code]: readonly unknown[]) => code as number | null);
  const prints = (text: string) =>
    new Promise<void>((done, failed) => {
      const check = () => printed.out.includes(text) && done();
      child.stdout.on('data', check);
      check();
      void status.then(() => failed(new Error(`ended without printing ${text}: ${printed.err}`)));
    });
  return {
    child,
    out: () => printed.out,
    err: () => printed.err,
    output: () => printed.both,
    prints,
    status,
  };
}

/** What is left of a script that has run to its end. */
export async function runScript(script: string, argv: readonly string[] = [], running: Running = {}) {
  const { status, out, err, output } = startScript(script, argv, running);
  return { status: await status, stdout: out(), stderr: err(), output: output() };
}
