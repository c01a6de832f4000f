// Footnotes: the marks go out of the answers, the notes are told as left out, and what only looks like a mark stays.
import { expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';

async function read(source: string, name: string) {
  const made = await ingest(new TextEncoder().encode(source), { name, file: 'made.md' });
  if (!made.ok) throw new Error(made.what);
  const { text, report } = made;
  const left = report.leftOut.map((own) => own.text).join('\n');
  return {
    told: text.slice(text.indexOf('## ')).trimEnd(),
    left,
    unsure: report.unsure.map(({ what }) => what),
  };
}

const TOLD = `## Q: Who came to the shop?

A sailor, who bought a book by its smell. It smelt of a wardrobe, he said.

## Q: Did he come again?

No. The company changed its route, and he went with it.

## Q: And you?

I stayed, of course; I always do.`;

/** The interview with a mark behind \`book\` and one behind the second answer, and the notes below it. */
const marked = (first: string, second: string, notes: string, bold = '**') =>
  `${bold}Q:${bold} Who came to the shop?

${bold}A:${bold} A sailor, who bought a book${first} by its smell. It smelt of a wardrobe, he said.

${bold}Q:${bold} Did he come again?

${bold}A:${bold} No. The company changed its route, and he went with it.${second}

${bold}Q:${bold} And you?

${bold}A:${bold} I stayed, of course; I always do.

${notes}
`;
const FIRST = 'The edition of 1957, without its third part.';
const SECOND = 'The Pacific line, until 1994.';

test.each([
  ['[^1]', '[^2]', `[^1]: ${FIRST}\n[^2]: ${SECOND}`],
  ['[^book]', '[^line]', `---\n\n[^book]:\n    ${FIRST}\n\n[^line]: ${SECOND}`],
  [`^[${FIRST}]`, `^[${SECOND}]`, ''],
])('in Markdown, with marks %s and %s', async (first, second, notes) => {
  const { told, left } = await read(marked(first, second, notes), 'a.md');
  expect(told).toBe(TOLD);
  expect(left).toContain(FIRST);
  expect(left).toContain(SECOND);
});

test.each([
  ['[1]', '[2]', `[1] ${FIRST}\n[2] ${SECOND}`],
  [' [1]', ' [2]', `Notes\n\n1. ${FIRST}\n2. ${SECOND}`],
  ['¹', '²', `¹ ${FIRST}\n² ${SECOND}`],
  ['〔1〕', '〔2〕', `注释：\n〔1〕${FIRST}\n〔2〕${SECOND}`],
  ['①', '②', `①${FIRST}\n②${SECOND}`],
  ['（注1）', '（注2）', `注1：${FIRST}\n注2：${SECOND}`],
  ['*', '†', `* ${FIRST}\n† ${SECOND}`],
])('in a text, with marks %s and %s', async (first, second, notes) => {
  const { told, left, unsure } = await read(marked(first, second, notes, ''), 'a.txt');
  expect(told).toBe(TOLD);
  expect(left).toContain(FIRST);
  expect(left).toContain(SECOND);
  expect(unsure).toEqual([]);
});

const LIST = `<ol class="footnotes"><li id="fn1">${FIRST} <a href="#fnref1">↩</a></li><li id="fn2">${SECOND}</li></ol>`;

test.each([
  ['<sup><a href="#fn1">1</a></sup>', '<sup><a href="#fn2">2</a></sup>', LIST],
  [
    '<a href="https://shop.example/a#cite_note-1"><sup>[1]</sup></a>',
    '<sup id="r2"><a href="#_ftn2">[2]</a></sup>',
    LIST,
  ],
  ['<sup>[<a href="#fn1">1</a>]</sup>', '<span class="n"><sup><a href="#n2">2</a></sup></span>', LIST],
  ['<sup>1</sup>', '<sup>2</sup>', LIST],
  ['<sup>[1]</sup>', '<sup>[2]</sup>', `<h3>Notes</h3><p>1. ${FIRST}</p><p>2. ${SECOND}</p>`],
  ['[1]', '[2]', `<p>[1] ${FIRST}</p><p>[2] ${SECOND}</p>`],
  ['<sup>①</sup>', '<sup>②</sup>', `<p>注释</p><p>①${FIRST}</p><p>②${SECOND}</p>`],
])('on a page, with marks %s and %s', async (first, second, list) => {
  const paragraphs = marked(first, second, '', '')
    .split('\n\n')
    .map((own) => `<p>${own}</p>`);
  const { told, left } = await read(
    `<html><body><h1>A shop</h1>${paragraphs.join('\n')}${list}</body></html>`,
    'a.html',
  );
  expect(told).toBe(TOLD);
  expect(left).toContain(FIRST);
  expect(left).toContain(SECOND);
});

test('figures that are raised, and lists that an answer counts, are no marks', async () => {
  const page = `<p>Q: How large?</p><p>A: Some 40 m<sup>2</sup>, or 10<sup>6</sup> of something: ① a shop, ② a stair.</p><p>Q: And high?</p><p>A: 9 m². Two floors[sic], and a roof.</p>`;
  const { told, unsure } = await read(`<html><body><h1>A shop</h1>${page}</body></html>`, 'a.html');
  expect(told).toContain('Some 40 m2, or 106 of something: ① a shop, ② a stair.');
  expect(told).toContain('9 m². Two floors[sic], and a roof.');
  expect(unsure).toEqual([]);
});

test('a mark whose note is not there is kept, and said', async () => {
  const { told, unsure } = await read(marked('[1]', '', '', ''), 'a.txt');
  expect(told).toContain('bought a book[1] by');
  expect(unsure).toEqual(['“[1]” looks like the mark of a note that is not there: it is kept']);
});
