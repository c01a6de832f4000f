import { describe, expect, test } from 'vitest';
import { LARGEST_FILE, readCollection } from '../../src/knowledge/collection.ts';
import { file, GOOD, problemsOf, readBeside } from './files.ts';

describe('a broken file is refused with its line and what to do, and costs no other file', () => {
  const broken: readonly (readonly [string, string | Uint8Array, readonly RegExp[]])[] = [
    ['no front matter', 'Hello', [/^broken\.md:1: There is no front matter\. Start the file/]],
    [
      'every missing key at once',
      '---\nseries: x\n---\n## Q: a\n\nb\n',
      [/`title` is missing/, /`interviewee.name`/, /`publication`/, /`date`/, /`language`/],
    ],
    [
      'an unknown key, by its line',
      GOOD.replace('date:', 'dtae: x\ndate:'),
      [/^broken\.md:6: `dtae` is not a known key\. .*known: title/],
    ],
    [
      'an unknown key below interviewee',
      GOOD.replace('  name:', '  nmae: x\n  name:'),
      [/^broken\.md:4: `interviewee.nmae` is not a known key/],
    ],
    [
      'an unknown heading',
      `${GOOD}\n## Appendix\n\nx\n`,
      [/^broken\.md:18: The heading `## Appendix` is not known/],
    ],
    [
      'two biographies',
      `${GOOD}\n## Biography\n\nx\n\n## Biography\n\ny\n`,
      [/^broken\.md:22: There are two sections `## Biography`/],
    ],
    ['no exchange', GOOD.slice(0, GOOD.indexOf('## Q')), [/There is no question and answer/]],
    ['an exchange without an answer', GOOD.replace('They are honest.', ''), [/:14: Nothing stands below/]],
    ['an exchange without a question', GOOD.replace('Q: Why?', 'Q:'), [/:14: The question is empty/]],
    [
      'text before the first heading',
      GOOD.replace('---\n\n##', '---\nstray\n##'),
      [/:9: There is text before/],
    ],
    [
      'an impossible date',
      GOOD.replace('2024-02-29', '2023-02-29'),
      [/:6: `date` is not a calendar date: 2023-02-29/],
    ],
    ['a date in words', GOOD.replace('2024-02-29', 'last May'), [/not a calendar date/]],
    [
      'an impossible language',
      GOOD.replace('language: en', 'language: e_n!'),
      [/:7: `language` is not a BCP 47 tag/],
    ],
    [
      'a url of another kind',
      GOOD.replace('language:', 'url: javascript:alert(1)\nlanguage:'),
      [/not a web address/],
    ],
    [
      'a translator',
      GOOD.replace('language:', 'translator: T\nlanguage:'),
      [/:7: `translator` belongs in a translation/],
    ],
    ['YAML that is a list', GOOD.replace(/---\n[\s\S]*?\n---/, '---\n- a\n- b\n---'), [/not a mapping/]],
    ['YAML that is no YAML', GOOD.replace('title: ', 'title: "'), [/not valid YAML/]],
    [
      'an interviewee that is a name',
      GOOD.replace(':\n  name:', ':'),
      [/`interviewee` is not a mapping/, /missing/],
    ],
    [
      'YAML nested beyond reason',
      GOOD.replace('title: ', `title: ${'['.repeat(100_000)}`),
      [/not valid YAML/],
    ],
    [
      'an alias bomb',
      GOOD.replace('title: The', `${bomb()}title: The`),
      [/^broken\.md:3: The front matter uses a YAML alias/],
    ],
    ['UTF-16', utf16(GOOD), [/The file is not UTF-8/]],
    ['a stray GBK byte, by its line', gbk(), [/^broken\.md:2: The file is not UTF-8/]],
    ['a file over 4 MiB', new Uint8Array(LARGEST_FILE + 1).fill(97), [/larger than 4 MiB/]],
    [
      'a misspelt `asked as`',
      GOOD.replace('Why?\n', 'Why?\n- aksed as: how come\n'),
      [/:15: This line is neither/],
    ],
    [
      'an `asked as` inside the answer',
      `${GOOD}\n- asked as: how come\n`,
      [/:18: This line reads as structure/],
    ],
    [
      'an unescaped heading in the answer',
      `${GOOD}\n# x\n`,
      [/:18: This line reads as structure: # x Put a back/],
    ],
  ];

  test.each(broken)('%s', (_name, content, expected) => {
    const { interviews } = readBeside('broken.md', content);
    const problems = problemsOf(content);
    for (const pattern of expected) expect(problems.join('\n')).toMatch(pattern);
    expect(problems.length).toBe(expected.length);
    expect(interviews.map(({ id }) => id)).toEqual(['good']);
  });

  test('a name that no interview can have', () => {
    expect(problemsOf(GOOD, 'My Interview.md').join()).toMatch(/file name is not one of a knowledge file/);
    expect(problemsOf(GOOD, `${'a'.repeat(65)}.md`).join()).toMatch(/file name is not one/);
  });
});

test('an empty folder has no interviews and no problems', () => {
  expect(readCollection([])).toEqual({ interviews: [], lexicons: [], questions: [], problems: [] });
});

test('a byte order mark and Windows line ends change nothing', () => {
  const plain = readCollection([file('good.md', GOOD)]);
  const windows = readCollection([file('good.md', `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`)]);
  expect(windows).toEqual(plain);
});

test('interviews come in the order of their ids, whatever the order of the files', () => {
  const files = ['b', 'c', 'a'].map((id) => file(`${id}.md`, GOOD));
  expect(readCollection(files).interviews.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

/** Nine lists, each nine times the one before: a billion values if anybody expanded them. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const inner = level === 0 ? 'x' : `*l${level - 1}`;
    return `k${level}: &l${level} [${Array(9).fill(inner).join(', ')}]\n`;
  });
  return levels.join('');
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at += 1) bytes[2 + at * 2] = text.charCodeAt(at);
  return bytes;
}

/** 宋 in GBK, in the title. */
function gbk(): Uint8Array {
  const bytes = new TextEncoder().encode(GOOD.replace('The keeper', '?? keeper'));
  bytes.set([0xcb, 0xce], bytes.indexOf(63));
  return bytes;
}
