// The machine: Node's version, the settings and names like theirs, who can read .env, the knowledge files, and whether the bot
// answers at the address for health and metrics, or could listen there.
import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';
import type { Knowledge } from '../knowledge/collection.ts';
import { exchangesOf } from '../knowledge/interview.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { differByEdits } from '../language/spelling.ts';
import { DOCTOR, type DoctorFinding } from '../wording/doctor.ts';

export type EnvFile =
  | { readonly state: 'absent' }
  /** `mode` are the permission bits; undefined where the system has none. */
  | { readonly state: 'readable'; readonly mode: number | undefined }
  | { readonly state: 'unreadable'; readonly reason: string };

export interface NodeVersions {
  /** As `20.12.1`. */
  readonly running: string;
  /** As `20.12`. */
  readonly oldest: string;
}

/** Any right for the group or for others. */
const NOT_THE_OWNERS = 0o077;

export function checkNode({ running, oldest }: NodeVersions): DoctorFinding {
  return isOlder(running, oldest) ? DOCTOR.node.old(running, oldest) : DOCTOR.node.fine(running);
}

function isOlder(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = than.split('.').map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

export function checkEnvFile(file: EnvFile): DoctorFinding {
  switch (file.state) {
    case 'absent':
      return DOCTOR.envFile.absent;
    case 'unreadable':
      return DOCTOR.envFile.unreadable(file.reason);
    case 'readable':
      if (file.mode === undefined) return DOCTOR.envFile.unchecked;
      return (file.mode & NOT_THE_OWNERS) === 0 ? DOCTOR.envFile.private : DOCTOR.envFile.open;
  }
}

export function checkSettings(faults: readonly string[]): readonly DoctorFinding[] {
  return faults.length === 0 ? [DOCTOR.settings.fine] : faults.map(DOCTOR.settings.fault);
}

/** One problem for each fault; a refused file leaves the others loaded. */
export function checkKnowledge(
  folder: string,
  { interviews, problems }: Knowledge,
): readonly DoctorFinding[] {
  const faults = problems.map(({ mend, ...problem }) =>
    DOCTOR.knowledge.fault(`${folder}/${formatProblem({ ...problem, mend: '' }).trimEnd()}`, mend),
  );
  if (interviews.length === 0) return [...faults, DOCTOR.knowledge.none(folder)];
  const questions = interviews.reduce((sum, interview) => sum + exchangesOf(interview).length, 0);
  return [...faults, DOCTOR.knowledge.fine(interviews.length, questions)];
}

/** One problem for each interview that the settings name and that is not loaded. */
export function checkNamed(ids: readonly string[], { interviews }: Knowledge): readonly DoctorFinding[] {
  const loaded = interviews.map(({ id }) => id);
  return [...new Set(ids)]
    .filter((id) => !loaded.includes(id))
    .map((id) => DOCTOR.knowledge.unknown(id, loaded));
}

export interface HealthAddress {
  readonly host: string;
  readonly port: number;
}

/** Milliseconds: it is this machine that is asked. */
const DEADLINE_MS = 2_000;
const LOOPBACK = /^(?:127\.|::1$|localhost$)/;

export async function checkHealth(address: HealthAddress): Promise<readonly DoctorFinding[]> {
  const { host, port } = address;
  const at = `${host}, port ${port}`;
  const open = LOOPBACK.test(host) ? [] : [DOCTOR.health.open(at)];
  if (await isBotThere(address)) return [DOCTOR.health.answers(at), ...open];
  const code = await whyNot(address);
  return code === undefined ? [DOCTOR.health.free(at), ...open] : [DOCTOR.health.refused(at, code)];
}

async function isBotThere({ host, port }: HealthAddress): Promise<boolean> {
  const everywhere = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  const name = isIPv6(everywhere) ? `[${everywhere}]` : everywhere;
  try {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const response = await fetch(`http://${name}:${port}/livez`, { signal, redirect: 'manual' });
    return response.ok && (await response.text()) === 'alive\n';
  } catch (error) {
    // Nobody is there, or somebody who does not speak HTTP.
    if (error instanceof Error) return false;
    throw error;
  }
}

/** The code of the error with which the bot would meet; undefined where it could listen. */
async function whyNot({ host, port }: HealthAddress): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  } finally {
    server.close();
  }
}

/** Slips of the keyboard in one name. */
const MOST_EDITS = 2;

/** @param environment values by name, of which none is told */
export function checkNames(
  environment: Readonly<Record<string, string | undefined>>,
  variables: readonly string[],
): readonly DoctorFinding[] {
  const strangers = Object.keys(environment).filter((name) => !variables.includes(name));
  return strangers.toSorted().flatMap((name) => {
    const meant = variables.find((variable) => looksLike(name.toUpperCase(), variable));
    if (meant === undefined) return [];
    const isSet = (environment[meant] ?? '').trim() !== '';
    return [isSet ? DOCTOR.settings.stray(name, meant) : DOCTOR.settings.misspelt(name, meant)];
  });
}

function looksLike(name: string, variable: string): boolean {
  if (differByEdits(name, variable, MOST_EDITS) <= MOST_EDITS) return true;
  const [own, other] = [variable.split('_'), name.split(/[^A-Z0-9]+/)];
  return own.length > 1 && own.every((word) => other.includes(word));
}
