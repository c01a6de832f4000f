// npm run doctor: what stands between this installation and a working bot, and what to do about each.
import { constants, statSync } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readOrExit } from './command-line.ts';
import { type Environment, readConfig, readEnvironment, VARIABLES } from './config.ts';
import { checkNames, type EnvFile } from './doctor/check-host.ts';
import { examine, reportOn, type Settings } from './doctor/examine.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { DOCTOR } from './wording/doctor.ts';
import { DOCTOR_EDITORS } from './wording/editors-wording.ts';

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
async function readSettings(knowledge: string | undefined): Promise<Settings> {
  const environment = readEnvironment();
  const read = readConfig(
    { ...environment, ...(knowledge === undefined ? {} : { KNOWLEDGE_DIR: knowledge }) },
    (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  );
  const said = { remarks: remarksOn(environment), usesProxy: usesProxy(environment) };
  if (!read.ok) {
    const nothing = { knowledge: '', asksForContent: false, channels: [], interviews: [] };
    return { faults: read.faults, ...nothing, ...said };
  }
  const { token, apiUrl, channels, health } = read.config;
  const lists = [
    { variable: 'ASK_CHANNELS', ids: channels.ask },
    { variable: 'ALLOW_CHANNELS', ids: channels.allow },
    { variable: 'CHANNEL_INTERVIEWS', ids: Object.keys(channels.interviews) },
  ];
  const asksForContent = channels.ask.length > 0;
  const folder = read.config.knowledge;
  const interviews = Object.values(channels.interviews);
  const named = { channels: lists, interviews };
  const editors = read.config.editors && {
    roles: read.config.editors,
    writeFault: await writeFaultOf(folder),
  };
  return { faults: [], token, apiUrl, knowledge: folder, asksForContent, health, editors, ...named, ...said };
}

/** The folder, as each list is replaced whole; and the lists themselves. */
async function writeFaultOf(folder: string): Promise<string | undefined> {
  try {
    const lists = (await readdir(folder)).filter((name) => name.endsWith('.questions.txt'));
    for (const name of ['.', ...lists]) await access(join(folder, name), constants.W_OK);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

function remarksOn(environment: Environment): Settings['remarks'] {
  const isAlone = environment['HEALTH_HOST']?.trim() && !environment['HEALTH_PORT']?.trim();
  const hasRoles = environment['EDITOR_ROLES']?.trim() && !environment['EDITORS_MAY_WRITE']?.trim();
  return [
    ...checkNames(environment, VARIABLES),
    ...(isAlone ? [DOCTOR.settings.hostAlone] : []),
    ...(hasRoles ? [DOCTOR_EDITORS.rolesAlone] : []),
  ];
}

/** As Node itself decides, where it knows of proxies. */
function usesProxy(environment: Environment): boolean {
  const named = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => environment[name]);
  return named && environment['NODE_USE_ENV_PROXY'] === '1';
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
const settings = await readSettings(values.knowledge);
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
