// Bytes and a name -> the blocks of a source, or what is wrong with it. Which kind it is, its content says, then its name.
import type { Reading } from './block.ts';
import { isInterviewFile, type OwnFile } from './compose.ts';
import { withoutNotes } from './notes.ts';
import { readCaptions } from './read-captions.ts';
import { readDocument } from './read-document.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPage } from './read-page.ts';
import { readText } from './read-text.ts';
import { withoutTimes } from './times.ts';

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
    const reading = withoutTimes(withoutNotes(read.reading));
    return { ok: true, kind: 'Word document', encoding: 'Office Open XML', reading };
  }
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding, unsure } = decoded;
  if (text.trim() === '') return { ok: false, ...EMPTY };
  if (isInterviewFile(text)) return { ok: true, kind: 'interview file', encoding, text };
  const kind = kindOf(text, name);
  const reading = withoutTimes(withoutNotes(await readAs(kind, text)));
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
  if (/^(?:mdx?|markdown)$/i.test(ending)) return 'Markdown';
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

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string; readonly unsure?: string }
  | { readonly ok: false; readonly what: string; readonly mend: string };

/** Bytes; a longer source is no article, and would fill the memory. */
export const LARGEST_SOURCE = 32 * 1024 * 1024;

/** Names under which pages declare what GB 18030 contains; libraries disagree on some of them. */
const GB18030 = /^(?:gbk?|gb[-_]?2312(?:-80)?|gb18030|cp936|ms936|windows-936|x-gbk|csgb2312|chinese)$/i;
/** Bytes of the head in which a page declares its encoding. */
const HEAD = 4096;
const DECLARED =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})|<\?xml[^>]{0,80}encoding=["']([\w-]{2,20})/i;

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function decode(bytes: Uint8Array): Decoded {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  const found = marked === undefined ? guess(bytes) : read(bytes, marked);
  if (!found.ok || !isBinary(found.text)) return found;
  const mend = 'Give a page (.html), a text (.txt, .md), a .docx, or subtitles (.srt, .vtt).';
  return { ok: false, what: 'This is no text but a binary file.', mend };
}

function guess(bytes: Uint8Array): Decoded {
  const hasZero = bytes.subarray(0, 65_536).includes(0);
  const utf8 = hasZero ? undefined : strictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { ok: true, text: utf8, encoding: 'UTF-8' };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const declared = DECLARED.exec(head)?.slice(1).find(Boolean);
  if (declared !== undefined && isKnown(declared)) return read(bytes, declared);
  if (hasZero) return guessOrder(bytes);
  const text = strictly(bytes, 'gb18030');
  if (text !== undefined && !hasLoneAccents(bytes)) {
    return {
      ok: true,
      text: withoutMark(text),
      encoding: 'GB 18030',
      unsure: 'no encoding is declared; it reads as GB 18030',
    };
  }
  const unsure = 'no encoding is declared, and it is neither UTF-8 nor GB 18030; read as windows-1252';
  return { ok: true, text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', unsure };
}

function read(bytes: Uint8Array, label: string): Decoded {
  const encoding = GB18030.test(label) ? 'gb18030' : label.toLowerCase();
  const text = withoutMark(new TextDecoder(encoding).decode(bytes));
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const named = encoding === 'gb18030' ? 'GB 18030' : encoding.toUpperCase();
  if (lost === 0) return { ok: true, text, encoding: named };
  const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
  return {
    ok: true,
    text,
    encoding: named,
    unsure: `${lost} characters are no ${named}, the first on line ${line}`,
  };
}

function isKnown(label: string): boolean {
  try {
    return GB18030.test(label) || new TextDecoder(label).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Node's decoder leaves the mark of GB 18030 in the text. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** In the wrong order line breaks and punctuation are letters that nobody uses; zero bytes alone tell nothing of U+3000. */
function guessOrder(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, 65_536);
  const [little, big] = ['utf-16le', 'utf-16be'].map((order) =>
    usualIn(new TextDecoder(order).decode(sample)),
  );
  const found = read(bytes, (little ?? 0) >= (big ?? 0) ? 'utf-16le' : 'utf-16be');
  if (!found.ok || found.unsure !== undefined) return found;
  return { ...found, unsure: `no encoding is declared; it reads as ${found.encoding}` };
}

/** How many characters are ASCII, Chinese, or their punctuation. */
function usualIn(text: string): number {
  return text.match(/[\t\n\r -~\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]/g)?.length ?? 0;
}

/** In windows-1252 most bytes above ASCII stand alone (é, ’); in GB 18030 they come in pairs. */
function hasLoneAccents(bytes: Uint8Array): boolean {
  let lone = 0;
  let high = 0;
  for (const [at, byte] of bytes.subarray(0, 262_144).entries()) {
    if (byte < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) lone += 1;
  }
  return lone > high / 2;
}

/** Share of characters that no text has. */
const MOST_CONTROLS = 0.005;

function isBinary(text: string): boolean {
  const sample = text.slice(0, 100_000);
  const odd =
    sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd\ufffe\uffff\ue000-\uf8ff]/g)?.length ?? 0;
  return odd > sample.length * MOST_CONTROLS && odd > 2;
}
