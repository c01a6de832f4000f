// The version in package.json, which is the bot's own.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const FILE = new URL('../package.json', import.meta.url);

export function ownVersion(): string {
  const text = readFileSync(FILE, 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
