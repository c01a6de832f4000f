import { describe, expect, it, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openLibrary } from '../../src/answer/library.ts';
import { readJudgedQuestions } from '../../src/evaluation/judged-question.ts';
import { readUnansweredLog } from '../../src/kept-logs.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { FILE, INTERVIEW, JUDGED, logLine, openProject, QUESTIONS } from './project.ts';

const OPEN = 'Ought brass to be polished at all?';
const HEADING = '## Q: How do you clean a clock?\n';

const judgedIn = (disk: ReadonlyMap<string, string>) => readJudgedQuestions(disk.get(JUDGED) ?? '', JUDGED);

describe('the list', () => {
  it('puts the most frequent gap first and counts near-duplicates as one', async () => {
    const rare = 'Who pays the rent of your workshop?';
    const { run } = openProject([
      logLine(rare, '2026-03-01'),
      logLine(OPEN),
      logLine('ought Brass to be polished?', '2026-02-01'),
      logLine(OPEN),
    ]);
    const { status, printed } = await run(['--json']);
    expect(status).toBe(0);
    expect(JSON.parse(printed).gaps).toMatchObject([
      { number: 1, question: OPEN, times: 3, last: '2026-02-01', wordings: [{ times: 2 }, { times: 1 }] },
      { number: 2, question: rare, times: 1, wordings: [{ times: 1 }] },
    ]);
  });

  it('counts as one what nearly repeats a question about another interview than the first', async () => {
    const bread = INTERVIEW.replace('Ada Quill', 'Bo Crumb')
      .replaceAll('clock', 'loaf')
      .replace('Clocks', 'Bread');
    const { run } = openProject(
      [logLine('Ought rye loaf crust to crackle?'), logLine('Should rye loaf crust crackle?'), logLine(OPEN)],
      { 'knowledge/bread.md': bread },
    );
    const { gaps } = JSON.parse((await run(['--json'])).printed);
    expect(gaps).toMatchObject([
      { question: 'Ought rye loaf crust to crackle?', times: 2, nearest: { interview: 'bread' } },
      { question: OPEN, times: 1 },
    ]);
  });

  it('leaves out what is said to the bot itself', async () => {
    const { run } = openProject([logLine('who are you?'), logLine(OPEN)]);
    expect(JSON.parse((await run(['--json'])).printed)).toMatchObject({ gaps: [{ question: OPEN }] });
  });

  it('leaves out what the interviews answer by now', async () => {
    const { run } = openProject([logLine('How do you clean a clock?'), logLine(OPEN)]);
    const { printed } = await run(['--json']);
    expect(JSON.parse(printed)).toMatchObject({ gaps: [{ question: OPEN }], answered: 1 });
  });

  it('shows the line that would close a gap, and where it goes', async () => {
    const { run } = openProject([logLine('Is the butter knife your favourite gift?')]);
    const { printed } = await run();
    expect(printed).toMatch(/--apply 1 adds to knowledge\/clocks\.md, line \d+:/);
    expect(printed).toContain('+ - asked as: Is the butter knife your favourite gift?');
    expect(printed).toContain('--not-covered 1');
  });

  it('skips lines that cannot be read and names them', async () => {
    const { run } = openProject([logLine(OPEN), { ...logLine(OPEN), date: 'yesterday' }]);
    const { status, complaints, printed } = await run(['--json']);
    expect(status).toBe(0);
    expect(complaints).toContain('1 line of the log that cannot be read: 2.');
    expect(JSON.parse(printed).gaps).toMatchObject([{ times: 1 }]);
  });

  it('lists answers that were called wrong with their reasons, while they are quoted, this week beside last', async () => {
    const asked = 'How do you clean a clock?';
    const text = 'I wash every wheel in warm water with olive oil soap.';
    const quoted = { interview: 'clocks', section: 'exchange', exchange: 1 };
    const line = { date: '2026-01-02', question: asked, language: 'en', remark: 'and with what?' };
    const wrong = (words: string) =>
      `${JSON.stringify({ ...line, wrong: 'wrong-sentence', quoted: { ...quoted, text: words } })}\n`;
    const first = await openProject([], {}, wrong('Something else.')).run(['--json']);
    expect(JSON.parse(first.printed)).toMatchObject({ gaps: [], weeks: { wrong: { now: 1, before: 0 } } });
    const { printed } = await openProject(undefined, {}, wrong(await quotedFor(asked, text))).run();
    expect(printed).toContain('called wrong: It is not the right sentence; and with what?');
    expect(printed).toContain('in 7 days 1, before 0, called wrong 1×');
    expect(printed).toContain(text);
  });

  it('says so where nothing is open', async () => {
    expect((await openProject([]).run()).printed).toContain('No question is open.');
  });
});

