// Texts that came out of PDFs and mails: wrapped lines, parted words, page numbers, heads and feet, notes, and what a mail adds.
import { expect, test } from 'vitest';
import { widthOf } from '../../../src/editor/ingest/block.ts';
import { ingest } from '../../../src/editor/ingest/ingest.ts';

async function made(text: string) {
  const read = await ingest(new TextEncoder().encode(text), { name: 'source.txt', file: 'made.md' });
  if (!read.ok) throw new Error(read.what);
  return { ...read, told: read.text.slice(read.text.indexOf('## ')).trimEnd() };
}

type Turns = readonly (readonly string[])[];

const asked = (turns: Turns) =>
  turns.map(([own = '', ...answer]) => [`## Q: ${own}`, ...answer].join('\n\n')).join('\n\n');

const CLERK: Turns = [
  [
    'You have said that you distrust first sentences. Since when, and why is that?',
    'I distrust them in the way one distrusts a man who comes to the door with his hat already off. A first sentence wants something. By the fourth or fifth the prose has stopped asking to be let in and has begun to look about.',
    'When I revise, I cut the opening page and see whether anyone misses it. In twenty-five years only one editor has.',
  ],
  [
    'Which editor was that?',
    'Karen Ulfeldt, at the old house in Aarhus. She wrote in the margin, “Where is the horse?” There had been a horse on the page I cut. I put it back, and it is the only thing that people remember from the book.',
  ],
  [
    'Do you write by hand?',
    'With a pencil, on the backs of customs forms. My father was a harbour clerk, and he left me eleven thousand of them; they would last until I was a hundred and six.',
  ],
];
const FROGS: Turns = [
  [
    '您为什么选择水田，而不是国家公园？很多人都觉得奇怪，因为水田看起来什么都没有。',
    '国家公园有人管，水田没有人管。大家以为田里只有稻子，其实一分地里面住的声音，比一栋大楼还要多。',
    '而且水田是会变的。插秧前、插秧后、晒田、收割，每一段的声音都不一样，像一首有四个乐章的曲子。',
  ],
  [
    '十八年来，最明显的变化是什么？',
    '安静了。2006年的录音，凌晨三点可以听到九种蛙；去年同一块田、同一个晚上，用同一支 AKG 麦克风，只剩下四种。',
  ],
  [
    '原因是农药吗？',
    '农药是一部分，可是不要什么都怪农夫。最大的原因是田埂变成水泥。青蛙要爬上来，爬不上来。',
  ],
];

/** As an editor wraps it: words whole, no mark at a line's beginning. */
function wrap(text: string, width: number, first = ''): readonly string[] {
  const pieces = /\p{Script=Han}/u.test(text)
    ? text.match(/[A-Za-z\d ]+|.[，。、；：？！”]*/gu)
    : text.match(/\S+ ?/g);
  const lines = [first];
  for (const piece of pieces ?? []) {
    const line = lines.at(-1) ?? '';
    if (line.trim() !== '' && widthOf((line + piece).trimEnd()) > width) lines.push(piece.trimStart());
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trimEnd());
}

interface Layout {
  readonly labels: readonly [asks: string, answers: string];
  readonly width: number;
  /** What stands before a second paragraph, and whether a blank line does. */
  readonly indent?: string;
}

function print(turns: Turns, { labels, width, indent }: Layout): readonly string[] {
  const paragraph = (text: string, at: number, label: string) => {
    const first = label.endsWith('\n') ? '' : label;
    return [...wrap(text, width, at === 0 ? first : (indent ?? '')), ...(indent === undefined ? [''] : [])];
  };
  const turn = (label: string, paragraphs: readonly string[]) => {
    const alone = label.endsWith('\n') ? [label.trim()] : [];
    const lines = paragraphs.flatMap((text, at) => paragraph(text, at, label));
    return [...alone, ...lines, ...(lines.at(-1) === '' ? [] : [''])];
  };
  return turns.flatMap(([own = '', ...answer]) => [...turn(labels[0], [own]), ...turn(labels[1], answer)]);
}

