import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Baseline, figuresOf, readBaseline, worsened } from '../../src/evaluation/baseline.ts';
import { readJudgedQuestions } from '../../src/evaluation/judged-question.ts';
import { evaluateSets, TUNING_SETS } from '../../src/evaluation/judged-sets.ts';
import { fold } from '../../src/language/fold.ts';
import { shippedSource } from '../answer/interviews.ts';

const read = (name: string) => readFileSync(`tests/evaluation/${name}`, 'utf8');
const baseline = readBaseline(read('baseline.json'));

test('no figure of the judged questions falls below the baseline', () => {
  const sets = evaluateSets(shippedSource, (set) => read(`${set}.jsonl`));
  const measured: Baseline = Object.fromEntries(sets.map(({ set, replies }) => [set, figuresOf(replies)]));
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

/** Letters and numbers only; a shorter question is a word or a greeting, which everybody writes alike. */
const plain = (question: string) => fold(question).replace(/[^\p{L}\p{N}]/gu, '');
const SHORTEST = 4;

const questionsOf = (sets: readonly string[]) =>
  sets.flatMap((set) =>
    readJudgedQuestions(read(`${set}.jsonl`), set).map(({ question }) => plain(question)),
  );

test('no reported question was tuned on, or stands in the knowledge folder as another wording', () => {
  const wordings = shippedSource.interviews.flatMap(({ sections, translations }) =>
    [{ sections }, ...translations].flatMap((own) =>
      own.sections.flatMap((section) => (section.kind === 'exchange' ? section.askedAs : [])),
    ),
  );
  const listed = shippedSource.questions.flatMap(({ answered, notCovered }) => [
    ...answered.map(({ question }) => question),
    ...notCovered,
  ]);
  const known = new Set([...questionsOf(TUNING_SETS), ...[...wordings, ...listed].map(plain)]);
  const reported = questionsOf(['song-haitao.report']);
  expect(reported.filter((question) => question.length >= SHORTEST && known.has(question))).toEqual([]);
  const long = reported.filter((question) => question.length >= SHORTEST);
  expect(new Set(long).size).toBe(long.length);
});

test('no development question stands in the list of members’ questions', () => {
  const listed = new Set(
    shippedSource.questions.flatMap(({ answered, notCovered }) =>
      [...answered.map(({ question }) => question), ...notCovered].map(plain),
    ),
  );
  const development = questionsOf(['song-haitao.dev']);
  expect(development.filter((question) => question.length >= SHORTEST && listed.has(question))).toEqual([]);
});
