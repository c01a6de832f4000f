import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/discord/sending/markdown.ts';
import type { Inline } from '../../src/playground/page/markdown/inline.ts';
import { type MarkdownBlock, parseMarkdown, plainText } from '../../src/playground/page/markdown/parse.ts';
import { timeInWords } from '../../src/playground/page/markdown/time.ts';

/** The tree as a short text: `bold(very)`. */
const sketch = (blocks: readonly MarkdownBlock[]): string => blocks.map(sketchBlock).join(' | ');

const sketchBlock = (block: MarkdownBlock): string => {
  switch (block.kind) {
    case 'lines':
      return sketchAll(block.children);
    case 'heading':
      return `h${block.level}(${sketchAll(block.children)})`;
    case 'small':
      return `small(${sketchAll(block.children)})`;
    case 'quote':
      return `quote(${sketch(block.blocks)})`;
    case 'list':
      return `${block.start ?? 'list'}(${block.items.map(({ depth, children }) => `${depth}:${sketchAll(children)}`).join(', ')})`;
    case 'code-block':
      return `pre(${block.text})`;
  }
};

const sketchAll = (nodes: readonly Inline[]): string => nodes.map(sketchInline).join('');

const sketchInline = (node: Inline): string => {
  switch (node.kind) {
    case 'text':
    case 'everyone':
      return node.kind === 'text' ? node.text : `everyone(${node.text})`;
    case 'code':
      return `code(${node.text})`;
    case 'link':
      return `link(${node.url} ${sketchAll(node.children)})`;
    case 'mention':
      return `${node.what}(${node.id})`;
    case 'time':
      return `time(${node.seconds} ${node.style})`;
    case 'emoji':
      return `emoji(${node.name})`;
    default:
      return `${node.kind}(${sketchAll(node.children)})`;
  }
};

const CASES: readonly (readonly [why: string, markup: string, sketch: string])[] = [
  ['bold and italics', '**bold** *it* _it_', 'bold(bold) italic(it) italic(it)'],
  ['underline and strike', '__under__ ~~gone~~', 'underline(under) strike(gone)'],
  ['a hidden text', 'it was ||the butler||', 'it was spoiler(the butler)'],
  ['three stars are both', '***both***', 'bold(italic(both))'],
  ['marks within marks', '**a *b* c**', 'bold(a italic(b) c)'],
  ['bold at the end of italics', '*a **b***', 'italic(a bold(b))'],
  ['a star before a space multiplies', '2 * 3 * 4', '2 * 3 * 4'],
  ['an underscore within a word joins', 'snake_case_name', 'snake_case_name'],
  ['an open mark is text', '**not closed', '**not closed'],
  ['Chinese needs no spaces', '这是**重点**吗', '这是bold(重点)吗'],
  ['escapes show the mark itself', '\\*not\\* \\_this\\_ \\\\', '*not* _this_ \\'],
  ['a backslash before a letter stays', 'C:\\new', 'C:\\new'],
  ['an escape within bold', '**2 \\* 3**', 'bold(2 * 3)'],
  ['code shows everything as it is', '`**a** \\*`', 'code(**a** \\*)'],
  ['code with a backtick in it', '``a ` b``', 'code(a ` b)'],
  ['a code block', 'see\n```ts\nlet a = 1;\n```\nend', 'see | pre(let a = 1;) | end'],
  ['a quoted line', '> quoted\nnot', 'quote(quoted) | not'],
  ['quoted lines stay together', '> one\n> two', 'quote(one\ntwo)'],
  ['an empty quoted line', '> one\n> \n> two', 'quote(one\n\ntwo)'],
  ['everything after three marks is quoted', 'a\n>>> b\n\nc', 'a | quote(b\n\nc)'],
  ['a mark without a space quotes nothing', '>not', '>not'],
  ['an escaped quotation mark', '\\> not', '> not'],
  ['headings', '# A\n### B', 'h1(A) | h3(B)'],
  ['small print', '-# by whom', 'small(by whom)'],
  ['a list', '- a\n- **b**\n  - c', 'list(0:a, 0:bold(b), 1:c)'],
  ['a numbered list begins where it says', '3. a\n4. b', '3(0:a, 0:b)'],
  ['a named link', '[here](https://a.example/x_(y))', 'link(https://a.example/x_(y) here)'],
  ['no link to a script', '[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  [
    'a bare address ends before the full stop',
    'see https://a.example/b.',
    'see link(https://a.example/b https://a.example/b).',
  ],
  ['an address in brackets', '(https://a.example)', '(link(https://a.example https://a.example))'],
  ['an escaped address is text', 'https\\://a.example', 'https://a.example'],
  [
    'mentions',
    '<@1> <@!2> <#3> <@&4> @everyone',
    'person(1) person(2) channel(3) role(4) everyone(@everyone)',
  ],
  ['an escaped everyone', '\\@everyone', '@everyone'],
  ['times', '<t:1700000000:D> <t:0>', 'time(1700000000 D) time(0 f)'],
  ['an emoji of a server', '<:wave:123>', 'emoji(wave)'],
  ['markup of the web is text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
];

test.each(CASES)('%s: %s', (_, markup, expected) => {
  expect(sketch(parseMarkdown(markup))).toBe(expected);
});

describe('whatever the text', () => {
  test('what the bot escapes is read as it was written', () => {
    const nasty = '*a* _b_ ~~c~~ ||d|| `e` [f](https://x.example) > g # h - i @everyone :j: \\ <@1>';
    expect(plainText(escapeMarkdown(nasty), () => 'wrong')).toBe(nasty);
  });

  test.each(['*', '_', '**', '[', '`', '<', '||', '\\', '> ', '[a](', '***', '_*'])(
    'thousands of %s come to an end and lose nothing',
    (mark) => {
      const text = `${mark.repeat(3_000)}x`;
      expect(plainText(text, () => '')).toContain('x');
    },
  );
});

describe('times', () => {
  const reader = { now: 1_700_000_000_000, timeZone: 'UTC' };

  test('are told in the reader’s language', () => {
    expect(timeInWords(1_753_574_400, 'D', { ...reader, locale: 'zh-CN' })).toBe('2025年7月27日');
    expect(timeInWords(1_753_574_400, 'D', { ...reader, locale: 'en-US' })).toBe('July 27, 2025');
  });

  test('can be relative to now', () => {
    expect(timeInWords(1_700_000_000 - 7_200, 'R', { ...reader, locale: 'en-US' })).toBe('2 hours ago');
    expect(timeInWords(1_700_000_000 + 60, 'R', { ...reader, locale: 'zh-CN' })).toBe('1分钟后');
  });
});