const LAYOUTS: readonly (readonly [name: string, turns: Turns, layout: Layout])[] = [
  ['a mail of 72 columns', CLERK, { labels: ['Q: ', 'A: '], width: 72 }],
  ['a column of 40', CLERK, { labels: ['Q. ', 'A. '], width: 40 }],
  [
    'a review with labels alone and indents',
    CLERK,
    { labels: ['INTERVIEWER\n', 'CLERK\n'], width: 52, indent: '   ' },
  ],
  ['names and 60 columns', CLERK, { labels: ['Abara: ', 'Vester: '], width: 60, indent: '    ' }],
  ['twenty characters', FROGS, { labels: ['问：', '答：'], width: 40 }],
  ['thirty characters and indents', FROGS, { labels: ['记者：', '潘以恩：'], width: 60, indent: '　　' }],
  ['forty characters and labels alone', FROGS, { labels: ['记者\n', '潘以恩\n'], width: 80 }],
];

test.each(LAYOUTS)('wrapped lines are joined as a reader reads them: %s', async (_, turns, layout) => {
  expect((await made(print(turns, layout).join('\n'))).told).toBe(asked(turns));
});

const EDGES: readonly (readonly [name: string, edge: (page: number) => string])[] = [
  ['a bare number', (page) => `\n${page}\n`],
  ['a number between dashes', (page) => `\n- ${page} -\n`],
  ['a number and a running head', (page) => `\n${page}\nTHE SALTMARSH REVIEW\n`],
  [
    'heads in turn',
    (page) => `\n${page % 2 ? `${page}    THE SALTMARSH REVIEW` : `The Art of the Novel      ${page}`}\n`,
  ],
  ['a form feed and a head', () => '\fSaltmarsh Review, Spring'],
  [
    'a browser’s head and foot',
    (page) => `https://saltmarsh.example/77   ${page - 40}/9\n2024/7/2 15:12     The Art of the Novel\n`,
  ],
  [
    'a note below a rule',
    (page) => `\n_____________\n* Of the year ${page + 1900},\nas he says.\n\n${page}\n`,
  ],
  ['第几页', (page) => `\n— 第 ${page} 页 —\n`],
];

test.each(EDGES)(
  'a sentence goes on over the page’s edge, which is left out and told: %s',
  async (_, edge) => {
    for (const [, turns, layout] of LAYOUTS.filter(([name]) => /indents|mail|twenty/.test(name))) {
      let page = 41;
      const lines = print(turns, layout);
      const isWithin = (at: number) =>
        at % 2 === 0 && lines[at + 1] !== '' && !/[.?。？]$|^\S{0,12}$/.test(lines[at] ?? '');
      const printed = lines.flatMap((line, at) => (isWithin(at) ? [line, edge(page++)] : [line]));
      expect(page).toBeGreaterThan(42);
      const { told, report } = await made(`The Art of the Novel\n\n${printed.join('\n')}`);
      expect(told).toBe(asked(turns));
      expect(report.leftOut.map(({ text }) => text).join('\n')).toContain(edge(41).trim().split('\n')[0]);
    }
  },
);

/** An answer of wrapped lines, among others of some 50 columns. */
const answered = (answer: string) =>
  `Q: How was the spring?\n\nA: ${answer}\n\nQ: And then?\n\nA: It rained for a week, and nobody came to us, and\nwe were glad of it, since there was so much to do\nand so few hands to do it, and no boat that would\nfloat, and no hope of one before the summer came.\n`;

test.each([
  [
    'They sit still, but they are by no means pas-\nsive; a heron is not passive.',
    'are by no means passive; a heron',
  ],
  [
    'I translated ninety books, and among them a man-\nual for the repair of milking machines.',
    'a manual for',
  ],
  ['It came from the north, as it always did, com-\ning through the wall.', 'did, coming through'],
  ['I wrote it to pay for a roof. It is a well-\nmade book, and a well-made roof.', 'a well-made book'],
  ['She came with Marguerite Delacroix-\nOwusu, who was in the north then.', 'Delacroix-Owusu, who'],
  ['It was in the winters from 1987 and on to 1990-\n1991 that we did this.', '1990-1991 that'],
])('a word that the line’s end parts is closed, where it is one: %s', async (answer, expected) => {
  const { told, report } = await made(answered(answer));
  expect(told).toContain(expected);
  expect(report.unsure).toEqual([]);
});

