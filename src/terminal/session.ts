// Answers a stream of questions, one a line, in order; the terminal's prompt is the same stream, typed by hand.
import { createInterface } from 'node:readline/promises';
import type { Library } from '../answer/library.ts';
import type { Quotation } from '../answer/reply.ts';
import { exchangesOf } from '../knowledge/interview.ts';
import { wordingFor } from '../wording/catalogue.ts';
import { namesOf } from '../wording/interview-labels.ts';
import { localeFor } from '../wording/locale.ts';
import { type Manner, printReply } from './conversation.ts';
import { linesOf } from './lines.ts';
import { type Request, readRequest } from './request.ts';
import { type Streams, write } from './streams.ts';
import { rememberTurns, type Turns } from './turns.ts';

interface Session {
  readonly library: Library;
  readonly manner: Manner;
  readonly streams: Streams;
}

export interface Tally {
  readonly questions: number;
  readonly faults: number;
}

/** Answers every line of standard input; a faulty one is reported in its place and the rest answered. */
export async function answerLines({ library, manner, streams }: Session): Promise<Tally> {
  const turns = rememberTurns();
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
  return { questions, faults };
}

interface Talk extends Pick<Session, 'library' | 'manner'> {
  readonly turns: Turns;
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
