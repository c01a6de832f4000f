// Markdown as sites' generators have it: questions in quotations, front matter, shortcodes, components. Nothing of them is text.
import { expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';

const BODY = [
  '> 你为什么守着这座钟楼？',
  '因为没有人愿意爬一百级台阶。我愿意。',
  '> 钟停过吗？',
  '停过一次，是雪把指针压住了。',
  '我拿扫帚扫了一夜。',
  '> 以后谁来守？',
  '还不知道。也许你愿意？',
];
const TOLD =
  '## Q: 你为什么守着这座钟楼？因为没有人愿意爬一百级台阶。我愿意。## Q: 钟停过吗？停过一次，是雪把指针压住了。我拿扫帚扫了一夜。## Q: 以后谁来守？还不知道。也许你愿意？';

async function read(text: string, name = 'tower.md') {
  const made = await ingest(new TextEncoder().encode(text), { name, file: 'made.md' });
  if (!made.ok) throw new Error(made.what);
  const told = made.text.slice(made.text.indexOf('## Q')).replace(/\n/g, '');
  return { told, text: made.text, leftOut: made.report.leftOut };
}

test('takes quotations for questions where answers stand between them', async () => {
  expect((await read(BODY.join('\n\n'))).told).toBe(TOLD);
});

test.each([
  '{{< figure src="/img/bell.png" caption="那口钟" >}}',
  '{{% notice %}}',
  '{% include ad.html %}',
  '{% raw %}',
  '<!--more-->',
  '<!-- 换图 -->',
  '<!-- 两\n行 -->',
  '<Gallery items={photos} />',
  '<Gallery\n  items={photos}\n/>',
  '{/* 待查 */}',
  "import Gallery from '../gallery.js'",
  'export const photos = [1, 2]',
])('leaves out and tells %s', async (code) => {
  const text = [...BODY.slice(0, 4), code, ...BODY.slice(4)].join('\n\n');
  const { told, leftOut } = await read(text, 'tower.mdx');
  expect(told).toBe(TOLD);
  expect(leftOut.map((own) => [own.line, own.text])).toEqual([[9, code]]);
});

test('keeps the words between two tags of a generator, and those of a line with one', async () => {
  const text = BODY.join('\n\n').replace('停过一次，', '{{< em >}}停过{{< /em >}}一次，');
  expect((await read(text)).told).toBe(TOLD);
});

test.each([
  ['YAML', '---\ntitle: 钟楼上的人\nauthor: 何青\ndate: 2024-03-05T08:00:00+08:00\nlayout: post\n---'],
  [
    'TOML',
    '+++\ntitle = "钟楼上的人"\nauthor = "何青"\ndate = 2024-03-05T08:00:00+08:00\n[extra]\ntitle = "no"\n+++',
  ],
])('reads title, author and day off front matter in %s, and tells that it is left out', async (_, front) => {
  const { told, text, leftOut } = await read(`${front}\n\n${BODY.join('\n\n')}\n`);
  expect(told).toBe(TOLD);
  for (const line of ['title: 钟楼上的人', 'author: 何青', 'date: 2024-03-05'])
    expect(text).toContain(`\n${line}\n`);
  expect(leftOut.map(({ line, last }) => [line, last])).toEqual([[1, front.split('\n').length]]);
});

test('keeps the tildes of ranges, which are no lines through words', async () => {
  const text = BODY.join('\n\n').replace('停过一次，', '每年3~5次，冬天里10~15次，');
  expect((await read(text)).told).toContain('每年3~5次，冬天里10~15次，是雪');
});

test.each([
  ['**', '**问：**', '**答：**'],
  ['*', '*问：*', '*答：*'],
  ['__', '__问：__', '__答：__'],
  ['** with a space within', '**问： **', '**答： **'],
])('reads labels between %s whose colon is full-width, with no space behind', async (_, asks, answers) => {
  const turns = [
    `${asks}${BODY[0]?.slice(2)}`,
    `${answers}${BODY[1]}`,
    `${asks}${BODY[2]?.slice(2)}`,
    `${answers}${BODY[3]}`,
  ];
  const { told } = await read(turns.join('\n\n'));
  expect(told).toBe(TOLD.slice(0, TOLD.indexOf('我拿扫帚')));
});

test('shows no marks of emphasis, and keeps those that stand for times or within a name', async () => {
  const text = BODY.join('\n\n').replace(
    '我愿意。',
    '他们说**“何必”**，*《钟》*里也_第一次_这么__写：__慢，3 * 4 * 5，a_b_c。',
  );
  expect((await read(text)).told).toContain('他们说“何必”，《钟》里也第一次这么写：慢，3 * 4 * 5，a_b_c。');
});

test('keeps a paragraph that begins with an address and goes on behind a full-width mark', async () => {
  const [asked, , ...others] = BODY;
  const linked = 'https://example.org/tower，这是我那时候的记录，你可以去看。';
  const { told, leftOut } = await read([asked, linked, 'https://example.org/more', ...others].join('\n\n'));
  expect(told).toContain(linked);
  expect(leftOut.map(({ text }) => text)).toEqual([expect.stringContaining('https://example.org/more')]);
});

test('reads labels in brackets with a colon, and keeps what a link is defined by out of the text', async () => {
  const turns = [
    '[记者]: 钟停过吗？',
    '[何青]: 停过。见[当年的报道][1]。',
    '[记者]: 以后谁来守？',
    '[何青]: 还不知道。',
  ];
  const { told } = await read([...turns, '[1]: https://example.org/tower'].join('\n\n'));
  expect(told).toBe('## Q: 钟停过吗？停过。见当年的报道。## Q: 以后谁来守？还不知道。');
});

const ASKED = BODY.map((own) => own.replace(/^> /, '## '));

test.each([
  ['## 受访者简介', ''],
  ['## 受访者简介：', ''],
  ['## 人物简介', ''],
  ['## 关于何青', ''],
  ['## 何青简介', ''],
  ['## Biography', ''],
  ['## About the author', ''],
  ['**受访者简介**', '**'],
])(
  'the last heading is no question where an account of the person stands below: %s',
  async (heading, bold) => {
    const account = '何青，1970年生，守钟人，著有《雪与指针》。';
    const asked = bold === '' ? ASKED : ASKED.map((own) => own.replace(/^## (.*)$/, '**$1**'));
    const { told } = await read(['# 雪与指针', ...asked, heading, account].join('\n\n'));
    expect(told).toBe(`${TOLD}## Biography${account}`);
  },
);

test('a heading about something else than a person stays a question', async () => {
  const answer = '钟楼，我每天爬两次，上面的风比哪里都大，冬天尤其。';
  const { told } = await read(['# 雪与指针', ...ASKED, '## 关于钟楼', answer].join('\n\n'));
  expect(told).toBe(`${TOLD}## Q: 关于钟楼${answer}`);
});

test.each(['## Introduction', '## 导语', '## 编者按'])(
  'the heading of an introduction is neither a question nor a subtitle: %s',
  async (heading) => {
    const lead = '何青守着钟楼，守了三十年。我们在一个有风的日子去看他，他一刻也没有停下手里的活。';
    const { told, text } = await read(['# 雪与指针', heading, lead, ...ASKED].join('\n\n'));
    expect(told).toBe(TOLD);
    expect(text).toContain(`## Introduction\n\n${lead}`);
    expect(text).not.toContain('subtitle');
  },
);
