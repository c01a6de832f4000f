// What every reader of a source hands on: blocks of text with their place and looks, and the values its markup names; and their
// paragraphs, in which a further line stays with its line break.
import type { Key } from '../../knowledge/front-matter.ts';

/** A paragraph, or one line of a paragraph that has several. */
export interface Block {
  /** To the letter, without white space at its ends. */
  readonly text: string;
  /** 1-based; of a .docx the number of the paragraph. */
  readonly line: number;
  /** Of several lines that were joined the last. */
  readonly last?: number;
  /** A further line of the same paragraph as the block before. */
  readonly continues: boolean;
  /** 1 to 6; 0 is no heading. */
  readonly heading: number;
  /** UTF-16 units at its beginning that are bold. */
  readonly boldLead: number;
  /** UTF-16 units of its first inline element, where it is not bold or another bold one follows at once: a label, perhaps. */
  readonly lead?: number;
  /** Ranges in UTF-16 units of raised figures without a link: a note's mark, perhaps. */
  readonly raised?: readonly (readonly [number, number])[];
  readonly italic: boolean;
  /** Share of its characters that are links. */
  readonly links: number;
  /** What sets its looks apart: `bold`, `h3`, `dt`, a class. */
  readonly looks: readonly string[];
  /** Which box holds it; blocks of one box are siblings. */
  readonly box: number;
  /** Who speaks, where the source says so apart from the text. */
  readonly speaker?: string;
  /** Why the source's own structure says that it is no part of the interview. */
  readonly aside?: string;
}

/** Something that a reader or a rule is not sure of, or has left out. */
export interface Remark {
  readonly line: number;
  readonly what: string;
}

export interface LeftOut {
  readonly line: number;
  /** Of several lines the last. */
  readonly last?: number;
  readonly text: string;
  readonly reason: string;
}

export interface Reading {
  /** What the lines of its blocks count. */
  readonly unit: 'line' | 'paragraph';
  readonly blocks: readonly Block[];
  /** Values that the markup names, as printed; the text is asked for the others. */
  readonly named: Partial<Readonly<Record<Key, string>>>;
  /** What the markup calls its title, the surest first. */
  readonly headlines: readonly string[];
  readonly unsure: readonly Remark[];
  readonly leftOut: readonly LeftOut[];
  /** Problems that make the status 1 although there is a file. */
  readonly problems: readonly Remark[];
}

/** The look of a block below a rule of a page. */
export const BELOW_RULE = 'below a rule';

const PLAIN = { heading: 0, boldLead: 0, italic: false, links: 0, looks: [], box: 0 } as const;

export function plainBlock(text: string, line: number, rest: Partial<Block> = {}): Block {
  return { ...PLAIN, continues: false, ...rest, text, line };
}

export function isBold({ boldLead, text }: Block): boolean {
  return boldLead >= text.length;
}

const SENTENCE_END = /(?:[。！？!?…：:；;]|[.][)\]]?)["'”’」』》）)\]】*_]*$/u;

/** Whether it ends as a sentence, or leads over to what follows. */
export function endsAsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

export function endsAsQuestion(text: string): boolean {
  return /[?？][!！]?["'”’」』）)\]】*_]*$/u.test(text);
}

/** Columns on a terminal: a Chinese character takes two. */
export function widthOf(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at += 1) if (isWide(text.charCodeAt(at))) width += 1;
  return width;
}

function isWide(code: number): boolean {
  if (code < 0x2e80) return false;
  return (
    code <= 0x9fff ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60)
  );
}

export interface Paragraph {
  readonly text: string;
  readonly line: number;
  /** Indices of its blocks. */
  readonly at: readonly number[];
}

/** `indices` of `blocks` in their order; where one between was left out, a new paragraph begins. `textOf` may cut a block. */
export function paragraphsOf(
  blocks: readonly Block[],
  indices: readonly number[],
  textOf: (index: number) => string = (index) => blocks[index]?.text ?? '',
): readonly Paragraph[] {
  const paragraphs: { text: string; line: number; at: number[] }[] = [];
  for (const index of indices) {
    const block = blocks[index];
    const text = textOf(index).trim();
    if (!block || text === '') continue;
    const last = paragraphs.at(-1);
    if (last && block.continues && last.at.at(-1) === index - 1) {
      last.text += `\n${text}`;
      last.at.push(index);
    } else paragraphs.push({ text, line: block.line, at: [index] });
  }
  return paragraphs;
}
