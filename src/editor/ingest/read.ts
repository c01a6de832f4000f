// Bytes and a name -> the blocks of a source, or what is wrong with it. Which kind it is, its content says, then its name.
import type { Reading } from './block.ts';
import { isInterviewFile, type OwnFile } from './compose.ts';
import { decode, LARGEST_SOURCE } from './decode.ts';
import { withoutNotes } from './notes.ts';
import { readCaptions } from './read-captions.ts';
import { readDocument } from './read-document.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPage } from './read-page.ts';
import { readText } from './read-text.ts';

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
