// A .docx -> blocks. mammoth makes HTML of it, with tracked changes and merged paragraphs right; extractRawText would join
// lines at breaks. What it cannot carry over it says in messages: each is lost text, and named.
import type { Block, LeftOut, Reading } from './block.ts';
import { readFragment } from './read-page.ts';

export type DocumentRead =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly what: string; readonly mend: string };

export async function readDocument(bytes: Uint8Array): Promise<DocumentRead> {
  const made = await convert(bytes);
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
      unsure: made.messages.map(({ message }) => ({
        line: 1,
        what: `Word's file holds what could not be read: ${message}`,
      })),
      leftOut: notes.map((text): LeftOut => ({ line: blocks.length, text, reason: 'a footnote' })),
      problems: [],
    },
  };
}

async function convert(bytes: Uint8Array) {
  // Loaded when it is needed: it takes a quarter of a second.
  const { default: mammoth } = await import('mammoth');
  try {
    return await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), styleMap: STYLES },
    );
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The title's style is a heading to us; underlined labels are as good as bold ones. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", 'u => strong'];

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
