// Whether an answer is right for its question: every quoted line stands in a file of the interviews, and the words quoted are
// those that this very question leads to.
import { ask } from '../../src/answer/ask.ts';
import type { Library } from '../../src/answer/library.ts';
import type { Asked } from '../../src/answer/read.ts';
import type { Quotation, Reply, SectionRef } from '../../src/answer/reply.ts';
import { readControl } from '../../src/discord/cards/custom-id.ts';
import { findQuoted } from '../../src/discord/cards/fingerprint.ts';
import { answerQuoted } from '../../src/discord/hearing/earlier.ts';
import { readQuestion } from '../../src/discord/hearing/hear.ts';
import { unescapeMarkdown } from '../../src/discord/sending/markdown.ts';
import { everyComponent } from '../../src/simulator/protocol/message-format.ts';
import type { Message } from '../../src/simulator/world/nouns.ts';
import { LOCALES, wordingFor } from '../../src/wording/locale.ts';

/** A question, with what may have been said before: each alone would do. */
export interface Question {
  readonly kind: 'question';
  readonly question: string;
  readonly interview?: string | undefined;
  readonly earlier: readonly (Quotation | undefined)[];
}

/** What an answer is for. */
export type Expected =
  | Question
  | { readonly kind: 'section'; readonly source: SectionRef }
  /** Only what it quotes is looked at. */
  | { readonly kind: 'words' };

export interface Judge {
  /** Why it is wrong; undefined where it is right. */
  readonly fault: (answer: Message, expected: Expected) => string | undefined;
  /** What an answer quotes, for a question that follows it. */
  readonly quotedIn: (answer: Message) => Quotation | undefined;
  /** What was quoted in an answer that nobody saw: the bot may follow it up all the same. */
  readonly unseen: (asked: Question) => readonly Quotation[];
  /** Interviews that may answer from now on, and their files as they are. */
  readonly learn: (library: Library, files: readonly string[]) => void;
}

interface Known {
  readonly library: Library;
  readonly replies: Map<string, Reply>;
}

/** Questions of which the reply is remembered: most are asked again and again. */
const MOST_REMEMBERED = 4_000;

/** Of the interviews as they were: what was asked before a change may be answered after the next one. */
const MOST_KNOWN = 3;

export function openJudge(): Judge {
  // The latest first.
  let known: readonly Known[] = [];
  let corpus = '';
  return {
    learn: (library, files) => {
      known = [{ library, replies: new Map() }, ...known].slice(0, MOST_KNOWN);
      corpus += `${files.join('\n').replace(/\\(?=[^\w\s])/g, '')}\n`;
    },
    quotedIn: (answer) => quotedIn(known, answer),
    unseen: (asked) =>
      known
        .slice(0, 1)
        .flatMap((latest) =>
          repliesTo(latest, asked).flatMap((reply) => (reply.outcome === 'answer' ? [reply.quotation] : [])),
        ),
    fault: (answer, expected) => {
      const strange = quotedLines(answer).find((line) => !corpus.includes(line));
      if (strange !== undefined) return `no interview says “${strange}”`;
      const right = known.some((each) => isExpected(each, answer, expected));
      return right ? undefined : `it answers another question than ${JSON.stringify(expected)}`;
    },
  };
}

const CUTS = [...LOCALES.map((locale) => wordingFor(locale).discord.cutHere), '…'];

/** Lines of quotations as a reader sees them, without the mark of a cut. */
function quotedLines({ content, embeds }: Message): readonly string[] {
  return [content, ...embeds.map(({ description }) => String(description ?? ''))].flatMap((text) =>
    [...text.matchAll(/^> (.*)$|^>>> ([\s\S]*)/gm)]
      .flatMap(([, line, rest]) => (line ?? rest ?? '').split('\n'))
      .map((line) => unescapeMarkdown(line.replace(/(?<!\\)\*\*/g, '')).trim())
      .map((line) =>
        line.slice(0, line.length - (CUTS.find((cut) => line.endsWith(cut))?.length ?? 0)).trim(),
      )
      .filter((line) => line !== ''),
  );
}

function isExpected({ library, replies }: Known, answer: Message, expected: Expected): boolean {
  const quoted = quotedWith(library, answer);
  switch (expected.kind) {
    case 'words':
      return true;
    case 'section':
      return quoted !== undefined && isSame(quoted.source, expected.source);
    case 'question':
      return repliesTo({ library, replies }, expected).some((reply) => isReply(reply, quoted));
  }
}

function repliesTo(known: Known, { question, interview, earlier }: Question): readonly Reply[] {
  const read = readQuestion(question);
  return earlier.map((each) => replyTo(known, { question: read, interview, earlier: each }));
}

function isReply(reply: Reply, quoted: ReturnType<typeof quotedWith>): boolean {
  // What the command of the same name shows.
  if (reply.intent) return true;
  if (reply.outcome !== 'answer') return quoted === undefined;
  const { source, start, end } = reply.quotation;
  return (
    quoted !== undefined &&
    isSame(quoted.source, source) &&
    quoted.range.start === start &&
    quoted.range.end === end
  );
}

function replyTo({ library, replies }: Known, asked: Asked): Reply {
  const key = JSON.stringify(asked);
  const reply = replies.get(key) ?? ask(library, asked);
  replies.set(key, reply);
  const oldest = replies.keys().next();
  if (replies.size > MOST_REMEMBERED && oldest.done !== true) replies.delete(oldest.value);
  return reply;
}

function isSame(one: SectionRef, other: SectionRef): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function quotedIn([latest]: readonly Known[], answer: Message): Quotation | undefined {
  const about = latest && aboutIn(answer);
  return about && answerQuoted(latest.library, about, 'zh')?.quotation;
}

function quotedWith({ interviews }: Library, answer: Message) {
  const about = aboutIn(answer);
  return about && findQuoted(interviews, about);
}

/** The control that explains the first quotation. */
function aboutIn({ components }: Message) {
  const controls = everyComponent(components).map(({ custom_id }) => readControl(String(custom_id)));
  return controls.flatMap((read) => (read.ok && read.control.kind === 'about' ? [read.control] : []))[0];
}
