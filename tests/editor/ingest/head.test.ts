// What stands above an interview: the names in it, in the forms that are in print, and what is no part of it.
import { expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';

async function read(source: string, name = 'a.txt') {
  const made = await ingest(new TextEncoder().encode(source), { name, file: 'made.md' });
  if (!made.ok) throw new Error(made.what);
  const value = (key: string) =>
    new RegExp(`^ *${key}: (.*)$`, 'm').exec(made.text)?.[1]?.replace(/^"|"$/g, '');
  return { ...made, value, told: made.text.slice(made.text.indexOf('## ')) };
}

const ENGLISH =
  'Q: Where did the water go?\n\nA: Up. A shallow lake is a saucer.\n\nQ: And now?\n\nA: Now we wait.\n';
const CHINESE = '问：声音在哪里？\n\n答：在田里，凌晨三点最多。\n\n问：以后呢？\n\n答：以后再录一遍。\n';

test.each([
  ['Samira Qureshi on the lake that left', 'Samira Qureshi'],
  ['The hydrologist Samira Qureshi on beetroot and salt', 'Samira Qureshi'],
  ['A saucer on a radiator: an interview with Samira Qureshi', 'Samira Qureshi'],
  ['Ten questions for Dr Samira Qureshi', 'Samira Qureshi'],
  ['Listening to ice, with Pieter van Langeveld', 'Pieter van Langeveld'],
  ['Samira Qureshi: “A shallow lake is a saucer”', 'Samira Qureshi'],
  ['“A shallow lake is a saucer,” says Samira Qureshi', 'Samira Qureshi'],
  [
    'The lake\n\nSamira Qureshi has measured Lake Marwa from a rowing boat every week since 2014.',
    'Samira Qureshi',
  ],
  [
    'The lake\n\nLake Marwa lost a third of its surface. Samira Qureshi, a hydrologist, has measured it since.',
    'Samira Qureshi',
  ],
])('the interviewee is named as a title or a first sentence tells: %s', async (head, name) => {
  const { value, report } = await read(`${head}\n\n${ENGLISH}`);
  expect(value('name')).toBe(name);
  expect(report.unsure.map(({ what }) => what)).toContainEqual(
    expect.stringContaining(`taken for “${name}”`),
  );
});

test.each([
  ['水田里的夜班：专访声音生态学者潘以恩', '潘以恩'],
  ['对话潘以恩：蛙为什么少了', '潘以恩'],
  ['水田里的夜班——声音生态学者潘以恩谈蛙与录音\n\n潘以恩在宜兰录了十八年的声音，录下一百零七种。', '潘以恩'],
  ['把一個人還給你：專訪調香師簡若彤\n\n簡若彤的工作室在台南一棟老藥房的二樓，樓梯窄得很。', '簡若彤'],
  ['夜班\n\n潘以恩，声音生态学者，在宜兰录了十八年的声音。潘以恩说，蛙少了一半。', '潘以恩'],
  ['专访让·杜邦', '让·杜邦'],
])('受访者的名字在标题或第一句话里：%s', async (head, name) => {
  expect((await read(`${head}\n\n${CHINESE}`)).value('name')).toBe(name);
});

test.each([
  ['The lake\n\nLake Marwa lost a third of its surface in eleven years, and nobody came to look.'],
  ['The Last Ferry to Marrow Point'],
  ['水田里的夜班：十八年的声音'],
])('where nothing names the interviewee, an editor is asked: %s', async (head) => {
  const { report } = await read(`${head}\n\n${ENGLISH}`);
  expect(report.problems.join('\n')).toContain('`interviewee.name` was not found');
});

test.each([
  ['Interviewed by Constance Abara', 'Constance Abara'],
  ['Words by Constance Abara', 'Constance Abara'],
  ['Interview by Constance Abara', 'Constance Abara'],
  ['Posted on 3 November 2021 by Pearl Addo in Oral history', 'Pearl Addo'],
  ['文／吳昕', '吳昕'],
  ['文／吳昕 2023 年 5 月 6 日 人物專訪', '吳昕'],
  ['採訪・撰文／葉青禾　｜　2024-07-02　｜　港邊讀本', '葉青禾'],
  ['撰文：何一苇', '何一苇'],
  ['記者鄭凱翔／宜蘭報導', '記者鄭凱翔／宜蘭報導'],
  ['本报记者 段小楼', '本报记者 段小楼'],
])('who wrote it is named without the words around: %s', async (byline, author) => {
  const source = `${/^[A-Z]/.test(byline) ? 'Salt and Wire' : '水田里的夜班'}\n\n${byline}\n\n`;
  expect((await read(source + (/^[A-Z]/.test(byline) ? ENGLISH : CHINESE))).value('author')).toBe(author);
});

const page = (head: string, body: string) =>
  `<html><head>${head}</head><body>${body}${CHINESE.split('\n\n')
    .map((own) => `<p>${own}</p>`)
    .join('')}</body></html>`;

test.each([
  [
    page(
      '<meta property="og:site_name" content="微信公众平台">',
      '<h1>夜班</h1><a id="js_name"> 夜航西风 </a>',
    ),
    '夜航西风',
  ],
  [page('<title>夜班_人物_江岚新闻网</title>', '<h1>夜班</h1>'), '江岚新闻网'],
  [page('<title>夜班</title>', '<h1>夜班</h1><p>版权 © 2024 江岚日报</p>'), '江岚日报'],
])(
  'the publication is the account, the site or who holds the rights, and no platform',
  async (source, publication) => {
    expect((await read(source, 'a.html')).value('publication')).toBe(publication);
  },
);

test('a platform alone is no publication', async () => {
  const source = page('<meta property="og:site_name" content="微信公众平台">', '<h1>夜班</h1>');
  expect((await read(source, 'a.html')).value('publication')).toMatch(/^# \? not found/);
});

test('the label of who asks names the publication', async () => {
  const labelled = CHINESE.replace('问：', '南岸周刊：')
    .replace('问：', '南岸：')
    .replace(/答：/g, '潘以恩：');
  expect((await read(`夜班\n\n${labelled}`)).value('publication')).toBe('南岸周刊');
});

test.each([
  'Below is a transcript, lightly edited. Subscribers can also download the recordings.',
  'This interview has been edited for length and clarity.',
  '以下为访谈实录，内容经过编辑整理。',
])('a note on how the text came about is no introduction: %s', async (note) => {
  const { told, report } = await read(`The lake\n\n${note}\n\n${ENGLISH}`);
  expect(told).toMatch(/^## Q: /);
  expect(report.leftOut.map(({ text }) => text)).toEqual([note]);
});

test('a table of contents is no introduction, and the rest of a line of data is told', async () => {
  const { told, report } = await read(
    `The lake\nPosted on 3 November 2021 by Pearl Addo in Oral history\n\nIn this issue:\n* Why is it dry?\n* Letters: is salt a spice?\n\n${ENGLISH}`,
  );
  expect(told).toMatch(/^## Q: Where did/);
  const left = report.leftOut.map(({ text }) => text);
  expect(left).toContain('* Letters: is salt a spice?');
  expect(left).toContain('Posted on 3 November 2021 by Pearl Addo in Oral history');
});

const NAMED =
  '记者：声音在哪里？\n\n潘以恩：在田里，凌晨三点最多。\n\n记者：以后呢？\n\n潘以恩：以后再录一遍。';
const LIFE = '潘以恩，声音生态学者，在宜兰录音十八年。';

test.each([
  ['its label alone above', `受访者简介：\n\n${LIFE}（完）`],
  ['its label in the line', `受访者简介：${LIFE}（完）`],
  ['no label', `${LIFE}（完）`],
  ['the mark above', `（完）\n\n受访者简介：${LIFE}`],
  ['no mark', `受访者简介：${LIFE}`],
])('the biography behind the last answer is nobody’s words: %s', async (_, ending) => {
  const { told } = await read(`${NAMED}\n\n${ending}\n`);
  expect(told).toMatch(/以后再录一遍。\n\n## Biography\n\n潘以恩，声音生态学者，在宜兰录音十八年。\n$/);
});

test.each([
  ['name', `In conversation: Director Samira Qureshi on the lake\n\n${ENGLISH}`, 'Samira Qureshi'],
  ['name', `声音系潘以恩教授：蛙为什么少了\n\n潘以恩教授在宜兰录了十八年的声音。\n\n${CHINESE}`, '潘以恩'],
  ['author', `水田里的夜班\n\n文／蘇清和　圖／梁安\n\n${CHINESE}`, '蘇清和'],
  ['author', `The lake\n\nBy Mara Voss, photographs by Odo Brandt\n\n${ENGLISH}`, 'Mara Voss'],
  ['author', `水田里的夜班\n\n2024-05-06 09:12 来源：南岸网 记者 祝小安 评论(12)\n\n${CHINESE}`, '祝小安'],
  ['author', `水田裡的夜班\n\n發布日期：2024-05-06撰文：游子清點閱數：1,532\n\n${CHINESE}`, '游子清'],
  ['publication', `水田里的夜班\n\n${CHINESE}\nCopyright © 2024 南岸大學 瀏覽人次：88213\n`, '南岸大學'],
  [
    'author',
    `The lake that left one summer\n\nMara Voss and Odo Brandt\n\n${ENGLISH.replace(/Q:/g, 'Mara Voss:').replace(/A:/g, 'SQ:')}`,
    'Mara Voss and Odo Brandt',
  ],
])('reads the %s of a head that says more in one line: %s', async (key, source, expected) => {
  expect((await read(source)).value(key)).toBe(expected);
});

test.each([
  [
    'a.html',
    (rows: readonly string[][]) =>
      `<table>${rows.map((row) => `<tr>${row.map((own) => `<td>${own}</td>`).join('')}</tr>`).join('')}</table>`,
  ],
  [
    'a.html',
    (rows: readonly string[][]) =>
      `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`,
  ],
  ['a.txt', (rows: readonly string[][]) => rows.map(([name, value]) => `${name}: ${value}`).join('\n')],
])('rows of data above the interview are values, and nobody’s words: %s %#', async (name, table) => {
  const data = table([
    ['Reference', 'SKL 12/4'],
    ['Interviewee', 'Wilma Pell'],
    ['Interviewer', 'Odo Marr'],
    ['Date', '3 May 2021'],
    ['Published by', 'Skell Valley Archive'],
  ]);
  const turns = [
    ['Interviewer', 'How did you come to read the river?'],
    ['Mrs Pell', 'My mother read it before me, with a lamp.'],
    ['Interviewer', 'And who reads it now?'],
    ['Mrs Pell', 'The boy does, who is forty.'],
  ];
  const lead = 'Wilma Pell kept the gauge at Skell bridge from 1984. She was recorded at her kitchen table.';
  const isPage = name.endsWith('html');
  const paragraphs = isPage
    ? `<h1>The gauge</h1>${data}<h2>Introduction</h2><p>${lead}</p><h2>Transcript</h2><table>${turns.map(([who, words]) => `<tr><td>${who}</td><td>${words}</td></tr>`).join('')}</table>`
    : ['The gauge', data, lead, ...turns.map(([who, words]) => `${who}: ${words}`)].join('\n\n');
  const { value, told } = await read(paragraphs, name);
  expect(told).toMatch(new RegExp(`^## Introduction\n\n${lead}\n\n## Q: How did you come`));
  expect([value('name'), value('publication'), value('date')]).toEqual([
    'Wilma Pell',
    'Skell Valley Archive',
    '2021-05-03',
  ]);
});

test.each([
  ['The gauge\n\nSkell Review, 3 May 2024\nBy Odo Marr', 'Skell Review'],
  ['The gauge\n\nOdo Marr, Skell Valley Magazine, May 3, 2024', 'Skell Valley Magazine'],
  ['The gauge\n\nBy Odo Marr — Marr & Pell Quarterly, Autumn 2024', 'Marr & Pell Quarterly'],
  ['The gauge\n\nPublisher: Skell Valley Archive', 'Skell Valley Archive'],
  ['The gauge\n\nPublished in Notes of the Skell, 3 May 2024. By Odo Marr', 'Notes of the Skell'],
  ['The gauge\n\nPublished in London, 3 May 2024. By Odo Marr', undefined],
])('a dated or labelled line above names the publication: %s', async (above, publication) => {
  expect((await read(`${above}\n\n${ENGLISH}`)).value('publication') ?? '# ? not found').toBe(
    publication ?? '# ? not found',
  );
});

test('a line of an issue and who wrote it is no subtitle', async () => {
  const { value } = await read(`河边的人\n\n《河岸》2024年第3期　记者 何青\n\n${CHINESE}`);
  expect(['publication', 'author', 'subtitle'].map(value)).toEqual(['河岸', '何青', undefined]);
});

const onPages = (head: string, title: string, turns: string) =>
  [title, ...turns.trim().split('\n\n')]
    .map((own, at) => (at % 2 === 0 ? `\f${head}\n\n${own}` : own))
    .join('\n\n')
    .slice(1);

test.each([
  ['The Skell Valley Courier\nFRIDAY 3 MAY 2024', 'The gauge', ENGLISH, 'The Skell Valley Courier'],
  ['河岸晚报　2024年5月3日　星期五　A08 人物', '河边的人', CHINESE, '河岸晚报'],
])('what stands at the head of each page names publication and day: %s', async (head, title, turns, name) => {
  const { value, told } = await read(onPages(head, title, turns));
  expect([value('publication'), value('date')]).toEqual([name, '2024-05-03']);
  expect(told).not.toContain(name);
});

test('what a browser prints at the head of each page names neither', async () => {
  const { value } = await read(onPages('2024/5/3 14:22　　河边的人_河岸网', '河边的人', CHINESE));
  expect([value('publication'), value('date')]).toEqual(['# ? not found', '# ? not found']);
});

test.each([
  ['《河岸》2024年第3期　　　　人物\n河边的人\n\n', '河岸'],
  ['河边的人\n\n文／何青\n\n原载《河岸月刊》2024年第9期\n\n', '河岸月刊'],
  ['河边的人\n\n文 / 何青　　2024-05-18 发布于 河岸\n\n', '河岸'],
])('an issue or where it appeared names the publication: %s', async (above, publication) => {
  const { value } = await read(`${above}${CHINESE}`);
  expect([value('title'), value('publication')]).toEqual(['河边的人', publication]);
});

test('a headline’s last words are the interviewee where the introduction tells of her, and a byline below is no part of it', async () => {
  const above =
    '"It Writes Itself Down": Gauge Keeper Wilma Pell\nby Odo Marr\n\nFor forty years Wilma Pell has read the river at Skell.\n\n';
  const { value } = await read(`${above}${ENGLISH}`);
  expect([value('title'), value('name'), value('author')]).toEqual([
    `'"It Writes Itself Down": Gauge Keeper Wilma Pell'`,
    'Wilma Pell',
    'Odo Marr',
  ]);
});

test('a project or a place that a headline ends or begins with is nobody', async () => {
  const { value } = await read(
    `River History Project: The Gauge at Skell Farm\n\nSkell Farm is on the low road. Wilma Pell kept it from 1984.\n\n${ENGLISH}`,
  );
  expect(value('name')).not.toMatch(/Project|Farm/);
});
