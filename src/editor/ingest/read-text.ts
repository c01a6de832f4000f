// A plain text -> blocks: what a mail or a PDF put around it is told apart, and lines that were wrapped are joined.
import {
  type Block,
  endsAsSentence,
  type LeftOut,
  plainBlock,
  type Reading,
  type Remark,
  widthOf,
} from './block.ts';
import { dateIn, kindOf } from './header-lines.ts';
import { isNameLike, keyOf, roleOf } from './label-words.ts';
import { TABLE, TABLE_DOUBT } from './page-parts.ts';
import { type Line, unwrap } from './text-lines.ts';
import { withoutPages } from './text-pages.ts';
import { withoutTimesBeside } from './times.ts';

export function readText(text: string): Reading {
  const lines = linesOf(text);
  const mail = withoutMailHeads(lines);
  const tables = withoutTables(withoutQuotes(mail.lines));
  const paged = withoutPages(tables.lines);
  const timed = withoutTimesBeside(paged.lines);
  const { paragraphs, unsure } = unwrap(timed.map(withByline));
  const blocks = paragraphs.map(
    ({ text: own, line, last, isQuoted, continues }): Block =>
      plainBlock(own, line, {
        ...(last > line ? { last } : {}),
        continues,
        looks: isQuoted ? ['quoted'] : [],
      }),
  );
  return {
    unit: 'line',
    blocks,
    named: mail.date === undefined ? {} : { date: mail.date },
    headlines: [],
    unsure: [...unsure, ...tables.unsure, ...headsLeft(timed)],
    leftOut: [...mail.leftOut, ...tables.leftOut, ...paged.leftOut],
    problems: [],
  };
}

/** Lines above which a headline may stand. */
const HEAD_LINES = 60;

/** `by Odo Marr` right below a headline, and above a blank line, goes on with nothing. */
function withByline(line: Line, at: number, lines: readonly Line[]): Line {
  const isClosed = at < HEAD_LINES && lines[at + 1]?.text === '' && line.text !== '';
  const isByline = isClosed && kindOf({ text: line.text.trim(), line: 1, at: [] }) === 'byline';
  return isByline ? { ...line, isApart: true } : line;
}

/** Columns, and lines of the same words that are kept: a head of pages may be among them. */
const HEAD = { from: 12, to: 80, fewest: 3 };

function headsLeft(lines: readonly Line[]): readonly Remark[] {
  const places = new Map<string, Line[]>();
  for (const own of lines) {
    const key = own.text.trim().replace(/\d+/g, '#');
    const width = widthOf(key);
    if (width < HEAD.from || width > HEAD.to || endsAsSentence(key) || isNameLike(key) || !/\p{L}/u.test(key))
      continue;
    if (roleOf(keyOf(key)) === undefined)
      places.set(key, [...(places.get(key) ?? []).slice(-HEAD.fewest), own]);
  }
  return [...places.values()].flatMap((own) => {
    const [first] = own;
    const what = `“${first?.text.trim()}” stands on several lines, and is kept: is it the head of each page?`;
    return first && own.length >= HEAD.fewest ? [{ line: first.line, what }] : [];
  });
}

function linesOf(text: string): readonly Line[] {
  return text.split(/\r\n|\n|\r|\u2028|\u2029/).map((raw, at) => ({
    text: raw.replace(/\f/g, '').trimEnd(),
    line: at + 1,
    ...(raw.includes('\f') ? { opensPage: true } : {}),
  }));
}

const MAIL = 'the head of a mail';
const MAIL_HEAD =
  /^\s*[*]*(?:(from|to|subject|date|sent|发件人|收件人|主题|日期|发送时间|寄件者|收件者|寄件人|主旨|發件人|主題|傳送時間|時間|时间)|cc|bcc|reply-to|content-[a-z-]+|mime-version|message-id|return-path|received|x-[a-z-]+|list-[a-z-]+|抄送|副本)[*]*\s*[:：]/iu;
const FORWARDED =
  /^\s*[-_]{3,}\s*(?:original message|forwarded message|原始邮件|原始郵件|轉寄郵件|转发邮件)|^begin forwarded message:/i;
const WROTE = /^(?:On|Am|Le)\b.{6,120}\bwrote\s*:$|^.{0,60}(?:写道|寫道)\s*[:：]$/u;

