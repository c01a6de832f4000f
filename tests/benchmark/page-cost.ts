// What `ingest` takes for pages of 5 MB: seconds of CPU and peak memory of the whole command, start included.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type MadePage, madePages } from './made-pages.ts';
import { scriptArguments } from './processes.ts';
import { readPublicSet } from './public-set.ts';
import type { Sources } from './sources.ts';
import { markdownTable, megabytes, seconds } from './tables.ts';

const RESOURCES = pathToFileURL(resolve('tests/benchmark/resources.mjs')).href;
const usage = z.strictObject({ cpuMs: z.number(), peakBytes: z.number() });
const report = z.looseObject({ ok: z.literal(true), source: z.string(), exchanges: z.number() });

/** The least CPU of some rounds, and the largest peak. */
const ROUNDS = 3;

/** A table, as Markdown. */
export async function measurePages(sources: Pick<Sources, 'read'>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-pages-'));
  try {
    const rows: string[][] = [];
    for (const language of ['en', 'zh'] as const) {
      const { passages } = await readPublicSet(language, sources);
      for (const page of madePages(passages))
        rows.push([`${language}: ${page.name}`, ...(await costOf(page, folder))]);
    }
    return markdownTable(['page of 5 MB', 'exchanges', 'MB', 'CPU s', 'peak MB'], rows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function costOf({ bytes }: MadePage, folder: string): Promise<string[]> {
  const path = join(folder, 'page.html');
  await writeFile(path, bytes);
  const rounds: Awaited<ReturnType<typeof ingestOnce>>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await ingestOnce(path));
  const cpu = Math.min(...rounds.map(({ cpuMs }) => cpuMs));
  const peak = Math.max(...rounds.map(({ peakBytes }) => peakBytes));
  return [String(rounds[0]?.exchanges), megabytes(bytes.length), seconds(cpu), megabytes(peak)];
}

/** As an editor calls it, without npm around it; what is not found does not matter here. */
async function ingestOnce(page: string) {
  const script = await scriptArguments('.', 'interview');
  const child = spawn(
    process.execPath,
    [...script, 'ingest', page, '--out', `${page}.md`, '--force', '--json'],
    {
      env: { ...process.env, NODE_OPTIONS: `--import ${RESOURCES}` },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  const [told, used] = [child.stdio[2], child.stdio[3]];
  if (!(told instanceof Readable) || !(used instanceof Readable))
    throw new Error('The command has no streams.');
  const [reported, taken] = await Promise.all([text(told), text(used), once(child, 'close')]);
  return { ...usage.parse(JSON.parse(taken)), exchanges: report.parse(JSON.parse(reported)).exchanges };
}