describe('--apply', () => {
  it('adds one line below the heading, and a judged question that then holds', async () => {
    const { disk, run } = openProject([logLine(OPEN)]);
    const { status, printed } = await run(['--apply', '1:1']);
    expect(status).toBe(0);
    expect(disk.get(FILE)).toBe(INTERVIEW.replace(HEADING, `${HEADING}- asked as: ${OPEN}\n`));
    expect(judgedIn(disk)).toEqual([
      {
        id: 'unanswered-001',
        question: OPEN,
        language: 'en',
        kind: 'unanswered',
        source: 1,
        also: [],
        must: expect.arrayContaining([expect.stringMatching(/soap|sawdust/)]),
      },
    ]);
    expect(printed).toContain('The bot now answers from clocks, question 1');
    expect(JSON.parse((await run(['--json'])).printed)).toMatchObject({ gaps: [], answered: 1 });
  });

  it('closes several gaps at once, each in the exchange that is named', async () => {
    const other = 'Who pays the rent of your workshop?';
    const { disk, run } = openProject([logLine(OPEN), logLine(OPEN), logLine(other)]);
    expect((await run(['--apply', '1:1,2:clocks/2'])).status).toBe(0);
    expect(disk.get(FILE)).toContain(`## Q: Which tools do you need?\n- asked as: ${other}\n`);
    expect(judgedIn(disk).map(({ id, source }) => [id, source])).toEqual([
      ['unanswered-001', 1],
      ['unanswered-002', 2],
    ]);
  });

  it('takes the nearest exchange where none is named', async () => {
    const { disk, run } = openProject([logLine('Is the butter knife your favourite gift?')]);
    await run(['--apply', '1']);
    expect(judgedIn(disk)).toMatchObject([{ source: 2 }]);
  });

  it('keeps the file’s line ends, its byte order mark and every other byte', async () => {
    const windows = `\uFEFF${INTERVIEW.replaceAll('\n', '\r\n')}`;
    const { disk, run } = openProject([logLine(OPEN)], { [FILE]: windows });
    await run(['--apply', '1:1']);
    const heading = HEADING.replace('\n', '\r\n');
    expect(disk.get(FILE)).toBe(windows.replace(heading, `${heading}- asked as: ${OPEN}\r\n`));
  });

  it('writes a question of several lines as one line', async () => {
    const { disk, run } = openProject([logLine('Ought brass\n## Q: to be\u2028polished?')]);
    expect((await run(['--apply', '1:1'])).status).toBe(0);
    expect(disk.get(FILE)).toContain('\n- asked as: Ought brass ## Q: to be polished?\n');
  });

  it.each([
    ['1:9', 'no question with that number'],
    ['1:elsewhere/1', 'not there'],
  ])('refuses %s and changes nothing', async (choice, words) => {
    const { disk, run } = openProject([logLine(OPEN)]);
    const { status, printed } = await run(['--apply', choice]);
    expect({ status, printed }).toEqual({ status: 1, printed: expect.stringContaining(words) });
    expect([...disk]).toEqual([[FILE, INTERVIEW]]);
  });

  it('refuses a question that is too long for a wording', async () => {
    const { disk, run } = openProject([logLine(`Ought brass ${'very '.repeat(100)}often be polished?`)]);
    expect((await run(['--apply', '1:1'])).printed).toContain('too long');
    expect(disk.get(FILE)).toBe(INTERVIEW);
  });
});

