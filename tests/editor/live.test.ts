// A question that an editor lists while the bot runs: where its line goes, what it may cost nobody, and how it is taken back.
import { describe, expect, it } from 'vitest';
import { openShelf } from '../../src/answer/shelf.ts';
import { openLists } from '../../src/editor/live/lists.ts';
import type { JudgedQuestion } from '../../src/evaluation/judged-question.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import type { Inserted, Listing, NewQuestion } from '../../src/wording/listing.ts';
import { INTERVIEW } from '../unanswered/project.ts';

const PATH = 'knowledge/clocks.questions.txt';
const LIST = `# By hand.\r\n\r\n[question 1]\r\nhow are the wheels kept clean\r\n# a remark\r\n> I dry them\r\nwhat dries the wheels\r\n\r\n[question 2]\r\nwhat lies on the bench\r\n`;
const OPEN = 'Ought brass to be polished at all?';
const place = (exchange: number) => ({ interview: 'clocks', section: 'exchange', exchange }) as const;
const ADDED: NewQuestion = { interview: 'clocks', question: OPEN, section: place(1) };
/** Like one that is listed, so that this is asked again. */
const LIKE: NewQuestion = { ...ADDED, question: 'how are the wheels kept so bright' };
const NOWHERE: NewQuestion = { interview: 'clocks', question: 'Is a vice of any use?', section: undefined };

interface SceneOptions {
  readonly list?: string | undefined;
  readonly judged?: readonly JudgedQuestion[];
}

async function openScene({ list, judged = [] }: SceneOptions = { list: LIST }) {
  const disk = new Map([['knowledge/clocks.md', INTERVIEW]]);
  if (list !== undefined) disk.set(PATH, list);
  const faults: { read?: Error; write?: Error; onRest?: () => void } = {};
  let minutes = 1000;
  const load = async () => {
    const files = [...disk].map(([path, text]) => ({
      name: path.slice('knowledge/'.length),
      bytes: Buffer.from(text),
    }));
    return { ...readCollection(files), version: JSON.stringify([...disk]) };
  };
  const opened = await openShelf({ load, now: () => 0 });
  if (!opened.ok) throw new Error('there is no interview');
  const { shelf } = opened;
  const lists = openLists({
    ...{ shelf, folder: 'knowledge', judged: async () => judged, today: () => minutes * 60_000 },
    files: {
      read: async (path) => {
        if (faults.read) throw faults.read;
        return disk.get(path);
      },
      write: async (path, text) => {
        if (faults.write) throw faults.write;
        // As on a disk, others may look at the file before it is replaced.
        await new Promise((resolve) => setImmediate(resolve));
        if (text === undefined) disk.delete(path);
        else disk.set(path, text);
      },
    },
    rest: async () => faults.onRest?.(),
    pause: async () => undefined,
  });
  return {
    ...{ disk, lists, shelf, faults },
    passes: (more: number) => {
      minutes += more;
    },
  };
}

function insertedBy(listing: Listing): Inserted {
  if (listing.outcome !== 'listed') throw new Error(JSON.stringify(listing));
  return listing.inserted;
}

