import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { keptIndexes } from '../../src/kept-indexes.ts';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import { type AskProgram, rememberConversations, runAsk } from '../../src/terminal/run.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { bothKnowledge, opened, shippedSource } from '../answer/interviews.ts';
import { dictionary } from '../loaded.ts';

const indexes = mkdtempSync(join(tmpdir(), 'indexes-'));
afterAll(() => rmSync(indexes, { recursive: true }));
/**
 * The first interview without what members ask, from indexes that are kept, as an installation has it: the program opens it anew
 * each time.
 */
const knowledge = { ...shippedSource, questions: [], indexes: keptIndexes(indexes) };
const library = opened(knowledge);
const PROGRAM = {
  ...{ language: 'zh-CN', knowledge: 'knowledge' },
  loadKnowledge: async (folder: string) => (folder === 'knowledge' ? knowledge : loadKnowledge(folder)),
  loadDictionary: async () => dictionary,
};

/** Runs the program with an input and collects what it prints. */
async function run(
  argv: readonly string[],
  input: string | readonly Uint8Array[] = '',
  over: Partial<AskProgram> = {},
) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const printed = Promise.all([text(stdout), text(stderr)]);
  const stdin = Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input);
  const status = await runAsk({
    argv,
    streams: { stdin, stdout, stderr },
    ...PROGRAM,
    ...over,
  });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return {
    status,
    out,
    err,
    replies: () =>
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
  };
}

const KEYWORD = '金砖 峰会';

describe('a question as argument', () => {
  test('is answered as a person reads it: who speaks, the question, the excerpt, the citation', async () => {
    const { status, out } = await run([KEYWORD]);
    expect(status).toBe(0);
    expect(out).toMatch(/^宋海涛，上海人工智能研究院院长\n既然AI是决定/);
    expect(out).toContain('│ 在金砖国家峰会、上海合作组织峰会上,AI方面的合作也是焦点议题。');
    expect(out).toContain('— 宋海涛，中国新闻社，“东西问”，2025年7月27日，第2问（共5问），第3段');
  });

  test('is one object with --json', async () => {
    const { status, replies } = await run([KEYWORD, '--json']);
    expect(status).toBe(0);
    expect(replies()).toMatchObject([
      {
        question: KEYWORD,
        outcome: 'answer',
        source: { interview: 'song-haitao', section: 'exchange', exchange: 2 },
        excerpt: expect.stringContaining('金砖国家峰会'),
        citation: expect.stringContaining('第2问（共5问）'),
        matched: expect.arrayContaining(['金砖']),
      },
    ]);
  });

  test('is explained by the parts of the decision, its probability and the threshold', async () => {
    const { out } = await run([KEYWORD, '--explain']);
    expect(out).toMatch(/├─ probability 0\.\d\d \(answers from 0\.\d\d\)\n/);
    for (const { name } of ask(library, { question: KEYWORD }).reasoning.decision)
      expect(out).toMatch(new RegExp(`│ {2}[├└]─ ${name} -?\\d\\.\\d\\d, adds -?\\d+\\.\\d\\d\n`));
    expect(out).toMatch(/└─ runner-up song-haitao, .+, probability 0\.\d\d\n/);
  });

  test('gets the nearest questions where the interview does not say', async () => {
    const { out } = await run(['今晚吃啥']);
    expect(out).toMatch(/^这篇采访没有.*\n可以问：\n {2}• .+\n {4}│ /);
  });
});

