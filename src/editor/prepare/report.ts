// What became of a sheet, in lines for the terminal: what was written, what was left out, what a person has to decide.
import { type Interview, openingOf } from '../../knowledge/interview.ts';
import type { ApartGroup } from './check-groups.ts';
import type { Apart } from './check-questions.ts';
import { headingsOf, SAME_WORDS, sectionUnder } from './parts.ts';
import type { Plan } from './plan.ts';
import type { Taken } from './take-back.ts';
import { titleOf } from './worksheet.ts';

export interface Outcome {
  /** The sheet's path. */
  readonly sheet: string;
  readonly taken: Taken;
  readonly plan: Plan;
  /** Paths of the files that changed. */
  readonly written: readonly string[];
  /** Where the lines are that wait for a decision. */
  readonly apartFile: string | undefined;
  readonly isProposed: boolean;
  /** Why a translation that was begun is not written. */
  readonly untranslated: string | undefined;
}

/** Whether somebody has something to do. */
export function needsPerson({ taken, plan, untranslated }: Outcome): boolean {
  if (untranslated !== undefined) return true;
  return taken.problems.length + plan.questions.apart.length + plan.groups.apart.length > 0;
}

export function outcomeText(outcome: Outcome): string {
  const { sheet, taken, plan, written, isProposed, apartFile } = outcome;
  const { questions, groups } = plan;
  const at = (line: number) => `${sheet}:${line}:`;
  const mark = isProposed ? ', marked “proposed, not yet read”' : '';
  return [
    `${sheet}: ${taken.questions.length} ways of asking and ${taken.groups.length} groups read.`,
    `Added: ${questions.accepted.length} questions and ${groups.accepted.length} groups${mark}.`,
    written.length === 0 ? 'No file was changed.' : `Written: ${written.join(', ')}`,
    ...taken.leftOut.map(({ line, text, why }) => `${at(line)} left out, it ${why}: ${text}`),
    ...[...questions.twice, ...groups.twice].map(
      (own) => `${at(own.taken.line)} left out, it ${own.why}: ${own.taken.text}`,
    ),
    ...groups.notes.map((own) => `${at(own.taken.line)} note: \`${own.taken.text}\` ${own.why}.`),
    ...(apartFile === undefined
      ? []
      : [
          `Kept apart for a decision in ${apartFile}: correct or delete its lines, then \`prepare --from ${apartFile} --decided\`.`,
        ]),
  ].join('\n');
}

/** One line each, as every other problem of a file. */
export function problemLines({ sheet, taken, plan, untranslated }: Outcome): readonly string[] {
  const { questions, groups } = plan;
  return [
    ...taken.problems.map(({ line, what, mend }) => `${sheet}:${line}: ${what}. ${mend}`),
    ...questions.apart.map(
      ({ taken: own, why }) => `${sheet}:${own.line}: “${own.text}” (${own.heading}) ${why} (kept apart)`,
    ),
    ...groups.apart.map(({ taken: own, why }) => `${sheet}:${own.line}: \`${own.text}\` ${why} (kept apart)`),
    ...(untranslated === undefined ? [] : [`${sheet}:1: ${untranslated}`]),
  ];
}

export function outcomeJson({ written, taken, plan, apartFile, isProposed, untranslated }: Outcome): string {
  const { questions, groups } = plan;
  const questionOf = ({ line, text, heading }: Apart['taken']) => ({ line, text, heading });
  const groupOf = ({ taken: { line, text }, why }: ApartGroup) => ({ line, text, why });
  return JSON.stringify({
    written,
    proposed: isProposed,
    questions: {
      added: questions.accepted.map(questionOf),
      twice: questions.twice.map((own) => ({ ...questionOf(own.taken), why: own.why })),
      apart: questions.apart.map((own) => ({ ...questionOf(own.taken), why: own.why })),
    },
    groups: {
      added: groups.accepted.map(({ line, text }) => ({ line, text })),
      twice: groups.twice.map(groupOf),
      apart: groups.apart.map(groupOf),
      notes: groups.notes.map(groupOf),
    },
    leftOut: taken.leftOut,
    problems: taken.problems,
    ...(apartFile === undefined ? {} : { apart: apartFile }),
    ...(untranslated === undefined ? {} : { untranslated }),
  });
}

/** The lines that wait for a decision, as a worksheet of their own; undefined where there are none. */
export function apartSheet({ questions, groups }: Plan, interview: Interview): string | undefined {
  if (questions.apart.length + groups.apart.length === 0) return undefined;
  const parts = headingsOf(interview).flatMap((heading) => {
    const below = questions.apart.filter(({ taken }) => taken.heading === heading);
    // What asks for no sentence comes first: behind a `> ` it would ask for that one.
    const own = below.toSorted((a, b) => (a.taken.sentence ?? -1) - (b.taken.sentence ?? -1));
    return own.length === 0
      ? []
      : [`## ${heading}\n\n${own.map((each) => apartLine(each, interview)).join('\n')}`];
  });
  const words = groups.apart.map(({ taken, why }) => `${remark(why)}\n- ${taken.text}`);
  const sheet = [
    titleOf(interview),
    'Lines that wait for a decision: each has the reason above it. Correct it, delete it, or leave it as it is, then take ' +
      'this sheet back with `--decided`.',
    ...parts,
    ...(words.length === 0 ? [] : [`## ${SAME_WORDS}\n\n${words.join('\n')}`]),
  ];
  return `${sheet.join('\n\n')}\n`;
}

function apartLine({ taken, why }: Apart, interview: Interview): string {
  const section = sectionUnder(interview, taken.heading);
  const opening = section && taken.sentence !== undefined ? openingOf(section, taken.sentence) : undefined;
  return `${opening === undefined ? '' : `> ${opening}\n`}${remark(why)}\n- ${taken.text}`;
}

function remark(why: string): string {
  return `<!-- ${why.replaceAll('--', '—')} -->`;
}
