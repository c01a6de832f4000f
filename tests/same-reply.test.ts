// The same question gets the same reply wherever it is asked: the core's, and each adapter's telling of it.

import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { ask } from '../src/answer/ask.ts';
import type { Library } from '../src/answer/library.ts';
import type { SectionRef } from '../src/answer/reply.ts';
import { writeSource } from '../src/discord/cards/custom-id.ts';
import { unescapeMarkdown } from '../src/discord/sending/markdown.ts';
import type { Knowledge } from '../src/knowledge/collection.ts';
import { explain } from '../src/playground/house/inspection.ts';
import type { Message } from '../src/simulator/world/nouns.ts';
import { runAsk } from '../src/terminal/run.ts';
import { LOCALES, wordingFor } from '../src/wording/locale.ts';
import { both, bothKnowledge, shippedSource, songHaitao } from './answer/interviews.ts';
import { embedOf, openClub, optionsOf, originalOf, startBot } from './discord/stage.ts';
import { dictionary } from './loaded.ts';

const QUESTIONS = [
  // As printed, in the other script, in our translation, in the editor's other words, and as a list cuts it.
  'AI全球治理面临的最大挑战是什么?',
  'AI全球治理面臨的最大挑戰是什麼？',
  'What is the greatest challenge facing global AI governance?',
  'What is AI governance?',
  'If AI is a key factor in a country’s…',
  // In a member's own words.
  '全球AI治理最大的难点在哪?',
  '美国怎么看',
  '為什麼要強調文化包容性？',
  '中国为什么愿意开放合作',
  '机器人能带来什么合作机会?',
  'What is the biggest challenge for AI governance worldwide?',
  'Why does culture matter for governing AI?',
  'Can robots help countries work together?',
  '三轨并行 是什么 in English terms',
  // Keywords.
  '金砖 峰会',
  '文化包容性',
  'BRICS summits',
  '歐盟 人工智慧法案',
  // The article and the person.
  '这篇采访是什么时候发表的?',
  'Who wrote this article?',
  '宋海涛是谁?',
  // What it does not say, and what may be meant.
  '北京明天会下雨吗?',
  '臺北有什麼好吃的？',
  'Who won the football cup in 1998?',
  '治理',
  'What will robots cost in ten years?',
  '他去过多少个国家讲课?',
  '第二点呢?',
  '???',
];

const TO_BOT = [
  'help',
  '你是誰？',
  '谢谢',
  'hello',
  'summary',
  '他的简介',
  'What can I ask?',
  'in English please',
] as const;

const OF_SECOND = [
  'When does the harbour office set its clock?',
  'How did you come into the trade?',
  'wheel',
  'Ysolde Marrack',
];

/** What every adapter tells of a reply. */
interface Told {
  readonly question: string;
  readonly outcome: string;
  readonly excerpt: string | undefined;
  /** The sections offered; of an article the protocol does not name the key. */
  readonly suggestions: readonly string[];
}

function toldByCore(library: Library, question: string): Told {
  const reply = ask(library, { question });
  return {
    ...{ question, outcome: reply.outcome },
    excerpt: reply.outcome === 'answer' ? reply.quotation.text : undefined,
    suggestions: reply.suggestions.map(({ source }) => placeOf(source)),
  };
}

function placeOf(source: SectionRef): string {
  return writeSource(source).replace(/^a-\w+/, 'a');
}