test('where it may be one word or two, the hyphen is kept and said', async () => {
  const { told, report } = await made(
    answered('We lived on what the sea gave, and it was a half-\nlight life, all in all.'),
  );
  expect(told).toContain('a half-light life');
  expect(report.unsure.map(({ what }) => what)).toEqual([
    '“half-light” stands parted at the end of a line, and its hyphen is kept: is it one word?',
  ]);
});

test('verse and lists in a wrapped text keep their lines', async () => {
  const { told } = await made(
    answered(
      'There was a song that we all sang in those\ndays when the boats were out, and it went on\nand on for hours, as the nights do there:\n\nThe herring are gone,\nthe nets are dry,\n\n- a lamp\n- a rope\n- two knives',
    ),
  );
  expect(told).toContain(
    'when the boats were out, and it went on and on for hours, as the nights do there:\n\nThe herring are gone,\nthe nets are dry,\n\n- a lamp\n- a rope\n- two knives',
  );
});

test('what a mail adds is no headline, and its day is kept', async () => {
  const mail = `From: The Allotment Post <post@allotment.example>\nTo: all@allotment.example\nDate: Mon, 2 Sep 2019 07:15:02 +0100\nSubject: No. 112\n\nA word with the marrow judge\n\n`;
  const { text, report } = await made(mail + print(CLERK, { labels: ['Q. ', 'A. '], width: 72 }).join('\n'));
  expect(text).toMatch(/^---\ntitle: A word with the marrow judge\n/);
  expect(text).toContain('date: 2019-09-02');
  expect(report.leftOut.slice(0, 4).map(({ reason }) => reason)).toEqual(Array(4).fill('the head of a mail'));
  const quoted = print(CLERK, { labels: ['Q. ', 'A. '], width: 66 }).map((line) => `> ${line}`.trimEnd());
  const forwarded = await made(`On Mon, 2 Sep 2019, Ann <ann@lamp.example> wrote:\n\n${quoted.join('\n')}`);
  expect(forwarded.told).toBe(asked(CLERK));
});

test('answers below the quoted questions of a mail are told from them', async () => {
  const lines = CLERK.flatMap(([own = '', ...answer]) => [
    ...wrap(own, 60).map((line) => `> ${line}`),
    '',
    ...answer.flatMap((text) => [...wrap(text, 72), '']),
  ]);
  expect((await made(`发件人：何一苇\n主题：采访\n\n${lines.join('\n')}`)).told).toBe(asked(CLERK));
});

test('Markdown that is wrapped is joined, too, but for the breaks that its author set', async () => {
  const bold = print(CLERK, { labels: ['**Abara:** ', '**Vester:** '], width: 72 });
  const source = `# The Art of the Novel\n\n${bold.join('\n')}**Abara:** And verse?\n\n**Vester:** One.\n\nThe herring are gone,  \nthe nets are dry.\n`;
  const read = await ingest(new TextEncoder().encode(source), { name: 'a.md', file: 'made.md' });
  const told = read.ok ? read.text.slice(read.text.indexOf('## ')).trimEnd() : read.what;
  expect(told).toBe(
    `${asked(CLERK)}\n\n## Q: And verse?\n\nOne.\n\nThe herring are gone,\nthe nets are dry.`,
  );
});

const RIVER = [
  'Q: What does the gauge tell you that the river does not?',
  '',
  'A: It tells me what the river did while I slept, and it never',
  'tells me twice. I write it down in a book that my mother kept',
];
const BELOW = [
  'before me, in her ink, which has turned as brown as the water.',
  '',
  'Q: And when it is dry?',
  '',
  'A: Then I paint the gauge.',
];