describe('nothing is lost', () => {
  it.each([
    ['writes half of it', (text: string) => text.slice(0, text.length / 2)],
    ['changes another line', (text: string) => text.replace('butter knife', 'bread knife')],
    ['breaks its structure', (text: string) => text.replace('## Biography', '## Biografy')],
  ])('where the disk %s, the file is put back and said so', async (_name, garble) => {
    const { disk, files, run } = openProject([logLine(OPEN)]);
    let isFirst = true;
    const write = async (path: string, text: string | undefined) => {
      await files.write(path, isFirst && text !== undefined ? garble(text) : text);
      isFirst = false;
    };
    const { status, printed } = await run(['--apply', '1:1'], { write });
    expect({ status, printed }).toEqual({
      status: 1,
      printed: expect.stringContaining('Nothing was changed'),
    });
    expect([...disk]).toEqual([[FILE, INTERVIEW]]);
  });

  it('where the disk reads back what it did not keep, the parsed interviews tell', async () => {
    const { disk, files, run } = openProject([logLine(OPEN)]);
    let claimed: string | undefined;
    const write = async (path: string, text: string | undefined) => {
      const isFirst = claimed === undefined;
      claimed = isFirst ? text : undefined;
      await files.write(path, isFirst ? text?.replace('butter knife', 'bread knife') : text);
    };
    const read = async (path: string) => claimed ?? files.read(path);
    const { printed } = await run(['--apply', '1:1'], { write, read });
    expect(printed).toContain('would differ by more than one line');
    expect([...disk]).toEqual([[FILE, INTERVIEW]]);
  });

  it('where the judged question cannot be added, the wording is taken back too', async () => {
    const { disk, files, run } = openProject([logLine(OPEN)]);
    const write = async (path: string, text: string | undefined) => {
      if (path === JUDGED) throw new Error('The disk is full.');
      await files.write(path, text);
    };
    const { status, printed } = await run(['--apply', '1:1'], { write });
    expect(status).toBe(1);
    expect(printed).toContain('Nothing was changed: The disk is full.');
    expect([...disk]).toEqual([[FILE, INTERVIEW]]);
  });

  it('where the file cannot be put back, that is an error which names it', async () => {
    const { files, run } = openProject([logLine(OPEN)]);
    let writes = 0;
    const write = async (path: string, text: string | undefined) => {
      writes += 1;
      if (writes > 1) throw new Error('The disk is gone.');
      await files.write(path, text?.slice(1));
    };
    const { status, complaints } = await run(['--apply', '1:1'], { write });
    expect({ status, complaints }).toEqual({
      status: 1,
      complaints: expect.stringContaining(`${FILE} could not be put back`),
    });
  });
});

describe('--not-covered', () => {
  it('records an unanswerable question, and the gap and its near-duplicates are listed no more', async () => {
    const { disk, run } = openProject([logLine(OPEN), logLine('ought Brass to be polished?'), logLine(OPEN)]);
    const { status } = await run(['--not-covered', '1']);
    expect(status).toBe(0);
    expect(disk.get(FILE)).toBe(INTERVIEW);
    expect(disk.get(QUESTIONS)).toMatch(
      new RegExp(`^# .*\\n\\n\\[not covered\\]\\n${OPEN.replace('?', '\\?')}\\n$`),
    );
    expect(judgedIn(disk)).toMatchObject([{ question: OPEN, source: null, must: [] }]);
    expect(JSON.parse((await run(['--json'])).printed)).toMatchObject({ gaps: [], notCovered: 3 });
  });

  it('keeps the bot from a question that it would answer otherwise', async () => {
    const question = 'What soap did your mother use in warm water?';
    const asked = openProject([logLine(question)]);
    expect((await asked.run(['--json'])).printed).toContain('"answered":1');
    const marked = openProject([logLine(question)], { [QUESTIONS]: `[not covered]\n${question}\n` });
    expect((await marked.run(['--json'])).printed).toContain('"answered":0');
  });

  it('is refused where the line would be read as something else, and nothing changes', async () => {
    for (const question of ['#1: ought brass to be polished?', '[question 1] ought brass to be polished?']) {
      const { disk, run } = openProject([logLine(question)]);
      const { status, printed } = await run(['--not-covered', '1']);
      expect(status).toBe(1);
      expect(printed).toContain('is no question');
      expect([...disk]).toEqual([[FILE, INTERVIEW]]);
    }
  });

  it('leaves the rest of the questions’ file as it is', async () => {
    const before = '# mine\r\n[question 1]\r\nWhich soap?\r\n[not covered]\r\nWho paid?\r\n';
    const { disk, run } = openProject([logLine(OPEN)], { [QUESTIONS]: before });
    await run(['--not-covered', '1']);
    expect(disk.get(QUESTIONS)).toBe(before.replace('covered]\r\n', `covered]\r\n${OPEN}\r\n`));
  });

  it('adds to what is there already, with the next number', async () => {
    const first = {
      id: 'unanswered-007',
      question: 'x',
      language: 'en',
      kind: 'k',
      source: 1,
      also: [],
      must: [],
    };
    const { disk, run } = openProject([logLine(OPEN)], { [JUDGED]: JSON.stringify(first) });
    await run(['--not-covered', '1']);
    expect(judgedIn(disk)).toEqual([first, expect.objectContaining({ id: 'unanswered-008' })]);
  });
});

