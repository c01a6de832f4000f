// The marks within a line: emphasis, code, links, mentions, times, and Discord's escapes.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Emphasis; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'mention'; readonly what: 'person' | 'channel' | 'role'; readonly id: string }
  | { readonly kind: 'everyone'; readonly text: string }
  /** Seconds since 1970; the style is one of Discord's letters. */
  | { readonly kind: 'time'; readonly seconds: number; readonly style: string }
  | { readonly kind: 'emoji'; readonly name: string };

export type Emphasis = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

/** Deeper nesting is shown as written; it also bounds the work on hostile text. */
const DEEPEST = 8;

/** The longer mark first, where one begins with the other. */
const MARKS: readonly (readonly [mark: string, kind: Emphasis])[] = [
  ['**', 'bold'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'italic'],
  ['_', 'italic'],
];

const ESCAPABLE = /[^0-9A-Za-z\s]/u;
/** What may begin a mark; everything before the next of these is plain text. */
const NEXT_MARK = /[\\`*_~|<[@h]/gu;

interface Scan {
  readonly text: string;
  readonly depth: number;
  /** Marks that were searched to the end in vain: further ones of the kind are text, too. */
  readonly unclosed: Set<string>;
}

export function parseInline(text: string, depth = 0): readonly Inline[] {
  const scan: Scan = { text, depth, unclosed: new Set() };
  const nodes: Inline[] = [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain !== '') nodes.push({ kind: 'text', text: plain });
    plain = '';
  };
  while (at < text.length) {
    const taken = take(scan, at);
    if (taken) {
      flush();
      nodes.push(taken.node);
      at = taken.end;
    } else {
      const end = endOfPlain(text, at);
      plain += isEscape(text, at) ? text.slice(at + 1, end) : text.slice(at, end);
      at = end;
    }
  }
  flush();
  return nodes;
}

function take(scan: Scan, at: number): Taken | undefined {
  const { text, depth } = scan;
  if (isEscape(text, at)) return undefined;
  if (text[at] === '`') return takeCode(text, at);
  const reference = readReference(text, at);
  if (reference) return reference;
  if (depth >= DEEPEST) return undefined;
  return text[at] === '[' ? takeLink(scan, at) : takeEmphasis(scan, at);
}

function isEscape(text: string, at: number): boolean {
  return text[at] === '\\' && ESCAPABLE.test(characterAt(text, at + 1));
}

/** An escape takes itself and the next character; otherwise up to the next mark. */
function endOfPlain(text: string, at: number): number {
  if (isEscape(text, at)) return at + 1 + characterAt(text, at + 1).length;
  NEXT_MARK.lastIndex = at + 1;
  return NEXT_MARK.exec(text)?.index ?? text.length;
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function takeCode(text: string, at: number): Taken | undefined {
  const fence = /`+/uy;
  fence.lastIndex = at;
  const marks = fence.exec(text)?.[0] ?? '';
  const start = at + marks.length;
  for (let end = text.indexOf(marks, start); end !== -1; ) {
    const run = lengthOfRun(text, end, '`');
    if (run === marks.length) {
      return { node: { kind: 'code', text: text.slice(start, end) }, end: end + run };
    }
    end = text.indexOf(marks, end + run);
  }
  return undefined;
}

/** `[label](https://…)`; the label may be emphasised, but holds no further link. */
function takeLink({ text, depth }: Scan, at: number): Taken | undefined {
  const form = /\[((?:\\.|[^\]\\\n])+)\]\(<?(https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\)/uy;
  form.lastIndex = at;
  const [whole, label = '', url = ''] = form.exec(text) ?? [];
  if (whole === undefined || !URL.canParse(url)) return undefined;
  const children = parseInline(label, depth + 1);
  return { node: { kind: 'link', url, children }, end: at + whole.length };
}

function takeEmphasis(scan: Scan, at: number): Taken | undefined {
  const { text, depth, unclosed } = scan;
  for (const [mark, kind] of MARKS) {
    if (!text.startsWith(mark, at) || unclosed.has(mark) || !mayOpen(text, at, mark)) continue;
    const end = findClosing(text, at + mark.length, mark);
    if (end === undefined) {
      unclosed.add(mark);
      continue;
    }
    const children = parseInline(text.slice(at + mark.length, end), depth + 1);
    return { node: { kind, children }, end: end + mark.length };
  }
  return undefined;
}