describe('the JSON protocol', () => {
  test('answers one object a line, in order, a blank line with an abstention', async () => {
    const { status, replies } = await run(
      ['--json'],
      `${KEYWORD}\r\n\n{"question": "hi", "locale": "en-US"}`,
    );
    expect(status).toBe(0);
    expect(replies()).toMatchObject([
      { question: KEYWORD, outcome: 'answer' },
      { question: '', outcome: 'abstain', reason: 'not-a-question' },
      { question: 'hi', outcome: 'abstain', reason: 'about-the-bot', intent: 'greeting' },
    ]);
  });

  test('reports each bad line in its place and answers the rest', async () => {
    const bad = [
      ['{"question": 3}', '`question` is missing or not a string'],
      ['{"question": "a", "locale": "?"}', '`locale` is not a language tag'],
      ['{nonsense', 'this is not valid JSON'],
      ['{"q": "a"}', '`question` is missing'],
    ] as const;
    const lines = bad.flatMap(([line]) => [KEYWORD, line]);
    const { status, err, replies } = await run(['--json'], [...lines, KEYWORD].join('\n'));
    const faults = bad.map(([, fault], at) => `line ${2 * at + 2}: ${fault}`);
    expect(status).toBe(2);
    for (const fault of faults) expect(err).toContain(fault);
    expect(replies()).toMatchObject([
      ...faults.flatMap((fault) => [{ outcome: 'answer' }, { error: expect.stringContaining(fault) }]),
      { outcome: 'answer' },
    ]);
  });

  test('writes each reply before it reads the next line', async () => {
    const stdin = new PassThrough();
    const stdout = new PassThrough();
    const streams = { stdin, stdout, stderr: new PassThrough() };
    const done = runAsk({ argv: ['--json'], streams, ...PROGRAM });
    const replies = stdout[Symbol.asyncIterator]();
    for (const question of ['甲', '乙']) {
      stdin.write(`${question}\n`);
      const { value } = await replies.next();
      expect(JSON.parse(String(value))).toMatchObject({ question });
    }
    stdin.end();
    expect(await done).toBe(0);
  });

  test('keeps a character whole that two chunks share, and a line separator inside a question', async () => {
    const bytes = Buffer.from('金\u2028砖\n');
    const { replies } = await run(['--json'], [bytes.subarray(0, 2), bytes.subarray(2)]);
    expect(replies()).toMatchObject([{ question: '金\u2028砖' }]);
  });

  test('lists candidates, best first, each with its excerpt', async () => {
    const { replies } = await run([KEYWORD, '--json', '--top', '2']);
    const [{ candidates }] = replies();
    expect(candidates).toHaveLength(2);
    expect(candidates[0]).toMatchObject({
      section: 'exchange',
      exchange: 2,
      excerpt: expect.stringContaining('金砖'),
    });
    expect(candidates[0].score).toBeGreaterThanOrEqual(candidates[1].score);
  });

  test('takes the locale of a line for the wording around the excerpt, and of --locale where a line has none', async () => {
    const lines = `${JSON.stringify({ question: KEYWORD, locale: 'zh-TW' })}\n${KEYWORD}\n`;
    const { replies } = await run(['--json', '--locale', 'en-GB'], lines);
    const [first, second] = replies();
    expect(first.citation).toContain('第 2 問（共 5 問）');
    expect(second.citation).toContain('question 2 of 5');
  });

  test('leads with the translation where the question is English, beside the original', async () => {
    const { replies } = await run(['BRICS summits', '--json']);
    expect(replies()).toMatchObject([
      { translation: expect.stringContaining('BRICS'), excerpt: expect.stringContaining('金砖国家峰会') },
    ]);
  });
});

describe('the JSON of a reply', () => {
  test('tells how sure the decision is, whatever the outcome', async () => {
    const { replies } = await run(['--json'], `${KEYWORD}\n北京明天会下雨吗?\n\n`);
    const [answer, unsure, blank] = replies();
    expect(answer.probability).toBeGreaterThan(0.6);
    expect(answer.probability).toBeLessThanOrEqual(1);
    expect(unsure.probability).toBeLessThan(0.6);
    expect(blank.probability).toBe(0);
  });

  test('gives each suggestion with the words that would be quoted', async () => {
    const { replies } = await run(['北京明天会下雨吗?', '--json']);
    const [{ suggestions }] = replies();
    const expected = ask(library, { question: '北京明天会下雨吗?' }).suggestions;
    expect(suggestions.map(({ excerpt }: { excerpt: string }) => excerpt)).toEqual(
      expected.map(({ quotation }) => quotation.text),
    );
  });

  test('of words to the bot abstains and names the intent, or answers from what the interview has', async () => {
    const aboutTheBot = { outcome: 'abstain', reason: 'about-the-bot' };
    const expected = [
      { question: 'help', ...aboutTheBot, intent: 'help' },
      { question: '你是谁？', ...aboutTheBot, intent: 'who' },
      { question: '謝謝', ...aboutTheBot, intent: 'thanks' },
      { question: 'hello', ...aboutTheBot, intent: 'greeting' },
      { question: 'What can I ask?', ...aboutTheBot, intent: 'questions' },
      { question: 'in English please', ...aboutTheBot, intent: 'translate' },
      { question: '总结一下', outcome: 'answer', intent: 'summary', source: { section: 'introduction' } },
      { question: '他的简介', outcome: 'answer', intent: 'biography', source: { section: 'biography' } },
    ];
    const { replies } = await run(['--json'], expected.map(({ question }) => question).join('\n'));
    expect(replies()).toMatchObject(expected);
  });

  test('of a question names no intent', async () => {
    const { replies } = await run([KEYWORD, '--json']);
    expect(replies()[0]).not.toHaveProperty('intent');
  });
});

