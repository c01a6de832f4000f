// What a publication sets between an answer's paragraphs: captions, tables, advertisements. It is left out, and told.
import { expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';

async function read(source: string, name: string) {
  const made = await ingest(new TextEncoder().encode(source), { name, file: 'made.md' });
  if (!made.ok) throw new Error(made.what);
  const { text, report } = made;
  return { told: text.slice(text.indexOf('## ')).trimEnd(), report };
}

const PARAGRAPHS = [
  '**Lamp:** How do you keep the books dry?',
  '**Ho Szechi:** The machine runs day and night, and it costs more than the rent.',
  'One year I carried three hundred of them up to the roof.',
  '**Lamp:** And the mice?',
  '**Ho:** They live among the histories.',
];
const TOLD = `## Q: How do you keep the books dry?

The machine runs day and night, and it costs more than the rent.

One year I carried three hundred of them up to the roof.

## Q: And the mice?

They live among the histories.`;

/** With something between the two paragraphs of the first answer. */
const markdown = (between: string) =>
  [...PARAGRAPHS.slice(0, 2), between, ...PARAGRAPHS.slice(2)].join('\n\n');
const page = (between: string) => {
  const html = PARAGRAPHS.map((own) => `<p>${own.replace(/\*\*(.*?)\*\*/, '<b>$1</b>')}</p>`);
  return `<html><body><article><h1>The shop</h1>${[...html.slice(0, 2), between, ...html.slice(2)].join('\n')}</article></body></html>`;
};
const plain = (between: string) => markdown(between).replace(/\*\*/g, '');

async function expectLeftOut(source: string, name: string, words: readonly string[]) {
  const { told, report } = await read(source, name);
  expect(told).toBe(TOLD);
  const left = report.leftOut.map(({ text }) => text).join('\n');
  for (const own of words) expect(left).toContain(own);
}

const CAPTION = 'Ho Szechi on the roof, 2009';

test.each([
  ['md', `![the roof](roof.jpg)\n*${CAPTION}*`],
  ['md', `![the roof](roof.jpg)\n\n*${CAPTION}.*`],
  ['md', `![](roof.jpg)  \n_${CAPTION}_`],
  ['html', `<figure><img src="a.jpg"><figcaption>${CAPTION}</figcaption></figure>`],
  ['html', `<figure><img src="a.jpg"><p>${CAPTION}.</p></figure>`],
  ['html', `<p><img src="a.jpg"></p><p style="text-align: center;">${CAPTION}.</p>`],
  ['md', `![](roof.jpg)\n\n<center>${CAPTION}</center>`],
  ['html', `<p><img src="a.jpg"></p><p align="center">${CAPTION}.</p>`],
  ['html', `<p><img src="a.jpg"><br><em>${CAPTION}.</em></p>`],
  ['html', `<p><img src="a.jpg"></p><p><i>${CAPTION}.</i></p>`],
  ['html', `<div class="photo-caption"><img src="a.jpg"><span>${CAPTION}.</span></div>`],
])('a caption below a picture is nobody’s words (%s): %s', async (ending, between) => {
  await expectLeftOut(ending === 'md' ? markdown(between) : page(between), `a.${ending}`, [CAPTION]);
});

test('a paragraph below a picture that looks as the others do is the speaker’s', async () => {
  const said = '<p><img src="a.jpg"></p><p>I took this one myself.</p>';
  expect((await read(page(said), 'a.html')).told).toContain(
    'the rent.\n\nI took this one myself.\n\nOne year',
  );
  const questions = PARAGRAPHS.map((own) =>
    own.replace(/^\*\*Lamp:\*\* (.*)$/, '*$1*').replace(/^\*\*Ho.*?\*\* /, ''),
  );
  const { told } = await read(
    `${questions.slice(0, 3).join('\n\n')}\n\n![](a.jpg)\n\n${questions.slice(3).join('\n\n')}\n\n*And now?*\n\nI sell them, one by one, to whoever comes up the stairs.`,
    'a.md',
  );
  expect(told).toBe(`${TOLD}\n\n## Q: And now?\n\nI sell them, one by one, to whoever comes up the stairs.`);
});

const ROWS = [
  ['Year', 'Books', 'Litres of water'],
  ['2014', '31,000', '61.2'],
  ['2025', '40,000', '40.5'],
];
const rows = (tag: string) =>
  ROWS.map((row) => `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`);

test.each([
  ['html', `<table>${rows('td').join('')}</table>`],
  ['html', `<figure class="wp-block-table"><table><tbody>${rows('td').join('')}</tbody></table></figure>`],
  ['md', ROWS.map((row, at) => `| ${row.join(' | ')} |${at === 0 ? '\n|---|---|---|' : ''}`).join('\n')],
  ['txt', ROWS.map((row) => row.map((cell) => cell.padEnd(12)).join('')).join('\n')],
  ['txt', ROWS.map((row) => row.join('\t')).join('\n')],
])('a table in an answer is left out, and an editor asked (%s): %s', async (ending, table) => {
  const source = { html: page, md: markdown, txt: plain }[ending as 'html' | 'md' | 'txt'](table);
  await expectLeftOut(source, `a.${ending}`, ['Litres of water', '40.5']);
  const { report } = await read(source, `a.${ending}`);
  expect(report.unsure.map(({ what }) => what)).toEqual([
    'a table stands here, and is left out: does an answer need it?',
  ]);
});

test('turns that are set in a table are read all the same', async () => {
  const cells = PARAGRAPHS.map((own) => own.replace(/\*\*(.*?:)\*\* /, '$1</td><td>'));
  const lines = [cells[0], `${cells[1]}<p>${cells[2]}</p>`, cells[3], cells[4]];
  const table = lines.map((own) => `<tr><td>${own}</td></tr>`).join('');
  expect(
    (await read(`<html><body><h1>The shop</h1><table>${table}</table></body></html>`, 'a.html')).told,
  ).toBe(TOLD);
});

const SHOP = 'Pott & Daughters, Thornbury: seed potatoes, canes, twine.';
const HOURS = 'Open Saturdays. http://pott.example/';
const LINES = [
  '- - - - - - - - - - - -',
  '------------------------',
  '* * *',
  '========================',
  '___________',
  '~~~~~~~~~',
];

test.each(LINES)('an advertisement between rules is left out: %s', async (rule) => {
  await expectLeftOut(plain(`${rule}\nADVERTISEMENT\n${SHOP}\n${HOURS}\n${rule}`), 'a.txt', [SHOP, HOURS]);
  await expectLeftOut(plain(`${rule}\n\n${SHOP}\n\n${HOURS}\n\n${rule}`), 'a.txt', [SHOP, HOURS]);
});

test.each([
  ['txt', `[ADVERTISEMENT]\n${SHOP}\n${HOURS}`],
  ['txt', `Advertisement\n\n${SHOP}\n\nStory continues below`],
  ['md', `---\n\n**Advertisement**\n\n${SHOP}\n\n${HOURS}\n\n---`],
  ['html', `<hr><p>Sponsored</p><p>${SHOP}</p><p>${HOURS}</p><hr>`],
  ['html', `<div class="x1"><p>ADVERTISEMENT</p><p>${SHOP}</p></div>`],
  ['html', `<p>———— 广告 ————</p><p>${SHOP}</p><p>———————————</p>`],
  ['html', `<p>— 广告 —</p><p>${SHOP}</p><p>— 广告结束 —</p>`],
])('an advertisement with its name above is left out to its end (%s): %s', async (ending, between) => {
  const source = { html: page, md: markdown, txt: plain }[ending as 'html' | 'md' | 'txt'](between);
  await expectLeftOut(source, `a.${ending}`, [SHOP]);
});

test('a rule between two parts of an answer parts nothing that is said', async () => {
  const said = 'Then it rained for a week.';
  for (const [name, source] of [
    ['a.txt', plain(`* * *\n\n${said}\n\n* * *`)],
    ['a.md', markdown(`---\n\n${said}\n\n---`)],
    ['a.html', page(`<hr><p>${said}</p><hr>`)],
  ] as const)
    expect((await read(source, name)).told).toContain(`the rent.\n\n${said}\n\nOne year`);
});

test.each([
  'Ho Szechi on the roof in a dry year. Photo: A. Ray',
  'Ho Szechi on the roof in a dry year. (Photo by Amal Ray)',
  '何思齊在屋頂上晒書。攝影：鄭可',
  '何思齐在屋顶上晒书。（图：郑可）',
  '何思齊在屋頂上晒書　圖／鄭可',
  '何思齊在屋頂上晒書。（照片由受訪者提供）',
  'Ho Szechi on the roof. Photo courtesy of the shop',
])('leaves out the caption with a credit “%s”', async (caption) => {
  await expectLeftOut(plain(caption), 'a.txt', [caption]);
});

test.each([
  '(This talk took place in the shop, and was transcribed by the desk.)',
  '[The conversation was held in Cantonese and translated for print.]',
  '（訪問於三月以粵語進行，由本社譯成書面語。）',
  '（由陳小雨整理）',
])('leaves out the closing note “%s”', async (note) => {
  const { told, report } = await read([...PARAGRAPHS, note].join('\n\n').replace(/\*\*/g, ''), 'a.txt');
  expect(told).toBe(TOLD);
  expect(report.leftOut.map(({ text }) => text)).toContain(note);
});

test('keeps a bracket in which the interviewee speaks, and asks whose it is where nobody is named', async () => {
  const own = ['(I was edited, too, by three wives.)', '(The roof is still there.)'];
  const { told, report } = await read([...PARAGRAPHS, ...own].join('\n\n').replace(/\*\*/g, ''), 'a.txt');
  expect(told).toBe([TOLD, ...own].join('\n\n'));
  expect(report.unsure.length).toBeGreaterThan(0);
});

const FACT = 'A roof of that size takes four hundred books.';

test.each([
  `<div class="callout"><h3>Did you know?</h3><p>${FACT}</p></div>`,
  `<div class="fact-box"><p>${FACT}</p></div>`,
  `<section class="post-aside"><p><b>By the way</b></p><p>${FACT}</p></section>`,
  `<div><h4>A roof in numbers</h4><p>${FACT}</p></div>`,
])('leaves out a box within an answer as a whole, and is unsure: %s', async (box) => {
  const source = page(box);
  await expectLeftOut(source, 'a.html', [FACT]);
  const { report } = await read(source, 'a.html');
  expect(report.unsure.some(({ what }) => what.includes('box'))).toBe(true);
});

test('leaves out a box within the last answer, which goes on behind it', async () => {
  const box = `<div class="info"><h3>The mice</h3><p>${FACT}</p></div>`;
  const source = page('').replace('</article>', `${box}<p>And they eat the ends.</p></article>`);
  const { told } = await read(source, 'a.html');
  expect(told).toBe(`${TOLD}\n\nAnd they eat the ends.`);
});

test('keeps turns that stand in boxes, whatever their class', async () => {
  const html = PARAGRAPHS.map(
    (own) => `<div class="box"><p>${own.replace(/\*\*(.*?)\*\*/, '<b>$1</b>')}</p></div>`,
  );
  const { told } = await read(
    `<html><body><main><h1>The shop</h1>${html.join('\n')}</main></body></html>`,
    'a.html',
  );
  expect(told).toBe(TOLD);
});

test('tells questions by their looks although boxes have bold titles of their own', async () => {
  const box = '<div class="info-box"><p><b>A roof</b></p><ul><li>four hundred books</li></ul></div>';
  const turns = ['How old is it?', 'Is it dry?', 'Who pays?'].map(
    (own, at) =>
      `<p><b>${own}</b></p><p>I told you once, ${at}.</p>${box}<p>And twice, by the year ${at}.</p>`,
  );
  const { told } = await read(
    `<html><body><main><h1>The shop</h1>${turns.join('')}</main></body></html>`,
    'a.html',
  );
  expect(told).toBe(
    ['How old is it?', 'Is it dry?', 'Who pays?']
      .map((own, at) => `## Q: ${own}\n\nI told you once, ${at}.\n\nAnd twice, by the year ${at}.`)
      .join('\n\n'),
  );
});

const LETTER = '<aside class="newsletter"><h4>A letter a week</h4><p>About books, on Sundays.</p></aside>';
const TURNS = [
  ['Ola Renn', 'How do you keep the books dry?'],
  ['Ho Szechi', 'The machine runs day and night.'],
  ['Ola Renn', 'And the mice?'],
  ['Ho Szechi', 'They live among the histories.'],
  ['Ola Renn', 'Who buys them?'],
  ['Ho Szechi', 'Nobody under forty does.'],
] as const;
const TOLD_WHOLE = TURNS.map(([who, said]) => (who === 'Ola Renn' ? `## Q: ${said}` : said)).join('\n\n');

/** A page on which something stands before the second exchange and behind it. */
function pageAround(before: string, behind: string): string {
  const turns = TURNS.map(([who, said]) => `<p><strong>${who}:</strong> ${said}</p>`);
  const all = [...turns.slice(0, 2), before, ...turns.slice(2, 4), behind, ...turns.slice(4)];
  return `<html><body><article><h1>The shop</h1>${all.join('\n')}</article></body></html>`;
}

test.each([
  ['a box and the word alone', `${LETTER}<div class="ad">Advertisement</div>`],
  ['the word in a paragraph', `${LETTER}<p>Advertisement</p>`],
  ['the word behind a rule', '<hr><p>Advertisement</p>'],
])('an exchange between an advertisement and a picture is told: %s', async (_, before) => {
  const figure = `<figure><img src="a.jpg"><figcaption>${CAPTION}</figcaption></figure>`;
  const { told, report } = await read(pageAround(before, `${figure}<hr>`), 'a.html');
  expect(told).toBe(TOLD_WHOLE);
  expect(report.leftOut.map(({ text }) => text)).toContain('Advertisement');
});

const OWN_LINES = TURNS.map(([who, said]) => `${who}: ${said}`);

test.each([
  ['right below the word', ['Advertisement', ...OWN_LINES.slice(2, 4)].join('\n')],
  ['between two rules', ['-----', 'Advertisement', '', ...OWN_LINES.slice(2, 4), '-----'].join('\n')],
])('what has the interview’s own labels is no advertisement: %s', async (_, between) => {
  const source = [...OWN_LINES.slice(0, 2), between, ...OWN_LINES.slice(4)].join('\n\n');
  expect((await read(source, 'a.txt')).told).toBe(TOLD_WHOLE);
});

test('nobody’s turn is left out because of words that pages have around them', async () => {
  const said = 'Ho Szechi: All rights reserved, it says on the door, and I painted that myself.';
  const source = [...OWN_LINES.slice(0, 3), said, ...OWN_LINES.slice(4)].join('\n\n');
  expect((await read(source, 'a.txt')).told).toContain('\n\nAll rights reserved, it says on the door');
});

test('asks about a voice’s words, and about much text, in a part that is left out', async () => {
  const spoken = '<div class="related"><p><b>Ho Szechi:</b> I was born above it.</p></div>';
  const { report } = await read(pageAround(spoken, ''), 'a.html');
  expect(report.unsure.map(({ what }) => what)).toContainEqual(expect.stringMatching(/voices speak here\?$/));
  const much = `<div class="related">${'<p>The shop is older than the street that it stands in, and leans.</p>'.repeat(9)}</div>`;
  const long = (await read(pageAround(much, ''), 'a.html')).report;
  expect(long.unsure.map(({ what }) => what)).toContainEqual(expect.stringMatching(/^much is left out here/));
});

test('asks about a note on whoever asked that tells of the interviewee, too', async () => {
  const note = '<p><em>Ola Renn is an editor of Lamp. Ho Szechi’s book, Mice, is out in May.</em></p>';
  const { report } = await read(pageAround('', '').replace('</article>', `${note}</article>`), 'a.html');
  expect(report.unsure.map(({ what }) => what)).toContainEqual(
    expect.stringContaining('tells of the interviewee, too'),
  );
});
