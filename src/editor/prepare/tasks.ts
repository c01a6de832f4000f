// What an assistant is asked, one request a section, then one about the whole: the worksheet in words for a machine.
import { type Interview, quote, type Section } from '../../knowledge/interview.ts';
import { headingOf } from '../../knowledge/list-places.ts';
import { NOT_COVERED } from '../../knowledge/member-questions.ts';
import type { Message } from './assistant.ts';
import { SAME_WORDS } from './parts.ts';
import { adviceFor, NOT_COVERED_ADVICE, SAME_WORDS_ADVICE, sentencesOf, sizeOf } from './worksheet.ts';

export interface Task {
  /** What it is about; unique, and a heading of the answers' file. */
  readonly name: string;
  readonly messages: readonly Message[];
}

const BESIDE = `${NOT_COVERED} ${SAME_WORDS}`;

const ROLE =
  'You help an editor to prepare an interview for a search without a language model. You write the ways in which members of ' +
  'a chat would ask for what it says. You write nothing but the lines that are asked for: no introduction, no comment.';

export function tasksFor(interview: Interview): readonly Task[] {
  return [...interview.sections.map((section) => sectionTask(interview, section)), besideTask(interview)];
}

function sectionTask(interview: Interview, section: Section): Task {
  const count = sizeOf(interview).ofSection(section);
  const user = [
    aboutOf(interview),
    'Here is one part of it, sentence by sentence. Repeat its heading and every line that begins with `> `, and below each of ' +
      `these write the ways of asking for that sentence, one a line behind \`- \`; about ${count} in all.`,
    bulleted(adviceFor(interview)),
    sentencesOf(section),
  ];
  return taskOf(headingOf(section), user);
}

/** What the interview does not say, and what is called otherwise, shows in the whole only. */
function besideTask(interview: Interview): Task {
  const { notCovered, sameWords } = sizeOf(interview);
  const user = [
    aboutOf(interview),
    `Below is the whole text. Write the heading \`## ${NOT_COVERED}\` and below it about ${notCovered} questions, one a line behind ` +
      `\`- \`. ${NOT_COVERED_ADVICE}`,
    `Then write the heading \`## ${SAME_WORDS}\` and below it about ${sameWords} groups, one a line behind \`- \`. ${SAME_WORDS_ADVICE}`,
    bulleted(adviceFor(interview)),
    interview.sections.map(wholeOf).join('\n\n'),
  ];
  return taskOf(BESIDE, user);
}

function taskOf(name: string, user: readonly string[]): Task {
  return {
    name,
    messages: [
      { role: 'system', content: ROLE },
      { role: 'user', content: user.join('\n\n') },
    ],
  };
}

function aboutOf({ article }: Interview): string {
  const { title, interviewee } = article;
  const role = interviewee.role === undefined ? '' : `, ${interviewee.role}`;
  return `The interview is “${title}”, with ${interviewee.name}${role}.`;
}

function wholeOf(section: Section): string {
  const question = section.kind === 'exchange' ? ` ${section.question}` : '';
  return `${headingOf(section)}${question}\n\n${quote(section, { start: 0, end: section.text.length })}`;
}

function bulleted(lines: readonly string[]): string {
  return lines.map((line) => `* ${line}`).join('\n');
}
