// Fitting finds the weights that made the choices, the same each time; the figures count what is shown and what is offered.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { type Chance, coveredBy, type JudgedReply, measure } from '../../src/evaluation/evaluate.ts';
import { chancesOf, type Example, fitSoftmax } from '../../src/evaluation/fit/softmax.ts';
import {
  isAmongFirst,
  type JudgedQuestion,
  type ReplyVerdict,
} from '../../src/evaluation/judged-question.ts';
import { songHaitao } from '../answer/interviews.ts';

const SQUARE_ROOTS = [2, 3, 5].map(Math.sqrt);

/** Rows of features from 0 to 1 that fill the cube evenly, no two alike. */
function rowsOf(choice: number, candidates: number): readonly (readonly number[])[] {
  return Array.from({ length: candidates }, (_, at) =>
    SQUARE_ROOTS.map((root) => (root * (choice * candidates + at + 1)) % 1),
  );
}

/** Each candidate of each choice is right as often as the weights make it: no chance is left in the examples. */
function examplesOf(weights: readonly number[]): readonly Example[] {
  return Array.from({ length: 60 }, (_, choice) => rowsOf(choice, 4)).flatMap((candidates) =>
    chancesOf(candidates, weights).map((weight, own) => ({
      candidates,
      right: candidates.map((_, at) => at === own),
      weight,
    })),
  );
}

/** What the examples cost where nothing is known: every candidate is as likely as any other. */
function lossOfNothing(examples: readonly Example[]): number {
  const all = examples.reduce((sum, { weight }) => sum + weight, 0);
  const loss = examples.reduce((sum, { right, weight }) => {
    const share = right.filter(Boolean).length / right.length;
    return sum - weight * Math.log(share);
  }, 0);
  return loss / all;
}

const someWeights = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 });
const feature = fc.double({ min: 0, max: 1, noNaN: true });
const candidate = fc.record({ row: fc.tuple(feature, feature, feature), isRight: fc.boolean() });
const example = fc
  .record({
    first: candidate,
    others: fc.array(candidate, { maxLength: 5 }),
    weight: fc.double({ min: 0.01, max: 3, noNaN: true }),
  })
  .map(({ first, others, weight }): Example => {
    const all = [{ ...first, isRight: true }, ...others];
    return { candidates: all.map(({ row }) => row), right: all.map(({ isRight }) => isRight), weight };
  });
const someExamples = fc.array(example, { minLength: 1, maxLength: 20 });

