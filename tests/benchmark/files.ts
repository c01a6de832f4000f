// What the benchmark does on disk: reads its sets, installs the peers, and measures an installation of the bot.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { loadDictionary, loadKnowledge } from '../../src/load-knowledge.ts';
import type { Outcome } from './outcome.ts';
import type { Sources } from './sources.ts';

const PEERS = 'tests/benchmark';
const packageFile = z.object({
  version: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
});

export function read(path: string) {
  return readFile(path, 'utf8');
}

export const sources: Sources = {
  read,
  loadKnowledge,
  loadDictionary,
  requirePeer: createRequire(resolve(PEERS, 'package.json')),
};

/** Installs the peers where one is missing or of another version; "name version" of each. */
export async function installPeers(): Promise<readonly string[]> {
  const pinned = Object.entries((await readPackage(PEERS)).dependencies ?? {});
  const versions = await Promise.all(pinned.map(([name]) => installedVersion(name)));
  if (pinned.some(([, version], place) => versions[place] !== version)) {
    const code = await runNpm(['ci', '--prefix', PEERS]);
    if (code !== 0) throw new Error(`The peers could not be installed (npm ci --prefix ${PEERS}: ${code}).`);
  }
  return pinned.map(([name, version]) => `${name} ${version}`);
}

async function installedVersion(name: string): Promise<string | undefined> {
  const found = await readPackage(`${PEERS}/node_modules/${name}`).catch(() => undefined);
  return found?.version;
}

async function readPackage(folder: string) {
  return packageFile.parse(JSON.parse(await read(`${folder}/package.json`)));
}

/** Bytes on disk of the packages that the bot needs, installed afresh into a folder that is removed again. */
export async function installSize(): Promise<Outcome<number>> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-install-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) await copyFile(file, join(folder, file));
    const code = await runNpm(['ci', '--omit=dev', '--prefix', folder]);
    if (code !== 0) return { ok: false, reason: `npm ci --omit=dev failed (${code})` };
    return { ok: true, value: await sizeOnDisk(join(folder, 'node_modules')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What it prints goes to standard error, so that the tables alone are on standard output. */
async function runNpm(args: readonly string[]): Promise<number | null> {
  const npm = spawn('npm', ['--no-audit', '--no-fund', ...args], { stdio: ['ignore', 2, 2] });
  const [code] = await once(npm, 'close');
  return code;
}

/** A file takes whole blocks of 512 bytes, as `stat` counts them. */
const BLOCK = 512;

async function sizeOnDisk(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries.map(async ({ parentPath, name }) => (await lstat(join(parentPath, name))).blocks * BLOCK),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
