// A diagnosis -> what the terminal shows, without any secret, and the exit status.
import { strikeOut } from '../discord/desk/log.ts';
import { DOCTOR, type DoctorFinding } from '../wording/doctor.ts';
import type { Diagnosis } from './examine.ts';

export interface Report {
  readonly text: string;
  /** 0 where nothing has to change, 1 where something has. */
  readonly status: 0 | 1;
}

const { label, mend, invite: inviteText, summary } = DOCTOR.report;
const LABEL_WIDTH = Math.max(...Object.values(label).map(({ length }) => length)) + 2;

/** `secrets` are struck out wherever they came in. */
export function reportOn({ findings, invite }: Diagnosis, secrets: readonly string[]): Report {
  const problems = findings.filter(({ status }) => status === 'problem').length;
  const blocks = [
    findings.map(findingLines).join('\n'),
    ...(invite === undefined ? [] : [inviteText(invite)]),
    summary(problems),
  ];
  return { text: `${strikeOut(blocks.join('\n\n'), secrets)}\n`, status: problems === 0 ? 0 : 1 };
}

function findingLines(finding: DoctorFinding): string {
  const head = `${label[finding.status].padEnd(LABEL_WIDTH)}${finding.what}`;
  if (finding.status !== 'problem') return head;
  const steps = finding.mend.split('\n');
  const advice = steps.length === 1 ? [`${mend} ${finding.mend}`] : [mend, ...steps];
  return [head, ...advice.map((line) => ' '.repeat(LABEL_WIDTH) + line)].join('\n');
}