describe('fitting a softmax', () => {
  test('finds the weights by which the choices were made', () => {
    fc.assert(
      fc.property(someWeights, (weights) => {
        const fitted = fitSoftmax(examplesOf(weights), { penalty: 1e-9 });
        for (const [at, weight] of weights.entries()) expect(fitted.weights[at]).toBeCloseTo(weight, 1);
      }),
      { numRuns: 30 },
    );
  });

  test('gives the same weights to the last digit for the same examples', () => {
    fc.assert(
      fc.property(someExamples, (examples) => {
        const again = structuredClone(examples);
        expect(fitSoftmax(again, { penalty: 0.02 })).toEqual(fitSoftmax(examples, { penalty: 0.02 }));
        expect(again).toEqual(examples);
      }),
    );
  });

  test('never fits worse than no weights at all', () => {
    fc.assert(
      fc.property(someExamples, fc.constantFrom(1e-6, 0.02, 1, 100), (examples, penalty) => {
        const { loss, weights } = fitSoftmax(examples, { penalty });
        expect(loss).toBeLessThanOrEqual(lossOfNothing(examples) + 1e-9);
        expect(weights.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test('keeps weights smaller the dearer they are', () => {
    const size = (penalty: number) => Math.hypot(...fitSoftmax(examplesOf([4, -2, 1]), { penalty }).weights);
    expect(size(1)).toBeLessThan(size(0.01));
    expect(size(100)).toBeLessThan(size(1));
  });

  test('counts an example as much as it weighs', () => {
    const chosen = (right: readonly boolean[], weight: number) => ({ candidates: [[1], [0]], right, weight });
    const often = [chosen([true, false], 3), chosen([false, true], 1)];
    const [weight = 0] = fitSoftmax(often, { penalty: 1e-9 }).weights;
    expect(weight).toBeCloseTo(Math.log(3), 3);
  });
});

describe('the chances of candidates', () => {
  test('sum to 1 and are finite, however large the odds', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (odds) => {
        const chances = chancesOf(
          odds.map((own) => [own]),
          [1],
        );
        expect(chances.reduce((sum, own) => sum + own, 0)).toBeCloseTo(1);
      }),
    );
  });
});

function judgedReply(verdict: ReplyVerdict, isAmong = false): JudgedReply {
  const source = verdict === 'quiet' || verdict === 'false-answer' ? null : 1;
  return { judged: judgedAs(source), verdict, isAmongFirst: isAmong, forced: { probability: 1, verdict } };
}

function judgedAs(source: JudgedQuestion['source'], also: JudgedQuestion['also'] = []): JudgedQuestion {
  return { id: 'one', question: 'q', language: 'en', kind: 'asked', source, also, must: [] };
}

describe('of the answers that are shown, the share that is bad', () => {
  test.each<[readonly ReplyVerdict[], number | undefined, string]>([
    [
      ['right', 'right-section', 'wrong', 'false-answer'],
      0.5,
      'a wrong section, and what the interview does not say',
    ],
    [['right', 'right-section', 'right'], 0, 'the right section is no bad answer, whatever its sentence'],
    [['right', 'wrong', 'suggested', 'missed', 'quiet'], 0.5, 'what is not answered counts in neither part'],
    [['false-answer'], 1, 'an answer to what nobody told is bad'],
    [['suggested', 'missed', 'quiet'], undefined, 'nothing was shown'],
  ])('%j: %s (%s)', (verdicts, share) => {
    expect(measure(verdicts.map((verdict) => judgedReply(verdict))).wrongShown).toBe(share);
  });
});

describe('how many questions are answered where 2 % of the answers shown may be bad', () => {
  const chances = (...[probability, times, what]: readonly [number, number, 'right' | 'wrong' | 'false']) =>
    Array.from({ length: times }, (): Chance => {
      return { probability, isBad: what !== 'right', isAnswerable: what !== 'false' };
    });
  test.each<[string, readonly Chance[], number]>([
    ['all where none is bad', chances(0.9, 7, 'right'), 7],
    ['none where the likeliest of ten is bad', [...chances(0.5, 9, 'right'), ...chances(0.8, 1, 'wrong')], 0],
    ['all where one of fifty is bad', [...chances(0.5, 49, 'right'), ...chances(0.8, 1, 'wrong')], 50],
    ['but no bad one that nobody told', [...chances(0.5, 49, 'right'), ...chances(0.8, 1, 'false')], 49],
    ['those above a bad one', [...chances(0.5, 9, 'right'), ...chances(0.2, 1, 'wrong')], 9],
    ['none beside a bad one as likely', [...chances(0.5, 9, 'right'), ...chances(0.5, 1, 'wrong')], 0],
  ])('%s', (_name, all, covered) => {
    expect(coveredBy(all)).toBe(covered);
  });
});

describe('of the answerable questions, the share with the right section answered or among the first offered', () => {
  test.each<[readonly JudgedReply[], number | undefined, string]>([
    [[judgedReply('right', true), judgedReply('missed')], 0.5, 'a right answer counts, a miss does not'],
    [[judgedReply('suggested', true), judgedReply('wrong')], 0.5, 'an offer counts like an answer'],
    [[judgedReply('missed', true)], 1, 'offered where the bot abstains, too'],
    [[judgedReply('right', true), judgedReply('quiet'), judgedReply('false-answer')], 1, 'no others count'],
    [[judgedReply('quiet')], undefined, 'none was answerable'],
  ])('%#: %s %s', (replies, share) => {
    expect(measure(replies).amongFirst).toBe(share);
  });

  test('looks at what was quoted, and else at the first three suggestions', () => {
    const hello = ask(songHaitao, { question: 'hello' });
    const among = (source: JudgedQuestion['source'], also: JudgedQuestion['also'] = []) =>
      isAmongFirst(hello, judgedAs(source, also), 'song-haitao');
    // A greeting is followed by the first questions in their order.
    expect(hello.suggestions.map(({ source }) => 'exchange' in source && source.exchange)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect([1, 2, 3, 4].map((source) => among(source))).toEqual([true, true, true, false]);
    expect(among(4, [3])).toBe(true);
    expect(isAmongFirst(hello, judgedAs(1), 'tide-clocks')).toBe(false);
    const printed = ask(songHaitao, { question: 'AI治理涵盖了哪些内容?这方面的全球合作为何重要?' });
    expect(printed.outcome).toBe('answer');
    expect(isAmongFirst(printed, judgedAs(1), 'song-haitao')).toBe(true);
    // The second is only offered below the answer.
    expect(isAmongFirst(printed, judgedAs(2), 'song-haitao')).toBe(false);
  });
});
