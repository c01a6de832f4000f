// Markdown -> blocks: marked makes HTML of it, which is read as a page's is. What a site's generator adds to it is left out and told:
// front matter, shortcodes, tags of a template or a component, footnotes.
import { Marked } from 'marked';
import { parse as parseYaml } from 'yaml';
import { BELOW_RULE, type Block, type LeftOut, type Reading } from './block.ts';
import { FOOTNOTE } from './notes.ts';
import { BELOW_PICTURE, withCaptions } from './page-parts.ts';
import { readFragment } from './read-page.ts';
import { unwrap } from './text-lines.ts';

/**
 * Emphasis is read as people mean it: the standard closes no emphasis between full-width punctuation and a letter (`**问：**为什么`),
 * and none behind a space (`**Q: **Why`, as writers' tools put it).
 * One `~` is a range, not a line through the words between two of them (`3~5天，10~15天`). An address ends before full-width punctuation,
 * not with the sentence. `[记者]: 为什么？` defines no link, though words without a space may be its address to the standard.
 */
const marked = new Marked({
  extensions: [
    {
      name: 'emphasis',
      level: 'inline',
      start: (source) => source.search(/[*_]/),
      tokenizer(source) {
        const groups = EMPHASES.map((form) => form.exec(source)?.groups).find((own) => own !== undefined);
        const { marks = '', text = '' } = groups ?? {};
        if (marks === '') return undefined;
        const type = marks.length === 2 ? 'strong' : 'em';
        return { type, raw: marks + text + marks, text, tokens: this.lexer.inlineTokens(text) };
      },
    },
  ],
  tokenizer: {
    del: (source) => (source.startsWith('~~') ? false : undefined),
    def: (source) => (DEFINITION.test(source) ? false : undefined),
    url(source) {
      const [raw = ''] = BARE_ADDRESS.exec(source) ?? [];
      if (raw === '') return false;
      return { type: 'link', raw, text: raw, href: raw, tokens: [{ type: 'text', raw, text: raw }] };
    },
  },
});
const BARE_ADDRESS =
  /^(?:https?:\/\/|www\.)[^\s<，。、；：！？（）「」『』“”‘’《》【】…]+(?=[，。、；：！？（）「」『』“”‘’《》【】…])/i;
/** `[1]: https://…`, `./page.md`, `#part`, `example.org`. */
const DEFINITION =
  /^ {0,3}\[[^\]\n]+\]:\s*<?(?:[a-z][a-z\d+.-]*:\S|www\.|\.{0,2}\/|#[a-z]|[\w%-]+(?:\/|\.[a-z]{2}))/i;
/** The last: `你_第一次_写`, which is plain to the standard, as `a_b_c` is. */
const EMPHASES = [
  /^(?<marks>\*\*)(?![\s*])(?<text>[^*`\n]*[^*`\n\\])\*\*(?!\*)/,
  /^(?<marks>\*)(?![\s*])(?<text>[^*`\n]*[^\s*`\\])\*(?!\*)/,
  /^(?<marks>__?)(?![\s\w])(?<text>[^_`\n]*[^\s\w`\\])\k<marks>(?![\w])/,
];

/** `---` around YAML, `+++` around TOML. */
const FRONT_MATTER = /^\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/;

export function readMarkdown(source: string): Reading {
  const [whole = '', fence, front = ''] = FRONT_MATTER.exec(source) ?? [];
  const before = whole.split('\n').length - 1;
  const blocks: Block[] = [];
  let line = before + 1;
  const { text: printed, leftOut } = withoutCode(source.slice(whole.length), before);
  const { text, unsure } = unwrapMarkdown(printed, before);
  let above: string | undefined;
  for (const token of marked.lexer(text)) {
    const own = blocksAt(token, line);
    blocks.push(
      ...(above === undefined ? own : own.map((block, at) => (at === 0 ? withLook(block, above) : block))),
    );
    above = own.length > 0 ? undefined : (leftBy(token) ?? above);
    line += token.raw.match(/\n/g)?.length ?? 0;
  }
  const named = namedIn(fence === '+++' ? yamlOfToml(front) : front);
  const shown = withCaptions(blocks);
  const headlines = named.title === undefined ? [] : [named.title];
  const fronts = whole === '' ? [] : [{ line: 1, last: before, text: front.trim(), reason: FRONT }];
  return {
    unit: 'line',
    blocks: shown,
    named,
    headlines,
    unsure,
    leftOut: [...fronts, ...leftOut],
    problems: [],
  };
}

const FRONT = 'front matter, of which title, author and date are read';
const CODE = 'a shortcode or tag of the site’s generator';
/** `<!-- … -->`; `{{< … >}}`, `{% … %}`, `{{ … }}`; a comment in braces; a component on lines of its own; `import … from '…'`, `export const …`. */
const CODES = [
  /<!--(?:(?!<!--)[\s\S]){0,20000}?-->/g,
  /\{\{[<%]?[^{}\n]{1,1000}[>%]?\}\}/g,
  /\{%[^{\n]{1,1000}?%\}/g,
  /\{\/\*[^}]{0,1000}\*\/\}/g,
  /^[ \t]*<\/?[A-Z][\w.]*(?:\s[^<>]{0,1000})?\/?>[ \t]*$/gm,
  /^(?:import\s(?:[^\n]{1,300}\sfrom\s)?(?=['"])|export\s(?:const|let|default|function)\s[^\n]{1,300}?)(?:['"][^'"\n]+['"];?|[;{}[\])])?[ \t]*$/gm,
];

/** Everything that is left out keeps its lines. */
function withoutCode(source: string, before: number): Found {
  const notes = withoutMarkdownNotes(source, before);
  const left: LeftOut[] = [];
  let { text } = notes;
  for (const form of CODES) {
    const lineAt = lineCounter(text, before);
    text = text.replace(form, (all: string, at: number) => {
      left.push({ line: lineAt(at), text: all.trim(), reason: CODE });
      return all.replace(/[^\n]/g, '');
    });
  }
  return { text, leftOut: [...notes.leftOut, ...left].toSorted((a, b) => a.line - b.line) };
}

/** The line of a place, each behind the one before. */
function lineCounter(text: string, before: number): (at: number) => number {
  let [line, seen] = [before + 1, 0];
  return (at) => {
    line += text.slice(seen, at).match(/\n/g)?.length ?? 0;
    seen = at;
    return line;
  };
}

interface Found {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

/** Where a line is no part of running text, or its author broke it. */
const NO_PROSE = /^\s*(?:#|\||!\[|`{3}|~{3})|^ {4}|(?: {2}|\\)$/;

/** Lines that were wrapped at some width are one; each paragraph keeps its first line's place. */
function unwrapMarkdown(source: string, before: number): Pick<Reading, 'unsure'> & { readonly text: string } {
  const raw = source.split('\n');
  const lines = raw.map((text, at) => ({ text: text.trimEnd(), line: at + 1, isApart: NO_PROSE.test(text) }));
  const { paragraphs, unsure } = unwrap(lines);
  const shown = raw.map((text) => (text.trim() === '' ? text : ''));
  for (const { text, line, last } of paragraphs)
    shown[line - 1] = line === last ? (raw[line - 1] ?? '') : text;
  return { text: shown.join('\n'), unsure: unsure.map((own) => ({ ...own, line: own.line + before })) };
}

const NOTE = /^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]+\S)))*)/gm;

/** Without `[^1]: …` and the marks `[^1]`, which marked would read as links; each keeps its lines. `^[…]` is a note in its place. */
function withoutMarkdownNotes(source: string, before: number): Found {
  const leftOut: LeftOut[] = [];
  const leave = (text: string, line: number) => {
    leftOut.push({ line, text: text.replace(/\s*\n\s*/g, ' ').trim(), reason: FOOTNOTE });
  };
  const ids = new Set<string>();
  const lineOfNote = lineCounter(source, before);
  const body = source.replace(NOTE, (all: string, id: string, text: string, at: number) => {
    ids.add(id);
    leave(text, lineOfNote(at));
    return all.replace(/[^\n]/g, '');
  });
  const lineInPlace = lineCounter(body, before);
  const inPlace = body.replace(/\^\[([^\]\n]+)\]/g, (_, text: string, at: number) => {
    leave(text, lineInPlace(at));
    return '';
  });
  const text = inPlace.replace(/\[\^([^\]\s]+)\]/g, (mark, id: string) => (ids.has(id) ? '' : mark));
  return { text, leftOut };
}

