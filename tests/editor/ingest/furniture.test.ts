// What a layout sets among the turns and below them: times beside names, numbers of chapters, captions, notes about who asked.
import { expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';

async function made(source: string, name = 'a.txt') {
  const read = await ingest(new TextEncoder().encode(source), { name, file: 'made.md' });
  if (!read.ok) throw new Error(read.what);
  const told = read.text.slice(read.text.indexOf('## Q')).trimEnd();
  return { told, leftOut: read.report.leftOut.map(({ text }) => text), voices: read.report.voices };
}

const TURNS = [
  ['Ines Marr', '00:12', 'Who winds the clock?'],
  ['Tobias Lunt', '01:05', 'I do, on Mondays.'],
  ['Ines Marr', '01:40', 'And on the other days?'],
  ['Tobias Lunt', '02:03', 'It runs by itself, more or less.'],
  ['Ines Marr', '00:01:55', 'Has it ever stopped?'],
  ['Tobias Lunt', '02:31', 'Once, in the flood.'],
] as const;

test.each([
  [
    'a.html',
    (name: string, time: string) => `<span class="who">${name}</span> <span class="t">${time}</span>`,
  ],
  [
    'a.html',
    (name: string, time: string) => `<span class="t">[${time}]</span> <span class="who">${name}</span>`,
  ],
  ['a.html', (name: string, time: string) => `<b class="who">${name}</b><i class="t">${time}</i>`],
  ['a.html', (name: string, time: string) => `<b>${name}</b> (${time})`],
  ['a.html', (name: string, time: string) => `<cite>${name}:</cite><time>${time}</time>`],
  ['a.txt', (name: string, time: string) => `${name} ${time}`],
  ['a.txt', (name: string, time: string) => `${name} at ${time}`],
  ['a.txt', (name: string, time: string) => `[${time}] ${name.toUpperCase()}`],
])('a time beside the name is no part of the label or the question: %s %#', async (file, labelled) => {
  const isPage = file.endsWith('html');
  const turns = TURNS.map(([name, time, words]) =>
    isPage ? `<div>${labelled(name, time)}</div><p>${words}</p>` : `${labelled(name, time)}\n${words}\n`,
  ).join('\n');
  const { told, voices } = await made(isPage ? `<main>${turns}</main>` : turns, file);
  expect(told.match(/^## Q: .*$/gm)).toEqual([
    '## Q: Who winds the clock?',
    '## Q: And on the other days?',
    '## Q: Has it ever stopped?',
  ]);
  expect(told).not.toMatch(/\d\d:\d\d/);
  expect(voices).toMatch(/^labels: “ines marr” asks, “tobias lunt” answers$/i);
});

test.each([
  (name: string, time: string, words: string) => `<p><b>${name}:</b> (${time}) ${words}</p>`,
  (name: string, time: string, words: string) => `<p>${name} [${time}]: ${words}</p>`,
  (name: string, time: string, words: string) => `<p><b>${name}</b> ${time} ${words}</p>`,
  (name: string, time: string, words: string) => `<p>${time} – ${name}: ${words}</p>`,
  (name: string, time: string, words: string) => `<p>${name} (${time})<br>${words}</p>`,
  (name: string, time: string, words: string) => `<p>[${name}, ${time}] ${words}</p>`,
  (name: string, time: string, words: string) => `<p>${name}, ${time} – ${words}</p>`,
  (name: string, time: string, words: string) => `<p>${name.toUpperCase()} (${time})  ${words}</p>`,
  (name: string, time: string, words: string) => `<p>${name}, of the tower | ${time}</p><p>${words}</p>`,
  (name: string, time: string, words: string) => `<p>${name.replace(/[^A-Z]/g, '')} ${time} ${words}</p>`,
  (name: string, time: string, words: string) => `<p>${name}: ${words} [${time}]</p>`,
  (name: string, time: string, words: string) =>
    `<p>${time}.5 --> ${time}.9</p><p>${name}</p><p>${words}</p>`,
  (name: string, time: string, words: string) => `<p><b>${name}</b></p><p>${time}</p><p>${words}</p>`,
])('wherever the time stands beside the label, the words begin behind both: %#', async (turn) => {
  const page = TURNS.map(([name, time, words]) => turn(name, time, words)).join('\n');
  const { told } = await made(`<main>${page}</main>`, 'a.html');
  expect(told).toBe(
    '## Q: Who winds the clock?\n\nI do, on Mondays.\n\n## Q: And on the other days?\n\n' +
      'It runs by itself, more or less.\n\n## Q: Has it ever stopped?\n\nOnce, in the flood.',
  );
});

test.each([
  '09.05 CET',
  'Published 9:05 · Updated 11:30',
  '9:05',
  '9.05am',
  '9:05 p.m.',
  '3 hours ago',
  '上午9:05',
  '3小时前',
])('the time of an entry in a live blog is nobody’s words: %s', async (time) => {
  const entry = (question: string, answer: string) =>
    `<div><p><time>${time}</time></p><blockquote><p>${question}</p></blockquote><p>${answer}</p></div>`;
  const page = `${entry('Who winds it?', 'I do, on Mondays, before the market.')}${entry('And in winter?', 'I do, with two pairs of gloves.')}${entry('And the bell?', 'It rings by itself, at noon.')}`;
  const { told, leftOut } = await made(`<article><h1>The clock</h1>${page}</article>`, 'a.html');
  expect(told).toBe(
    '## Q: Who winds it?\n\nI do, on Mondays, before the market.\n\n## Q: And in winter?\n\nI do, with two pairs of gloves.\n\n## Q: And the bell?\n\nIt rings by itself, at noon.',
  );
  expect(leftOut).toEqual([time, time, time]);
});

test('a time that is the whole answer, or opens a sentence of one, is the interviewee’s, and the latter is said', async () => {
  const source =
    '<h1>The clock</h1><p>A keeper told us how the hours go by up there.</p><b>When do you get up?</b><p>5:30</p><b>When do you open?</b><p>8:15</p><b>What is a day like?</b>' +
    '<p>9:00 is the first bell, and I climb up to it by the outer stair.</p><p>12:00 is the long one.</p>';
  const read = await ingest(new TextEncoder().encode(`<article>${source}</article>`), {
    name: 'a.html',
    file: 'made.md',
  });
  if (!read.ok) throw new Error(read.what);
  expect(read.text).toMatch(
    /get up\?\n\n5:30\n\n.*\n\n8:15\n\n.*\n\n9:00 is the first .*\n\n12:00 is the long/,
  );
  expect(read.report.unsure.filter(({ what }) => what.includes('looks like a time'))).toHaveLength(4);
});

test('times within an answer that are nobody’s label stay where they are', async () => {
  const answer = [
    'At 5:30 I wind it, and at 6:10 I oil it.',
    'At 7:15 the baker opens. The bus (8:05) goes down to the mill, and (9:15) comes back.',
    'I was late once (7:20).',
    'The bus 10:45 to the mill is late. The bus 11:45 is not.',
    'The bus 10:45 on Sundays never comes.',
  ];
  const source = `Q: What is a day like?\n\nA: ${answer.join('\n\n')}\n\nQ: And then?\n\nA: Then I go home, and it is never before nine.\n`;
  expect((await made(source)).told).toContain(answer.join('\n\n'));
});

test('the last words of whoever asks are no account of the interviewee whom they thank', async () => {
  const last = 'Tobias Lunt, thanks for the stairs. The clock is wound again on Monday.';
  const { told } = await made(
    `${TURNS.map(([name, , words]) => `${name}\n\n${words}`).join('\n\n')}\n\nInes Marr\n\n${last}\n`,
  );
  expect(told).not.toContain('thanks for the stairs');
});

const OPENING = 'Q: Who winds the clock?\n\nA: I do, on Mondays.\n\n';
const FURTHER = 'Q: Has it ever stopped?\n\nA: Once, in the flood.\n';

test.each(['02', '二、', 'II.'])('a number above a chapter title goes with it: %s', async (number) => {
  const page = (text: string) => text.replace(/^.+$/gm, (line) => `<p>${line}</p>`);
  const chapter = `<p>${number}</p><p><b>High water</b></p>`;
  const { told, leftOut } = await made(`<main>${page(OPENING)}${chapter}${page(FURTHER)}</main>`, 'a.html');
  expect(told).toMatch(/I do, on Mondays\.\n\n## Q: Has it/);
  expect(leftOut).toEqual([number, 'High water']);
});

test.each([
  'Fig. 2: The works, seen from below',
  'Figure 3. The tower in 1910.',
  'Table 1',
  '图1 钟楼的机芯',
  'Photo: The tower',
])('a caption between two answers is left out and told: %s', async (caption) => {
  const { told, leftOut } = await made(`${OPENING}${caption}\n\n${FURTHER}`);
  expect(told).toMatch(/I do, on Mondays\.\n\n## Q: Has it/);
  expect(leftOut).toEqual([caption]);
});

test.each(['Figure 3 was never drawn.', 'Table 9 by the window was his.', '图1是我父亲画的。'])(
  'a sentence that begins as a caption stays said: %s',
  async (sentence) => {
    const { told } = await made(`${OPENING}${sentence}\n\n${FURTHER}`);
    expect(told).toContain(`\n\n${sentence}\n\n## Q: Has it`);
  },
);

const NAMED = TURNS.map(([name, , words]) => `${name.toUpperCase()}: ${words}\n\n`).join('');

test.each([
  'Ines Marr is a contributing editor of The Lantern.',
  'Ines Marr is a freelance writer in Hull.',
  'You can find Tobias’s drawings at his website.',
  'Follow Tobias Lunt on the usual networks.',
])('a note about either of the two behind the last answer is left out and told: %s', async (note) => {
  const { told, leftOut } = await made(`${NAMED}${note}\n`);
  expect(told).toMatch(/\n\nOnce, in the flood\.$/);
  expect(leftOut).toEqual([note]);
});

test.each(['You can find Agnes at the tower, even today.', 'Follow Tobias on foot, my wife used to say.'])(
  'the last answer may speak of where somebody is found: %s',
  async (sentence) => {
    const { told } = await made(`${NAMED}${sentence}\n`);
    expect(told.endsWith(`\n\n${sentence}`)).toBe(true);
  },
);

test.each([
  ['【延伸阅读】', '钟楼修缮经费创新高'],
  ['相关阅读：', '钟楼修缮经费创新高'],
  ['Read also', 'Clock tower to close for a year'],
  ['Related:', 'Clock tower to close for a year'],
])('a headline below %s goes out with it', async (heading, headline) => {
  const { told, leftOut } = await made(`${OPENING}${heading}\n\n${headline}\n\n${FURTHER}`);
  expect(told).toMatch(/I do, on Mondays\.\n\n## Q: Has it/);
  expect(leftOut).toEqual([heading, headline]);
});

test('below a line that names what to read the answer goes on', async () => {
  const { told } = await made(
    `${OPENING}Read also: The flood\n\nThe list, as he gave it to me\n\n${FURTHER}`,
  );
  expect(told).toContain('\n\nThe list, as he gave it to me\n\n## Q: Has it');
});

test('a quotation behind 专访： is the title and nobody who wrote it', async () => {
  const source =
    '专访：“钟不会等人”\n\n问：谁上发条？\n\n答：我，每个星期一。\n\n问：停过吗？\n\n答：停过一次。\n';
  const read = await ingest(new TextEncoder().encode(source), { name: 'a.txt', file: 'made.md' });
  expect(read.ok && read.text).toMatch(/^title: .*钟不会等人/m);
  expect(read.ok && read.text).not.toMatch(/^author: /m);
});

test('an office before a foreign name is no part of it', async () => {
  const source = `专访：“钟不会等人”\n——访钟楼基金会负责人伊内丝·奥尔加索\n\n钟楼基金会负责人伊内丝·奥尔加索日前接受了采访。\n\n${'问：谁上发条？\n\n奥尔加索：我，每个星期一。\n\n问：停过吗？\n\n奥尔加索：停过一次。\n'}`;
  const read = await ingest(new TextEncoder().encode(source), { name: 'a.txt', file: 'made.md' });
  expect(read.ok && read.text).toMatch(/^ {2}name: 伊内丝·奥尔加索$/m);
});
