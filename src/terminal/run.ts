// The terminal program: options, knowledge, then questions -> printed replies in the wording that the person reads: one alone, a
// stream of them, one a line, or a prompt, which is the same stream typed by hand.
import { createInterface } from 'node:readline/promises';
import { ask } from '../answer/ask.ts';
import { type Library, openLibrary } from '../answer/library.ts';
import type { Quotation, Reply } from '../answer/reply.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import type { Knowledge } from '../knowledge/collection.ts';
import { exchangesOf } from '../knowledge/interview.ts';
import { FolderError, formatProblem } from '../knowledge/problem.ts';
import { languageOf } from '../language/fold.ts';
import { type Locale, localeFor, localeOfScript, wordingFor } from '../wording/locale.ts';
import { namesOf, type Reader } from '../wording/present.ts';
import { type AskOptions, parseOptions, type Request, readRequest, USAGE } from './options.ts';
import { explanationTree, toJson, toPlainText } from './printed-reply.ts';
import { linesOf, type Streams, write } from './streams.ts';

export type Manner = Pick<AskOptions, 'json' | 'explain' | 'top' | 'locale'>;

export interface Question {
  readonly question: string;
  readonly locale?: string;
  /** The answer that the question may follow up. */
  readonly earlier?: Quotation | undefined;
}

export interface Printed {
  /** Without a final line feed. */
  readonly text: string;
  /** What was quoted: the next question may follow it up. */
  readonly quotation: Quotation | undefined;
}

function printReply(library: Library, asked: Question, manner: Manner): Printed {
  const { question, locale, earlier } = asked;
  const reply = ask(library, { question, top: manner.top, earlier });
  const reader = { interviews: library.interviews, locale: shownLocale(question, locale ?? manner.locale) };
  const quotation = reply.outcome === 'answer' ? reply.quotation : undefined;
  return { text: textOf(reply, reader, manner), quotation };
}

function textOf(reply: Reply, reader: Reader, manner: Manner): string {
  if (manner.json) return JSON.stringify(toJson(reply, reader.locale, manner));
  const text = toPlainText(reply, reader);
  return manner.explain ? `${text}\n${explanationTree(reply)}` : text;
}

/** The wording for a question: by the locale where one is named, else by the question's script. */
function shownLocale(question: string, locale: string | undefined): Locale {
  if (locale !== undefined) return localeFor(locale);
  return localeOfScript(question, languageOf(question)) ?? 'en-US';
}

interface Session {
  readonly library: Library;
  readonly manner: Manner;
  readonly streams: Streams;
}

/** Answers every line of standard input; a faulty one is reported in its place and the rest answered. How many were faulty. */
async function answerLines({ library, manner, streams }: Session): Promise<number> {
  const turns = rememberConversations();
  let questions = 0;
  let faults = 0;
  for await (const line of linesOf(streams.stdin)) {
    questions += 1;
    const request: Request = manner.json ? readRequest(line) : { ok: true, question: line.trim() };
    if (request.ok) {
      const separator = manner.json ? '\n' : '\n\n';
      await write(streams.stdout, printTurn({ library, manner, turns }, request) + separator);
      continue;
    }
    faults += 1;
    const error = `line ${questions}: ${request.fault}`;
    await write(streams.stdout, `${JSON.stringify({ error })}\n`);
    await write(streams.stderr, `${error}\n`);
  }
  return faults;
}

interface Talk extends Pick<Session, 'library' | 'manner'> {
  readonly turns: Conversations;
}

/** Understood with the last answer of its conversation, where it is a turn of one. */
function printTurn({ library, manner, turns }: Talk, request: Extract<Request, { ok: true }>): string {
  const { conversation } = request;
  const earlier = conversation === undefined ? undefined : turns.earlier(conversation);
  const { text, quotation } = printReply(library, { ...request, earlier }, manner);
  if (conversation !== undefined && quotation) turns.answered(conversation, quotation);
  return text;
}

