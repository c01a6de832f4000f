// The version in package.json, which is the bot's own.
import { readFile } from 'node:fs/promises';

const FILE = new URL('../package.json', import.meta.url);

/** Read by hand: a schema library would cost the bot a tenth of its start. */
export async function ownVersion(): Promise<string> {
  const read: unknown = JSON.parse(await readFile(FILE, 'utf8'));
  const isVersioned = typeof read === 'object' && read !== null && 'version' in read;
  if (isVersioned && typeof read.version === 'string') return read.version;
  throw new Error('package.json has no version.');
}