/** `From: …`, `主题：…`: at least a sender or a subject among them; the day that they name is kept. */
function withoutMailHeads(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly leftOut: readonly LeftOut[];
  readonly date: string | undefined;
} {
  const heads = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    const to = endOfHead(lines, at);
    const names = lines.slice(at, to).flatMap(({ text }) => MAIL_HEAD.exec(text)?.[1]?.toLowerCase() ?? []);
    const isMail = new Set(names).size >= 2 && names.some((name) => /from|subject|人|者|主/.test(name));
    if (isMail) for (let index = at; index < to; index += 1) heads.add(index);
    if (FORWARDED.test(lines[at]?.text ?? '') || isWrote(lines[at]?.text ?? '')) heads.add(at);
    at = Math.max(at, to - 1);
  }
  const own = lines.filter((_, at) => heads.has(at));
  return {
    lines: lines.filter((_, at) => !heads.has(at)),
    leftOut: own.map(({ line, text }) => ({ line, text: text.trim(), reason: MAIL })),
    date: own.flatMap(({ text }) => dateIn(text) ?? [])[0],
  };
}

function isWrote(text: string): boolean {
  return WROTE.test(text) && (/@/.test(text) || /\d{4}/.test(text));
}

/** Index behind a run of such lines and those that go on with one. */
function endOfHead(lines: readonly Line[], from: number): number {
  let at = from;
  while (MAIL_HEAD.test(lines[at]?.text ?? '') || (at > from && /^\s+\S/.test(lines[at]?.text ?? '')))
    at += 1;
  return at;
}

/** Columns of a cell; and how many cells and rows make a table. */
const WIDEST_CELL = 30;
const FEWEST_CELLS = 3;
const FEWEST_ROWS = 2;

function cellsIn(text: string): number {
  const piped = /^\s*\|.*\|\s*$/.test(text);
  const cells = (piped ? text.trim().slice(1, -1).split('|') : text.trim().split(/\s{2,}|\t/)).map((cell) =>
    cell.trim(),
  );
  const areShort = cells.every((cell) => widthOf(cell) <= WIDEST_CELL && !endsAsSentence(cell));
  return areShort && (piped || !/^\s/.test(text) || cells.length > FEWEST_CELLS) ? cells.length : 0;
}

/** Rows of short cells that spaces, tabs or bars set apart. */
function withoutTables(lines: readonly Line[]): ReturnType<typeof withoutPages> & Pick<Reading, 'unsure'> {
  const isRow = (at: number) => cellsIn(lines[at]?.text ?? '') >= FEWEST_CELLS;
  const rows = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    let to = at;
    while (isRow(to)) to += 1;
    if (to - at >= FEWEST_ROWS) for (let row = at; row < to; row += 1) rows.add(row);
    at = Math.max(at, to);
  }
  const first = [...rows].filter((at) => !rows.has(at - 1));
  return {
    lines: lines.filter((_, at) => !rows.has(at)),
    leftOut: [...rows].map((at) => ({
      line: lines[at]?.line ?? 1,
      text: lines[at]?.text.trim() ?? '',
      reason: TABLE,
    })),
    unsure: first.map((at) => ({ line: lines[at]?.line ?? 1, what: TABLE_DOUBT })),
  };
}

/** Share of the lines behind `>` above which the whole text is a quoted mail. */
const ALL_QUOTED = 0.85;

/** Without the `>` of a mail; where only some lines have it, they are marked: whoever answers writes below each question. */
function withoutQuotes(lines: readonly Line[]): readonly Line[] {
  const filled = lines.filter(({ text }) => text !== '');
  const quoted = filled.filter(({ text }) => QUOTE.test(text));
  if (quoted.length < 2) return lines;
  const isWhole = quoted.length > filled.length * ALL_QUOTED;
  const bare = lines.map((line) =>
    QUOTE.test(line.text)
      ? { ...line, text: line.text.replace(QUOTE, ''), ...(isWhole ? {} : { isQuoted: true }) }
      : line,
  );
  return isWhole ? withoutQuotes(bare) : bare;
}

/** Not `>>`, which marks a speaker. */
const QUOTE = /^\s?>(?!>) ?/;
