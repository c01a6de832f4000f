// Markdown -> blocks: marked makes HTML of it, which is read as a page's is. Front matter names values.
import { marked } from 'marked';
import { parse as parseYaml } from 'yaml';
import type { Block, Reading } from './block.ts';
import { readFragment } from './read-page.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

export function readMarkdown(source: string): Reading {
  const [whole = '', yaml = ''] = FRONT_MATTER.exec(source) ?? [];
  const before = whole.split('\n').length - 1;
  const blocks: Block[] = [];
  let line = before + 1;
  for (const token of marked.lexer(source.slice(whole.length))) {
    blocks.push(...blocksAt(token, line));
    line += token.raw.match(/\n/g)?.length ?? 0;
  }
  const named = namedIn(yaml);
  const headlines = named.title === undefined ? [] : [named.title];
  return { unit: 'line', blocks, named, headlines, unsure: [], leftOut: [], problems: [] };
}

type Token = ReturnType<typeof marked.lexer>[number];

/** One token's blocks; a paragraph's own line breaks stay. */
function blocksAt(token: Token, line: number): readonly Block[] {
  // A number that opens a line is the author's: as a list it would be gone.
  if (token.type === 'list' && 'ordered' in token && token.ordered) {
    return token.raw
      .split('\n')
      .flatMap((raw, at) => (raw.trim() === '' ? [] : [{ raw, line: line + at }]))
      .flatMap((item) => fragment(`<p>${marked.parseInline(item.raw.trim())}</p>`, item.line));
  }
  return fragment(marked.parser([token]).replace(/\n(?=[^<\n])/g, '<br>'), line);
}

function fragment(html: string, line: number): readonly Block[] {
  return readFragment(html).map((block) => ({ ...block, line: line + block.line - 1 }));
}

const NAMES = ['title', 'publication', 'author', 'date', 'language', 'series', 'subtitle', 'url'] as const;

function namedIn(yaml: string): Reading['named'] {
  const values: unknown = yaml === '' ? {} : yamlOf(yaml);
  const entries = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  return Object.fromEntries(
    NAMES.flatMap((name) => entries.filter(([key, value]) => key === name && typeof value === 'string')),
  );
}

function yamlOf(yaml: string): unknown {
  try {
    return parseYaml(yaml, { schema: 'core' });
  } catch (error) {
    if (error instanceof Error) return {};
    throw error;
  }
}
