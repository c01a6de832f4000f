// The machine: Node's version, the settings, who can read .env, the knowledge files.
import type { Knowledge } from '../knowledge/collection.ts';
import { exchangesOf } from '../knowledge/interview.ts';
import { formatProblem } from '../knowledge/problem.ts';
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
