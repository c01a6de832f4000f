// Discord’s markup -> blocks: quotations, headings, small print, lists, code, and lines of text; or its words alone.
import { type Inline, parseInline } from './inline.ts';

export type MarkdownBlock =
  /** Lines of text; line breaks stay in the text. */
  | { readonly kind: 'lines'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'small'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | { readonly kind: 'code-block'; readonly text: string };

export interface ListItem {
  /** 0 for the outermost. */
  readonly depth: number;
  readonly children: readonly Inline[];
}

const CODE_BLOCK = /```(?:[\w+-]*\n)?([\s\S]+?)```/gu;
const QUOTED_LINE = /^> ?(.*)$/u;
const QUOTED_REST = /^>>> /u;
const HEADING = /^(#{1,3}) +(\S.*)$/u;
const SMALL = /^-# +(\S.*)$/u;
const LIST_ITEM = /^( *)(?:[-*]|(\d{1,9})\.) +(\S.*)$/u;
/** Spaces that make an item the child of the one above. */
const INDENT = 2;
const DEEPEST_ITEM = 4;

export function parseMarkdown(text: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let at = 0;
  for (const match of text.matchAll(CODE_BLOCK)) {
    if (isWithinQuoteToEnd(text.slice(at, match.index))) break;
    blocks.push(...parseLines(trimBreaks(text.slice(at, match.index), blocks.length > 0)));
    blocks.push({ kind: 'code-block', text: (match[1] ?? '').replace(/\n$/u, '') });
    at = match.index + match[0].length;
  }
  return [...blocks, ...parseLines(trimBreaks(text.slice(at), blocks.length > 0))];
}

/** The line breaks around a code block belong to it. */
function trimBreaks(text: string, followsCode: boolean): string {
  const start = followsCode ? text.replace(/^\n/u, '') : text;
  return start.replace(/\n$/u, '');
}

function isWithinQuoteToEnd(before: string): boolean {
  return /^>>> /mu.test(before);
}

function parseLines(text: string): readonly MarkdownBlock[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const blocks: MarkdownBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const { block, taken } = takeBlock(lines.slice(at));
    blocks.push(block);
    at += taken;
  }
  return blocks;
}

interface TakenBlock {
  readonly block: MarkdownBlock;
  /** Lines. */
  readonly taken: number;
}

function takeBlock(lines: readonly string[]): TakenBlock {
  const [line = ''] = lines;
  if (QUOTED_REST.test(line)) {
    const rest = lines.join('\n').replace(QUOTED_REST, '');
    return { block: { kind: 'quote', blocks: parseMarkdown(rest) }, taken: lines.length };
  }
  if (isQuoted(line)) return takeQuote(lines);
  if (LIST_ITEM.test(line)) return takeList(lines);
  const heading = HEADING.exec(line);
  if (heading) {
    return {
      block: { kind: 'heading', level: levelOf(heading[1] ?? ''), children: parseInline(heading[2] ?? '') },
      taken: 1,
    };
  }
  const small = SMALL.exec(line);
  if (small) return { block: { kind: 'small', children: parseInline(small[1] ?? '') }, taken: 1 };
  const taken = countWhile(lines, (each, index) => index === 0 || isPlain(each));
  return { block: { kind: 'lines', children: parseInline(lines.slice(0, taken).join('\n')) }, taken };
}

function levelOf(marks: string): 1 | 2 | 3 {
  if (marks.length === 1) return 1;
  return marks.length === 2 ? 2 : 3;
}

/** `>` needs a space after it, unless the line says nothing else. */
function isQuoted(line: string): boolean {
  return line.startsWith('> ') || line === '>';
}

function takeQuote(lines: readonly string[]): TakenBlock {
  const taken = countWhile(lines, isQuoted);
  const inner = lines.slice(0, taken).map((line) => QUOTED_LINE.exec(line)?.[1] ?? '');
  return { block: { kind: 'quote', blocks: parseQuoted(inner) }, taken };
}

/** A quotation holds no quotation, in Discord as here. */
function parseQuoted(lines: readonly string[]): readonly MarkdownBlock[] {
  return parseLines(lines.map((line) => line.replace(/^>(?=>>? |\s|$)/u, '\\>')).join('\n'));
}

function takeList(lines: readonly string[]): TakenBlock {
  const isNumbered = (line: string) => LIST_ITEM.exec(line)?.[2] !== undefined;
  const first = isNumbered(lines[0] ?? '');
  const taken = countWhile(
    lines,
    (line) => LIST_ITEM.test(line) && (isNumbered(line) === first || /^ /u.test(line)),
  );
  const items = lines.slice(0, taken).map(listItem);
  const start = LIST_ITEM.exec(lines[0] ?? '')?.[2];
  return { block: { kind: 'list', start: start === undefined ? null : Number(start), items }, taken };
}

function listItem(line: string): ListItem {
  const [, spaces = '', , text = ''] = LIST_ITEM.exec(line) ?? [];
  const depth = Math.min(DEEPEST_ITEM, Math.floor(spaces.length / INDENT));
  return { depth, children: parseInline(text) };
}

function isPlain(line: string): boolean {
  const special = [QUOTED_REST, HEADING, SMALL, LIST_ITEM];
  return !isQuoted(line) && !special.some((form) => form.test(line));
}

function countWhile(lines: readonly string[], holds: (line: string, index: number) => boolean): number {
  const end = lines.findIndex((line, index) => !holds(line, index));
  return end === -1 ? lines.length : Math.max(1, end);
}

/** What a marked-up text says aloud: its words without the marks. `nameOf` tells whom a mention means. */
export function plainText(markup: string, nameOf: (id: string) => string): string {
  const inline = (node: Inline): string => {
    switch (node.kind) {
      case 'text':
      case 'code':
      case 'everyone':
        return node.text;
      case 'bold':
      case 'italic':
      case 'underline':
      case 'strike':
      case 'spoiler':
      case 'link':
        return node.children.map(inline).join('');
      case 'mention':
        return node.what === 'person' ? `@${nameOf(node.id)}` : nameOf(node.id);
      case 'time':
        return new Date(node.seconds * MS_PER_SECOND).toISOString();
      case 'emoji':
        return `:${node.name}:`;
    }
  };
  const block = (node: MarkdownBlock): string => {
    switch (node.kind) {
      case 'lines':
      case 'heading':
      case 'small':
        return node.children.map(inline).join('');
      case 'quote':
        return node.blocks.map(block).join('\n');
      case 'list':
        return node.items.map(({ children }) => children.map(inline).join('')).join('\n');
      case 'code-block':
        return node.text;
    }
  };
  return parseMarkdown(markup).map(block).join('\n');
}

const MS_PER_SECOND = 1000;
