// The decision: probabilities against a softmax written out, how interviews rival one another, and what is shown when.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Contender,
  DECISION_WEIGHTS,
  type DecisionFeature,
  type DecisionFeatures,
  decide,
  ENOUGH_TO_ANSWER,
  NOT_COVERED,
  oddsOf,
  probabilities,
} from '../../src/answer/decide.ts';
import { amongThemselves, find } from '../../src/answer/find.ts';
import { read } from '../../src/answer/read.ts';

import { openFiles, textOf } from './small.ts';

const NAMES = Object.keys(DECISION_WEIGHTS) as DecisionFeature[];
const [HEAVIEST] = NAMES.toSorted((a, b) => Math.abs(DECISION_WEIGHTS[b]) - Math.abs(DECISION_WEIGHTS[a]));

const features: fc.Arbitrary<DecisionFeatures> = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: NAMES.length, maxLength: NAMES.length })
  .map((values) => featuresOf((_, at) => values[at] ?? 0));

/** Sections of so many interviews at the most. */
function sections(interviews: number): fc.Arbitrary<readonly Contender[]> {
  const interview = fc.constantFrom(...Array.from({ length: interviews }, (_, at) => `interview-${at}`));
  return fc.array(fc.record({ features, interview }), { minLength: 1, maxLength: 8 });
}

function featuresOf(value: (name: DecisionFeature, at: number) => number): DecisionFeatures {
  return Object.fromEntries(NAMES.map((name, at) => [name, value(name, at)])) as DecisionFeatures;
}

const sum = (values: readonly number[]) => values.reduce((all, own) => all + own, 0);

/** A section with these log odds, whatever the fitted weights are. */
function sectionOf(odds: number, interview = 'one'): Contender {
  // The heaviest feature alone speaks, as loudly as it must.
  return {
    features: featuresOf((name) => (name === HEAVIEST ? odds / DECISION_WEIGHTS[name] : 0)),
    interview,
  };
}

describe('the sections of one interview', () => {
  test('have the probabilities of a softmax over them and “not covered”', () => {
    fc.assert(
      fc.property(sections(1), (own) => {
        const shares = own.map((section) =>
          Math.exp(sum(NAMES.map((name) => DECISION_WEIGHTS[name] * section.features[name]))),
        );
        const all = sum(shares) + Math.exp(NOT_COVERED);
        probabilities(own).forEach((probability, at) => {
          expect(probability).toBeCloseTo((shares[at] ?? 0) / all, 10);
        });
      }),
    );
  });

  test('are weighed by other weights where a tool gives some', () => {
    const weights = featuresOf((_, at) => at);
    const only = [{ features: featuresOf(() => 0.1), interview: 'one' }];
    const share = Math.exp(0.1 * sum(NAMES.map((_, at) => at)));
    expect(
      oddsOf(
        featuresOf(() => 0.1),
        weights,
      ),
    ).toBeCloseTo(Math.log(share), 10);
    expect(probabilities(only, { weights, notCovered: 2 })[0]).toBeCloseTo(share / (share + Math.exp(2)), 10);
  });
});

