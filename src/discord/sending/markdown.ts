// Discord's markup: text is escaped so that it reads as written, and the blocks of a card are laid out and cut where they
// must be, the source's own words last of all.
import type { Quotation } from '../../answer/reply.ts';
import type { Range } from '../../knowledge/interview.ts';
import { beginning } from '../../wording/formats.ts';
import { glanceAt, type Offer } from '../../wording/present.ts';
import type { CardBlock } from './card.ts';

/** Up to where Discord makes a link of it; a mark that ends a sentence is no part. */
const ADDRESS = String.raw`(?<!\w)https?:\/\/[^\s<\\]*[^\s<\\.,:;"'\])*]\]*`;
/**
 * An address, which Discord shows as it is, with a backslash that is put into it; else a mark that means something: anywhere
 * in a line, at its start (headings, small print, lists, quotations), around the name of an emoji, before everyone.
 */
const ADDRESS_OR_MARK = new RegExp(
  String.raw`(${ADDRESS})|[\\*_~|${'`'}<[\]]|(?<=^[ \t]*)[>#+-]|(?<=^[ \t]*\d+)[.)](?=\s)|:(?=[\w+-]+:)|@(?=everyone|here)`,
  'gm',
);

/** The text with Discord's own escapes, which a reader does not see. */
export function escapeMarkdown(text: string): string {
  return text.replace(ADDRESS_OR_MARK, (found, address?: string) => address ?? `\\${found}`);
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

const BARE_ADDRESS = new RegExp(ADDRESS, 'g');

/** Addresses in a member's text would unfurl; one escape keeps them text, and so their marks need theirs. */
export function defuseLinks(escaped: string): string {
  return escaped
    .replace(BARE_ADDRESS, (address) => address.replace(/[*_~|`[\]]/g, '\\$&'))
    .replaceAll('://', '\\://');
}

export interface Space {
  /** UTF-16 units for all blocks together. */
  readonly room: number;
  /** Marks where a text was cut. */
  readonly cutHere: string;
}

/** Below this many units a cut text says nothing, and is left out. */
const WORTH_SHOWING = 40;

/** How a quotation is marked: the last block differently from one with text after it. */
type Mark = (escaped: string) => string;

export function layOut(blocks: readonly CardBlock[], { room, cutHere }: Space): string {
  const markOf = (index: number): Mark => (index === blocks.length - 1 ? quoteToEnd : quoteLines);
  const whole = blocks.map((block, index) => layOutBlock(block, markOf(index)));
  if (joined(whole).length <= room) return joined(whole);
  let left = room - (blocks.length - 1);
  const shown = new Map<number, string>();
  for (const index of byImportance(blocks)) {
    const block = blocks[index];
    if (!block) continue;
    const text = fitBlock(block, { room: left, cutHere }, markOf(index));
    shown.set(index, text);
    left -= text.length;
  }
  return joined(blocks.map((_, index) => shown.get(index) ?? ''));
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

/** Labels are short and say what the rest is; then the source's words; then everything else, in order. */
const RANKS: Readonly<Record<CardBlock['kind'], number>> = {
  label: 0,
  verbatim: 1,
  quote: 2,
  text: 2,
  small: 2,
  list: 2,
  offers: 2,
};

function byImportance(blocks: readonly CardBlock[]): readonly number[] {
  return blocks
    .map(({ kind }, index) => ({ index, rank: RANKS[kind] }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index);
}

function layOutBlock(block: CardBlock, mark: Mark): string {
  switch (block.kind) {
    case 'verbatim':
      return mark(emphasised(block.quotation.text, within(block.quotation, block.emphasis)));
    case 'quote':
      return mark(emphasised(block.text, block.emphasis));
    case 'label':
      return `**${escapeMarkdown(block.text)}**`;
    case 'text':
      return escapeMarkdown(block.text);
    case 'small':
      return `-# ${escapeMarkdown(block.text)}`;
    case 'list':
      return block.items
        .map((item, index) => `${bullet(block.from, index)} ${escapeMarkdown(item)}`)
        .join('\n');
    case 'offers':
      return block.offers.map(layOutOffer).join('\n');
  }
}

function layOutOffer(offer: Offer): string {
  return `- ${escapeMarkdown(offer.label)}\n${quoteLines(escapeMarkdown(glanceAt(offer)))}`;
}

function bullet(from: number | undefined, index: number): string {
  return from === undefined ? '-' : `${from + index}.`;
}

/** A part of a section -> the same part of a quotation from it. */
function within({ start }: Quotation, part: Range | undefined): Range | undefined {
  return part && { start: part.start - start, end: part.end - start };
}

/** The text with the emphasised part in bold type; nothing else is added to it. */
function emphasised(text: string, emphasis: Range | undefined): string {
  if (!emphasis) return escapeMarkdown(text);
  const from = Math.max(0, emphasis.start);
  const to = Math.min(text.length, emphasis.end);
  if (from >= to) return escapeMarkdown(text);
  return `${escapeMarkdown(text.slice(0, from))}**${escapeMarkdown(text.slice(from, to))}**${escapeMarkdown(text.slice(to))}`;
}

function fitBlock(block: CardBlock, { room, cutHere }: Space, mark: Mark): string {
  const whole = layOutBlock(block, mark);
  if (whole.length <= room) return whole;
  const text = block.kind === 'verbatim' ? block.quotation.text : plainTextOf(block);
  const space = room - quoteMarksIn(text.slice(0, Math.max(0, room)));
  if (space < WORTH_SHOWING) return '';
  const shown = escapeWithin(text, space, cutHere);
  return block.kind === 'verbatim' || block.kind === 'quote' ? mark(shown) : shown;
}

function plainTextOf(block: Exclude<CardBlock, { kind: 'verbatim' }>): string {
  if (block.kind === 'offers') return block.offers.map(({ label }) => label).join('\n');
  return block.kind === 'list' ? block.items.join('\n') : block.text;
}

/** Units that quotation marks at each line's start take. */
function quoteMarksIn(text: string): number {
  return 4 + 2 * (text.match(/\n/g)?.length ?? 0);
}
