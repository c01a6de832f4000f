import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';
import { replicate } from './replicate.ts';
import { type Report, reportPage } from './report.ts';
import { percentile } from './statistics.ts';
import { wordsOf } from './words.ts';

const figures = { questions: 4, right: 0.75, decisive: 0.5, length: 61.4 };
const latency = { p50: 1.5, p99: 12.6, asked: 200 };
const bot = {
  ready: 1499,
  residentReady: 150e6,
  residentAfter: undefined,
  message: latency,
  command: latency,
};

const report: Report = {
  length: 'full',
  date: '2026-01-31',
  machine: '2 × a processor',
  versions: ['minisearch 7.2.0'],
  settings: [{ engine: 'MiniSearch, as it comes', value: 'two fields' }],
  quality: [
    {
      engine: 'Verbatim, first candidate',
      value: {
        ok: true,
        value: {
          interview: figures,
          answeredUncovered: 0.2,
          sets: { zh: figures, en: figures, 'en-zh': figures },
        },
      },
    },
    { engine: 'MiniSearch, as it comes', value: { ok: false, reason: 'took over 10 minutes' } },
  ],
  costs: [
    {
      size: 1000,
      entries: [
        {
          engine: 'MiniSearch, as it comes',
          value: {
            ok: true,
            value: { load: 3, build: 1234, resident: 36e6, live: -5, p50: 0.061, p99: 10.4, asked: 463 },
          },
        },
      ],
    },
  ],
  bots: { ok: true, value: { ours: bot, pong: bot } },
  install: { ok: true, value: 61_400_000 },
};

describe('the page of results', () => {
  const page = reportPage(report);

  it('prints one row for each engine, with shares in percent', () => {
    expect(page).toContain(
      '| Verbatim, first candidate | 75.0 | 50.0 | 61 | 20.0 | 75.0 | 50.0 | 75.0 | 50.0 | 75.0 | 50.0 |',
    );
  });

  it('prints costs in the units of their columns', () => {
    expect(page).toContain('### 1,000 exchanges');
    expect(page).toContain('| MiniSearch, as it comes | 3 | 1.23 | 36 | 0 | 0.06 | 10 | 463 |');
  });

  it('names our interview beside the numbers of exchanges', () => {
    const costs = [{ size: 'our interview' as const, entries: [] }];
    expect(reportPage({ ...report, costs })).toContain('### Our interview\n');
  });

  it('says why a figure is missing', () => {
    expect(page).toContain('| MiniSearch, as it comes | took over 10 minutes |');
    expect(page).toContain('| resident after the questions, MB | not told | not told |');
    expect(reportPage({ ...report, install: { ok: false, reason: 'no npm' } })).toContain('no npm');
  });

  it('sets the bot beside the one that says pong', () => {
    expect(page).toContain('| ready, s | 1.50 | 1.50 |');
    expect(page).toContain('| message: dispatch to request p50, ms | 1.50 | 1.50 |');
    expect(page).toContain('puts 61 MB on disk');
  });
});

describe('what goes into the tables', () => {
  it('takes the value that the given share of the values do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, place) => 100 - place);
    expect([percentile(values, 0.5), percentile(values, 0.99), percentile([], 0.5)]).toEqual([
      50,
      99,
      Number.NaN,
    ]);
  });

  it('quotes a peer’s best sentence with the neighbour that it finds better', () => {
    const text = 'One. Two. Three. Four.';
    const sentences = [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
      { start: 10, end: 16 },
      { start: 17, end: 22 },
    ];
    const source = { interview: 'numbers', section: 'biography' } as const;
    const quoted = (found: readonly number[]) =>
      excerpt({ source, titles: [], text, sentences, translated: [] }, found).text;
    expect([quoted([2, 3]), quoted([2, 1]), quoted([3]), quoted([])]).toEqual([
      'Three. Four.',
      'Two. Three.',
      'Three. Four.',
      'One. Two.',
    ]);
  });

  it('gives every copy of a passage words that no other has, and leaves the originals alone', () => {
    const passages = [
      { title: 'a', text: 'first' },
      { title: 'b', text: 'second' },
    ];
    const copies = replicate(passages, 500);
    expect(copies.slice(0, 2)).toEqual(passages);
    const words = copies.slice(2).flatMap(({ text }) => text.split(' ').slice(1));
    expect(new Set(words).size).toBe(words.length);
  });

  it('gives the careful peers the words of Chinese and English without punctuation', () => {
    expect(wordsOf('你好, Open Source!')).toEqual(['你好', 'open', 'source']);
  });
});
