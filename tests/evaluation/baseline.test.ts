import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Baseline, figuresOf, readBaseline, worsened } from '../../src/evaluation/baseline.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { readJudgedQuestions } from '../../src/evaluation/judged-question.ts';
import { songHaitao } from '../answer/interviews.ts';

const read = (name: string) => readFileSync(`tests/evaluation/${name}`, 'utf8');
const baseline = readBaseline(read('baseline.json'));

test('no figure of the judged questions falls below the baseline', () => {
  const measured: Baseline = Object.fromEntries(
    Object.keys(baseline).map((set) => {
      const questions = readJudgedQuestions(read(`${set}.jsonl`), set);
      return [set, figuresOf(evaluate(songHaitao, questions))];
    }),
  );
  expect(worsened(baseline, measured)).toEqual([]);
});

describe('a figure is worse', () => {
  const figures = { rightSection: 0.9, rightSentence: 0.8, wrong: 0.05, quiet: 0.9 };
  test.each([
    ['when fewer sections are right', { rightSection: 0.8 }, 'set: rightSection was 0.9, is 0.8'],
    ['when more answers are wrong', { wrong: 0.06 }, 'set: wrong was 0.05, is 0.06'],
  ])('%s', (_name, change, expected) => {
    expect(worsened({ set: figures }, { set: { ...figures, ...change } })).toEqual([expected]);
  });

  test('when a set is no longer measured', () => {
    expect(worsened({ set: figures }, {})).toEqual(['set: no longer measured']);
  });
});

test('a line that is no judged question is named with its file and line', () => {
  expect(() => readJudgedQuestions('\n{"id": 3}\n', 'some.jsonl')).toThrow(
    'some.jsonl:2: this is not a judged question.',
  );
});

test('the development, tuning and reported questions are apart', () => {
  const sets = ['dev', 'tune', 'report'].map((set) =>
    readJudgedQuestions(read(`song-haitao.${set}.jsonl`), set),
  );
  const asked = sets.flatMap((questions) => questions.map(({ question }) => question));
  const repeated = asked.filter(
    (question, at) => asked.indexOf(question) !== at && /\p{L}{3}/u.test(question),
  );
  expect(repeated).toEqual([]);
});
