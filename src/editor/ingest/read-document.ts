// A .docx -> blocks. mammoth makes HTML of it, with tracked changes and merged paragraphs right; extractRawText would join
// lines at breaks. What it cannot carry over it says in messages: each is lost text, and named.
import { Readable } from 'node:stream';
import type JSZip from 'jszip';
import type { Block, LeftOut, Reading } from './block.ts';
import { readFragment } from './read-page.ts';

export type DocumentRead =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly what: string; readonly mend: string };

export async function readDocument(bytes: Uint8Array): Promise<DocumentRead> {
  if (await isBomb(bytes)) {
    const what = `Unpacked it is larger than ${MOST_UNPACKED.all / MEBIBYTE} MiB, or its text than ${MOST_UNPACKED.xml / MEBIBYTE} MiB: no interview is.`;
    const mend = 'Save the interview alone as .docx, without pictures, or copy it into a text file.';
    return { ok: false, what, mend };
  }
  const { bytes: shown, hidden, unread, beside } = await asShown(bytes);
  const made = await convert(shown);
  if (made === undefined) {
    const mend = 'Open it in a word processor and save it again as .docx.';
    return { ok: false, what: 'This is no Word document, or a damaged one.', mend };
  }
  const { html, notes } = withoutNotes(made.value);
  const blocks = readFragment(html).map((block, at): Block => ({ ...block, line: at + 1 }));
  return {
    ok: true,
    reading: {
      unit: 'paragraph',
      blocks,
      named: {},
      headlines: [],
      unsure: [...unread, ...made.messages.map(({ message }) => message)]
        .filter((what) => !STYLE.test(what))
        .map((what) => ({ line: 1, what: `Word's file holds what could not be read: ${what}` })),
      leftOut: [
        ...hidden,
        ...beside,
        ...notes.map((text): LeftOut => ({ line: blocks.length, text, reason: 'a footnote' })),
      ],
      problems: [],
    },
  };
}

/** A style that is not mapped to an element: its text is read all the same. */
const STYLE = /^Unrecognised (?:paragraph|run|table) style|style with ID .* was referenced but not defined/;

const MEBIBYTE = 1024 * 1024;
/** Bytes; a reader of XML takes some 40 times as much memory. */
const MOST_UNPACKED = { xml: 16 * MEBIBYTE, all: 64 * MEBIBYTE };

/** Unpacks piece by piece with mammoth's own reader of archives, and stops at the bound: an archive may lie about its sizes. */
async function isBomb(bytes: Uint8Array): Promise<boolean> {
  // Loaded when it is needed, as mammoth is.
  const { default: JSZip } = await import('jszip');
  const archive = await orUndefined(JSZip.loadAsync(bytes));
  const unpacked = { xml: 0, all: 0 };
  for (const file of Object.values(archive?.files ?? {})) {
    const isXml = /\.(?:xml|rels)$/i.test(file.name);
    const isWithin = (length: number) => {
      unpacked.all += length;
      if (isXml) unpacked.xml += length;
      return unpacked.all <= MOST_UNPACKED.all && unpacked.xml <= MOST_UNPACKED.xml;
    };
    if ((await orUndefined(unpack(file.nodeStream(), isWithin))) === false) return true;
  }
  return false;
}

/** Whether `isWithin` was so of every piece. */
async function unpack(
  stream: NodeJS.ReadableStream,
  isWithin: (length: number) => boolean,
): Promise<boolean> {
  for await (const piece of new Readable().wrap(stream)) if (!isWithin(piece.length)) return false;
  return true;
}

const TEXT_PART = 'word/document.xml';

/**
 * The document as Word shows it: mammoth 1.13.0 takes hidden text for text, and drops a word with its pronunciation above it
 * (`w:ruby`), and without a message what is overprinted by a field. What is hidden is left out; a word loses its pronunciation only.
 */
async function asShown(bytes: Uint8Array): Promise<Shown> {
  const { default: JSZip } = await import('jszip');
  const archive = await orUndefined(JSZip.loadAsync(bytes));
  const xml = await archive?.file(TEXT_PART)?.async('string');
  const beside = archive === undefined ? [] : await besideText(archive);
  if (!archive || xml === undefined || !/<w:(?:vanish|ruby|instrText|delText)\b/.test(xml))
    return { bytes, hidden: [], unread: [], beside };
  const plain = xml.replace(/<w:(rt|rubyPr)\b[^>]*>.*?<\/w:\1>|<\/?w:ruby(?:Base)?\b[^>]*>/gs, '');
  const { printed, unread } = withFields(plain);
  const { shown, hidden } = withoutHidden(printed);
  archive.file(TEXT_PART, shown);
  return { bytes: await archive.generateAsync({ type: 'uint8array' }), hidden, unread, beside };
}

interface Shown {
  readonly bytes: Uint8Array;
  /** What is in the text, and not shown in it. */
  readonly hidden: readonly LeftOut[];
  /** What is shown beside the text. */
  readonly beside: readonly LeftOut[];
  /** Fields whose text is not known. */
  readonly unread: readonly string[];
}

