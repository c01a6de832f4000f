import { describe, expect, test } from 'vitest';
import { PROPOSED } from '../../src/editor/prepare/merge.ts';
import { LEXICON, openDesk, QUESTIONS } from './desk.ts';

describe('prepare ID writes a worksheet', () => {
  test('with a place below each sentence, for what is not covered, for words and for the translation', async () => {
    const { disk, run } = openDesk();
    expect(await run(['clocks'])).toMatchObject({ status: 0 });
    const sheet = disk.get('clocks.worksheet.md') ?? '';
    expect(sheet).toContain('## [question 1] How do you clean a clock?');
    expect(sheet).toContain('> I dry them in sawdust for nine days.\n= \n- \n- \n');
    for (const part of ['introduction', 'biography', 'not covered', 'same words', 'translation'])
      expect(sheet).toContain(`## [${part}]`);
    expect(sheet).toContain('a quarter of the lines in Chinese');
  });

  test('never over one that is there, unless told to', async () => {
    const { disk, run } = openDesk({ 'out/clocks.worksheet.md': 'mine' });
    const refused = await run(['clocks', '--out', 'out']);
    expect(refused).toMatchObject({ status: 1, complaints: expect.stringContaining('--force') });
    expect(disk.get('out/clocks.worksheet.md')).toBe('mine');
    expect(await run(['clocks', '--out', 'out', '--force'])).toMatchObject({ status: 0 });
    expect(disk.get('out/clocks.worksheet.md')).toContain('# Worksheet: clocks');
  });

  test.each(['knowledge', 'knowledge/sheet.md', 'knowledge/../knowledge/x.md'])(
    'never among the interviews: %s',
    async (out) => {
      const { disk, run } = openDesk();
      expect(await run(['clocks', '--out', out])).toMatchObject({ status: 1 });
      expect([...disk.keys()]).toEqual(['knowledge/clocks.md']);
    },
  );

  test('an unknown id is told with those that are there, a broken interview with its problems', async () => {
    const { run } = openDesk({ 'knowledge/songs.md': '---\ntitle: x\n---\n' });
    expect(await run(['clock'])).toMatchObject({ status: 1, complaints: expect.stringContaining('clocks') });
    expect(await run(['songs'])).toMatchObject({
      status: 1,
      complaints: expect.stringContaining('knowledge/songs.md:1:'),
    });
  });

  test.each([
    [[]],
    [['clocks', 'songs']],
    [['clocks', '--from', 'a', '--ask', 'http://127.0.0.1']],
    [['clocks', '--ask', 'http://127.0.0.1']],
    [['clocks', '--ask', 'file:///etc/passwd', '--model', 'm']],
    [['clocks', '--by-hand']],
    [['clocks', '--nothing']],
  ])('called wrongly it says how it is called: %s', async (argv) => {
    expect(await openDesk().run(argv)).toMatchObject({
      status: 2,
      complaints: expect.stringContaining('Usage:'),
    });
  });
});

const SHEET = `# Worksheet: clocks

## [question 1]

> I dry them in sawdust
- how many days in the shavings
- 锯末里晾几天

## [question 2]
> A file, a lamp
- what gear is on your bench

## [not covered]
- how much do you charge

## [same words]
- sawdust = shavings = 锯末
`;

