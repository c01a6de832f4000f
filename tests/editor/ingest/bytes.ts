// Bytes that tests need and no library here writes: GB 18030, UTF-16, and a .docx made by hand.
import JSZip from 'jszip';
import { crc32Of } from './crc.ts';

let pairs: ReadonlyMap<string, readonly number[]> | undefined;

/** The two-byte part of GB 18030, read off the decoder; other characters become references, as browsers save them. */
export function gb18030(text: string): Uint8Array {
  pairs ??= twoBytePairs();
  const bytes = Array.from(text).flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? [code] : (pairs?.get(character) ?? [...new TextEncoder().encode(`&#${code};`)]);
  });
  return Uint8Array.from(bytes);
}

function twoBytePairs(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !found.has(character)) found.set(character, [lead, trail]);
    }
  }
  return found;
}

export function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
}

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  /** Not shown by Word, unless one asks for it. */
  readonly hidden?: boolean;
  /** Taken out by a change that Word keeps track of, and the mark of its paragraph with it. */
  readonly deleted?: boolean;
  /** How the text is pronounced, in small letters above it. */
  readonly above?: string;
  /** Word's code of a field in place of the text, which is not stored. */
  readonly field?: string;
  /** Of its paragraph, where the paragraph's first run has one. */
  readonly style?: string;
}

/** A Word document of paragraphs of runs; `beside` are further parts, such as `comments`, by their names, each of one run. */
export function docx(
  paragraphs: readonly (readonly Run[])[],
  beside: Readonly<Record<string, Run>> = {},
): Uint8Array {
  const body = paragraphs.map(paragraphXml).join('');
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return zip({
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(beside).map(([name, run]) => [
        `word/${name}.xml`,
        `<w:part>${paragraphXml([run])}</w:part>`,
      ]),
    ),
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="s1" Type="${relation.replace(/officeDocument$/, 'styles')}" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${main}"><w:style w:type="paragraph" w:styleId="a5"><w:name w:val="caption"/></w:style></w:styles>`,
  });
}

function paragraphXml(runs: readonly Run[]): string {
  const style = runs[0]?.style;
  const marks = runs.some(({ deleted }) => deleted) ? '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>' : '';
  const looks = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  const properties = looks + marks === '' ? '' : `<w:pPr>${looks}${marks}</w:pPr>`;
  return `<w:p>${properties}${runs.map(runXml).join('')}</w:p>`;
}

function runXml({ text, bold, hidden, deleted, above, field }: Run): string {
  if (field !== undefined) return fieldXml(field);
  if (deleted) return `<w:del w:id="2" w:author="A"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const looks = `${bold ? '<w:b/>' : ''}${hidden ? '<w:vanish/>' : ''}`;
  const properties = looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`;
  const run = `<w:r>${properties}<w:t xml:space="preserve">${escaped}</w:t></w:r>`;
  if (above === undefined) return run;
  const pronounced = `<w:rubyPr><w:hps w:val="10"/></w:rubyPr><w:rt>${runXml({ text: above })}</w:rt>`;
  return `<w:r><w:ruby>${pronounced}<w:rubyBase>${run}</w:rubyBase></w:ruby></w:r>`;
}

/** The code in two runs, as Word parts it where the script changes. */
function fieldXml(code: string): string {
  const middle = Math.floor(code.length / 2);
  const parts = [code.slice(0, middle), code.slice(middle)].map(
    (part) => `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`,
  );
  const [begin, end] = ['begin', 'end'].map((type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`);
  return `${begin}${parts.join('')}${end}`;
}

/** A ZIP archive without compression. */
function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const head = entry(name, data);
    const place = Buffer.alloc(46);
    place.writeUInt32LE(0x02014b50, 0);
    head.copy(place, 6, 4, 30);
    place.writeUInt32LE(offset, 42);
    local.push(head, data);
    central.push(Buffer.concat([place, Buffer.from(name)]));
    offset += head.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

function entry(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(crc32Of(data), 14);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(data.length, 22);
  head.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([head, Buffer.from(name)]);
}

/** Bytes that an archive which lies about its sizes says are in each of its files. */
const CLAIMED = 100;

/** A compressed archive; a dishonest one says that little is in it. */
export async function archive(
  files: Readonly<Record<string, string>>,
  isHonest: boolean,
): Promise<Uint8Array> {
  const packed = new JSZip();
  for (const [name, text] of Object.entries(files)) packed.file(name, text);
  const bytes = await packed.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  if (isHonest) return bytes;
  bytes.writeUInt32LE(CLAIMED, 22);
  bytes.writeUInt32LE(CLAIMED, bytes.indexOf('PK\u0001\u0002') + 24);
  return bytes;
}
