import { expect, test } from 'vitest';
import { runCheck } from '../../../src/editor/check/run.ts';
import { readKnowledgeFiles } from '../../../src/load-knowledge.ts';
import { file, GOOD } from '../../knowledge/files.ts';

/** Folders of files, as texts. */
type Disk = Readonly<Record<string, Readonly<Record<string, string>>>>;

async function check(disk: Disk, ...argv: readonly string[]) {
  let out = '';
  let err = '';
  const status = await runCheck({
    argv,
    knowledge: 'knowledge',
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    look: async (path) => {
      if (disk[path]) return 'folder';
      return disk[folderOf(path)]?.[nameOf(path)] === undefined ? undefined : 'file';
    },
    part: (path) => ({ folder: folderOf(path), name: nameOf(path) }),
    read: async (folder, isWanted) => {
      const names = Object.keys(disk[folder] ?? {}).filter(isWanted);
      const isText = (name: string) => /\.(?:md|txt)$/i.test(name);
      return {
        files: names.filter(isText).map((name) => file(name, disk[folder]?.[name] ?? '')),
        problems: [],
        others: names.filter((name) => !isText(name)),
      };
    },
  });
  return { status, out: out.split('\n').filter(Boolean), err: err.split('\n').filter(Boolean) };
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const HEAD = '[question 1]\nWhat clocks?\n';

test('success says what was read, interview by interview, and names the parts without a question', async () => {
  const knowledge = {
    'bells.md': GOOD.replaceAll('clocks', 'bells'),
    'clocks.md': `${GOOD}\n## Biography\n\nA keeper.\n`,
    'clocks.zh.md': `---\ntitle: 钟\nlanguage: zh\ntranslator: 某\n---\n## Q: 藏什么?\n\n小钟。没人要。\n\n## Q: 为何?\n\n诚实。\n\n## Biography\n\n守钟人。\n`,
    'clocks.questions.txt': `${HEAD}Which ones?\n[biography]\nWho is she?\n[not covered]\nHow old is she?\n`,
    'clocks.lexicon.txt': 'clocks = timepieces\n',
  };
  expect(await check({ knowledge })).toEqual({
    status: 0,
    err: [],
    out: [
      'knowledge/bells.md: 2 exchanges; no translation; no list questions; 0 lexicon groups; 0 not covered',
      'knowledge/clocks.md: 2 exchanges; translation zh; 3 list questions (question 1: 2, biography: 1; empty: question 2); 1 lexicon group; 1 not covered',
      '2 interviews, 0 errors, 0 warnings.',
    ],
  });
});

test('errors make the status 1 and stand apart from the warnings, which alone do not', async () => {
  const clocks = { 'clocks.md': GOOD, 'clocks.questions.txt': `${HEAD}- Which ones?\n` };
  const warned = await check({ knowledge: clocks });
  expect(warned.status).toBe(0);
  expect(warned.err).toEqual([
    '1 warning (read all the same):',
    'knowledge/clocks.questions.txt:3: The question begins like a list item. Delete the mark, unless members write it.',
  ]);
  const broken = await check({ knowledge: { ...clocks, 'lena.MD': GOOD, 'gone.lexicon.txt': 'a = b\n' } });
  expect(broken.status).toBe(1);
  expect(broken.err).toEqual([
    '2 errors:',
    'knowledge/gone.lexicon.txt:1: There is no gone.md that this belongs to. Add the interview, or correct the name.',
    'knowledge/lena.MD:1: The file is not read by this name. Rename it to lena.md.',
    ...warned.err,
  ]);
});

const warningsOf = async (files: Readonly<Record<string, string>>) => {
  const { err, status } = await check({ knowledge: { 'clocks.md': GOOD, ...files } });
  expect(status).toBe(0);
  return err.slice(1).map((line) => line.replace(/^knowledge\//, ''));
};

test.each([
  [
    'a question in two parts, folded',
    `${HEAD}[not covered]\nＷhat  CLOCKS?\n`,
    ':4: The question stands below [question 1] already, in line 2.',
  ],
  [
    'a question twice in one part',
    `${HEAD}What clocks\n`,
    ':3: The question stands in this part already, in line 2.',
  ],
  ['a bullet', `${HEAD}• Which?\n`, ':3: The question begins like a list item.'],
  ['a number', `${HEAD}12. Which?\n`, ':3: The question begins like a list item.'],
  ['a label', `${HEAD}问：哪些?\n`, ':3: The question begins like a list item.'],
  ['a Chinese number mark', `${HEAD}3、哪些?\n`, ':3: The question begins like a list item.'],
  [
    'a mark of a program',
    `${HEAD}# proposed, not yet read\nWhich?\n`,
    ':3: A program proposed this block, and nobody has read it.',
  ],
])('a list is warned of %s', async (_name, list, expected) => {
  expect(await warningsOf({ 'clocks.questions.txt': list })).toEqual([
    expect.stringContaining(`clocks.questions.txt${expected}`),
  ]);
});

test('a list is not warned of figures, initials and openings that come again', async () => {
  const list = `${HEAD}4.0 clocks?\n-5 degrees?\nA.I. clocks?\n> Small\nLittle?\n> Nobody\nLonely?\n`;
  expect(await warningsOf({ 'clocks.questions.txt': list })).toEqual([]);
});

test.each([
  [
    'more than 8 members',
    'clocks = a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8\n',
    ['1: The group has 9 members.'],
  ],
  [
    'a member with a question word',
    'clocks = which ones\nkeep = 为什么留\n',
    ['1: `which ones` holds', '2: `为什么留` holds'],
  ],
  ['a member that is a question word alone', 'clocks = what\n', ['1: `what` holds']],
  [
    'a word in two groups, folded',
    'clocks = watches\nkeep = WATCHES\n',
    ['2: `WATCHES` stands in the group of line 1, too.'],
  ],
  [
    'a group without a word of the interview',
    '# x\n钟表 = horology\n',
    ['2: No member stands in clocks.md.'],
  ],
])('a lexicon is warned of %s', async (_name, lexicon, expected) => {
  const warnings = await warningsOf({ 'clocks.lexicon.txt': lexicon });
  expect(warnings).toEqual(expected.map((what) => expect.stringContaining(`clocks.lexicon.txt:${what}`)));
});

test('a lexicon knows the words of the interview in every form, script and place, also without width', async () => {
  const files = {
    'clocks.md': GOOD.replace('honest', '鐘\u200b錶 keep\u00ading').replace('Ada', 'Zenobia'),
    'clocks.lexicon.txt': 'keep = x1\n钟表 = x2\nZenobia = x3\nThe WHO = small clock\n',
  };
  expect(await warningsOf(files)).toEqual([]);
});

test('the folder’s lexicon is for all interviews, and its words are in no interview’s own group', async () => {
  const files = {
    'bells.md': GOOD.replaceAll('clocks', 'bells'),
    'lexicon.txt': 'bells = rings\nhorology = timekeeping\n',
    'clocks.lexicon.txt': 'clocks = rings\n',
  };
  expect(await warningsOf(files)).toEqual([
    expect.stringContaining('clocks.lexicon.txt:1: `rings` stands in the group of lexicon.txt:1, too.'),
    expect.stringContaining('lexicon.txt:2: No member stands in any interview.'),
  ]);
});

test.each([
  [
    'its language',
    GOOD.replace('language: en', 'language: pt-BR'),
    'clocks.md:7: Nothing is known of the language “pt-BR”',
  ],
  [
    'its script',
    GOOD.replace('They are honest.', 'Они честные и тихие часы.'),
    'clocks.md:16: Much of the text is in a script',
  ],
])('a text is warned of what the search lacks for %s', async (_name, content, expected) => {
  const [warning, ...others] = await warningsOf({ 'clocks.md': content });
  expect(others).toEqual([]);
  expect(warning).toContain(expected);
  expect(warning).toMatch(/no stems .*no question words/);
});

test.each([
  ['问：', '问：还有呢？'],
  ['答：', '答：没有了。'],
  ['Host:', 'Host: And the rest?'],
  ['A:', '**A:** None.'],
  ['本报记者：', '本报记者：還有嗎？'],
  ['受訪者：', '受訪者：沒有了。'],
  ['Interviewer:', 'Interviewer: And then?'],
  ['Ada Quill:', 'Ada Quill: They stayed.'],
  ['Quill:', 'Quill: They stayed.'],
])('an answer is warned of a line that begins with a speaker’s label: %s', async (label, line) => {
  const [warning, ...others] = await warningsOf({ 'clocks.md': GOOD.replace('They are honest.', line) });
  expect(others).toEqual([]);
  const printed = label.replace(/[:：]$/, '');
  expect(warning).toBe(
    `clocks.md:16: \`${printed}:\` reads as the label of a speaker, within an answer. Make a question a \`## Q:\`, delete the label of the interviewee, or keep it if it is text.`,
  );
});

test('a name that opens two lines of answers is a label, too', async () => {
  const text = 'Ben Harrow: Why?\n\nThey are honest.\n\nBen Harrow: And then?';
  const warnings = await warningsOf({ 'clocks.md': GOOD.replace('They are honest.', text) });
  expect(warnings.map((own) => own.slice(0, 26))).toEqual([
    'clocks.md:16: `Ben Harrow:',
    'clocks.md:20: `Ben Harrow:',
  ]);
});

test.each([
  'One thing: they are honest.',
  'For example: a clock.',
  'A. They are honest.',
  'As the poet Ben Harrow said: they are honest.',
  '有记者问我：钟为什么慢？',
  '一是：它们诚实。',
  '比如：有一座小钟。',
  '\\Q: is what the dial says.',
  'http://clocks.example is where they are.',
  '我常说：钟是诚实的。',
])('an answer is not warned of %s', async (line) => {
  expect(await warningsOf({ 'clocks.md': GOOD.replace('They are honest.', line) })).toEqual([]);
});

test('what is not read is named', async () => {
  expect(await warningsOf({ 'clocks.docx': 'x' })).toEqual([
    expect.stringMatching(/^clocks\.docx:1: This is not read/),
  ]);
});

test('--brief counts the warnings by file and kind', async () => {
  const clocks = { 'clocks.md': GOOD, 'clocks.questions.txt': `${HEAD}- a\n- b\n[question 2]\n- a\n` };
  const { err } = await check({ knowledge: clocks }, '--brief');
  expect(err).toEqual([
    '4 warnings (read all the same):',
    'knowledge/clocks.questions.txt:3: questions that begin like a list item: 3 (lines 3, 4, 6).',
    'knowledge/clocks.questions.txt:6: questions in two parts: 1 (lines 6).',
  ]);
});

test('--json is one object for a program', async () => {
  const { out, err, status } = await check({ knowledge: { 'clocks.md': GOOD, 'x.MD': '' } }, '--json');
  expect({ err, status }).toEqual({ err: [], status: 1 });
  expect(JSON.parse(out.join('\n'))).toMatchObject({
    errors: [{ file: 'knowledge/x.MD', line: 1, mend: 'Rename it to x.md.' }],
    warnings: [],
    interviews: [{ id: 'knowledge/clocks.md', exchanges: 2, groups: 0, notCovered: 0, proposed: 0 }],
  });
});

const TWO = {
  a: { 'x.md': GOOD, 'x.questions.txt': '#slip\n', 'y.md': 'broken', 'lexicon.txt': 'alone\n', 'z.png': '' },
  b: { 'w.md': GOOD },
};

test('folders and files may be named together', async () => {
  const { out, status } = await check(TWO, 'b', 'a/x.md');
  expect(out.map((line) => line.split(':')[0])).toEqual([
    'b/w.md',
    'a/x.md',
    '2 interviews, 1 error, 0 warnings.',
  ]);
  expect(status).toBe(1);
});

test.each([
  ['an interview, with what stands beside it', 'a/x.md', ['a/x.questions.txt:1']],
  ['a companion alone, read beside its interview', 'a/x.questions.txt', ['a/x.questions.txt:1']],
  ['the folder’s lexicon', 'a/lexicon.txt', ['a/lexicon.txt:1']],
  ['a file of another kind', 'a/z.png', ['a/z.png:1']],
])('a file is checked as %s', async (_name, path, expected) => {
  const { err, status } = await check(TWO, path);
  expect(err.slice(1).map((line) => /^[^:]+:\d+/.exec(line)?.[0])).toEqual(expected);
  expect(status).toBe(1);
});

test.each([[['nowhere']], [['--nope']]])('%j is a wrong call', async (argv) => {
  const { status, err } = await check({ knowledge: {} }, ...argv);
  expect(status).toBe(2);
  expect(err[0]).toContain(argv[0]);
});

test('a folder without any interview is an error', async () => {
  const { status, err } = await check({ knowledge: {} });
  expect(status).toBe(1);
  expect(err[1]).toBe('knowledge:1: There is no interview in this folder. Add one as README.md says.');
});

test.each(['knowledge', 'tests/interviews'])(
  '%s has no error, and no label within an answer',
  async (folder) => {
    const read = await readKnowledgeFiles(folder);
    const files = Object.fromEntries(
      read.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
    );
    const { status, err } = await check({ knowledge: files });
    const wrong = err.filter((line) => /error|label of a speaker/.test(line));
    expect({ status, wrong }).toEqual({ status: 0, wrong: [] });
  },
);
