// npm run doctor: what stands between this installation and a working bot, and what to do about each.
import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readOrExit } from './command-line.ts';
import { readConfig, readEnvironment } from './config.ts';
import type { EnvFile } from './doctor/check-host.ts';
import { examine, type Settings } from './doctor/examine.ts';
import { reportOn } from './doctor/report.ts';
import { loadKnowledge } from './load-knowledge.ts';

const ENV_FILE = '.env';
/** The part of a file's mode that says who may do what. */
const PERMISSION_BITS = 0o777;
const PACKAGE = new URL('../package.json', import.meta.url);

async function inspectEnvFile(): Promise<EnvFile> {
  try {
    await readFile(ENV_FILE);
    const mode = process.platform === 'win32' ? undefined : (await stat(ENV_FILE)).mode & PERMISSION_BITS;
    return { state: 'readable', mode };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return error.code === 'ENOENT'
      ? { state: 'absent' }
      : { state: 'unreadable', reason: String(error.code) };
  }
}

/** @param knowledge the folder that the command line names in place of the configured one */
function readSettings(knowledge: string | undefined): Settings {
  const read = readConfig(
    { ...readEnvironment(), ...(knowledge === undefined ? {} : { KNOWLEDGE_DIR: knowledge }) },
    (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  );
  if (!read.ok)
    return { faults: read.faults, knowledge: '', asksForContent: false, channels: [], interviews: [] };
  const { token, apiUrl, channels } = read.config;
  const lists = [
    { variable: 'ASK_CHANNELS', ids: channels.ask },
    { variable: 'ALLOW_CHANNELS', ids: channels.allow },
    { variable: 'CHANNEL_INTERVIEWS', ids: Object.keys(channels.interviews) },
  ];
  const asksForContent = channels.ask.length > 0;
  const folder = read.config.knowledge;
  const interviews = Object.values(channels.interviews);
  return { faults: [], token, apiUrl, knowledge: folder, asksForContent, channels: lists, interviews };
}

async function oldestNode(): Promise<string> {
  const { engines } = z
    .object({ engines: z.object({ node: z.string() }) })
    .parse(JSON.parse(await readFile(PACKAGE, 'utf8')));
  return engines.node.replace('>=', '');
}

const { values } = await readOrExit('npm run doctor -- [--knowledge DIR]', () =>
  parseArgs({ options: { knowledge: { type: 'string' } } }),
);
const settings = readSettings(values.knowledge);
const diagnosis = await examine({
  settings,
  node: { running: process.versions.node, oldest: await oldestNode() },
  envFile: await inspectEnvFile(),
  loadKnowledge,
  now: Date.now,
});
const { text, status } = reportOn(diagnosis, settings.token === undefined ? [] : [settings.token]);
process.stdout.write(text);
process.exitCode = status;