describe('where there are several interviews', () => {
  const BREAD = 'knowledge/bread.md';
  const bread = INTERVIEW.replace('Ada Quill', 'Bo Crumb')
    .replaceAll('clock', 'loaf')
    .replace('Clocks', 'Bread');
  const both = { [BREAD]: bread };

  it.each([
    ['--apply', '1:1', 'There are several interviews: write 1:ID/1, with one of bread, clocks.'],
    [
      '--apply',
      '1',
      'Nothing is near gap 1: name the exchange that covers it, as 1:ID/1, or mark it --not-covered 1:ID.',
    ],
    [
      '--not-covered',
      '1',
      'It is open which interview gap 1 was meant for: write 1:ID, with one of bread, clocks.',
    ],
  ])('%s %s is refused with the form that says which is meant', async (option, choice, words) => {
    const { disk, run } = openProject([logLine('量子')], both);
    expect(await run([option, choice])).toEqual({ status: 2, printed: '', complaints: words });
    expect([...disk.keys()]).toEqual([FILE, BREAD]);
  });

  it('takes the exchange and the silence of the interview that is named', async () => {
    const { disk, run } = openProject([logLine('量子'), logLine('量子'), logLine('Zeppelins?')], both);
    expect((await run(['--apply', '1:bread/2', '--not-covered', '2:bread'])).status).toBe(0);
    expect(disk.get(BREAD)).toContain('- asked as: 量子\n');
    expect(disk.get('knowledge/bread.questions.txt')).toContain('[not covered]\nZeppelins?\n');
    expect(disk.get(FILE)).toBe(INTERVIEW);
  });

  it('records the silence of the interview that the question names', async () => {
    const { disk, run } = openProject([logLine('Zeppelins of Bo Crumb?')], both);
    const { printed } = await run();
    expect(printed).toContain('--apply 1:bread/EXCHANGE adds it');
    expect(printed).toContain('--not-covered 1 records that bread does not say');
    expect((await run(['--not-covered', '1'])).status).toBe(0);
    expect(disk.get('knowledge/bread.questions.txt')).toContain('Zeppelins of Bo Crumb?');
  });

  it('or of the one that came nearest when it was asked', async () => {
    const nearest = { interview: 'bread', section: 'exchange', exchange: 1 };
    const { run } = openProject([{ ...logLine('量子'), nearest }], both);
    expect(JSON.parse((await run(['--json'])).printed)).toMatchObject({
      gaps: [{ interview: 'bread', judgedFile: JUDGED.replace('clocks', 'bread') }],
    });
  });

  it('leaves open what nothing tells, and lists the forms', async () => {
    const { run } = openProject([logLine('量子')], both);
    const { printed } = await run();
    expect(printed).toContain('--apply 1:ID/EXCHANGE adds it to the exchange with that number.');
    expect(printed).toContain('--not-covered 1:ID records that the interview ID does not say');
  });
});

describe('the command line', () => {
  test('--help names the form with the interview', async () => {
    const { status, printed } = await openProject([]).run(['--help']);
    expect(status).toBe(0);
    expect(printed).toContain('[--apply N[:ID/EXCHANGE][,…]]');
    expect(printed).toContain('--not-covered 3:ID');
  });

  test.each([
    [['--apply', 'all'], '--apply takes numbers'],
    [['--apply', '0'], '--apply takes numbers'],
    [['--not-covered', '1:2'], '--not-covered takes numbers'],
    [['--apply', '1', '--not-covered', '1'], 'named twice'],
    [['--apply', '7'], 'There is no gap 7.'],
    [['--verbose'], '--verbose'],
  ])('%s ends with status 2 and changes nothing', async (argv, words) => {
    const { disk, run } = openProject([logLine(OPEN)]);
    const { status, complaints } = await run(argv);
    expect({ status, complaints }).toEqual({ status: 2, complaints: expect.stringContaining(words) });
    expect([...disk]).toEqual([[FILE, INTERVIEW]]);
  });

  test('a log that is not configured is an error that names the setting', async () => {
    const { status, complaints } = await openProject(undefined).run();
    expect({ status, complaints }).toEqual({
      status: 1,
      complaints: expect.stringContaining('Neither UNANSWERED_LOG nor FEEDBACK_LOG is set'),
    });
  });

  test('a log that is not there is named', async () => {
    const { run } = openProject([]);
    const { status, complaints } = await run([], {}, () => readUnansweredLog('questions.log'));
    expect({ status, complaints }).toEqual({
      status: 1,
      complaints: expect.stringContaining('There is no questions.log'),
    });
  });

  test('a gap that nothing is near to asks for the exchange', async () => {
    const { run } = openProject([logLine('量子')]);
    const { status, complaints } = await run(['--apply', '1']);
    expect({ status, complaints }).toEqual({ status: 2, complaints: expect.stringContaining('1:1') });
  });
});

/** What the bot quotes for it, which holds these words. */
async function quotedFor(question: string, words: string): Promise<string> {
  const bytes = new TextEncoder().encode(INTERVIEW);
  const reply = ask(openLibrary(readCollection([{ name: 'clocks.md', bytes }])), { question });
  if (reply.outcome !== 'answer' || !reply.quotation.text.includes(words))
    throw new Error('it is not quoted');
  return reply.quotation.text;
}
