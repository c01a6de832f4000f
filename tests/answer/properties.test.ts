import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { findSection } from '../../src/answer/quotation.ts';
import type { Quotation, Reply } from '../../src/answer/reply.ts';
import { anyCharacter } from '../any-character.ts';
import { both, songHaitao } from './interviews.ts';

const words = both.interviews
  .flatMap(({ sections }) => sections)
  .flatMap((section) => section.text.match(/[a-zA-Z]{2,}|\p{Script=Han}{2}/gu) ?? []);

/** Questions as members might type them: words of the interviews, question words, marks and noise. */
const question = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...words) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('什么', '为什么', '吗', '?', '？', ' ', 'what', 'why is', '第三'),
      },
      { weight: 1, arbitrary: fc.string({ unit: anyCharacter }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const TOP = 3;
const RUNS = { numRuns: 200 };
const ASKED_AGAIN = 100;

function quotationsIn(reply: Reply): readonly Quotation[] {
  const quoted = reply.candidates.map(({ quotation }) => quotation);
  return reply.outcome === 'answer' ? [reply.quotation, ...quoted] : quoted;
}

function sourceOf({ source }: Quotation) {
  const interview = both.interviews.find(({ id }) => id === source.interview);
  if (!interview) throw new Error(`No interview ${source.interview}.`);
  if (source.section !== 'article') return findSection(interview, source);
  return { text: interview.article[source.key] ?? '', sentences: undefined };
}

/** What an excerpt breaks of what it promises, in one list: comparing each by itself takes longer than to ask. */
function faultsOf(quotation: Quotation): readonly string[] {
  const { text, start, end } = quotation;
  const source = sourceOf(quotation);
  const holds = {
    'has words': text !== '',
    'is its range to the letter': source?.text.slice(start, end) === text,
    'starts a sentence': source?.sentences?.some((sentence) => sentence.start === start) ?? true,
    'ends a sentence': source?.sentences?.some((sentence) => sentence.end === end) ?? true,
  };
  return Object.entries(holds).flatMap(([what, is]) => (is ? [] : [`${what}: not so of ${text}`]));
}

function expectPromised(reply: Reply, text: string): void {
  expect(reply.question).toBe(text);
  expect(reply.suggestions.length).toBeLessThanOrEqual(5);
  if (reply.outcome === 'suggest') expect(reply.suggestions.length).toBeGreaterThan(0);
}

describe('for any question', () => {
  // One reply for all of it: asking is what takes the time.
  test('every excerpt is its range of its section, to the letter, never empty, from sentence border to border, each outcome carries what it promises, and asked again after all others it gets the same reply', () => {
    const replies: Reply[] = [];
    fc.assert(
      fc.property(question, (text) => {
        const reply = ask(both, { question: text, top: TOP });
        expectPromised(reply, text);
        expect(quotationsIn(reply).flatMap(faultsOf)).toEqual([]);
        replies.push(reply);
      }),
      RUNS,
    );
    for (const reply of replies.slice(0, ASKED_AGAIN))
      expect(ask(both, { question: reply.question, top: TOP })).toEqual(reply);
  });

  test('no string throws, and each outcome carries what it promises', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        expectPromised(ask(both, { question: text }), text);
      }),
      RUNS,
    );
  });
});

test('every sentence, typed as a question, is answered from a section that has it or not at all', () => {
  for (const section of songHaitao.interviews.flatMap(({ sections }) => sections)) {
    for (const { start, end } of section.sentences) {
      const sentence = section.text.slice(start, end);
      // The introduction asks what the exchanges answer.
      if (/[?？]$/.test(sentence)) continue;
      const reply = ask(songHaitao, { question: sentence });
      if (reply.outcome === 'answer') expect(section.text).toContain(reply.quotation.text);
    }
  }
});

test('a question of 6,000 characters costs no more terms than its length', () => {
  const long = words.join('').repeat(10);
  const [only] = songHaitao.open;
  if (!only) throw new Error('The interview is not loaded.');
  const visited = (length: number) => {
    let reads = 0;
    const counted = new Proxy(only.index.vocabulary, {
      get: (target, key) => {
        const value = Reflect.get(target, key, target);
        if (key !== 'get') return typeof value === 'function' ? value.bind(target) : value;
        return (term: string) => {
          reads += 1;
          return target.get(term);
        };
      },
    });
    ask(
      { ...songHaitao, open: [{ ...only, index: { ...only.index, vocabulary: counted } }] },
      { question: long.slice(0, length) },
    );
    return reads;
  };
  expect(visited(6000)).toBeLessThanOrEqual(2.5 * visited(3000));
  expect(visited(60_000)).toBe(visited(6000));
});