/** Asks at a terminal until the person ends it; `locale` words the prompt, each question words its own reply. */
async function prompt({ library, manner, streams }: Session, locale: string): Promise<void> {
  const reader = { interviews: library.interviews, locale: localeFor(locale) };
  const wording = wordingFor(reader.locale);
  const terminal = createInterface({ input: streams.stdin, output: streams.stdout, terminal: true });
  await write(
    streams.stdout,
    `${wording.terminal.greeting(namesOf(reader))}\n${wording.tryThis(exampleQuestion(library))}\n\n`,
  );
  terminal.setPrompt(wording.terminal.prompt);
  terminal.prompt();
  let earlier: Quotation | undefined;
  for await (const line of terminal) {
    if (line.trim() !== '') {
      const { text, quotation } = printReply(library, { question: line.trim(), earlier }, manner);
      earlier = quotation ?? earlier;
      await write(streams.stdout, `\n${text}\n\n`);
    }
    terminal.prompt();
  }
  await write(streams.stdout, '\n');
}

/** A question that the first interview certainly answers. */
function exampleQuestion({ interviews }: Library): string {
  const first = interviews[0];
  return (first && exchangesOf(first)[0]?.question) ?? '';
}

/** The last answer of each conversation, for the question that follows it up; of conversations the latest are kept. */
export interface Conversations {
  readonly earlier: (conversation: string) => Quotation | undefined;
  readonly answered: (conversation: string, quotation: Quotation) => void;
}

/** Conversations kept: a stream of them stays within a megabyte. */
const CAPACITY = 1_000;

export function rememberConversations(capacity = CAPACITY): Conversations {
  const last = new Map<string, Quotation>();
  return {
    earlier: (conversation) => last.get(conversation),
    answered: (conversation, quotation) => {
      // Taken out first: a Map keeps the order of insertion, so that the first is the one answered longest ago.
      last.delete(conversation);
      last.set(conversation, quotation);
      const oldest = last.keys().next();
      if (last.size > capacity && oldest.done !== true) last.delete(oldest.value);
    },
  };
}

export interface AskProgram {
  readonly argv: readonly string[];
  readonly streams: Streams;
  /** The system's language tag; words the prompt until a question shows the person's own. */
  readonly language: string;
  /** The folder of the interviews, where the command line names no other. */
  readonly knowledge: string;
  readonly loadKnowledge: (folder: string) => Promise<Knowledge>;
  readonly loadDictionary: () => Promise<Dictionary>;
}

/** Exit status: 0; 1 when no interview could be loaded; 2 for a bad option or a bad line. */
export async function runAsk(program: AskProgram): Promise<number> {
  const { streams, argv } = program;
  const parsed = parseOptions(argv);
  if (!parsed.ok) {
    await write(streams.stderr, `${parsed.message}\n${USAGE}\n`);
    return 2;
  }
  const { options } = parsed;
  const library = await openFolder(program, options.knowledge ?? program.knowledge);
  if (!library) return 1;
  if (options.question !== undefined) {
    await write(streams.stdout, `${printReply(library, { question: options.question }, options).text}\n`);
    return 0;
  }
  const session = { library, manner: options, streams };
  if (streams.stdin.isTTY && !options.json) {
    await prompt(session, options.locale ?? program.language);
    return 0;
  }
  const faults = await answerLines(session);
  return faults > 0 ? 2 : 0;
}

async function openFolder(
  { loadKnowledge, loadDictionary, streams }: AskProgram,
  folder: string,
): Promise<Library | undefined> {
  const knowledge = await loadKnowledge(folder).catch(async (error: unknown) => {
    if (!(error instanceof FolderError)) throw error;
    await write(streams.stderr, `${error.message}\n`);
    return undefined;
  });
  if (!knowledge) return undefined;
  for (const problem of knowledge.problems)
    await write(streams.stderr, `Warning: ${formatProblem(problem)}\n`);
  if (knowledge.interviews.length > 0) {
    return openLibrary({ ...knowledge, dictionary: await loadDictionary() });
  }
  const advice = 'Add one as README.md says, or name another folder.';
  await write(streams.stderr, `No interview could be loaded from ${folder}. ${advice}\n`);
  return undefined;
}
