// The bot as npm start runs it, in a process of its own, seen from outside: its log, its metrics, how it ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { scriptArguments } from '../benchmark/processes.ts';

export interface WatchedBot {
  /** The value of each series of /metrics, by its name and labels. */
  readonly metrics: () => Promise<ReadonlyMap<string, number>>;
  /** How often each message of the level `warn` and above was logged. */
  readonly complaints: ReadonlyMap<string, number>;
  /** The first lines that told of an error, as they were written. */
  readonly errors: readonly string[];
  /** Whether its process still runs. */
  readonly isRunning: () => boolean;
  /** Asks it to stop; the exit status. */
  readonly stop: () => Promise<number | null>;
}

type Environment = Readonly<Record<string, string>>;

const LOOPBACK = '127.0.0.1';
/** Of pino. */
const [WARN, ERROR] = [40, 50] as const;
const MOST_KEPT = 20;

export async function startWatched(environment: Environment): Promise<WatchedBot> {
  const port = await freePort();
  const child = spawn(process.execPath, await scriptArguments('.', 'start'), {
    env: { ...environment, HEALTH_PORT: String(port), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const complaints = new Map<string, number>();
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { level, msg } = JSON.parse(line);
    if (level >= WARN) complaints.set(msg, (complaints.get(msg) ?? 0) + 1);
    if (level >= ERROR && errors.length < MOST_KEPT) errors.push(line);
  });
  process.once('exit', () => child.kill());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const ended = once(child, 'close').then(([status]): number | null => status);
  return {
    complaints,
    errors,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    metrics: async () => readMetrics(await pageAt(`http://${LOOPBACK}:${port}/metrics`)),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** On a connection of its own: one that is kept may be closed at the moment that it is used again. */
async function pageAt(url: string): Promise<string> {
  const response = await fetch(url, { headers: { connection: 'close' } });
  return response.text();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, LOOPBACK);
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  await once(server, 'close');
  if (bound === null || typeof bound === 'string') throw new Error('No port is free.');
  return bound.port;
}

function readMetrics(page: string): ReadonlyMap<string, number> {
  const lines = page.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), Number(line.slice(space + 1))];
    }),
  );
}

/** The sum of all series of a metric, by the value of one label. */
export function sumBy(
  metrics: ReadonlyMap<string, number>,
  name: string,
  label: string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const labelled = new RegExp(`^${name}\\{.*\\b${label}="([^"]*)"`);
  for (const [series, value] of metrics) {
    const [, key] = labelled.exec(series) ?? [];
    if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return sums;
}