describe('the sections of several interviews', () => {
  test('leave what their probabilities lack to 1 to “not covered”, be they of two interviews', () => {
    fc.assert(
      fc.property(sections(2), (own) => {
        expect(sum(probabilities(own))).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test('leave it what they lack, be they of many interviews', () => {
    const alike = (odds: number, interviews: number) =>
      sum(
        probabilities(Array.from({ length: interviews }, (_, at) => sectionOf(NOT_COVERED + odds, `${at}`))),
      );
    for (const interviews of [3, 4, 8])
      for (const odds of [-2, -1, 0, 1, 2]) expect(alike(odds, interviews)).toBeLessThanOrEqual(1 + 1e-9);
    fc.assert(
      fc.property(sections(8), (own) => {
        expect(sum(probabilities(own))).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test('rival those of another by the square of how surely their interview would answer by itself', () => {
    fc.assert(
      fc.property(sections(4), (all) => {
        const shares = all.map(({ interview, features: own }) => {
          const interviews = [...new Set(all.map((section) => section.interview))];
          const weight = (name: string) => {
            const of = all.filter((section) => section.interview === name);
            const whole = sum(of.map((section) => Math.exp(oddsOf(section.features))));
            return name === interview ? whole : whole * sum(probabilities(of)) ** 2;
          };
          return Math.exp(oddsOf(own)) / (Math.exp(NOT_COVERED) + sum(interviews.map(weight)));
        });
        // Several sure interviews together are no surer than sure.
        const most = Math.max(1, sum(shares));
        probabilities(all).forEach((found, at) => {
          expect(found).toBeCloseTo((shares[at] ?? 0) / most, 10);
        });
      }),
    );
  });

  test('are left alone by an interview that has little to say', () => {
    const own = [sectionOf(NOT_COVERED + 1), sectionOf(NOT_COVERED - 1)];
    const quiet = Array.from({ length: 20 }, (_, at) => sectionOf(NOT_COVERED - 4, `quiet-${at}`));
    probabilities([...own, ...quiet])
      .slice(0, own.length)
      .forEach((probability, at) => {
        expect(probability).toBeGreaterThan((probabilities(own)[at] ?? 1) - 0.01);
      });
  });

  test('do not both answer where two interviews know alike', () => {
    const [one = 1, other = 1] = probabilities([
      sectionOf(NOT_COVERED + 4, 'one'),
      sectionOf(NOT_COVERED + 4, 'other'),
    ]);
    expect(one).toBe(other);
    expect(one).toBeLessThan(ENOUGH_TO_ANSWER);
  });
});

describe('a section is likelier', () => {
  const helpful = NAMES.filter((name) => DECISION_WEIGHTS[name] > 0);
  const harmful = NAMES.filter((name) => DECISION_WEIGHTS[name] < 0);

  function ofFirst(all: readonly Contender[], name: DecisionFeature, value: number): number {
    const [first, ...others] = all;
    if (!first) return Number.NaN;
    return probabilities([{ ...first, features: { ...first.features, [name]: value } }, ...others])[0] ?? 0;
  }

  test.each([
    ['the more it has of a feature that speaks for it', helpful, 1],
    ['the less it has of a feature that speaks against it', harmful, -1],
  ])('%s', (_name, names, sign) => {
    expect(names).not.toEqual([]);
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(sections(3), fc.constantFrom(...names), value, value, (all, name, one, other) => {
        const [less, more] = [one, other].toSorted((a, b) => sign * (a - b)) as [number, number];
        // Sums of floating point numbers may differ in their last digit.
        expect(ofFirst(all, name, more)).toBeGreaterThan(ofFirst(all, name, less) - 1e-12);
      }),
    );
  });

  test('by just the weight of the feature in its log odds', () => {
    const even = [sectionOf(NOT_COVERED)];
    for (const name of [...helpful, ...harmful].filter((own) => own !== HEAVIEST))
      expect(ofFirst(even, name, 1)).toBeCloseTo(1 / (1 + Math.exp(-DECISION_WEIGHTS[name])), 10);
  });
});

describe('what is shown', () => {
  const enough = ENOUGH_TO_ANSWER;
  test.each([
    ['nothing was found', [], { outcome: 'abstain', reason: 'nothing-matched' }],
    ['the likeliest is likely enough by itself', [enough], { outcome: 'answer' }],
    ['a rival takes nothing from what is enough', [enough, 1 - enough], { outcome: 'answer' }],
    [
      'the two nearest are, together',
      [enough * 0.9, enough * 0.1],
      { outcome: 'suggest', reason: 'too-close' },
    ],
    ['one alone that is nearly enough', [enough * 0.99], { outcome: 'suggest', reason: 'too-weak' }],
    [
      'half of enough is worth an offer',
      [enough * 0.5, enough * 0.4],
      { outcome: 'suggest', reason: 'too-weak' },
    ],
    ['less than half of enough is not', [enough * 0.49], { outcome: 'abstain', reason: 'too-weak' }],
    [
      'many unlikely sections are not one likely section',
      Array(8).fill(enough * 0.4),
      { outcome: 'abstain', reason: 'too-weak' },
    ],
  ])('%s: %j', (_why, found, decision) => {
    expect(decide(found)).toEqual(decision);
  });

  test('is an answer exactly where it gains as much as it may cost', () => {
    const [, stated] = /COST_OF_WRONG = ([\d.]+)/.exec(readFileSync('src/answer/decide.ts', 'utf8')) ?? [];
    const cost = Number(stated);
    // A wrong answer never costs less than a right one gains.
    expect(cost).toBeGreaterThanOrEqual(1);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
        const gain = probability - cost * (1 - probability);
        fc.pre(Math.abs(gain) > 1e-9);
        expect(decide([probability]).outcome === 'answer').toBe(gain > 0);
      }),
    );
  });
});

describe('what speaks for a section', () => {
  const library = openFiles({
    'bells.md': textOf({
      title: 'Bells',
      name: 'Ada Quill',
      answers: [
        'The bronze bell cracked in the frost. We cast another.',
        'The bronze bell hangs in the tower.',
        'Sailors brought rope from the harbour.',
      ],
      biography: 'Ada Quill was born in the harbour town.',
    }),
  });
  const featureOf = (question: string, name: DecisionFeature) =>
    find(read(library, { question })).map(({ features: own }) => own[name]);

  test('is how far it stands out: where two say the same, neither does', () => {
    const [rope = 0] = featureOf('Who brought the rope?', 'ahead');
    expect(rope).toBeGreaterThan(0);
    expect(Math.max(...featureOf('the bronze bell', 'ahead'))).toBeLessThan(rope);
  });

  test('is that a question was printed with it', () => {
    expect(featureOf('the harbour town', 'unasked').toSorted()).toEqual([0, 1]);
  });

  test('is the less the shorter the question: of few words it takes little to say all', () => {
    const [short = 0] = featureOf('rope?', 'brief');
    const [long = 0] = featureOf('Did sailors bring rope from the harbour?', 'brief');
    expect(short).toBe(1 / 2);
    // “Bring” is light.
    expect(long).toBe(1 / 4);
  });

  test('is counted again for those that are left', () => {
    const found = find(read(library, { question: 'Which bronze bell cracked in the frost?' }));
    const [left] = amongThemselves(found.slice(1));
    expect(found[1]?.features.closeness).toBeLessThan(1);
    expect(found[1]?.features.ahead).toBe(0);
    expect(left?.features.closeness).toBe(1);
    expect(left?.features.ahead).toBeGreaterThan(0);
  });
});

test.each([
  ['买鱼叉花了多少钱?', '鱼叉是铁打的,鱼叉花了九十元。', '鱼叉是铁打的,鱼叉花了力气。'],
  ['How old is the cooper?', 'The cooper is forty-six.', 'The cooper is strong.'],
])('%s: what names the kind counts as said where the excerpt has it', (question, having, lacking) => {
  const covers = (answer: string) => {
    const other = 'Gulls eat small fish all winter.';
    const text = textOf({ title: 'T', name: 'Ada Quill', language: 'zh-CN', answers: [answer, other] });
    return find(read(openFiles({ 'one.md': text }), { question }))[0]?.covers ?? 0;
  };
  expect(covers(having)).toBeGreaterThan(covers(lacking));
});