/** Comments, heads and feet of pages, each once: mammoth reads past them. */
async function besideText(archive: JSZip): Promise<readonly LeftOut[]> {
  const found = new Map<string, LeftOut>();
  for (const file of archive.file(/^word\/(?:comments|header\d*|footer\d*)\.xml$/)) {
    const reason = file.name.includes('comments') ? 'a comment' : 'the head or foot of a page';
    for (const paragraph of (await file.async('string')).split(PARAGRAPH_ENDS)) {
      const text = textIn(paragraph).trim();
      if (text !== '') found.set(text, { line: 1, text, reason });
    }
  }
  return [...found.values()];
}

/** The text of runs, deleted ones among them. */
function textIn(xml: string): string {
  const parts = [...xml.matchAll(/<w:(t|delText)(?: [^>]*)?>(.*?)<\/w:\1>/gs)].map(([, , text]) => text);
  return readFragment(`<p>${parts.join('')}</p>`)[0]?.text ?? '';
}

/** The runs of one field that no other is within. */
const FIELD =
  /<w:r(?: [^>]*)?>(?:(?!<\/w:r>).)*?w:fldCharType="begin"(?:(?!w:fldCharType="begin").)*?w:fldCharType="end".*?<\/w:r>/gs;
/** `EQ \o\ad(\s\up 9(sòng),宋)`: one text printed over another, the word last. Word's commands for pronunciations and rings write it. */
const OVERPRINT =
  /\\o\s*(?:\\a[clrd]\s*)?\((?<above>.*)[,;](?<word>[^()]*|\\s\\do\s*\d*\s*\([^()]*\))\)\s*$/is;
const RAISED = /\\s\\(?:up|do)\s*\d*\s*\(([^()]*)\)/i;

function withFields(xml: string): { readonly printed: string; readonly unread: readonly string[] } {
  const unread: string[] = [];
  const printed = xml.replace(FIELD, (field) => {
    const parts = field.matchAll(/<w:instrText(?: [^>]*)?>(.*?)<\/w:instrText>/gs);
    const code = [...parts]
      .map(([, part]) => part)
      .join('')
      .trim();
    if (!/^eq\b/i.test(code) || /<w:t[ >]/.test(field)) return field;
    const text = overprinted(code);
    if (text === undefined) unread.push(code);
    const looks = /<w:rPr>.*?<\/w:rPr>/s.exec(field)?.[0] ?? '';
    return text === undefined ? field : `<w:r>${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  });
  return { printed, unread };
}

/** Of two characters in the space of one both are the text. */
function overprinted(code: string): string | undefined {
  const { above = '', word } = OVERPRINT.exec(code)?.groups ?? {};
  const lowered = RAISED.exec(word ?? '')?.[1];
  return lowered === undefined ? word : `${RAISED.exec(above)?.[1] ?? ''}${lowered}`;
}

/** A run of characters whose looks hide it. */
const HIDDEN =
  /<w:r(?: [^>]*)?>\s*<w:rPr>(?:(?!<\/w:rPr>).)*?<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>.*?<\/w:r>/gs;
/** What a tracked change took out; an empty element tells of a mark or a row. */
const DELETED = /<w:del(?: [^>]*[^/>])?>.*?<\/w:del>/gs;
const PARAGRAPH_ENDS = '</w:p>';

function withoutHidden(xml: string): { readonly shown: string; readonly hidden: readonly LeftOut[] } {
  const hidden: LeftOut[] = [];
  let line = 1;
  const leave = (reason: string) => (run: string) => {
    const text = textIn(run);
    if (text !== '') hidden.push({ line, text, reason });
    return '';
  };
  const paragraphs = xml.split(PARAGRAPH_ENDS).map((paragraph) => {
    const kept = paragraph.replace(DELETED, leave('deleted by a tracked change'));
    const shown = kept.replace(HIDDEN, leave('hidden in the document'));
    if (/<w:t[ >]/.test(shown)) line += 1;
    return shown;
  });
  return { shown: paragraphs.join(PARAGRAPH_ENDS), hidden };
}

/** What cannot be unpacked, mammoth cannot read either. */
async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

async function convert(bytes: Uint8Array) {
  // Loaded when it is needed: it takes a quarter of a second.
  const { default: mammoth } = await import('mammoth');
  return await orUndefined(
    mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), styleMap: STYLES },
    ),
  );
}

/** The title's style is a heading to us, a picture's caption no text; underlined labels are as good as bold ones. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  'p.Caption => figcaption:fresh',
  'u => strong',
];

/** Footnotes come as raised numbers and a list at the end: neither is the interview's text. */
function withoutNotes(html: string): { readonly html: string; readonly notes: readonly string[] } {
  const list = /<ol>(?:<li id="[^"]*(?:foot|end)note-[^"]*">.*?<\/li>)+<\/ol>\s*$/s.exec(html);
  const body = (list ? html.slice(0, list.index) : html).replace(
    /<sup><a href="#[^"]*(?:foot|end)note-[^"]*"[^>]*>.*?<\/a><\/sup>/g,
    '',
  );
  const notes = list ? readFragment(list[0]).map(({ text }) => text) : [];
  return { html: body, notes };
}
