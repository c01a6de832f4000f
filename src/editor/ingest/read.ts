// Bytes and a name -> the blocks of a source, or what is wrong with it. Which kind it is, its content says, then its name. Markdown
// is read here: marked makes HTML of it, which is read as a page's is.
import { marked } from 'marked';
import { parse as parseYaml } from 'yaml';
import { BELOW_RULE } from './advertisements.ts';
import type { Block, LeftOut, Reading } from './block.ts';
import { BELOW_PICTURE, withCaptions } from './captions.ts';
import { isInterviewFile, type OwnFile } from './compose.ts';
import { decode, LARGEST_SOURCE } from './decode.ts';
import { FOOTNOTE, withoutNotes } from './notes.ts';
import { readCaptions } from './read-captions.ts';
import { readDocument } from './read-document.ts';
import { readFragment, readPage } from './read-page.ts';
import { readText } from './read-text.ts';
import { unwrap } from './text-lines.ts';

export type Kind = 'page' | 'text' | 'Markdown' | 'Word document' | 'WebVTT subtitles' | 'SubRip subtitles';

export interface SourceRead {
  readonly kind: Kind;
  readonly encoding: string;
  readonly reading: Reading;
}

export interface Refusal {
  readonly what: string;
  readonly mend: string;
}

type Read =
  | ({ readonly ok: true } & SourceRead)
  | ({ readonly ok: true; readonly kind: 'interview file' } & OwnFile)
  | ({ readonly ok: false } & Refusal);

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
/** The container of old Office files, and of new ones with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46];

export async function readSource(bytes: Uint8Array, name: string): Promise<Read> {
  const fault = faultOf(bytes);
  if (fault) return { ok: false, ...fault };
  if (startsWith(bytes, ZIP)) {
    const read = await readDocument(bytes);
    if (!read.ok) return read;
    const reading = withoutNotes(read.reading);
    return { ok: true, kind: 'Word document', encoding: 'Office Open XML', reading };
  }
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding, unsure } = decoded;
  if (text.trim() === '') return { ok: false, ...EMPTY };
  if (isInterviewFile(text)) return { ok: true, kind: 'interview file', encoding, text };
  const kind = kindOf(text, name);
  const reading = withoutNotes(await readAs(kind, text));
  if (reading.blocks.length === 0) return { ok: false, ...EMPTY };
  const doubts = unsure === undefined ? [] : [{ line: 1, what: unsure }];
  return { ok: true, kind, encoding, reading: { ...reading, unsure: [...doubts, ...reading.unsure] } };
}

const EMPTY: Refusal = { what: 'There is no text in it.', mend: 'Save the page or the text again.' };

function faultOf(bytes: Uint8Array): Refusal | undefined {
  if (bytes.length === 0) return EMPTY;
  if (bytes.length > LARGEST_SOURCE) {
    const what = `It is larger than ${LARGEST_SOURCE / 1024 / 1024} MiB: no article is.`;
    return { what, mend: 'Save the page without its pictures, or copy the interview into a text file.' };
  }
  if (startsWith(bytes, COMPOUND_FILE)) {
    const what = 'It is a .docx with a password, or a .doc of before 2007.';
    return { what, mend: 'Open it in a word processor and save it as .docx without a password.' };
  }
  if (startsWith(bytes, PDF)) {
    return {
      what: 'It is a PDF.',
      mend: 'Copy its text into a .txt, or save it as .docx from a word processor.',
    };
  }
  return undefined;
}

function kindOf(text: string, name: string): Exclude<Kind, 'Word document'> {
  const head = text.slice(0, 5000);
  const [, ending = ''] = /\.([a-z]+)$/i.exec(name) ?? [];
  if (/^WEBVTT(?:\s|$)/.test(head.trimStart())) return 'WebVTT subtitles';
  if (/^\s*(?:\d+\s*\r?\n)?\s*\d+:\d\d:\d\d[,.]\d+\s*-->/.test(head)) return 'SubRip subtitles';
  if (
    /^html?$|^xhtml$/i.test(ending) ||
    /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(head)
  )
    return 'page';
  if (/^(?:md|markdown)$/i.test(ending)) return 'Markdown';
  return (text.match(/^(?:\*\*\S|#{1,6} \S)/gm)?.length ?? 0) >= 2 ? 'Markdown' : 'text';
}

function readAs(kind: Exclude<Kind, 'Word document'>, text: string): Reading | Promise<Reading> {
  switch (kind) {
    case 'page':
      return readPage(text);
    case 'text':
      return readText(text);
    case 'Markdown':
      return readMarkdown(text);
    case 'WebVTT subtitles':
      return readCaptions(text, 'vtt');
    case 'SubRip subtitles':
      return readCaptions(text, 'srt');
  }
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

function readMarkdown(source: string): Reading {
  const [whole = '', yaml = ''] = FRONT_MATTER.exec(source) ?? [];
  const before = whole.split('\n').length - 1;
  const blocks: Block[] = [];
  let line = before + 1;
  const { text: printed, notes } = withoutMarkdownNotes(source.slice(whole.length), before);
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
  const named = namedIn(yaml);
  const shown = withCaptions(blocks);
  const headlines = named.title === undefined ? [] : [named.title];
  return { unit: 'line', blocks: shown, named, headlines, unsure, leftOut: notes, problems: [] };
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
function withoutMarkdownNotes(
  source: string,
  before: number,
): { readonly text: string; readonly notes: readonly LeftOut[] } {
  const notes: LeftOut[] = [];
  const leave = (text: string, at: number, whole: string) => {
    const line = before + (whole.slice(0, at).match(/\n/g)?.length ?? 0) + 1;
    notes.push({ line, text: text.replace(/\s*\n\s*/g, ' ').trim(), reason: FOOTNOTE });
  };
  const ids = new Set<string>();
  const body = source.replace(NOTE, (all: string, id: string, text: string, at: number, whole: string) => {
    ids.add(id);
    leave(text, at, whole);
    return all.replace(/[^\n]/g, '');
  });
  const inPlace = body.replace(/\^\[([^\]\n]+)\]/g, (_, text: string, at: number, whole: string) => {
    leave(text, at, whole);
    return '';
  });
  const text = inPlace.replace(/\[\^([^\]\s]+)\]/g, (mark, id: string) => (ids.has(id) ? '' : mark));
  return { text, notes };
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
