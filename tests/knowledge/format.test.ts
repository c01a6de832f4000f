import { describe, expect, test } from 'vitest';
import { readCollection } from '../../src/knowledge/collection.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { file, GOOD } from './files.ts';

const read = (content: string) => {
  const { interviews, problems } = readCollection([file('good.md', content)]);
  expect(problems).toEqual([]);
  const [interview] = interviews;
  if (!interview) throw new Error('The interview did not load.');
  return interview;
};

describe('a section keeps its paragraphs to the letter', () => {
  test('inner line breaks, spaces and marks stay; only blanks at the very ends go', () => {
    const { sections } = read(`${GOOD}\n## Introduction\n  *One*  \n  two　\n\n\n\n\\## three\n\\\\four\n`);
    expect(sections[2]?.text).toBe('*One*  \n  two\n\n## three\n\\four');
  });

  test('a backslash makes text of what would read as structure', () => {
    const { sections } = read(`${GOOD}\n\\# a\n\\---\n\\- asked as: b\n`);
    expect(sections[1]?.text).toBe('They are honest.\n\n# a\n---\n- asked as: b');
  });

  test('a number or a date in the front matter stays the characters of the file', () => {
    expect(read(GOOD.replace('The keeper of small clocks', '1984')).article.title).toBe('1984');
    expect(read(GOOD).article.date).toBe('2024-02-29');
  });
});

test('`asked as` wordings belong to the question and not to the answer', () => {
  const { sections } = read(GOOD.replace('Why?\n', 'Why?\n- asked as: how come\n- asked as: 为什么\n'));
  expect(sections[1]).toMatchObject({ askedAs: ['how come', '为什么'], text: 'They are honest.' });
});

test('two exchanges may ask the same, and are numbered in order', () => {
  const { sections } = read(GOOD.replace('Q: Why?', 'Q: What do you keep?'));
  expect(sections).toMatchObject([
    { number: 1, question: 'What do you keep?' },
    { number: 2, question: 'What do you keep?' },
  ]);
});

describe('a translation', () => {
  const TRANSLATION = `---
title: 小钟的守护人
language: zh-CN
translator: 本站
interviewee:
  name: 阿达
---

## Q: 你收藏什么?

小钟。没有别人想要。

## Q: 为什么?
- asked as: 图什么

它们诚实。
`;
  const readBoth = (translation: string) =>
    readCollection([file('good.md', GOOD), file('good.zh-CN.md', translation)]);

  test('belongs to its original when every sentence has its own', () => {
    const { interviews, problems } = readBoth(TRANSLATION);
    expect(problems).toEqual([]);
    expect(interviews[0]?.translations).toMatchObject([{ language: 'zh-CN', translator: '本站' }]);
  });

  test.each([
    [
      'a sentence is missing',
      TRANSLATION.replace('没有别人想要。', ''),
      /:9: Question 1, paragraph 1, has 1 sentences, the original 2/,
    ],
    [
      'a paragraph is missing',
      TRANSLATION.replace('小钟。', '小钟。\n\n'),
      /:9: Question 1 has 2 paragraphs/,
    ],
    [
      'a section is missing',
      TRANSLATION.slice(0, TRANSLATION.indexOf('## Q: 为')),
      /Question 2 is not translated/,
    ],
    [
      'a section is new',
      `${TRANSLATION}\n## Biography\n\n甲。\n`,
      /The original has nothing where The biography stands/,
    ],
    ['the translator is not named', TRANSLATION.replace(/translator.*\n/, ''), /`translator` is missing/],
    [
      'the language is another',
      TRANSLATION.replace('language: zh-CN', 'language: ja'),
      /named for zh-CN but its language is ja/,
    ],
  ])('is refused alone when %s', (_name, content, expected) => {
    const { interviews, problems } = readBoth(content);
    expect(problems.map(formatProblem).join()).toMatch(expected);
    expect(interviews.map(({ id, translations }) => [id, translations.length])).toEqual([['good', 0]]);
  });

  test('is refused when its original is not there', () => {
    const { problems } = readCollection([file('other.zh-CN.md', TRANSLATION)]);
    expect(problems.map(formatProblem).join()).toMatch(/There is no other\.md that this belongs to/);
  });
});
