// Discord's markup: text is escaped so that it reads as written, and quoted so that the quotation stays unbroken.
import { beginning } from '../wording/graphemes.ts';

/** Marks that mean something to Discord anywhere in a line. */
const ANYWHERE = /[\\*_~|`<[\]]/g;
/** Headings, small print, lists and quotations start a line; the first mark is what makes them. */
const AT_LINE_START = /^([ \t]*)([>#+-])/gm;
const NUMBERED_ITEM = /^([ \t]*\d+)([.)])(?=\s)/gm;
/** `:name:` becomes an emoji. */
const EMOJI_NAME = /:(?=[\w+-]+:)/g;
const EVERYONE = /@(?=everyone|here)/g;

/** The text with Discord's own escapes, which a reader does not see. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ANYWHERE, '\\$&')
    .replace(AT_LINE_START, '$1\\$2')
    .replace(NUMBERED_ITEM, '$1\\$2')
    .replace(EMOJI_NAME, '\\:')
    .replace(EVERYONE, '\\@');
}

/** The text as Discord shows what `escapeMarkdown` made of it. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** Escaped text of at most `limit` units, cut between graphemes with a visible mark. */
export function escapeWithin(text: string, limit: number, mark = '…'): string {
  const whole = escapeMarkdown(text.slice(0, limit));
  if (text.length <= limit && whole.length <= limit) return whole;
  let fits = 0;
  let tooLong = limit;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (escapeMarkdown(beginning(text, middle)).length + mark.length <= limit) fits = middle;
    else tooLong = middle;
  }
  return `${escapeMarkdown(beginning(text, fits)).trimEnd()}${mark}`;
}

/** A quotation that stands last: one mark before it, so that even paragraphs stay together. */
export function quoteToEnd(escaped: string): string {
  return escaped.includes('\n') ? `>>> ${escaped}` : `> ${escaped}`;
}

/** A quotation with text after it. */
export function quoteLines(escaped: string): string {
  return escaped.replace(/^/gm, '> ');
}

/** Addresses in a member's text would unfurl; one escape keeps them text. */
export function defuseLinks(escaped: string): string {
  return escaped.replaceAll('://', '\\://');
}
