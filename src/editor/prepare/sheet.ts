// A sheet's lines with their numbers, and the parts that its headings open.
import { partOpenedBy } from './parts.ts';

export interface SheetLine {
  readonly line: number;
  readonly text: string;
}

export interface Part {
  readonly heading: string;
  readonly lines: readonly SheetLine[];
}

/** Without thoughts, remarks and code fences; the numbers of the lines stay. */
export function linesOf(source: string): readonly SheetLine[] {
  const blank = (text: string) => text.replace(/[^\n]/g, '');
  return source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/<think>[\s\S]*?<\/think>/gi, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .split('\n')
    .map((text, at) => ({ line: at + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && !/^(?:```|~~~)/.test(text) && !/^[[\]{},\s-]*$/.test(text));
}

export function partsOf(lines: readonly SheetLine[]): {
  readonly preface: readonly SheetLine[];
  readonly parts: readonly Part[];
} {
  const parts: { heading: string; lines: SheetLine[] }[] = [];
  const preface: SheetLine[] = [];
  for (const own of lines) {
    const heading = partOpenedBy(own.text);
    if (heading !== undefined) parts.push({ heading, lines: [own] });
    else (parts.at(-1)?.lines ?? preface).push(own);
  }
  return { preface, parts };
}
