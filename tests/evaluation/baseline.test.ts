// The figures of the judged questions against the baseline: `npm run evaluate -- --update-baseline` writes it anew.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Baseline,
  type EvaluatedReply,
  evaluate,
  figuresOf,
  readBaseline,
  worsened,
} from '../../src/evaluation/evaluate.ts';
import { readJudgedQuestions } from '../../src/evaluation/judged-question.ts';
import {
  everydaySettings,
  folderSettings,
  inventedSettings,
  type JudgedSetting,
  reportedSettings,
  tuningSettings,
} from '../../src/evaluation/test-interviews.ts';
import { JUDGED_FOLDER } from '../../src/load-judged.ts';
import { known } from '../loaded.ts';

/** Milliseconds; every judged question is asked in every setting that it belongs to. */
const PATIENCE = 240_000;

/** Of each setting; one question in all of them before the next: what is looked up for it is remembered for a while. */
function repliesTo(settings: readonly JudgedSetting[]): readonly (readonly EvaluatedReply[])[] {
  const replies = settings.map((): EvaluatedReply[] => []);
  const asked = settings.flatMap((setting, at) =>
    setting.questions.map((judged) => ({ at, setting, judged, words: judged.question })),
  );
  for (const { at, setting, judged } of asked.toSorted((a, b) => (a.words < b.words ? -1 : 1)))
    replies[at]?.push(...evaluate({ ...setting, questions: [judged] }));
  return replies;
}

test(
  'no figure of the judged questions falls below the baseline, and none goes unheld',
  async () => {
    const settings = [
      ...reportedSettings(known),
      ...inventedSettings(known),
      ...folderSettings(known),
      ...everydaySettings(known, 'report'),
      ...tuningSettings(known),
    ];
    const replies = repliesTo(settings);
    const measured: Baseline = Object.fromEntries(
      settings.map(({ name }, at) => [name, figuresOf(replies[at] ?? [])]),
    );
    const baseline = readBaseline(readFileSync(`${JUDGED_FOLDER}/baseline.json`, 'utf8'));
    expect(worsened(baseline, measured)).toEqual([]);
    expect(Object.keys(measured).filter((setting) => !baseline[setting])).toEqual([]);
    // Two settings of one name would hide one another.
    expect(Object.keys(measured)).toHaveLength(settings.length);
  },
  PATIENCE,
);

describe('a figure is worse', () => {
  const figures = { rightSection: 0.9, rightSentence: 0.8, wrong: 0.05, quiet: 0.9 };
  test.each([
    ['when fewer sections are right', { rightSection: 0.8 }, 'set: rightSection was 0.9, is 0.8'],
    ['when fewer sentences are right', { rightSentence: 0.7 }, 'set: rightSentence was 0.8, is 0.7'],
    ['when more answers are wrong', { wrong: 0.06 }, 'set: wrong was 0.05, is 0.06'],
    ['when more is said to what nobody told', { quiet: 0.8 }, 'set: quiet was 0.9, is 0.8'],
  ])('%s', (_name, change, expected) => {
    expect(worsened({ set: figures }, { set: { ...figures, ...change } })).toEqual([expected]);
  });

  test('when a set is no longer measured', () => {
    expect(worsened({ set: figures }, {})).toEqual(['set: no longer measured']);
  });

  test('but not when it is better', () => {
    const better = { rightSection: 1, rightSentence: 0.9, wrong: 0, quiet: 1 };
    expect(worsened({ set: figures }, { set: better })).toEqual([]);
  });
});

test('a line that is no judged question is named with its file and line', () => {
  expect(() => readJudgedQuestions('\n{"id": 3}\n', 'some.jsonl')).toThrow(
    'some.jsonl:2: this is not a judged question.',
  );
});
