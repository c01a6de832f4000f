// A sheet that was taken back -> what the interview's files would become, checked before anything is written.
import type { LibrarySource } from '../../answer/library.ts';
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { FULL, sourceOf } from '../../evaluation/beside.ts';
import type { Knowledge } from '../../knowledge/collection.ts';
import { headingOf, type Interview } from '../../knowledge/interview.ts';
import { type MemberQuestions, readMemberQuestions } from '../../knowledge/member-questions.ts';
import type { Problem } from '../../knowledge/problem.ts';
import { type CheckedGroups, checkGroups } from './check-groups.ts';
import { type CheckedQuestions, checkQuestions } from './check-questions.ts';
import { mergeGroups, mergeQuestions } from './merge.ts';
import type { Taken, TakenQuestion } from './take-back.ts';

export interface Sheet {
  readonly taken: Taken;
  readonly isProposed: boolean;
  readonly isDecided: boolean;
}

/** What is known of the interview, and its files as they stand. */
export interface Present {
  readonly interview: Interview;
  readonly knowledge: Knowledge;
  readonly dictionary: Dictionary | undefined;
  readonly questionsFile: string | undefined;
  readonly lexiconFile: string | undefined;
}

export interface Plan {
  readonly questions: CheckedQuestions;
  readonly groups: CheckedGroups;
  /** The files' new texts; undefined where one stays as it is. */
  readonly questionsFile: string | undefined;
  readonly lexiconFile: string | undefined;
}

/** Throws where the new list would not be read as meant: nothing is written then. */
export function planLists({ taken, isProposed, isDecided }: Sheet, present: Present): Plan {
  const { interview, knowledge, dictionary } = present;
  const { id } = interview;
  const groups = checkGroups(taken.groups, interview, groupsOf(knowledge, id));
  const lexiconFile =
    groups.accepted.length === 0
      ? undefined
      : mergeGroups(present.lexiconFile, groups.accepted, { isProposed });
  const lists = knowledge.questions.find((own) => own.interview === id);
  const source: LibrarySource = sourceOf(knowledge, { id, beside: FULL, dictionary });
  const added = { interview: id, groups: groups.accepted.map(({ text }) => text.split(' = ')) };
  const questions = checkQuestions(taken.questions, {
    interview,
    present: lists ?? { interview: id, answered: [], notCovered: [] },
    source: { ...source, lexicons: [...source.lexicons, added] },
    isDecided,
  });
  if (questions.accepted.length === 0) return { questions, groups, questionsFile: undefined, lexiconFile };
  const questionsFile = mergeQuestions(present.questionsFile, questions.accepted, { interview, isProposed });
  verify(present, questions.accepted, questionsFile);
  return { questions, groups, questionsFile, lexiconFile };
}

function groupsOf({ lexicons }: Knowledge, id: string) {
  return lexicons
    .filter(({ interview }) => interview === undefined || interview === id)
    .flatMap(({ groups }) => groups);
}

/** Every line that stood, and every new one, is read below its part; nothing new is a problem. */
function verify({ interview, questionsFile }: Present, added: readonly TakenQuestion[], text: string): void {
  const name = `${interview.id}.questions.txt`;
  const [before, after]: [Problem[], Problem[]] = [[], []];
  const stood =
    questionsFile === undefined
      ? []
      : listed(readMemberQuestions({ name, text: questionsFile }, interview, before));
  const stands = new Set(listed(readMemberQuestions({ name, text }, interview, after)));
  const wanted = [...stood, ...added.map((own) => `${own.heading} ${own.text}`)];
  const lost = wanted.filter((line) => !stands.has(line));
  if (lost.length === 0 && stands.size === new Set(wanted).size && after.length <= before.length) return;
  throw new Error(
    `${name} would not be read as it was meant (${lost[0] ?? after[0]?.what ?? 'a line too many'}). Nothing was written.`,
  );
}

function listed({ answered, notCovered }: MemberQuestions): readonly string[] {
  return [
    ...answered.map(({ section, question }) => `${headingOf(section)} ${question}`),
    ...notCovered.map((question) => `[not covered] ${question}`),
  ];
}