describe('the line of a question', () => {
  it('stands last below its part, with every other byte as it was, and the bot answers by it at once', async () => {
    const { disk, lists, shelf } = await openScene();
    expect(await lists.list(ADDED)).toMatchObject({
      outcome: 'listed',
      heading: '[question 1]',
      isSettled: true,
    });
    const line = 'how are the wheels kept clean\r\n';
    expect(disk.get(PATH)).toBe(LIST.replace(line, `${line}${OPEN}\r\n`));
    expect(shelf.library.open[0]?.answered).toContain(OPEN);
  });

  it.each([
    ['below the sentence that it asks for', place(1), 1, 'what dries the wheels\r\n', `${OPEN}\r\n`],
    [
      'below a sentence that nobody asked for yet',
      place(1),
      0,
      'what dries the wheels\r\n',
      `> I wash every\r\n${OPEN}\r\n`,
    ],
    [
      'below a heading that it brings along',
      undefined,
      undefined,
      'what lies on the bench\r\n',
      `\r\n[not covered]\r\n${OPEN}\r\n`,
    ],
  ] as const)('stands %s', async (_, section, sentence, before, added) => {
    const { disk, lists } = await openScene();
    const listing = await lists.list({ ...ADDED, section, sentence });
    expect(disk.get(PATH)).toBe(LIST.replace(before, `${before}${added}`));
    expect(await lists.takeBack(insertedBy(listing))).toEqual({ outcome: 'restored' });
    expect(disk.get(PATH)).toBe(LIST);
  });

  it.each([
    ['no list', undefined],
    ['an empty list', ''],
    ['a list without a last line end', '# By hand.\n[question 1]\nhow are the wheels kept clean'],
    ['a byte order mark', '\uFEFF[question 1]\nhow are the wheels kept clean\n\n\n'],
    ['line ends of several kinds', '# one\r\n\n[question 1]\rhow are the wheels kept clean\n# two\r\n'],
    [
      'a block that nobody has read',
      '[question 1]\n# proposed, not yet read\nhow are the wheels kept clean\n',
    ],
  ])('is put into %s and taken out again to the byte', async (_, list) => {
    for (const added of [ADDED, NOWHERE, { ...ADDED, sentence: 1 }]) {
      const { disk, lists } = await openScene({ list });
      const listing = await lists.list(added);
      expect(listing).toMatchObject({ outcome: 'listed', isSettled: true });
      expect(disk.get(PATH)?.replaceAll(/[\r\n]/g, '')).toContain(
        (list ?? '').replaceAll(/[\r\n]/g, '').slice(0, 20),
      );
      expect(await lists.takeBack(insertedBy(listing))).toEqual({ outcome: 'restored' });
      expect(disk.get(PATH)).toBe(list);
    }
  });

  it('stands apart from a block that nobody has read', async () => {
    const { disk, lists } = await openScene({
      list: '[question 1]\n# proposed, not yet read\nhow are the wheels kept clean\n',
    });
    await lists.list(ADDED);
    expect(disk.get(PATH)).toContain(`kept clean\n\n${OPEN}\n`);
  });
});

describe('what is listed', () => {
  it.each([
    [
      'a question of several lines',
      'Ought brass\r\n[question 2]\u2028to be polished?',
      'Ought brass [question 2] to be polished?',
    ],
    ['what opens a sentence', '> Ought brass to be polished?', 'Ought brass to be polished?'],
    ['a remark', '# ＃Ought brass to be polished?', 'Ought brass to be polished?'],
    ['a heading', '[[Ought brass to be polished?', 'Ought brass to be polished?'],
    ['what begins with a per cent', '% Ought brass to be polished?', 'Ought brass to be polished?'],
    ['what nobody sees', '\u202eOught \u200bbrass to be polished?\u0000', 'Ought brass to be polished?'],
  ])('is one harmless line: %s', async (_, question, line) => {
    const { disk, lists } = await openScene();
    expect(await lists.list({ ...ADDED, question })).toMatchObject({ outcome: 'listed', question: line });
    expect(disk.get(PATH)?.split('\r\n')).toContain(line);
  });

  it.each([
    ['already-there', { ...ADDED, question: 'what lies on the bench' }],
    ['no-place', { ...ADDED, interview: 'other' }],
    ['no-place', { ...ADDED, section: place(9) }],
    ['no-place', { ...ADDED, sentence: 9 }],
    ['no-question', { ...ADDED, question: '[question 2]' }],
    ['no-question', { ...ADDED, question: '**not covered**' }],
    ['no-question', { ...ADDED, question: ' # > ' }],
    ['too-long', { ...ADDED, question: 'Why? '.repeat(80) }],
  ] as const)('is refused where it is %s, and nothing is written', async (why, added) => {
    const { disk, lists } = await openScene();
    expect(await lists.list(added)).toEqual({ outcome: 'refused', why });
    expect(disk.get(PATH)).toBe(LIST);
  });

  it('is refused with the listed question that it would cost its answer', async () => {
    const { disk, lists } = await openScene();
    const costly = { ...ADDED, question: 'lies on the bench' };
    expect(await lists.list(costly)).toEqual({ outcome: 'worse', question: 'what lies on the bench' });
    expect(disk.get(PATH)).toBe(LIST);
  });

  it('is refused with the judged question that it would cost its answer', async () => {
    const question = 'Which tools lie on the bench?';
    const judged = { id: '1', question, language: 'en', kind: 'any', source: 2, also: [], must: [] } as const;
    const { lists } = await openScene({ list: undefined, judged: [{ ...judged, also: [], must: [] }] });
    const costly = { ...ADDED, question: 'Which tools lie on the bench there?' };
    expect(await lists.list(costly)).toEqual({ outcome: 'worse', question });
  });

  it('is refused while a file of the folder is faulty, as it could not go live', async () => {
    const { disk, lists } = await openScene();
    disk.set('knowledge/other.md', 'no interview');
    expect(await lists.list(ADDED)).toEqual({ outcome: 'refused', why: 'faulty-files' });
  });

  it('is refused where the list itself is no text', async () => {
    const { lists, faults } = await openScene();
    faults.read = new Error('It is no text in UTF-8.');
    expect(await lists.list(ADDED)).toEqual({ outcome: 'refused', why: 'faulty-files' });
  });

  it('is not written into a read-only folder, which is said with the system’s code', async () => {
    const { lists, faults, shelf } = await openScene();
    faults.write = Object.assign(new Error('not here'), { code: 'EROFS' });
    expect(await lists.list(ADDED)).toEqual({ outcome: 'unwritable', code: 'EROFS' });
    expect(shelf.library.open[0]?.answered).not.toContain(OPEN);
  });
});

