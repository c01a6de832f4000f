import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openLibrary } from '../../src/answer/library.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { type FeedbackLine, readFeedback } from '../../src/unanswered/collect.ts';
import { surveyOf } from '../../src/unanswered/survey.ts';
import { INTERVIEW, logLine } from './project.ts';

const NOW = Date.UTC(2026, 0, 14, 12);
const OPEN = 'Who pays the rent of your workshop?';
const PRINTED = 'How do you clean a clock?';

function library(questions = '') {
  const files = {
    'clocks.md': INTERVIEW,
    ...(questions === '' ? {} : { 'clocks.questions.txt': questions }),
  };
  const bytes = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  return openLibrary(readCollection(bytes));
}

const SYLLABLES = [
  'ba',
  'ko',
  'mi',
  'du',
  'fe',
  'gu',
  'ra',
  'so',
  'ti',
  'vy',
  'zo',
  'lu',
  'pe',
  'ny',
  'ja',
  'wa',
  'xi',
];

/** A word that is in no dictionary, another one for each number. */
function invent(number: number): string {
  const at = (place: number) => SYLLABLES[Math.floor(number / 17 ** place) % 17];
  return [at(0), at(1), at(0), at(1), at(0)].join('');
}

function opinion(wrong: FeedbackLine['wrong'], over: Partial<FeedbackLine> = {}): FeedbackLine {
  const reply = ask(library(), { question: PRINTED });
  const text = reply.outcome === 'answer' ? reply.quotation.text : '';
  const quoted = { interview: 'clocks', section: 'exchange', exchange: 1, text };
  return { date: '2026-01-14', question: PRINTED, language: 'en', wrong, remark: '', quoted, ...over };
}

describe('a survey of the logs', () => {
  it('counts the seven days up to today beside the seven before', () => {
    const days = ['2026-01-14', '2026-01-08', '2026-01-07', '2026-01-01', '2025-12-31'];
    const lines = days.map((date) => logLine(OPEN, date));
    const { weeks, gaps } = surveyOf(library(), { lines, feedback: [opinion(null)], now: NOW });
    expect(weeks.miss).toEqual({ now: 2, before: 2 });
    expect(weeks.helped).toEqual({ now: 1, before: 0 });
    expect(gaps).toMatchObject([{ question: OPEN, times: 5, weeks: { now: 2, before: 2 } }]);
  });

  it('tells misses from suggestions that nobody took, and groups wordings of one question', () => {
    const lines = [
      { ...logLine(OPEN), outcome: 'suggest' as const },
      logLine('who pays the rent of your workshop'),
      logLine('Who pays rent for the workshop?'),
    ];
    const { gaps } = surveyOf(library(), { lines, feedback: [], now: NOW });
    expect(gaps).toMatchObject([{ times: 3, wordings: 3, kinds: { miss: 2, untaken: 1, wrong: 0 } }]);
  });

  it('holds an answer that was called wrong open with its reasons, as long as it is quoted', () => {
    const feedback = [opinion('not-asked', { remark: 'dust, not soap' })];
    const { gaps } = surveyOf(library(), { lines: [], feedback, now: NOW });
    expect(gaps).toMatchObject([
      { question: PRINTED, kinds: { wrong: 1 }, reasons: ['not-asked'], remarks: ['dust, not soap'] },
    ]);
    expect(gaps[0]?.words?.source).toMatchObject({ interview: 'clocks', exchange: 1 });
    const mended = [
      opinion('not-asked', { quoted: { interview: 'clocks', section: 'exchange', text: 'Other.' } }),
    ];
    expect(surveyOf(library(), { lines: [], feedback: mended, now: NOW }).gaps).toEqual([]);
  });

  it('leaves out what is answered by now, and what an editor listed as not covered', () => {
    const lines = [logLine(PRINTED), logLine('who pays the rent of your workshop')];
    const known = library(`[not covered]\n${OPEN}\n`);
    expect(surveyOf(known, { lines, feedback: [], now: NOW }).gaps).toEqual([]);
    expect(surveyOf(library(), { lines, feedback: [], now: NOW }).gaps).toHaveLength(1);
  });

  it('is not crowded out by what was asked often and is listed by now', () => {
    const rare = Array.from({ length: 60 }, (_, at) => `What of ${invent(at)}?`);
    const lines = [...rare, ...rare].map((question) => logLine(question));
    const known = library(`[question 1]\n${rare.join('\n')}\n`);
    const { gaps } = surveyOf(known, { lines: [...lines, logLine(OPEN)], feedback: [], now: NOW });
    expect(gaps).toMatchObject([{ question: OPEN, times: 1 }]);
  });

  it('asks only the most frequent again where there are many, and says how many are left', () => {
    const rare = Array.from({ length: 300 }, (_, at) => logLine(`What of ${invent(at)}?`));
    const lines = [...rare, logLine(OPEN), logLine(OPEN)];
    const { gaps, rarer } = surveyOf(library(), { lines, feedback: [], now: NOW });
    expect(gaps[0]).toMatchObject({ question: OPEN, times: 2 });
    expect(gaps.length + rarer).toBeLessThanOrEqual(301);
    expect(rarer).toBeGreaterThan(250);
  });

  it('reads every line that it can of the log of opinions', () => {
    const text = `${JSON.stringify(opinion(null))}\n{"date":"2026-01\n`;
    expect(readFeedback(text)).toMatchObject({ lines: [{ question: PRINTED }], unreadable: [2] });
  });
});
