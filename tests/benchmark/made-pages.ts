// Pages of 5 MB, each large in another way, with an interview of XQuAD's passages in it: what `ingest` is measured on.
import { gb18030 } from '../editor/ingest/bytes.ts';
import type { PassageText } from './public-set.ts';
import { replicate } from './replicate.ts';

export interface MadePage {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Piece = (own: PassageText, at: number) => string;

const PAGE_BYTES = 5_000_000;
/** Exchanges of an interview whose page is large for other reasons. */
const FEW = 40;

/** @param passages any number, of one language; the longer pages have copies with words of their own */
export function madePages(passages: readonly PassageText[]): readonly MadePage[] {
  const short = passages.slice(0, FEW).map(plainTurns).join('\n');
  const cell = (content: string) => `<table><tr><td>${content}</td></tr></table>`;
  return [
    { name: 'a long article', bytes: utf8(page(fill(passages, plainTurns))) },
    { name: 'the same in GB 18030', bytes: inChinese(fill(passages, plainTurns, gb18030)) },
    { name: 'an article in one cell', bytes: utf8(page(cell(fill(passages, lines)))) },
    { name: 'many small elements', bytes: utf8(page(fill(passages, denseTurns))) },
    { name: 'thousands of comments', bytes: utf8(page(`${short}\n${fill(passages, comment)}`)) },
    {
      name: 'scripts, styles and pictures within',
      bytes: utf8(page(`${short}\n${fill(passages, (_, at) => embedded(at))}`)),
    },
  ];
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function inChinese(body: string): Uint8Array {
  return gb18030(page(body).replace('charset="utf-8"', 'charset="gb2312"'));
}

function page(body: string): string {
  const links = Array.from({ length: 60 }, (_, at) => `<li><a href="/p/${at}">Part ${at}</a></li>`).join('');
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>A long talk</title></head><body>
<div class="nav"><ul>${links}</ul></div>
<h1>A long talk</h1>
<div class="text">
${body}
</div>
<div class="footer"><p>All rights reserved.</p></div></body></html>
`;
}

/** As many pieces as make a page of the size. */
function fill(passages: readonly PassageText[], piece: Piece, encode = utf8): string {
  const each = encode(passages.map(piece).join('\n')).length / passages.length;
  return replicate(passages, Math.floor(PAGE_BYTES / each))
    .map(piece)
    .join('\n');
}

function plainTurns({ title, text }: PassageText, at: number): string {
  return `<p><strong>Q:</strong> ${title}, part ${at}?</p>\n<p><strong>A:</strong> ${text}.</p>`;
}

function lines({ title, text }: PassageText, at: number): string {
  return `　　Q: ${title}, part ${at}?<br>\n　　A: ${text}.<br>`;
}

/** As editors in browsers save it: a box, a look and a mark around every few words. */
function denseTurns({ title, text }: PassageText, at: number): string {
  const pieces = `${text}.`.match(/.{1,12}/gsu) ?? [];
  const words = pieces.map((piece) => `<span style="color:#333" class="w">${piece}</span>`).join('');
  return `<div class="row"><div><p><b>Q:</b> ${title}, part ${at}?</p></div></div><div class="row"><div><p><b>A:</b> ${words}</p></div></div>`;
}

function comment({ title, text }: PassageText, at: number): string {
  return `<div class="comment"><a href="/u/${at}">reader${at}</a> <time>${at}</time><p>${title}: ${text.slice(0, 90)}</p><a href="#r">Reply</a></div>`;
}

function embedded(at: number): string {
  const data = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ'.repeat(400);
  const script = `var part${at} = ["<p>Q: no question</p>", ${'"x",'.repeat(2000)} 0];`.repeat(3);
  return `<script>${script}</script><style>${'.a { color: red }\n'.repeat(500)}</style><p><img src="data:image/png;base64,${data}"></p><svg viewBox="0 0 9 9">${'<path d="M0 0L9 9"/>'.repeat(200)}</svg><!-- ${'remark '.repeat(500)} -->`;
}