async function jsonOf(knowledge: Knowledge, questions: readonly string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const printed = text(stdout);
  await runAsk({
    argv: ['--json'],
    streams: { stdin: Readable.from([Buffer.from(questions.join('\n'))]), stdout, stderr },
    ...{ language: 'en-US', knowledge: 'knowledge' },
    loadKnowledge: async () => knowledge,
    loadDictionary: async () => dictionary,
  });
  stdout.end();
  return (await printed)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function toldByTerminal(knowledge: Knowledge, questions: readonly string[]): Promise<readonly Told[]> {
  const replies = await jsonOf(knowledge, questions);
  return replies.map(({ question, outcome, excerpt, suggestions }) => ({
    ...{ question, outcome, excerpt },
    suggestions: suggestions.map((source: SectionRef) => placeOf(source)),
  }));
}

interface Replied {
  readonly message: Message;
  /** Where its original words are read: itself, or what its button shows. */
  readonly original: string;
}

async function repliesOnDiscord(
  knowledge: Knowledge,
  questions: readonly string[],
): Promise<readonly Replied[]> {
  const { discord } = await startBot(undefined, { knowledge });
  const { channel, mia } = openClub(discord);
  const replies: Replied[] = [];
  for (const question of questions) {
    const asked = await mia.says(channel, `${discord.bot.mention} ${question}`);
    const message = await discord.bot.replied({ to: asked });
    replies.push({ message, original: await originalOf(discord, message, mia) });
  }
  discord.assertNoViolations();
  return replies;
}

/** A reply that offers what may be meant has a select for its asker; an answer has one for everybody. */
function toldOnDiscord({ message, original }: Replied, question: string): Told {
  const offered = (kind: 'related' | 'suggested') =>
    LOCALES.flatMap((locale) => optionsIn(message, wordingFor(locale).discord.placeholders[kind]));
  const isAnswer = embedOf(message).citation !== '';
  return {
    question,
    outcome: isAnswer ? 'answer' : outcomeIn(embedOf(message).description),
    excerpt: isAnswer ? excerptIn(original) : undefined,
    suggestions: offered(isAnswer ? 'related' : 'suggested'),
  };
}

function optionsIn(message: Message, placeholder: string): readonly string[] {
  if (!JSON.stringify(message.components).includes(JSON.stringify(placeholder))) return [];
  return optionsOf(message, placeholder).map(({ value }) => value.replace(/:.*/, '').replace(/^a-\w+/, 'a'));
}

function outcomeIn(description: string): 'suggest' | 'abstain' {
  const leads = LOCALES.flatMap((locale) => [
    ...Object.values(wordingFor(locale).suggest),
    wordingFor(locale).nearestPassage,
  ]);
  return leads.some((lead) => description.startsWith(lead)) ? 'suggest' : 'abstain';
}

/** The last quotation: the source's own words. */
function excerptIn(description: string): string {
  const [last = ''] = description.split(/^\*\*.*\*\*$/m).toReversed();
  return unescapeMarkdown(last.trimStart().replace(/^>>> /, '').replace(/^> /gm, ''));
}

const LIBRARIES = [
  { name: 'one interview', library: songHaitao, knowledge: shippedSource, questions: QUESTIONS },
  {
    name: 'two interviews',
    library: both,
    knowledge: bothKnowledge,
    questions: [...QUESTIONS, ...OF_SECOND],
  },
];

describe.each(LIBRARIES)('a question to $name', ({ library, knowledge, questions }) => {
  const expected = questions.map((question) => toldByCore(library, question));

  test('gets every outcome in this table', () => {
    expect(new Set(expected.map(({ outcome }) => outcome))).toEqual(
      new Set(['answer', 'suggest', 'abstain']),
    );
  });

  test('gets the core’s reply in the terminal', async () => {
    expect(await toldByTerminal(knowledge, questions)).toEqual(expected);
  });

  test('gets the core’s reply on Discord', async () => {
    const replies = await repliesOnDiscord(knowledge, questions);
    const isInvitation = (question: string) => question === '???';
    // One line that invites a question offers none.
    expect(replies.map((reply, at) => toldOnDiscord(reply, questions[at] ?? ''))).toEqual(
      expected.map((told) => (isInvitation(told.question) ? { ...told, suggestions: [] } : told)),
    );
  });

  test('is explained in the playground as it was answered', () => {
    for (const question of questions) {
      const { outcome, quoted, probability } = explain(library, question);
      const reply = ask(library, { question });
      expect([question, outcome.split(' ')[0], probability]).toEqual([
        question,
        reply.outcome,
        reply.probability,
      ]);
      expect(quoted === null).toBe(reply.outcome !== 'answer');
    }
  });
});

describe('words to the bot', () => {
  const expected = TO_BOT.map((question) => {
    const { outcome, intent } = ask(songHaitao, { question });
    return { question, outcome, intent };
  });

  test('are told by the core', () => {
    expect(expected.map(({ intent }) => intent)).toEqual([
      ...(['help', 'who', 'thanks', 'greeting', 'summary', 'biography', 'questions', 'translate'] as const),
    ]);
  });

  test('have the same intent in the terminal', async () => {
    expect(await jsonOf(shippedSource, TO_BOT)).toMatchObject(expected);
  });

  test('are no questions on Discord', async () => {
    const replies = await repliesOnDiscord(shippedSource, TO_BOT);
    const { placeholders } = wordingFor('zh-CN').discord;
    for (const { message } of replies) expect(optionsIn(message, placeholders.suggested)).toEqual([]);
    expect(new Set(replies.map(({ message }) => JSON.stringify(message.embeds))).size).toBe(TO_BOT.length);
  });

  test('are explained in the playground as such', () => {
    for (const { question, outcome } of expected) {
      expect(explain(songHaitao, question)).toMatchObject({
        outcome: expect.stringContaining(outcome),
        basis: 'intent',
      });
    }
  });
});
