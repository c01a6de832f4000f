import { describe, expect, it, test } from 'vitest';
import { readCollection } from '../../src/knowledge/collection.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { file, GOOD } from './files.ts';

const NAME = 'song.questions.txt';
const INTERVIEW = `${GOOD}\n## Biography\n\nA keeper.\n`;

function read(questions: string) {
  const { questions: lists, problems } = readCollection([file('song.md', INTERVIEW), file(NAME, questions)]);
  const list = lists[0];
  return {
    answered: list?.answered.map(({ question, section }) => [section.kind, question]),
    notCovered: list?.notCovered,
    problems: problems.map(formatProblem),
  };
}

describe('a file of members’ questions', () => {
  it('lists questions below the part that answers them, and those that none answers', () => {
    const text =
      '# a remark\n\n[question 1]\nWhy?\n  How so?  \n\n[biography]\nWho is he?\n[not covered]\nHow old is he?\n';
    expect(read(text)).toEqual({
      answered: [
        ['exchange', 'Why?'],
        ['exchange', 'How so?'],
        ['biography', 'Who is he?'],
      ],
      notCovered: ['How old is he?'],
      problems: [],
    });
  });

  it('may come with a byte order mark and the line ends of any system', () => {
    expect(read('\uFEFF[question 1]\r\nWhy?\r\n')).toMatchObject({
      answered: [['exchange', 'Why?']],
      problems: [],
    });
  });

  test.each([
    [
      'a question above every heading',
      'Why?\n[question 1]\nHow?\n',
      `${NAME}:1: No heading stands above this question.`,
    ],
    [
      'a part that the interview does not have',
      '\n[question 9]\nWhy?\nHow?\n',
      `${NAME}:2: [question 9] names no part of song.md.`,
    ],
    ['a heading with a typo', '[biografy]\nWho?\n', `${NAME}:1: [biografy] names no part of song.md.`],
    [
      'a question that stands twice',
      '[question 1]\nWhy?\n[not covered]\nWhy?\n',
      `${NAME}:4: The question stands in line 2 already.`,
    ],
    [
      'a pasted story',
      `[question 1]\n${'long '.repeat(80)}\n`,
      `${NAME}:2: The question is longer than 300 characters.`,
    ],
  ])('%s is told once, with the line', (_name, text, problem) => {
    const { problems } = read(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('keeps the other questions of a faulty file', () => {
    expect(read('[question 9]\nLost?\n[question 1]\nWhy?\n')).toMatchObject({
      answered: [['exchange', 'Why?']],
    });
  });

  it('belongs to an interview', () => {
    const { problems } = readCollection([file('other.questions.txt', '[question 1]\nWhy?\n')]);
    expect(problems.map(formatProblem)).toEqual([
      'other.questions.txt:1: There is no other.md that this belongs to. Add the interview, or correct the name.',
    ]);
  });
});
