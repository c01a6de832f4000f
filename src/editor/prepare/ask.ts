// Asks an assistant part by part: says beforehand what goes where, keeps each answer in a file as it comes, tries once more, and
// goes on where an earlier run broke off. One request a section, then one about the whole: the worksheet in words for a machine.
import { headingOf, type Interview, quote, type Section } from '../../knowledge/interview.ts';
import { NOT_COVERED } from '../../knowledge/member-questions.ts';
import { type Answered, type Assistant, askAssistant, type Message, shownAddress } from './assistant.ts';
import type { EditorFiles } from './files.ts';
import { partOpenedBy, SAME_WORDS } from './parts.ts';
import {
  adviceFor,
  NOT_COVERED_ADVICE,
  SAME_WORDS_ADVICE,
  sentencesOf,
  sizeOf,
  titleOf,
} from './worksheet.ts';

export interface Asking {
  readonly interview: Interview;
  readonly assistant: Assistant;
  readonly files: EditorFiles;
  /** Where the answers are kept. */
  readonly answersFile: string;
  /** For people, not for a program that reads the result. */
  readonly tell: (text: string) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export type Asked =
  | { readonly ok: true; readonly answers: string }
  | { readonly ok: false; readonly why: string };

/** Milliseconds before the second try: enough for a model that is being loaded, or a limit by the second. */
const PAUSE = 3000;

export async function askForLists(asking: Asking): Promise<Asked> {
  const { interview, files, answersFile, tell, assistant } = asking;
  const kept = (await files.read(answersFile)) ?? noAnswers(interview);
  if (!isAnswers(kept, interview)) {
    const why = `${answersFile} is there and holds no answers about ${interview.id}. Move it away, or name another folder with --out.`;
    return { ok: false, why };
  }
  const tasks = tasksFor(interview);
  const open = tasks.filter(({ name }) => !answeredIn(kept).has(name));
  tell(announcement(asking, tasks, open));
  let answers = kept;
  for (const task of open) {
    const answered = await askTwice(asking, task);
    if (!answered.ok) {
      const done = tasks.length - open.length + open.indexOf(task);
      const why =
        `${shownAddress(assistant.address)}, ${task.name}: ${answered.why}\n` +
        `${done} of ${tasks.length} answers are kept in ${answersFile}; the same command goes on from there.`;
      return { ok: false, why };
    }
    answers = withAnswer(answers, task.name, answered);
    await files.write(answersFile, answers);
    const cut = answered.isCut ? ', cut short by its limit of length' : '';
    tell(
      `${tasks.indexOf(task) + 1}/${tasks.length} ${task.name}: ${answered.text.split('\n').length} lines${cut}`,
    );
  }
  return { ok: true, answers };
}

function announcement(
  { interview, assistant }: Asking,
  tasks: readonly Task[],
  open: readonly Task[],
): string {
  const { address, model, key } = assistant;
  if (open.length === 0) return 'Every part was answered before; nothing is sent.';
  const characters = open
    .flatMap(({ messages }) => messages)
    .reduce((sum, { content }) => sum + content.length, 0);
  const isPlain = address.protocol === 'http:' && !LOOPBACK.test(address.hostname);
  return [
    `Sends the text of ${interview.id} to ${shownAddress(address)} (model ${model}): ${open.length} requests, one a part and one about`,
    `the whole, ${characters} characters in all${open.length < tasks.length ? ` (${tasks.length - open.length} were answered before)` : ''}.`,
    key === undefined ? 'Without a key.' : 'With the key from VERBATIM_ASSISTANT_KEY.',
    ...(isPlain ? ['The way there is not encrypted (http).'] : []),
    'Nothing else leaves this machine.',
  ].join(' ');
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

async function askTwice({ assistant, tell, wait }: Asking, task: Task): Promise<Answered> {
  const first = await askAssistant(assistant, task.messages);
  if (first.ok || first.isFinal) return first;
  tell(`${task.name}: ${first.why} Trying once more.`);
  await wait(PAUSE);
  return askAssistant(assistant, task.messages);
}

const REMARK = 'What an assistant answered, part by part. Delete this file to ask anew.';
const OPENING = /^<!-- answer to (.+) -->$/gm;

/** An empty file of answers; its first line names the interview, as that of a worksheet does. */
function noAnswers(interview: Interview): string {
  return `${titleOf(interview)}\n\n${REMARK}\n`;
}

/** Whether a file is one of this interview. */
function isAnswers(source: string, interview: Interview): boolean {
  return source.startsWith(noAnswers(interview));
}

/** The tasks that were answered. */
function answeredIn(source: string): ReadonlySet<string> {
  return new Set([...source.matchAll(OPENING)].map(([, name]) => name ?? ''));
}

/** The last line of an answer that was cut short may be half a line. An answer without its heading gets it. */
function withAnswer(source: string, name: string, { text, isCut }: Extract<Answered, { ok: true }>): string {
  const whole = isCut ? text.slice(0, Math.max(0, text.lastIndexOf('\n'))) : text;
  // Its own remarks could not be told from ours.
  const own = whole
    .replace(/<think>[\s\S]*?<\/think>/gi, '')
    .replaceAll('<!--', '')
    .replaceAll('-->', '');
  return `${source}\n<!-- answer to ${name} -->\n\n${headed(own.trim(), name)}\n`;
}

/** Words before its first heading are for nobody; without a heading, all is below that of its task. */
function headed(text: string, name: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => partOpenedBy(line) !== undefined);
  if (first === -1) return `## ${name}\n\n${text}`;
  const before = lines.slice(0, first).join('\n').trim();
  return `${before === '' ? '' : `<!-- ${before} -->\n\n`}${lines.slice(first).join('\n')}`;
}

export interface Task {
  /** What it is about; unique, and a heading of the answers' file. */
  readonly name: string;
  readonly messages: readonly Message[];
}

const BESIDE = `${NOT_COVERED} ${SAME_WORDS}`;

const ROLE =
  'You help an editor to prepare an interview for a search without a language model. You write the ways in which members of ' +
  'a chat would ask for what it says. You write nothing but the lines that are asked for: no introduction, no comment.';

function tasksFor(interview: Interview): readonly Task[] {
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