/** A single star before a space multiplies; an underscore within a word joins. */
function mayOpen(text: string, at: number, mark: string): boolean {
  const next = text[at + mark.length] ?? ' ';
  if (mark === '*') return !/\s/u.test(next);
  if (mark === '_') return !/\w/u.test(text[at - 1] ?? ' ');
  return true;
}

/** Where the mark stands again; escapes and code in between are passed over. */
function findClosing(text: string, from: number, mark: string): number | undefined {
  const character = mark[0] ?? '';
  for (let at = from; at < text.length; ) {
    if (text[at] === '\\') at += 2;
    else if (text[at] === '`') at = takeCode(text, at)?.end ?? at + 1;
    else if (text[at] !== character) at += 1;
    else {
      const run = lengthOfRun(text, at, character);
      const closes = closingWithin({ at, run, from }, mark);
      if (closes !== undefined && mayClose(text, closes, mark)) return closes;
      at += run;
    }
  }
  return undefined;
}

interface MarkRun {
  readonly at: number;
  readonly run: number;
  /** Where the emphasised text begins: it may not be empty. */
  readonly from: number;
}

/** In `***` the outer mark closes last, whichever it is; a double mark does not close a single one. */
function closingWithin({ at, run, from }: MarkRun, mark: string): number | undefined {
  if (run < mark.length || (mark.length === 1 && run === 2)) return undefined;
  const closes = at + run - mark.length;
  return closes > from ? closes : undefined;
}

function mayClose(text: string, at: number, mark: string): boolean {
  if (mark === '*') return !/\s/u.test(text[at - 1] ?? ' ');
  if (mark === '_') return !/\w/u.test(text[at + 1] ?? ' ');
  return true;
}

function lengthOfRun(text: string, at: number, character: string): number {
  let end = at;
  while (text[end] === character) end += 1;
  return end - at;
}

export interface Taken {
  readonly node: Inline;
  /** Where the text goes on. */
  readonly end: number;
}

type Maker = (groups: readonly string[]) => Inline | undefined;

const FORMS: readonly (readonly [RegExp, Maker])[] = [
  [/<@!?(\d{1,20})>/uy, ([id = '']) => ({ kind: 'mention', what: 'person', id })],
  [/<@&(\d{1,20})>/uy, ([id = '']) => ({ kind: 'mention', what: 'role', id })],
  [/<#(\d{1,20})>/uy, ([id = '']) => ({ kind: 'mention', what: 'channel', id })],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/uy, ([seconds, style]) => time(Number(seconds), style)],
  [/<a?:(\w{2,32}):\d{1,20}>/uy, ([name = '']) => ({ kind: 'emoji', name })],
  [/<(https?:\/\/[^\s<>]+)>/uy, ([url = '']) => address(url)],
  [/@(everyone|here)\b/uy, ([name = '']) => ({ kind: 'everyone', text: `@${name}` })],
];
const BARE_ADDRESS = /https?:\/\/[^\s<>]+/uy;
/** Marks that end a sentence rather than an address. */
const TRAILING = /[.,;:!?'"”’》」』】。，；：！？、*_~|]+$/u;
/** Seconds: the last moment that a Date can hold. */
const LATEST = 8_640_000_000_000;

function readReference(text: string, at: number): Taken | undefined {
  for (const [form, make] of FORMS) {
    form.lastIndex = at;
    const match = form.exec(text);
    const node = match && make(match.slice(1));
    if (match && node) return { node, end: at + match[0].length };
  }
  return readAddress(text, at);
}

function readAddress(text: string, at: number): Taken | undefined {
  if (/\w/u.test(text[at - 1] ?? ' ')) return undefined;
  BARE_ADDRESS.lastIndex = at;
  const match = BARE_ADDRESS.exec(text);
  if (!match) return undefined;
  const url = withoutUnopened(match[0].replace(TRAILING, ''));
  const node = address(url);
  return node && { node, end: at + url.length };
}

/** A closing bracket that was opened before the address belongs to the sentence. */
function withoutUnopened(url: string): string {
  return url.endsWith(')') && !url.includes('(') ? url.slice(0, -1) : url;
}

function address(url: string): Inline | undefined {
  return URL.canParse(url) ? { kind: 'link', url, children: [{ kind: 'text', text: url }] } : undefined;
}

function time(seconds: number, style = 'f'): Inline | undefined {
  return Math.abs(seconds) <= LATEST ? { kind: 'time', seconds, style } : undefined;
}
