// Questions -> printed replies, in the wording that the person reads: one alone, a stream of them, one a line, or a prompt,
// which is the same stream typed by hand.
import { createInterface } from 'node:readline/promises';
import { ask } from '../answer/ask.ts';
import type { Library } from '../answer/library.ts';
import type { Quotation, Reply } from '../answer/reply.ts';
import { exchangesOf } from '../knowledge/interview.ts';
import { languageOf } from '../language/fold.ts';
import { type Locale, localeFor, localeOfScript, wordingFor } from '../wording/locale.ts';
import { namesOf, type Reader } from '../wording/present.ts';
import { type AskOptions, type Request, readRequest } from './options.ts';
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

export function printReply(library: Library, asked: Question, manner: Manner): Printed {
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
export async function answerLines({ library, manner, streams }: Session): Promise<number> {
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
export async function prompt({ library, manner, streams }: Session, locale: string): Promise<void> {
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
