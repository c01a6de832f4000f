// What several mains do at their start: refuse a wrong command line with how the tool is called, tell their version, listen for
// the signals that ask a program to stop.
import { readFile } from 'node:fs/promises';

/** What was read; where that fails, the message and the usage on standard error, and status 2. */
export async function readOrExit<Read>(usage: string, read: () => Read | Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\nUsage: ${usage}\n`);
    return process.exit(2);
  }
}

const FILE = new URL('../package.json', import.meta.url);

/** Read by hand: a schema library would cost the bot a tenth of its start. */
export async function ownVersion(): Promise<string> {
  const read: unknown = JSON.parse(await readFile(FILE, 'utf8'));
  const isVersioned = typeof read === 'object' && read !== null && 'version' in read;
  if (isVersioned && typeof read.version === 'string') return read.version;
  throw new Error('package.json has no version.');
}

/** Aborted by the first SIGINT or SIGTERM; a terminal sends it to npm and to the bot, so later ones change nothing. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}
