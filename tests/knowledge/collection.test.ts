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
      'a url that no reader can open',
      GOOD.replace('language:', 'url: http://localhost/interview\nlanguage:'),
      [/:7: `url` is not a web address: http:\/\/localhost/],
    ],
    [
      'a translator',
      GOOD.replace('language:', 'translator: T\nlanguage:'),
      [/:7: `translator` belongs in a translation/],
    ],
    ['YAML that is a list', GOOD.replace(/---\n[\s\S]*?\n---/, '---\n- a\n- b\n---'), [/not a mapping/]],
    ['YAML that is no YAML', GOOD.replace('date:', '}\ndate:'), [/not valid YAML/]],
    [
      'an interviewee that is a name',
      GOOD.replace(':\n  name:', ':'),
      [/`interviewee` is not a mapping/, /missing/],
    ],
    [
      'YAML nested beyond reason',
      GOOD.replace('title: ', `title: ${'['.repeat(100_000)}`),
      [/:2: YAML cannot read the value of `title` as it is written\. Put it in quotation marks/],
    ],
    [
      'an alias bomb',
      GOOD.replace('title: The', `${bomb()}title: The`),
      [/^broken\.md:3: The front matter uses a YAML alias/],
    ],
    ['UTF-16', utf16(GOOD), [/The file is not UTF-8/]],
    ['a stray GBK byte, by its line', gbk(), [/^broken\.md:2: The file is not UTF-8/]],
    ['a file over 64 MiB', new Uint8Array(LARGEST_FILE + 1).fill(97), [/larger than 64 MiB/]],
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

describe('a value that YAML would cut or change is a problem that shows the quoted form', () => {
  test.each([
    ['title', 'Evening #4 at the mill', 'title: "Evening #4 at the mill"'],
    ['title', 'Bells: a talk', 'title: "Bells: a talk"'],
    ['title', 'Learning C #', 'title: "Learning C #"'],
    ['title', '#1 of all', 'title: "#1 of all"'],
    ['title', '@home', 'title: "@home"'],
    ['title', '*starred', 'title: "*starred"'],
    ['title', '&sons', 'title: "&sons"'],
    ['title', '"Stay" he said', `title: '"Stay" he said'`],
    ['title', "'Tis late", `title: "'Tis late"`],
    ['publication', '[Draft] Weekly', 'publication: "[Draft] Weekly"'],
    ['publication', '~', 'publication: "~"'],
    ['name', 'MC #Two', 'name: "MC #Two"'],
    ['name', 'Null', 'name: "Null"'],
  ])('%s: %s', (key, value, quoted) => {
    const content = GOOD.replace(new RegExp(`(${key}:).*`), `$1 ${value}`);
    const line = GOOD.split('\n').findIndex((own) => own.trim().startsWith(`${key}:`)) + 1;
    const problems = problemsOf(content);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`broken.md:${line}: `);
    expect(problems[0]).toContain(`Write \`${quoted}\`.`);
    const mended = content.replace(`${key}: ${value}`, () => quoted);
    expect(problemsOf(mended)).toEqual([]);
  });

  test.each([
    ['name:Ada', 'has no space behind its colon. Write `name: "Ada"`.'],
    ['name：Ada', 'stands before a full-width colon. Write `name: "Ada"`.'],
  ])('and so is %s', (line, what) => {
    expect(problemsOf(GOOD.replace('name: Ada Quill', line)).join()).toContain(what);
  });

  test.each(['x # a remark', '"Chat #7" # a remark', '1984', 'http://a.example:80/b', '-5 degrees', "it's"])(
    'and nothing is wrong with %s',
    (value) => expect(problemsOf(GOOD.replace(/title: .*/, `title: ${value}`))).toEqual([]),
  );

  test('one slip hides no other', () => {
    const content = GOOD.replace(/title: .*/, 'title: A: b')
      .replace('Ada Quill', '@ada')
      .replace('-29', '-31');
    expect(problemsOf(content).map((problem) => problem.split(':')[1])).toEqual(['2', '4', '6']);
  });
});

