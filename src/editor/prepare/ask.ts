// Asks an assistant part by part: says beforehand what goes where, keeps each answer as it comes, tries once more, and goes on
// where an earlier run broke off.
import type { Interview } from '../../knowledge/interview.ts';
import { answeredIn, isAnswers, noAnswers, withAnswer } from './answers.ts';
import { type Answered, type Assistant, askAssistant, shownAddress } from './assistant.ts';
import type { EditorFiles } from './files.ts';
import { type Task, tasksFor } from './tasks.ts';

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
