// A .docx -> blocks. mammoth makes HTML of it, with tracked changes and merged paragraphs right; extractRawText would join
// lines at breaks. What it cannot carry over it says in messages: each is lost text, and named.
import { Readable } from 'node:stream';
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
  const { bytes: shown, hidden } = await asShown(bytes);
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
      unsure: made.messages
        .filter(({ message }) => !STYLE.test(message))
        .map(({ message }) => ({ line: 1, what: `Word's file holds what could not be read: ${message}` })),
      leftOut: [
        ...hidden,
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
 * (`w:ruby`). What is hidden is left out; a word loses its pronunciation only.
 */
async function asShown(bytes: Uint8Array): Promise<{ bytes: Uint8Array; hidden: readonly LeftOut[] }> {
  const { default: JSZip } = await import('jszip');
  const archive = await orUndefined(JSZip.loadAsync(bytes));
  const xml = await archive?.file(TEXT_PART)?.async('string');
  if (!archive || xml === undefined || !/<w:(?:vanish|ruby)\b/.test(xml)) return { bytes, hidden: [] };
  const plain = xml.replace(/<w:(rt|rubyPr)\b[^>]*>.*?<\/w:\1>|<\/?w:ruby(?:Base)?\b[^>]*>/gs, '');
  const { shown, hidden } = withoutHidden(plain);
  archive.file(TEXT_PART, shown);
  return { bytes: await archive.generateAsync({ type: 'uint8array' }), hidden };
}

/** A run of characters whose looks hide it. */
const HIDDEN =
  /<w:r(?: [^>]*)?>\s*<w:rPr>(?:(?!<\/w:rPr>).)*?<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>.*?<\/w:r>/gs;
const PARAGRAPH_ENDS = '</w:p>';

function withoutHidden(xml: string): { readonly shown: string; readonly hidden: readonly LeftOut[] } {
  const hidden: LeftOut[] = [];
  let line = 1;
  const paragraphs = xml.split(PARAGRAPH_ENDS).map((paragraph) => {
    const shown = paragraph.replace(HIDDEN, (run) => {
      const text = [...run.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, own]) => own).join('');
      if (text.trim() !== '') hidden.push({ line, text, reason: 'hidden in the document' });
      return '';
    });
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