test('a required value that is empty is to be filled in, and is not missing as well', () => {
  const content = GOOD.replace(/publication: .*/, 'publication: # ? not found').replace(
    /title: .*/,
    'title: \u200b',
  );
  expect(problemsOf(content)).toEqual([
    'broken.md:2: `title` is required, and empty: fill this in. Write the value behind the colon.',
    'broken.md:5: `publication` is required, and empty: fill this in. Write the value behind the colon.',
  ]);
});

describe('a line that was meant as structure is a problem with what to write', () => {
  test.each([
    ['##Q: Who rings it?', '## Q: Who rings it?'],
    ['### Q: Who rings it?', '## Q: Who rings it?'],
    ['** Q: Who rings it?', '## Q: Who rings it?'],
    ['**Q: Who rings it?**', '## Q: Who rings it?'],
    ['Q2: Who rings it?', '## Q: Who rings it?'],
    ['Q: Who rings it?', '## Q: Who rings it?'],
    ['＃＃ Q：Who rings it?', '## Q: Who rings it?'],
    ['##\u00a0Q: Who rings it?', '## Q: Who rings it?'],
    ['##\u3000Q: Who rings it?', '## Q: Who rings it?'],
    ['\u200b## Q: Who rings it?', '## Q: Who rings it?'],
    ['  ## Q: Who rings it?', '## Q: Who rings it?'],
    ['##Biography', '## Biography'],
    ['**Introduction**', '## Introduction'],
    ['##', '## Q: …'],
    ['* asked as: who?', '- asked as: who?'],
    ['-asked as: who?', '- asked as: who?'],
    ['- Asked as：who?', '- asked as: who?'],
  ])('%j', (line, meant) => {
    for (const content of [`${GOOD}\n${line}\n`, GOOD.replace('Why?\n', `Why?\n${line}\n`)]) {
      const at = content.split('\n').indexOf(line) + 1;
      const problems = problemsOf(content);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(`broken.md:${at}: `);
      expect(problems[0]).toContain(`Write \`${meant}\`, or put a backslash before it if it is text.`);
      expect(problemsOf(content.replace(`\n${line}\n`, () => `\n\\${line}\n`))).toEqual([]);
    }
  });

  test('above the first heading, too, and instead of text before it', () => {
    const problems = problemsOf(GOOD.replace('## Q: What', '##Q: What'));
    expect(problems).toEqual([expect.stringMatching(/^broken\.md:10: .*Write `## Q: What do you keep\?`/)]);
  });

  test.each([
    '#bells are loud',
    'Q&A follows',
    'asked as a child, I ran',
    'Biography is a genre',
    '- 5 degrees',
  ])('text is text: %s', (line) => expect(problemsOf(`${GOOD}\n${line}\n`)).toEqual([]));
});

describe('characters without width', () => {
  const text = 'They are hon\u00adest\u200b, light\u2060house\u200f.';

  test('stay in the text as printed', () => {
    const { interviews } = readBeside('x.md', GOOD.replace('They are honest.', text));
    expect(interviews[1]?.sections[1]?.text).toBe(text);
  });

  test('that turn the text around are a problem, in every kind of file', () => {
    const what =
      'A direction override (U+202E, which nobody sees) turns the text behind it around. Delete it.';
    expect(problemsOf(GOOD.replace('honest', 'hon\u202eest'))).toEqual([`broken.md:16: ${what}`]);
    expect(problemsOf('a = \u202eb\n', 'lexicon.txt')).toEqual([`lexicon.txt:1: ${what}`]);
  });
});

describe('a name that only looks like that of a knowledge file', () => {
  test.each([
    ['lena.MD', 'lena.md'],
    ['Lena.md', 'lena.md'],
    ['lena.markdown', 'lena.md'],
    ['lena.en.mdown', 'lena.en.md'],
    ['lena.Lexicon.TXT', 'lena.lexicon.txt'],
  ])('%s is a problem that tells the right one', (name, better) => {
    expect(problemsOf(GOOD, name)).toEqual([
      `${name}:1: The file is not read by this name. Rename it to ${better}.`,
    ]);
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