test.each([
  ['a page number', ['', '18', 'THE RIVER QUARTERLY   NO. 7', '']],
  ['a form feed', ['\fThe River Quarterly, Spring', '']],
  ['a number and a form feed', ['', '18', '\f', 'The River Quarterly', '']],
])('leaves out a head that stands once, right behind %s within a sentence', async (_, edge) => {
  const { told, report } = await made([...RIVER, ...edge, ...BELOW].join('\n'));
  expect(told).toContain('a book that my mother kept before me, in her ink');
  expect(told).not.toContain('uarterly');
  expect(
    report.leftOut
      .map(({ text: own }) => own)
      .join('\n')
      .toLowerCase(),
  ).toContain('the river quarterly');
});

test('keeps a sentence that goes on with a capital behind a form feed', async () => {
  const lines = [...RIVER, '\fMathilde gave me, and her ink has turned as brown as the water', ...BELOW];
  expect((await made(lines.join('\n'))).told).toContain('my mother kept Mathilde gave me, and her ink');
});

const OBSERVER = [
  'The gauge at Skell bridge',
  '',
  'For forty years one woman has read the river at Skell bridge, and has',
  'written down what it said. We sat with her on the wall for a morning.',
  'Q: Why do you read it by hand when there is a sensor below the bridge?',
  'A: The sensor tells them in the city. I tell the mill, the school and',
  'the two farms on the low road, and they do not look at a screen when',
  'the water is in the yard. My mother did it with a lamp and a bell, and',
  'her aunt before her, and none of us was ever paid more than a goose.',
  'Q: What was the highest that you have seen in all of that time?',
  'A: Four metres and nine in the winter of the ice. It took the rail of',
  'the bridge and the heron that lived on it. I stood up there with my',
  'coat over my head and shouted figures to a boy, who ran with them.',
  'There is a mark on the church that is higher, from 1703, and I have',
  'never wanted to see it reached while I am the one who has to write it.',
  'Q: Who reads it when you are away from the village for a while?',
  'A: I am not away. I was away once, for a wedding, and the river came',
  'up to look for me, so they say. Since then the boy has a key, and he',
  'is forty now and drives the milk, but he knows where the lamp is.',
];

/** Pages of so many lines, each below its head. */
function paged(head: (page: number) => string, size: number, gap: readonly string[]) {
  const pages = [0, 1, 2, 3].map((page) => OBSERVER.slice(page * size, (page + 1) * size));
  return pages.flatMap((own, page) => [head(page), ...own, ...gap]).join('\n');
}

test.each([
  ['a number behind a single wide space', (page: number) => `河岸　${40 + page}`, 5, ['']],
  ['a number behind a single space', (page: number) => `The Skell Observer ${40 + page}`, 6, []],
  ['an issue', () => 'The Skell Observer, No. 7', 5, ['']],
  ['nothing but its name', () => 'SKELL OBSERVER', 5, ['']],
] as const)('leaves out the head of each page, the first one’s too: %s', async (_, head, size, gap) => {
  const { text: file, told, report } = await made(paged(head, size, gap));
  expect(file).toContain('title: The gauge at Skell bridge');
  expect(file.replace(/^publication:.*$/m, '')).not.toMatch(/observer|河岸/i);
  expect(told).toMatch(/two farms on the low road, and they do not look at a screen when the water/);
  expect(report.leftOut.filter(({ reason }) => reason.includes('head or foot'))).toHaveLength(4);
});

test('a headline that opens each page stays the headline', async () => {
  const [title = '', ...rest] = OBSERVER;
  const pages = [rest.slice(0, 8), rest.slice(8, 13), rest.slice(13)].map((own) => own.join('\n'));
  const { text: file, told } = await made(pages.map((own) => `${title}\n${own}`).join('\n\f'));
  expect(file).toContain(`title: ${title}`);
  expect(told).not.toContain(title);
});

test('a line that stands among the words again and again is said to be kept', async () => {
  const lines = OBSERVER.flatMap((line, at) =>
    at % 4 === 3 ? [line, 'Readings of the Skell, spring'] : [line],
  );
  const { report } = await made(lines.join('\n'));
  expect(report.unsure.map(({ what }) => what).join('\n')).toContain(
    '“Readings of the Skell, spring” stands on several lines, and is kept',
  );
});
