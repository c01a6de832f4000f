// Blocks -> the text of one embed: escaped, quoted, and cut where it must be, the source's own words last of all.
import type { Block } from './card.ts';
import { escapeMarkdown, escapeWithin, quoteLines, quoteToEnd } from './markdown.ts';

export interface Space {
  /** UTF-16 units for all blocks together. */
  readonly room: number;
  /** Marks where a text was cut. */
  readonly cutHere: string;
}

/** Below this many units a cut text says nothing, and is left out. */
const WORTH_SHOWING = 40;

export function layOut(blocks: readonly Block[], { room, cutHere }: Space): string {
  const whole = blocks.map((block, index) => layOutBlock(block, index === blocks.length - 1));
  if (joined(whole).length <= room) return joined(whole);
  let left = room - (blocks.length - 1);
  const shown = new Map<number, string>();
  for (const index of byImportance(blocks)) {
    const block = blocks[index];
    if (!block) continue;
    const text = fitBlock(block, { room: left, cutHere }, index === blocks.length - 1);
    shown.set(index, text);
    left -= text.length;
  }
  return joined(blocks.map((_, index) => shown.get(index) ?? ''));
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

/** Labels are short and say what the rest is; then the source's words; then everything else, in order. */
function byImportance(blocks: readonly Block[]): readonly number[] {
  const rank = ({ kind }: Block) => (kind === 'label' ? 0 : kind === 'verbatim' ? 1 : 2);
  return blocks
    .map((block, index) => ({ index, rank: rank(block) }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index);
}

function layOutBlock(block: Block, isLast: boolean): string {
  const mark = isLast ? quoteToEnd : quoteLines;
  switch (block.kind) {
    case 'verbatim':
      return mark(emphasised(block));
    case 'quote':
      return mark(escapeMarkdown(block.text));
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
  }
}

function bullet(from: number | undefined, index: number): string {
  return from === undefined ? '-' : `${from + index}.`;
}

/** The quotation with the emphasised part in bold type; nothing else is added to it. */
function emphasised({ quotation, emphasis }: Extract<Block, { kind: 'verbatim' }>): string {
  const { text, start } = quotation;
  if (!emphasis) return escapeMarkdown(text);
  const from = Math.max(0, emphasis.start - start);
  const to = Math.min(text.length, emphasis.end - start);
  if (from >= to) return escapeMarkdown(text);
  return `${escapeMarkdown(text.slice(0, from))}**${escapeMarkdown(text.slice(from, to))}**${escapeMarkdown(text.slice(to))}`;
}

function fitBlock(block: Block, { room, cutHere }: Space, isLast: boolean): string {
  const whole = layOutBlock(block, isLast);
  if (whole.length <= room) return whole;
  if (room < WORTH_SHOWING) return '';
  const text = block.kind === 'verbatim' ? block.quotation.text : plainTextOf(block);
  const marks = quoteMarksIn(text);
  const cutText = escapeWithin(text, room - marks, cutHere);
  return block.kind === 'verbatim' || block.kind === 'quote'
    ? (isLast ? quoteToEnd : quoteLines)(cutText)
    : cutText;
}

function plainTextOf(block: Exclude<Block, { kind: 'verbatim' }>): string {
  return block.kind === 'list' ? block.items.join('\n') : block.text;
}

/** Units that quotation marks at each line's start take. */
function quoteMarksIn(text: string): number {
  return 4 + 2 * (text.match(/\n/g)?.length ?? 0);
}
