import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { loadDictionary } from '../../src/load-dictionary.ts';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import { runAsk } from '../../src/terminal/run.ts';

/** Runs the program with an input and collects what it prints. */
async function run(argv: readonly string[], input: string | readonly Uint8Array[] = '') {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const printed = Promise.all([text(stdout), text(stderr)]);
  const stdin = Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input);
  const status = await runAsk({
    argv,
    streams: { stdin, stdout, stderr },
    language: 'zh-CN',
    loadKnowledge,
    loadDictionary,
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

  test('gets the nearest questions where the interview does not say', async () => {
    const { out } = await run(['今晚吃啥']);
    expect(out).toMatch(/这篇采访没有谈到这个问题/);
    expect(out).toMatch(/可以问：\n {2}• /);
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
      { question: 'hi', outcome: 'abstain', reason: 'not-a-question' },
    ]);
  });

  test.each([
    ['{"question": 3}', '`question` is missing or not a string'],
    ['{"question": "a", "locale": "?"}', '`locale` is not a language tag'],
    ['{nonsense', 'this is not valid JSON'],
    ['{"q": "a"}', '`question` is missing'],
  ])('reports a bad line in its place and answers the rest: %s', async (line, fault) => {
    const { status, err, replies } = await run(['--json'], `${KEYWORD}\n${line}\n${KEYWORD}\n`);
    expect(status).toBe(2);
    expect(err).toContain(`line 2: ${fault}`);
    expect(replies()).toMatchObject([
      { outcome: 'answer' },
      { error: expect.stringContaining(`line 2: ${fault}`) },
      { outcome: 'answer' },
    ]);
  });

  test('writes each reply before it reads the next line', async () => {
    const stdin = new PassThrough();
    const stdout = new PassThrough();
    const streams = { stdin, stdout, stderr: new PassThrough() };
    const done = runAsk({ argv: ['--json'], streams, language: 'zh-CN', loadKnowledge, loadDictionary });
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