describe('several editors', () => {
  it('lose nothing at once, and each takes back only its own', async () => {
    const { disk, lists } = await openScene();
    const [one, two] = await Promise.all([lists.list(ADDED), lists.list(NOWHERE)]);
    expect(disk.get(PATH)).toContain(OPEN);
    expect(disk.get(PATH)).toContain(NOWHERE.question);
    expect(await lists.takeBack(insertedBy(one))).toEqual({ outcome: 'restored' });
    expect(disk.get(PATH)).not.toContain(OPEN);
    expect(await lists.takeBack(insertedBy(two))).toEqual({ outcome: 'restored' });
    expect(disk.get(PATH)).toBe(LIST);
  });

  it('keep what one of them writes by hand while the other’s question is judged', async () => {
    const { disk, lists, faults } = await openScene();
    const mine = '\r\n[biography]\r\nwho keeps the clocks\r\n';
    faults.onRest = () => {
      disk.set(PATH, LIST + mine);
    };
    expect(await lists.list(LIKE)).toMatchObject({ outcome: 'listed' });
    expect(disk.get(PATH)).toContain(mine);
    expect(disk.get(PATH)).toContain(LIKE.question);
  });

  it('are told where a file never comes to rest', async () => {
    const { disk, lists, faults } = await openScene();
    faults.onRest = () => {
      disk.set(PATH, `${disk.get(PATH)}# more\r\n`);
    };
    expect(await lists.list(LIKE)).toEqual({ outcome: 'refused', why: 'busy' });
  });
});

describe('a question is taken back', () => {
  it('with its line alone where another was added below the heading that it brought', async () => {
    const { disk, lists } = await openScene();
    const first = await lists.list(NOWHERE);
    await lists.list({ ...NOWHERE, question: 'Are there moths?' });
    expect(await lists.takeBack(insertedBy(first))).toEqual({ outcome: 'only-line' });
    expect(disk.get(PATH)).toBe(`${LIST}\r\n[not covered]\r\nAre there moths?\r\n`);
  });

  it('with its line alone where somebody has changed what stands around it', async () => {
    const { disk, lists } = await openScene({ list: undefined });
    const listing = await lists.list(ADDED);
    disk.set(PATH, (disk.get(PATH) ?? '').replace(OPEN, `# checked\n${OPEN}`));
    expect(await lists.takeBack(insertedBy(listing))).toEqual({ outcome: 'only-line' });
    expect(disk.get(PATH)).toMatch(/\[question 1\]\n# checked\n$/);
  });

  it('not where somebody has changed the line itself, nor a second time', async () => {
    const { disk, lists } = await openScene();
    const inserted = insertedBy(await lists.list(ADDED));
    const changed = (disk.get(PATH) ?? '').replace(OPEN, 'Ought brass to be left alone?');
    disk.set(PATH, changed);
    expect(await lists.takeBack(inserted)).toEqual({ outcome: 'gone' });
    expect(disk.get(PATH)).toBe(changed);
    const other = insertedBy(await lists.list(NOWHERE));
    await lists.takeBack(other);
    expect(await lists.takeBack(other)).toEqual({ outcome: 'gone' });
  });

  it('for a day, and not after it', async () => {
    const { disk, lists, passes } = await openScene();
    const inserted = insertedBy(await lists.list(ADDED));
    passes(24 * 60 + 1);
    expect(await lists.takeBack(inserted)).toEqual({ outcome: 'too-late' });
    expect(disk.get(PATH)).toContain(OPEN);
  });

  it('and the bot no longer answers by it', async () => {
    const { lists, shelf } = await openScene();
    await lists.takeBack(insertedBy(await lists.list(ADDED)));
    expect(shelf.library.open[0]?.answered).not.toContain(OPEN);
  });
});