describe('a conversation', () => {
  const turn = (question: string, conversation?: string) => `${JSON.stringify({ question, conversation })}\n`;
  const FIRST = '全球AI治理最大的挑战是什么?';
  const MORE = '具体说说';

  test('is understood with its own last answer, however others come between', async () => {
    const lines = [turn(FIRST, 'a'), turn(KEYWORD, 'b'), turn('你好', 'a'), turn(MORE, 'a'), turn(MORE)];
    const { replies } = await run(['--json'], lines.join(''));
    const [first, , , more, alone] = replies();
    expect(more).toMatchObject({ outcome: 'answer', source: first.source });
    expect(more.excerpt).not.toBe(first.excerpt);
    expect(alone.outcome).not.toBe('answer');
  });

  test('repeats the last answer in the language that is asked for', async () => {
    const { replies } = await run(['--json'], turn(FIRST, 'a') + turn('in English please', 'a'));
    const [first, again] = replies();
    expect(first).not.toHaveProperty('translation');
    expect(again).toMatchObject({
      ...{ outcome: 'answer', intent: 'translate', source: first.source, excerpt: first.excerpt },
      translation: expect.stringContaining('Broadly speaking'),
    });
  });

  test('needs a string to be known by', async () => {
    const { status, replies } = await run(['--json'], '{"question": "a", "conversation": 7}\n');
    expect(status).toBe(2);
    expect(replies()).toEqual([{ error: 'line 1: `conversation` is not a string' }]);
  });

  test('is forgotten when many others were answered since', () => {
    const turns = rememberConversations(2);
    const quotation = (exchange: number) => ({
      source: { interview: 'x', section: 'exchange', exchange } as const,
      ...{ start: 0, end: 1, text: 'x' },
    });
    for (const [at, conversation] of ['a', 'b', 'a', 'c'].entries())
      turns.answered(conversation, quotation(at + 1));
    expect(['a', 'b', 'c'].map((conversation) => turns.earlier(conversation))).toEqual([
      quotation(3),
      undefined,
      quotation(4),
    ]);
  });
});

describe('words to the bot, as a person reads them', () => {
  const { toBot, titles, nearest } = wordingFor('en-US');

  test.each([
    ['help', toBot.promise(['Song Haitao'])],
    ['help', nearest],
    ['who are you?', toBot.who(['Song Haitao'])],
    ['thanks', toBot.thanks],
    ['hello', toBot.greeting],
    ['in English please', toBot.noTranslation],
    ['What can I ask?', titles.questions('')],
    ['summary', 'Introduction, paragraph 1'],
    ['biography', 'About the interviewee, paragraph 1'],
  ])('“%s” gets “%s”', async (question, words) => {
    expect((await run([question])).out).toContain(words);
  });
});

describe('several interviews', () => {
  test('are told apart in the labels of suggestions, and asked which is meant', async () => {
    const loadBoth = async () => bothKnowledge;
    const { out } = await run(['Who won the football cup in 1998?'], '', { loadKnowledge: loadBoth });
    expect(out).toMatch(/^ {2}• (?:Song Haitao|Ysolde Marrack) — /m);
    expect((await run(['summary'], '', { loadKnowledge: loadBoth })).out).toBe(
      `${wordingFor('en-US').toBot.whichMeant(['Song Haitao', 'Ysolde Marrack'])}\n`,
    );
  });
});

describe('the folder of the interviews', () => {
  test('is the configured one, and --knowledge names another', async () => {
    const question = 'When does the harbour office set its clock?';
    const elsewhere = { knowledge: 'tests/interviews' };
    expect((await run([question], '', elsewhere)).out).toContain('Ysolde Marrack');
    const named = await run([KEYWORD, '--knowledge', 'knowledge'], '', elsewhere);
    expect(named.out).toContain('宋海涛');
  });
});

describe('errors and exit statuses', () => {
  test('an unknown option, a bad number and a bad tag are status 2 with the usage', async () => {
    for (const argv of [['--nonsense'], ['--top', 'many'], ['--locale', '?'], ['--knowledge']]) {
      const { status, out, err } = await run(argv);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('Usage: npm run --silent ask');
    }
  });

  test('a folder without a readable interview is status 1, and every problem is named', async () => {
    const { status, err } = await run([KEYWORD, '--knowledge', 'tests/evaluation']);
    expect(status).toBe(1);
    expect(err).toContain('No interview could be loaded from tests/evaluation');
  });

  test('a folder that is not there is status 1 in one sentence', async () => {
    const { status, err } = await run([KEYWORD, '--knowledge', 'no/such/folder']);
    expect(status).toBe(1);
    expect(err).toMatch(/^The knowledge folder no\/such\/folder cannot be read/);
  });

  test('a broken file is a warning, and the others answer', async () => {
    const { status, err, out } = await run([KEYWORD, '--knowledge', 'tests/interviews/with-broken']);
    expect(status).toBe(0);
    expect(err).toContain('Warning: broken.md:1: There is no front matter.');
    expect(out).not.toBe('');
  });
});
