// Who speaks: several voices that ask one, labels that change on the way, and labels that stand once.
import { expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';

async function told(text: string, name = 'source.txt') {
  const made = await ingest(new TextEncoder().encode(text), { name, file: 'made.md' });
  return made.ok ? made.text.slice(made.text.indexOf('## ')).trimEnd() : made.what;
}

const asked = (turns: readonly (readonly [question: string, answer: string])[]) =>
  turns.map(([question, answer]) => `## Q: ${question}\n\n${answer}`).join('\n\n');

const BELLS = [
  ['Why bells?', 'They carry. I grew up with them, and found no reason to stop.'],
  ['Who rings them?', 'My niece does. She is better than me.'],
  ['Is she paid?', 'In cake. It is the only honest coin.'],
  ['And in fog?', 'Then it rings itself, and we listen.'],
] as const;
const SONGS = [
  ['您为什么写诗？', '因为小说太累。短的东西可以在公交车上写完。'],
  ['一天写几首？', '一首都没有。一年三首已经算多。'],
  ['写诗能养活自己吗？', '不能。我开出租车，出租车养活诗。'],
  ['还会继续开吗？', '会，夜里的路比白天好看。'],
] as const;

/** Each turn behind its label. */
function labelled(turns: typeof BELLS | typeof SONGS, labels: readonly string[]) {
  const all = turns.flat();
  return all.map((words, at) => `${labels[at % labels.length]}${words}`).join('\n\n');
}

test.each([
  ['two by full name', BELLS, ['Hannah Voss: ', 'Mara Quill: ', 'Idris Bello: ', 'Quill: ']],
  ['two by initials', BELLS, ['HV: ', 'MARA QUILL: ', 'IB: ', 'QUILL: ']],
  ['a host and the audience', SONGS, ['主持人：', '李若水：', '观众：', '李若水：']],
  ['two reporters', SONGS, ['记者甲：', '李若水：', '记者乙：', '李：']],
  [
    'one who asks once',
    BELLS,
    ['Hannah Voss: ', 'Quill: ', 'Hannah Voss: ', 'Quill: ', 'Idris Bello: ', 'Quill: ', 'Voss: ', 'Quill: '],
  ],
] as const)('several who ask one voice are all heard as questions: %s', async (_, turns, labels) => {
  expect(await told(labelled(turns, labels))).toBe(asked(turns));
});

test.each([
  ['A paper that is shortened', BELLS, ['Lamp Magazine: ', 'Mara Quill: ', 'Lamp: ', 'Quill: ']],
  ['A paper that becomes initials', BELLS, ['Lamp Magazine: ', 'Mara Quill: ', 'LM: ', 'MQ: ']],
  ['港邊讀本，後來是港邊', SONGS, ['港邊讀本：', '李若水：', '港邊：', '李：']],
  ['藝術評論，後來是藝評', SONGS, ['【藝術評論】', '【李若水】', '【藝評】', '【李】']],
  ['名字，后来是问答', SONGS, ['海岸周刊：', '李若水：', '问：', '答：']],
  ['名字，后来是身份', SONGS, ['海岸周刊：', '李若水：', '海岸：', '诗人：']],
] as const)(
  'a first exchange with labels of its own is no introduction: %s',
  async (title, turns, labels) => {
    const [first = '', second = '', asker = '', answerer = ''] = labels;
    const full = [first, second, asker, answerer, asker, answerer, asker, answerer];
    expect(await told(`${title}\n\n${labelled(turns, full)}`)).toBe(asked(turns));
    const bold = full.map((label) => `**${label.trim()}** `);
    expect(await told(`# ${title}\n\n${labelled(turns, bold)}`, 'a.md')).toBe(asked(turns));
  },
);

test('three who talk with one another are said to be three', async () => {
  const panel =
    'Ann: Why bridges?\nBen: Rivers do not ask.\nAnn: And you?\nCid: I prefer tunnels, as you know.\n';
  expect(await told(panel + panel)).toMatch(/^3 voices speak: “Ann” \(4 turns, the first on line 1\), “Ben”/);
  const couple =
    'Ann: Why bells?\nBen: They carry.\nCid: And they shine.\nAnn: Who rings?\nCid: I do.\nBen: I did.\n';
  expect(await told(couple + couple)).toMatch(/^3 voices speak: /);
});

const HARBOUR = [
  ['船修好了嗎？', '修好了，昨天下的水。我站在岸上看了一個鐘頭。'],
  ['誰來開呢？', '我女兒。她比我懂海，也比我懂怕。'],
  ['你呢？', '我在家聽收音機，等她的消息。'],
] as const;

test.each([
  [
    'a box',
    (label: string, text: string) => `<div><span class="w">${label}</span><div class="t">${text}</div></div>`,
  ],
  [
    'a box of several',
    (label: string, text: string) =>
      `<div><b>${label}</b><div>${text.replace('。', '。</div><div>')}</div></div>`,
  ],
  ['its paragraph', (label: string, text: string) => `<p><span class="w">${label}</span>${text}</p>`],
  ['its paragraph, spaced', (label: string, text: string) => `<p><i>${label}</i> ${text}</p>`],
])('takes a label without a colon in an element of its own before %s', async (_, turn) => {
  const turns = HARBOUR.map(([q, a]) => turn('問', q) + turn('答', a)).join('\n');
  const html = `<html><body><main><h2>港口的早晨</h2><p>老船工談他的船，也談他的女兒。</p>\n${turns}</main></body></html>`;
  const made = await ingest(new TextEncoder().encode(html), { name: 'a.html', file: 'made.md' });
  if (!made.ok) throw new Error(made.what);
  const told = made.text.slice(made.text.indexOf('## Q')).replace(/\n\n/g, '').trim();
  expect(told).toBe(HARBOUR.map(([q, a]) => `## Q: ${q}${a}`).join(''));
});

test('says of a turn that is in no exchange that it is left out, never that it was kept', async () => {
  const turns = [
    'Q: Who keeps the light?',
    'A: The harbour does.',
    'Q:',
    'A: Nobody knows.',
    'Q: Since when?',
    'A: Since the flood.',
    'Q: And who pays?',
  ];
  const made = await ingest(new TextEncoder().encode(turns.join('\n\n')), { name: 'a.txt', file: 'made.md' });
  if (!made.ok) throw new Error(made.what);
  const { kept, leftOut } = made.report;
  expect(kept.map(({ what }) => what)).toEqual(['question 1', 'answer 1', 'question 2', 'answer 2']);
  expect(leftOut.map(({ text }) => text)).toEqual(['Q:', 'A: Nobody knows.', 'Q: And who pays?']);
});

const MARKET = [
  'PIA: How early does the fish come?',
  'ODO: At three. The trucks wake my neighbours, and they have stopped minding.',
  'PIA: And who buys it?',
  'ODO: Whoever smells it first. The cooks come at four.',
  'PIA: What is left at noon?',
  'ODO: Scales, and two cats.',
];
const SOLD = MARKET.map((own, at) => (at % 2 === 0 ? `## Q: ${own.slice(5)}` : own.slice(5))).join('\n\n');

test('takes the host’s welcome in a turn of its own for the introduction, without its label', async () => {
  const welcome =
    'Good morning from the fish market. I am Pia Lund. Odo Brandt has sold fish here for forty years.';
  expect(await told([`PIA: ${welcome}`, ...MARKET].join('\n\n'))).toBe(
    `## Introduction\n\n${welcome}\n\n${SOLD}`,
  );
});

test('takes two turns of one voice for one question where the first asks, too', async () => {
  const found = await told(
    ['PIA: You sell fish at night, and you are never tired of it, they say. Is that so?', ...MARKET].join(
      '\n\n',
    ),
  );
  expect(found).toContain(
    '## Q: You sell fish at night, and you are never tired of it, they say. Is that so? How early',
  );
});

test('opens no turn with the paper’s name above, which only a colon makes a label below', async () => {
  const text = [
    'THE QUAY',
    'All the news from the water',
    '',
    ...MARKET.map((own) => own.replace('PIA:', 'THE QUAY:')),
  ];
  expect(await told(text.join('\n\n'))).toBe(SOLD);
});

test.each([
  ['plain', (name: string) => `<p>${name}</p>`],
  ['bold', (name: string) => `<p><b>${name}</b></p>`],
])('a full name that stands alone once is the surname’s that stands alone below: %s', async (_, label) => {
  const names = ['Hannah Voss', 'Mara Quill', ...['Voss', 'Quill'].flatMap((own) => [own, own, own])];
  const order = [0, 1, 2, 5, 3, 6, 4, 7].map((at) => names[at] ?? '');
  const turns = BELLS.flat().map((words, at) => `${label(order[at] ?? '')}<p>${words}</p>`);
  const above =
    '<h1>Bells in fog</h1><p>Hannah Voss</p><p>Who rings in fog? We crossed the flats at low tide to ask.</p>';
  expect(await told(`<article>${above}${turns.join('')}</article>`, 'a.html')).toBe(
    `## Introduction\n\nWho rings in fog? We crossed the flats at low tide to ask.\n\n${asked(BELLS)}`,
  );
});

test.each([
  [BELLS, ['Bell Quarterly (hereafter “BQ”): ', 'Mara Quill (hereinafter MQ): ', 'BQ: ', 'MQ: ']],
  [SONGS, ['《河岸》编辑（以下简称“编”）：', '李若水（以下称李）：', '编：', '李：']],
  [SONGS, ['《河岸》問（以下簡稱問）：', '李若水答（以下簡稱答）：', '問：', '答：']],
] as const)('a label that says its shorter form is that voice’s: %#', async (turns, labels) => {
  const all = turns.flat();
  const text = all.map((words, at) => `${labels[at < 2 ? at : 2 + (at % 2)]}${words}`).join('\n\n');
  expect(await told(text)).toBe(asked(turns));
});

test.each([
  [
    'a role',
    (name: string) =>
      `<p><span class="who">${name}</span><span class="as">${name === 'Mara Quill' ? 'Ringer' : 'Host'}</span></p>`,
  ],
  ['initials', (name: string) => `<span class="who">${name.replace(/[^A-Z]/g, '')}</span>`],
])('what an element of its own holds beside the words is no part of them: %s', async (_, label) => {
  const turns = BELLS.flat().map((words, at) => {
    const own = label(at % 2 === 0 ? 'Hannah Voss' : 'Mara Quill');
    return own.startsWith('<p>')
      ? `${own}<p>${words}</p>`
      : `<p>${own}<span class="said">${words}</span></p>`;
  });
  expect(await told(`<article><h1>Bells in fog</h1>${turns.join('')}</article>`, 'a.html')).toBe(
    asked(BELLS),
  );
});

test('a name that stands alone between the turns, and is no label elsewhere, is asked about', async () => {
  const [one, two, ...rest] = BELLS;
  const turn = (own: readonly [string, string] | undefined) =>
    `<p>Voss: ${own?.[0]}</p><p>Mara Quill: ${own?.[1]}</p>`;
  const page = `${turn(one)}${turn(two)}<p><b>Quill</b></p><p>They carry over water.</p>${rest.map(turn).join('')}`;
  const made = await ingest(new TextEncoder().encode(`<article><h1>Bells</h1>${page}</article>`), {
    name: 'a.html',
    file: 'made.md',
  });
  expect(made.ok && made.report.unsure.map(({ what }) => what)).toContain(
    '“Quill” stands alone here, and is left out: does somebody speak below?',
  );
});
