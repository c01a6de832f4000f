import { expect, test } from 'vitest';
import { judgedLine } from '../../src/editor/judged-lines.ts';
import { termsOf } from '../../src/editor/terms.ts';
import { runTry } from '../../src/editor/try/run.ts';
import { figuresOf } from '../../src/editor/try/show.ts';
import { unknownWords } from '../../src/editor/try/weakness.ts';
import type { ReplyVerdict } from '../../src/evaluation/judged-question.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { CLOCKS, clocks } from './desk.ts';

const LISTS = `[question 1]
> I wash every wheel
what soap for the wheels
soap for washing a wheel
> I dry them
kerfuffle gubbins
[question 2]
> A file, a lamp
what tools are on the bench
which tools lie on the bench
[not covered]
what does a repair cost
what is the cost of a repair
`;

async function tryOut(argv: readonly string[], lists?: string) {
  const contents = { 'clocks.md': CLOCKS, ...(lists === undefined ? {} : { 'clocks.questions.txt': lists }) };
  const files = Object.entries(contents).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runTry({
    argv,
    print: (text) => printed.push(text),
    complain: (text) => complaints.push(text),
    knowledge: 'knowledge',
    loadKnowledge: async () => readCollection(files),
    loadDictionary: async () => undefined,
  });
  return { status, printed: printed.join('\n'), complaints: complaints.join('\n') };
}

test('each printed question is answered from its own section, and the rows show what lists and lexicon add', async () => {
  const { status, printed } = await tryOut(['clocks', '--json'], LISTS);
  const { rows } = JSON.parse(printed);
  expect(status).toBe(0);
  expect(rows.map(({ name }: { name: string }) => name)).toEqual([
    'printed, as they stand',
    'printed, without themselves',
    'listed, bare text',
    'listed, with lists alone',
    'listed, with lexicon alone',
    'listed, with both',
  ]);
  expect(rows[0]).toMatchObject({ questions: 2, section: { share: 1, standardError: 0 } });
  expect(rows[5].quiet.share).toBe(1);
});

test('a listed question is asked without itself: what only its own line knows is missed', async () => {
  const { printed } = await tryOut(['clocks', '--json'], LISTS);
  const { failed, worst } = JSON.parse(printed);
  expect(failed.map(({ question }: { question: string }) => question)).toContain('kerfuffle gubbins');
  expect(worst.unknown[0].what).toContain('kerfuffle');
  expect(worst.unknown[0].help).toContain('clocks.lexicon.txt: `kerfuffle = …`');
  expect(worst.unknown[0].help).toContain('[question 1] > I dry them in');
  expect(worst.rarelyFound.some(({ help }: { help: string }) => help.includes('> '))).toBe(true);
});

test('a printed question without itself has only the answer and the lists to be found by', async () => {
  const own = CLOCKS.replace('How do you clean a clock?', 'Kerfuffle gubbins?').replace(
    /- asked as: .*\n/,
    '',
  );
  const files = [{ name: 'clocks.md', bytes: new TextEncoder().encode(own) }];
  const printed: string[] = [];
  await runTry({
    argv: ['clocks', '--json'],
    print: (text) => printed.push(text),
    complain: () => undefined,
    knowledge: 'knowledge',
    loadKnowledge: async () => readCollection(files),
    loadDictionary: async () => undefined,
  });
  const { rows } = JSON.parse(printed.join(''));
  expect(rows[0].section.share).toBe(1);
  expect(rows[1].section.share).toBeLessThan(1);
});

test('without lists it says how to get some', async () => {
  const { status, printed } = await tryOut(['clocks']);
  expect(status).toBe(0);
  expect(printed).toContain('prepare clocks');
  expect(printed).not.toContain('listed, ');
});

test('a slip in the lists is told with its line, and the status is 1', async () => {
  const { status, complaints } = await tryOut(['clocks'], `${LISTS}[question 7]\nwho\n`);
  expect(status).toBe(1);
  expect(complaints).toContain('knowledge/clocks.questions.txt:14:');
});

test('an unknown id and a wrong call are told', async () => {
  expect(await tryOut(['clock'])).toMatchObject({ status: 1, complaints: expect.stringContaining('clocks') });
  expect(await tryOut([])).toMatchObject({ status: 2, complaints: expect.stringContaining('Usage:') });
  expect(await tryOut(['clocks', '--nothing'])).toMatchObject({ status: 2 });
});

test('a figure’s standard error is the binomial’s, and a sentence counts where the list names one', () => {
  const [, section] = clocks().sections;
  const reply = (verdict: ReplyVerdict, sentence?: number) => ({
    ...{ verdict, isAmongFirst: false, forced: { probability: 1, verdict } },
    judged: judgedLine({ question: 'why', section, sentence }, { id: '1', kind: 'listed' }),
  });
  const replies = [
    ...Array.from({ length: 16 }, () => reply('right', 0)),
    ...Array.from({ length: 4 }, () => reply('right-section')),
    ...Array.from({ length: 5 }, () => reply('missed')),
  ];
  expect(figuresOf(replies)).toMatchObject({
    section: { share: 0.8, standardError: 0.08 },
    sentence: { share: 1, standardError: 0 },
    quiet: undefined,
  });
});

test('a word is known that the text, the lexicon or another question has in any form', () => {
  const wordsOf = unknownWords(termsOf('I wash every wheel. 肥皂'), [
    'washing the hubcaps',
    'hubcap polish 打磨',
  ]);
  expect(wordsOf('washing the hubcaps')).toEqual([]);
  expect(wordsOf('hubcap polish 打磨')).toEqual(['polish', '打磨']);
});
