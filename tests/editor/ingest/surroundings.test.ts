// What stands at the edges of an answer: what belongs to it is never lost, what the page or the reel put there is reported.
import { expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';
import { docx, utf16 } from './bytes.ts';

async function made(source: string | Uint8Array, name: string) {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const read = await ingest(bytes, { name, file: 'made.md' });
  if (!read.ok) throw new Error(read.what);
  return { told: read.text.slice(read.text.indexOf('## ')), leftOut: read.report.leftOut, read };
}

const CHINESE = `问：愿意来的人多吗？\n\n答：不多，一年两三个。\n\n问：留下来的呢？\n\n答：只有四个。\n\n`;
const ENGLISH = `Q: Do many come?\n\nA: Not many, two or three a year.\n\nQ: And who stays?\n\nA: Only four did.\n\n`;

test.each([
  ['三个是因为鸟。（笑）', CHINESE],
  ['三个是因为鸟（笑）', CHINESE],
  ['三个是因为鸟。【停顿】', CHINESE],
  ['（沉默）', CHINESE],
  ['Three stayed for the birds. (laughs)', ENGLISH],
  ['Three stayed for the birds [long pause]', ENGLISH],
])(
  'the last answer keeps a paragraph that ends in a stage direction, and the one behind it: %s',
  async (paragraph, source) => {
    const behind = source === CHINESE ? '还有一个是因为另一个人。' : 'And one for another one of them.';
    const last = (await made(source + paragraph, 'a.txt')).told;
    expect(last.trimEnd()).toMatch(new RegExp(`\n\n${paragraph.replace(/[()[\]]/g, '\\$&')}$`));
    const { told } = await made(`${source}${paragraph}\n\n${behind}`, 'a.txt');
    expect(told.trimEnd().endsWith(`\n\n${paragraph}\n\n${behind}`)).toBe(true);
  },
);

const REEL = `WEBVTT

00:01.000 --> 00:03.000
<v Ann>Do many come?</v>

00:03.100 --> 00:06.000
<v Bo>Not many, two or three a year.</v>

00:06.100 --> 00:08.000
<v Ann>And who stays?</v>

00:08.100 --> 00:10.000
<v Bo>Only four did.</v>

`;

test.each([
  'Subtitles by CaptionDesk Ltd.',
  'Captions by Rowan Tell.',
  'Subtitles were made by Rowan Tell.',
  'Subtitled by Rowan Tell',
  '字幕由陳小明製作。',
  '字幕：陈小明。',
  '感謝收看，記得訂閱頻道。',
])('a credit of the subtitles behind the last answer is left out, and reported: %s', async (credit) => {
  const { told, leftOut } = await made(`${REEL}00:12.000 --> 00:14.000\n${credit}\n`, 'a.vtt');
  expect(told.trimEnd()).toMatch(/\n\nOnly four did\.$/);
  expect(leftOut).toEqual([{ line: 15, text: credit, reason: 'a credit of the subtitles' }]);
});

test.each([
  'Subtitles were my first job.',
  'Captions lie.',
  '字幕由谁来写，我不知道。',
  '感谢观看的人很少。',
])('what somebody says of subtitles is no credit of them: %s', async (words) => {
  const { told } = await made(`${REEL}00:12.000 --> 00:14.000\n<v Bo>${words}</v>\n`, 'a.vtt');
  expect(told.trimEnd().endsWith(words)).toBe(true);
});

test('credits of subtitles with dashes do not run on from the last answer', async () => {
  const turns = [
    '愿意来的人多吗？',
    '不多，一年两三个。',
    '冬天呢？',
    '冬天没有人来。',
    '夏天呢？',
    '夏天人多。',
  ];
  const words = [...turns, '留下来的呢？', '只有四个。'].map((own) => `- ${own}`);
  const all = [...words, '字幕由陳小明製作。', '感謝收看，記得訂閱頻道'];
  const cues = all.map((own, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${own}\n`);
  const { told, leftOut } = await made(cues.join('\n'), 'a.srt');
  expect(told.trimEnd()).toMatch(/\n\n只有四个。$/);
  expect(leftOut.map(({ text }) => text)).toEqual(all.slice(-2));
});

test.each([
  '— 第 36 页 —',
  '第 36 頁',
  '第 2 页 共 3 页',
  '- 36 -',
  '— 36 —',
  'Page 2 of 3',
  'page 36',
  'The Port Sable Courier, 8 March 2025          Page 1 of 2',
])('a page number between paragraphs is left out, and reported: %s', async (number) => {
  const { told, leftOut } = await made(`${CHINESE}${number}\n\n三个是因为鸟。\n\n\f\n\n又一个。`, 'a.txt');
  expect(told.trimEnd()).toMatch(/\n\n只有四个。\n\n三个是因为鸟。\n\n又一个。$/);
  expect(leftOut).toEqual([{ line: 9, text: number, reason: 'a page number' }]);
  const between = CHINESE.replace('问：留', `${number}\n\n问：留`);
  expect((await made(between, 'a.txt')).told).toBe((await made(CHINESE, 'a.txt')).told);
});

test('what somebody says of a page is no page number', async () => {
  const said = ['第 36 页写得最好。', '36', 'Page 2 of 3 was torn out.'];
  const { told } = await made(CHINESE + said.join('\n'), 'a.txt');
  expect(told).toContain(said[0]);
  const answered = await made(
    `Q: How old?\n\nA: 36\n\nQ: Where?\n\nA: Page 36\n\nQ: Why?\n\nA: ${said[2]}`,
    'a.txt',
  );
  expect(answered.told).toContain(
    'How old?\n\n36\n\n## Q: Where?\n\nPage 36\n\n## Q: Why?\n\nPage 2 of 3 was torn out.',
  );
});

test.each(['a5', 'Caption'])(
  'a caption of a Word document is left out, and reported: style %s',
  async (style) => {
    const bytes = docx([
      [{ text: 'Q: ', bold: true }, { text: 'Do many come?' }],
      [{ text: 'A: ', bold: true }, { text: 'Not many.' }],
      [{ text: 'Bo at the oars in October. Photo: Rowan Tell', style }],
      [{ text: 'Two or three a year.' }],
      [{ text: 'Q: ', bold: true }, { text: 'Who stays?' }],
      [{ text: 'A: ', bold: true }, { text: 'Only four did.' }],
      [{ text: 'The bell at noon.', style }],
    ]);
    const { told, leftOut } = await made(bytes, 'a.docx');
    expect(told.trimEnd()).toBe(
      '## Q: Do many come?\n\nNot many.\n\nTwo or three a year.\n\n## Q: Who stays?\n\nOnly four did.',
    );
    expect(leftOut.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'a caption'],
      [7, 'a caption'],
    ]);
  },
);

const SPACED = CHINESE.replaceAll('\n\n', '\n\u3000\u3000');

test.each([
  ['little', 'Chinese', SPACED],
  ['big', 'Chinese', SPACED],
  ['little', 'English', ENGLISH],
  ['big', 'English', ENGLISH],
] as const)(
  'UTF-16 without a mark, in %s-endian order, is read and said to be a guess: %s',
  async (order, _, text) => {
    const { told, read } = await made(utf16(text, order).subarray(2), 'a.txt');
    expect(told).toBe((await made(text, 'a.txt')).told);
    const encoding = order === 'little' ? 'UTF-16LE' : 'UTF-16BE';
    expect(read.report.source).toBe(`text, ${encoding}`);
    expect(read.report.unsure).toContainEqual({
      line: 1,
      what: `no encoding is declared; it reads as ${encoding}`,
    });
  },
);

test('a list of links below the last answer is left out, although its first item asks something', async () => {
  const items = ['* What became of the Regal?', '* Ten barns worth a detour.'];
  const { told, leftOut } = await made(`${ENGLISH}Related\n\n${items.join('\n')}`, 'a.txt');
  expect(told.trimEnd()).toMatch(/\n\nOnly four did\.$/);
  expect(leftOut.map(({ text, reason }) => [text, reason])).toEqual(
    ['Related', ...items].map((text) => [text, 'read also']),
  );
});

test('a line that is set apart by spaces does not tell how wide a text is wrapped', async () => {
  const answer =
    'I have known that for years, and there is a reel of the harbour from\n1931, eleven minutes, and no sound. My grandmother is in it. She looks at\nthe camera and then goes on gutting herring.';
  const head = `THE PORT SABLE COURIER${' '.repeat(40)}Saturday 8 March 2025\nHome\n\n`;
  const { told } = await made(`${head}${ENGLISH}Q: And now?\n\nA: ${answer}`, 'a.txt');
  expect(told.trimEnd().endsWith('gutting herring.')).toBe(true);
});

test('a line of the house below a rule and its links is no part of the last answer', async () => {
  const turns = ENGLISH.replace(/^[QA]: (.*\?)$/gm, '### $1').replace(/^A: /gm, '');
  const source = `${turns}---\n\n**Read next:** [Ten barns](/barns)\n\n*The Skell Observer costs nothing. [Give](/give).*\n`;
  const { told, leftOut } = await made(source, 'a.md');
  expect(told.trimEnd()).toMatch(/\n\nOnly four did\.$/);
  expect(leftOut.at(-1)?.text).toContain('The Skell Observer costs nothing.');
});

test('the whole name alone behind the last answer heads the account of the person', async () => {
  const turns = ENGLISH.replace(/^Q:/gm, 'SKELL OBSERVER:').replace(/^A:/gm, 'PELL:');
  const above =
    'Reading the river: Gauge Keeper Wilma Pell\n\nWilma Pell has read the river for forty years.\n\n';
  const { told, read } = await made(
    `${above}${turns}WILMA PELL\n\nBorn in Skell, Pell kept the gauge from 1984.\n`,
    'a.txt',
  );
  expect(told).toContain('\n\n## Biography\n\nBorn in Skell, Pell kept the gauge from 1984.');
  expect(read.text).toContain('\n  name: Wilma Pell\n');
});

test('sentences right above the first turn are the introduction, whatever cell of a mail holds them', async () => {
  const lead =
    'Wilma Pell has read the river for forty years. She came to the wall with a lamp. It was raining, as it does there.';
  const turns = ENGLISH.split('\n\n').map((own) => own.replace(/^Q: (.*)/, '<b>$1</b>').replace(/^A: /, ''));
  const cell = (own: string) => `<tr><td class="text">${own}</td></tr>`;
  const page = `<table><tr><td><table>${cell('<h1>Reading the river</h1>')}${cell(lead)}${cell(turns.join('<br><br>'))}</table></td></tr></table>`;
  const { told } = await made(`<html><body>${page}</body></html>`, 'a.html');
  expect(told).toContain(`## Introduction\n\n${lead}\n\n## Q: Do many come?`);
});

const CUES = [
  'Do many come?',
  'Not many,',
  'two or three a year.',
  'The rest',
  'look at the map.',
  'And who stays?',
  'Only four.',
];
const VOICES = ['Ann', 'Bo', 'Bo', 'Bo', 'Bo', 'Ann', 'Bo'];

test.each([
  ['a label in each cue', (at: number) => `${VOICES[at]} Marr: ${CUES[at]}`],
  [
    'a voice where another begins',
    (at: number) => (VOICES[at] === VOICES[at - 1] ? CUES[at] : `<v ${VOICES[at]}>${CUES[at]}`),
  ],
])('cues of one voice are one paragraph: %s', async (_, cue) => {
  const cues = CUES.map((_own, at) => `00:0${at}.000 --> 00:0${at}.900\n${cue(at)}\n`);
  const head = 'WEBVTT\n\nNOTE\nTyped by hand\non a train\n\nSTYLE\n::cue { color: red }\n\n';
  const { told, leftOut } = await made(`${head}${cues.join('\n')}`, 'a.vtt');
  expect(told.trimEnd()).toBe(
    '## Q: Do many come?\n\nNot many, two or three a year. The rest look at the map.\n\n## Q: And who stays?\n\nOnly four.',
  );
  expect(leftOut.map(({ text }) => text)).toEqual([
    'NOTE Typed by hand on a train',
    'STYLE ::cue { color: red }',
  ]);
});

test('behind a single break a long sentence ends its paragraph, and a line of verse does not', async () => {
  const long =
    'I count the geese as they come over the bar, and I write down how many there were, and who was first, and what the wind did to them.';
  const verse = ['Over the bar they came,', 'a hundred and one.'];
  const page = `<p><b>Do many come?</b><br>${long}<br>${long.replace('geese', 'swans')}</p><p><b>And who stays?</b><br>${verse.join('<br>')}</p><p><b>And then?</b></p><p>Then I go home.</p>`;
  const { told } = await made(`<article><h1>Geese</h1>${page}</article>`, 'a.html');
  expect(told).toContain(`\n\n${long}\n\n${long.replace('geese', 'swans')}\n\n`);
  expect(told).toContain(`\n\n${verse.join('\n')}\n\n`);
});