type Token = ReturnType<typeof marked.lexer>[number];

/** What a token without text leaves the next with. */
function leftBy({ type, raw }: Token): string | undefined {
  if (type === 'hr') return BELOW_RULE;
  return /!\[|<img\b/.test(raw) ? BELOW_PICTURE : undefined;
}

function withLook(block: Block, look: string | undefined): Block {
  return look === undefined ? block : { ...block, looks: [...block.looks, look] };
}

/** One token's blocks; a paragraph's own line breaks stay. */
function blocksAt(token: Token, line: number): readonly Block[] {
  // A number that opens a line is the author's: as a list it would be gone.
  if (token.type === 'list' && 'ordered' in token && token.ordered) {
    return token.raw
      .split('\n')
      .flatMap((raw, at) => (raw.trim() === '' ? [] : [{ raw, line: line + at }]))
      .flatMap((item) => fragment(`<p>${marked.parseInline(item.raw.trim())}</p>`, item.line));
  }
  // A table has a line a cell there.
  const last = line + (token.raw.trimEnd().match(/\n/g)?.length ?? 0);
  const blocks = fragment(marked.parser([token]).replace(/\n(?=[^<\n])/g, '<br>'), line);
  return blocks.map((block) => (block.line > last ? { ...block, line: last } : block));
}

function fragment(html: string, line: number): readonly Block[] {
  return readFragment(html).map((block) => ({ ...block, line: line + block.line - 1 }));
}

const NAMES = ['title', 'publication', 'author', 'date', 'language', 'series', 'subtitle', 'url'] as const;

function namedIn(yaml: string): Reading['named'] {
  const values: unknown = yaml === '' ? {} : yamlOf(yaml);
  const entries = typeof values === 'object' && values !== null ? Object.entries(values) : [];
  return Object.fromEntries(
    NAMES.flatMap((name) => entries.filter(([key, value]) => key === name && typeof value === 'string')).map(
      ([key, value]) => [key, key === 'date' ? (/^[\d-]{10}(?=T|\s|$)/.exec(value)?.[0] ?? value) : value],
    ),
  );
}

/** What stands in TOML's lines above its first table, of one value each. */
function yamlOfToml(toml: string): string {
  const [top = ''] = toml.split(/^\[/m);
  return [...top.matchAll(/^(\w+)[ \t]*=[ \t]*(["'].*["']|[\d:T.+Z-]+)[ \t]*$/gm)]
    .map(([, key, value]) => `${key}: ${value}`)
    .join('\n');
}

function yamlOf(yaml: string): unknown {
  try {
    return parseYaml(yaml, { schema: 'core' });
  } catch (error) {
    if (error instanceof Error) return {};
    throw error;
  }
}