describe('prepare ID --from FILE takes it back', () => {
  test('what an assistant wrote is marked, what a person wrote by hand is not', async () => {
    const marked = openDesk({ sheet: SHEET });
    expect(await marked.run(['clocks', '--from', 'sheet'])).toMatchObject({ status: 0, complaints: '' });
    expect(marked.disk.get(QUESTIONS)).toContain(
      `> I dry them in\n${PROPOSED}\nhow many days in the shavings\n`,
    );
    expect(marked.disk.get(LEXICON)).toContain(`${PROPOSED}\nsawdust = shavings = 锯末\n`);
    const byHand = openDesk({ sheet: SHEET });
    expect(await byHand.run(['clocks', '--from', 'sheet', '--by-hand'])).toMatchObject({ status: 0 });
    expect(byHand.disk.get(QUESTIONS)).not.toContain(PROPOSED);
    expect(byHand.disk.get(LEXICON)).toContain('sawdust = shavings = 锯末\n');
  });

  test('taken back twice, nothing changes, and each line is said to stand already', async () => {
    const { disk, run } = openDesk({ sheet: SHEET });
    await run(['clocks', '--from', 'sheet']);
    const before = [disk.get(QUESTIONS), disk.get(LEXICON)];
    const again = await run(['clocks', '--from', 'sheet', '--json']);
    expect(again.status).toBe(0);
    expect([disk.get(QUESTIONS), disk.get(LEXICON)]).toEqual(before);
    const { written, questions, groups } = JSON.parse(again.printed);
    expect([written, questions.added, groups.added]).toEqual([[], [], []]);
    expect(questions.twice).toHaveLength(4);
    expect(groups.twice).toHaveLength(1);
  });

  test.each([
    ['too long', `- ${'why '.repeat(80)}not`, '300'],
    ['twice in two parts', '- How do you clean a clock', 'contradicts'],
    ['leading elsewhere', '- drying clock wheels in sawdust for nine days', 'leads to [question 1]'],
    ['beginning like structure', '- #1 on your list', 'begins with #'],
  ])('a line %s is shown and kept apart', async (_, line, why) => {
    const { disk, run } = openDesk({ sheet: `## [question 2]\n- grandma's knife\n${line}\n` });
    const taken = await run(['clocks', '--from', 'sheet']);
    expect(taken).toMatchObject({ status: 1, complaints: expect.stringContaining(`sheet:3: `) });
    expect(taken.complaints).toContain(why);
    expect(disk.get(QUESTIONS)).toContain("grandma's knife");
    expect(disk.get(QUESTIONS)).not.toContain(line.slice(2));
    expect(disk.get('clocks.apart.md')).toContain(line);
  });

  test('a line that leads elsewhere is taken once an editor has decided', async () => {
    const line = 'drying clock wheels in sawdust for nine days';
    const { disk, run } = openDesk({ sheet: `## [question 2]\n> A file\n- ${line}\n` });
    await run(['clocks', '--from', 'sheet']);
    expect(disk.has(QUESTIONS)).toBe(false);
    expect(await run(['clocks', '--from', 'clocks.apart.md', '--decided', '--by-hand'])).toMatchObject({
      status: 0,
    });
    expect(disk.get(QUESTIONS)).toContain(`[question 2]\n> A file, a lamp\n${line}\n`);
  });

  test('lines kept apart before are never overwritten', async () => {
    const { disk, run } = openDesk({
      sheet: '## [question 2]\n- drying clock wheels in sawdust for nine days\n',
      'clocks.apart.md': 'not decided yet',
    });
    await run(['clocks', '--from', 'sheet']);
    expect(disk.get('clocks.apart.md')).toBe('not decided yet');
    expect(disk.get('clocks.apart-2.md')).toContain('drying clock wheels');
    await run(['clocks', '--from', 'sheet']);
    expect(disk.has('clocks.apart-3.md')).toBe(false);
  });

  test.each([
    ['shares a word with another', 'soap = 肥皂 = suds'],
    ['has one member', 'soap ='],
  ])('a group that %s is kept apart', async (_, group) => {
    const { disk, run } = openDesk({ sheet: `## [same words]\n- ${group}\n`, [LEXICON]: 'soap = cleaner\n' });
    expect(await run(['clocks', '--from', 'sheet'])).toMatchObject({ status: 1 });
    expect(disk.get(LEXICON)).toBe('soap = cleaner\n');
  });

  test('a word that many other sections use makes no group with a rare one', async () => {
    const answers = ['The sea is cold.', 'The sea is grey.', 'The sea rises.', 'The tide turns at noon.'];
    const exchanges = answers.map((answer, at) => `## Q: Question ${at + 1}?\n\n${answer}\n`).join('\n');
    const source = `---\ntitle: T\ninterviewee:\n  name: N\npublication: P\ndate: 2024-01-01\nlanguage: en\n---\n\n${exchanges}`;
    const { disk, run } = openDesk({
      'knowledge/sea.md': source,
      sheet: '## [same words]\n- tide = sea\n- noon = midday\n',
    });
    const taken = await run(['sea', '--from', 'sheet', '--by-hand']);
    expect(taken.complaints).toContain('sheet:2: `tide = sea` `sea` stands in many other sections');
    expect(disk.get('knowledge/sea.lexicon.txt')).not.toContain('tide');
    expect(disk.get('knowledge/sea.lexicon.txt')).toContain('noon = midday');
  });

  test('a broken sheet changes nothing', async () => {
    const { disk, run } = openDesk({ sheet: 'nothing of use\n', [QUESTIONS]: '[biography]\nher CV\n' });
    const before = new Map(disk);
    expect(await run(['clocks', '--from', 'sheet'])).toMatchObject({
      status: 1,
      complaints: expect.stringContaining('Nothing was written.'),
    });
    expect(await run(['clocks', '--from', 'no-such-sheet'])).toMatchObject({ status: 1 });
    expect(disk).toEqual(before);
  });

  test('where one file cannot be written, none is changed', async () => {
    const { disk, files, run } = openDesk({ sheet: SHEET, [QUESTIONS]: '[biography]\nher CV\n' });
    const before = new Map(disk);
    const write: typeof files.write = async (path, text) => {
      if (path === LEXICON && text !== undefined) throw new Error(`${path} cannot be written (EACCES).`);
      await files.write(path, text);
    };
    const taken = await run(['clocks', '--from', 'sheet'], { files: { write } });
    expect(taken).toMatchObject({ status: 1, complaints: expect.stringContaining('EACCES') });
    expect(disk).toEqual(before);
  });
});
