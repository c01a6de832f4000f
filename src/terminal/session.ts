// Answers a stream of questions, one a line, in order; the terminal's prompt is the same stream, typed by hand.
import { createInterface } from 'node:readline/promises';
import type { Collection } from '../answer/collection.ts';
import type { Quotation } from '../answer/reply.ts';
import { exchangesOf } from '../knowledge/interview.ts';
import { wordingFor } from '../wording/catalogue.ts';
import { localeFor } from '../wording/locale.ts';
import { type Manner, printReply } from './conversation.ts';
import { linesOf } from './lines.ts';
import { type Request, readRequest } from './request.ts';
import { type Streams, write } from './streams.ts';

interface Session {
  readonly collection: Collection;
  readonly manner: Manner;
  readonly streams: Streams;
}

export interface Tally {
  readonly questions: number;
  readonly faults: number;
}

/** Answers every line of standard input; a faulty one is reported in its place and the rest answered. */
export async function answerLines({ collection, manner, streams }: Session): Promise<Tally> {
  let questions = 0;
  let faults = 0;
  for await (const line of linesOf(streams.stdin)) {
    questions += 1;
    const request: Request = manner.json ? readRequest(line) : { ok: true, question: line.trim() };
    if (request.ok) {
      const separator = manner.json ? '\n' : '\n\n';
      await write(streams.stdout, printReply(collection, request, manner).text + separator);
      continue;
    }
    faults += 1;
    const error = `line ${questions}: ${request.fault}`;
    await write(streams.stdout, `${JSON.stringify({ error })}\n`);
    await write(streams.stderr, `${error}\n`);
  }
  return { questions, faults };
}

/** Asks at a terminal until the person ends it; `locale` words the prompt, each question words its own reply. */
export async function prompt({ collection, manner, streams }: Session, locale: string): Promise<void> {
  const wording = wordingFor(localeFor(locale)).terminal;
  const names = collection.interviews.map(({ article }) => article.interviewee.name);
  const terminal = createInterface({ input: streams.stdin, output: streams.stdout, terminal: true });
  await write(
    streams.stdout,
    `${wording.greeting(names)}\n${wording.example}${exampleQuestion(collection)}\n\n`,
  );
  terminal.setPrompt(wording.prompt);
  terminal.prompt();
  let earlier: Quotation | undefined;
  for await (const line of terminal) {
    if (line.trim() !== '') {
      const { text, quotation } = printReply(collection, { question: line.trim(), earlier }, manner);
      earlier = quotation ?? earlier;
      await write(streams.stdout, `\n${text}\n\n`);
    }
    terminal.prompt();
  }
  await write(streams.stdout, '\n');
}

/** A question that the first interview certainly answers. */
function exampleQuestion({ interviews }: Collection): string {
  const first = interviews[0];
  return (first && exchangesOf(first)[0]?.question) ?? '';
}
