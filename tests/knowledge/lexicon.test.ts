import { describe, expect, test } from 'vitest';
import { type Knowledge, readCollection } from '../../src/knowledge/collection.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { file, GOOD } from './files.ts';

describe('a lexicon', () => {
  const readLexicon = (content: string) =>
    readCollection([file('good.md', GOOD), file('lexicon.txt', content)]);
  const groupsOf = ({ lexicons }: Knowledge) => lexicons.flatMap(({ groups }) => groups);

  test('has one group a line, and comments', () => {
    expect(groupsOf(readLexicon('# note\n\n上合 = 上海合作组织 = SCO\na=b = c\n'))).toEqual([
      ['上合', '上海合作组织', 'SCO'],
      ['a=b', 'c'],
    ]);
  });

  test.each([
    ['a remark without its space', '#old = older', /lexicon\.txt:1: A line that begins with # and no space/],
    ['a group of one', 'alone', /lexicon\.txt:1: The group has one member/],
    ['an empty member', 'a = = b', /A member is empty/],
    ['a member written twice', 'a = b = a', /`a` stands twice/],
    ['a pasted sentence', `a = ${'b'.repeat(81)}`, /longer than 80/],
  ])('loses only the faulty line: %s', (_name, line, expected) => {
    const knowledge = readLexicon(`${line}\nc = d\n`);
    expect(knowledge.problems.map(formatProblem).join()).toMatch(expected);
    expect(groupsOf(knowledge)).toEqual([['c', 'd']]);
  });
});

describe('the lexicons of a folder', () => {
  test('are the folder’s own and one for each interview that has a companion', () => {
    const { lexicons, problems } = readCollection([
      file('lexicon.txt', 'salt = brine\n'),
      file('clocks.md', GOOD),
      file('clocks.lexicon.txt', 'wheel = gear\n'),
      file('bells.md', GOOD),
      file('bells.lexicon.txt', '# bells\nrope = line\n'),
      file('other.md', GOOD),
    ]);
    expect(problems).toEqual([]);
    expect(lexicons.toSorted((a, b) => (a.interview ?? '').localeCompare(b.interview ?? ''))).toEqual([
      { interview: undefined, groups: [['salt', 'brine']] },
      { interview: 'bells', groups: [['rope', 'line']] },
      { interview: 'clocks', groups: [['wheel', 'gear']] },
    ]);
  });

  test('are none where nobody wrote one', () => {
    expect(readCollection([file('good.md', GOOD)]).lexicons).toEqual([]);
  });

  test('name the companion in which a line is faulty', () => {
    const { lexicons, problems } = readCollection([
      file('good.md', GOOD),
      file('good.lexicon.txt', 'wheel = gear\nalone\n'),
    ]);
    expect(problems.map(formatProblem).join()).toMatch(/^good\.lexicon\.txt:2: The group has one member/);
    expect(lexicons).toEqual([{ interview: 'good', groups: [['wheel', 'gear']] }]);
  });

  test.each([
    ['a lexicon without its interview', 'gone.lexicon.txt', 'gone.md'],
    ['a misspelt id', 'goood.lexicon.txt', 'goood.md'],
  ])('belong to an interview: %s is a problem', (_name, name, missing) => {
    const { problems } = readCollection([file('good.md', GOOD), file(name, 'wheel = gear\n')]);
    expect(problems.map(formatProblem)).toEqual([
      `${name}:1: There is no ${missing} that this belongs to. Add the interview, or correct the name.`,
    ]);
  });

  test('of an interview that was refused are no problem of their own', () => {
    const { interviews, problems } = readCollection([
      file('bad.md', 'Hello'),
      file('bad.lexicon.txt', 'wheel = gear\n'),
    ]);
    expect(interviews).toEqual([]);
    expect(problems.map(({ file: name }) => name)).toEqual(['bad.md']);
  });
});
