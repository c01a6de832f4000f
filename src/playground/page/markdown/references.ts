// What points elsewhere: mentions, times, emoji, and bare addresses.
import type { Inline } from './nodes.ts';

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

export function readReference(text: string, at: number): Taken | undefined {
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
