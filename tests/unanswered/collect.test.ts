import { describe, expect, it, test } from 'vitest';
import { collectUnanswered, type LogLine } from '../../src/unanswered/collect.ts';

const SOURCE = { interview: 'song-haitao', section: 'exchange', exchange: 2 } as const;
const NEAR = {
  source: SOURCE,
  question: 'As printed?',
  quotation: { source: SOURCE, start: 0, end: 4, text: 'Yes.' },
};

describe('the collector of unanswered questions', () => {
  function collect() {
    const written: LogLine[] = [];
    let time = Date.UTC(2026, 0, 1);
    const questions = collectUnanswered({
      write: (line) => written.push(line),
      today: () => time,
      now: () => time,
    });
    const hear = (key: string, question: string) =>
      questions.record(key, { question, outcome: 'suggest', reason: 'too-close', nearest: NEAR });
    return { questions, hear, written, later: (minutes: number) => (time += minutes * 60_000) };
  }

  it('counts a suggestion as not taken a quarter of an hour later, when the next question comes', () => {
    const { hear, written, later } = collect();
    hear('1', 'first');
    later(14);
    hear('2', 'second');
    expect(written).toEqual([]);
    later(2);
    hear('3', 'third');
    expect(written.map(({ question }) => question)).toEqual(['first']);
  });

  it('holds a bounded number of suggestions: the oldest is written when room is needed', () => {
    const { hear, written } = collect();
    for (let number = 1; number <= 502; number += 1) hear(String(number), `question ${number}`);
    expect(written.map(({ question }) => question)).toEqual(['question 1', 'question 2']);
  });

  it('writes the question before an edit when the edited one is heard', () => {
    const { hear, written, questions } = collect();
    hear('1', 'befor');
    hear('1', 'before');
    questions.taken('1');
    questions.close();
    expect(written.map(({ question }) => question)).toEqual(['befor']);
  });

  it('writes an abstention at once, with its day, language, reason and nearest question', () => {
    const { questions, written } = collect();
    const open = { question: '谁来管AI?', outcome: 'abstain' } as const;
    questions.record('1', { ...open, reason: 'too-weak', nearest: NEAR });
    questions.record('2', { ...open, reason: 'nothing-matched', nearest: NEAR });
    const line = { date: '2026-01-01', question: '谁来管AI?', language: 'zh-Hans', outcome: 'abstain' };
    expect(written).toEqual([
      { ...line, reason: 'too-weak', nearest: { ...NEAR.source, question: NEAR.question } },
      { ...line, reason: 'nothing-matched', nearest: null },
    ]);
  });

  it.each(['not-a-question', 'about-the-bot'] as const)('keeps nothing that is %s', (reason) => {
    const { questions, written } = collect();
    questions.record('1', { question: '你好', outcome: 'abstain', reason, nearest: NEAR });
    questions.close();
    expect(written).toEqual([]);
  });

  test.each([
    ['谁来管AI?', 'zh-Hans'],
    ['誰來管AI?', 'zh-Hant'],
    ['Who owns the data?', 'en'],
    ['training data 是谁的?', 'mixed'],
    ['DeepSeek 是谁的?', 'zh-Hans'],
  ])('%s is written in %s', (question, language) => {
    const { questions, written } = collect();
    questions.record('1', { question, outcome: 'abstain', reason: 'too-weak' });
    expect(written.map((entry) => entry.language)).toEqual([language]);
  });
});
