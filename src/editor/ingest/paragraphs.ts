// Blocks -> paragraphs: a further line of the same paragraph stays one, with its line break.
import type { Block } from './block.ts';

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
