// A quotation's publisher page -> its address at the quoted words: a text fragment that browsers scroll to and mark.

/** A web page that prints a text, in one language (BCP 47). */
export interface Printed {
  readonly url: string;
  readonly text: string;
  readonly language: string;
}

/** UTF-16 units up to which a line is looked for as a whole; of what is longer, its beginning and its end are. */
const LONGEST_WHOLE = 80;
/** UTF-16 units of a beginning or an end: enough to stand once on a page, few enough to survive its markup. */
const LONGEST_PART = 40;
/** A part of fewer units may stand on the page by chance. */
const SHORTEST_PART = 10;
/** UTF-16 units of an address that Discord takes. */
const LONGEST_ADDRESS = 2048;

/** The address itself where there are no words to look for, or they would make it too long. */
export function linkToWords({ url, text, language }: Printed): string {
  const address = new URL(url).href;
  const directive = partsOf(text, language).map(encodePart).join(',');
  const link = `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
  return directive === '' || link.length > LONGEST_ADDRESS ? address : link;
}

/** One line as it is; else the first words and the last ones, as a browser matches no text across paragraphs. */
function partsOf(text: string, language: string): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (lines.length === 1 && first.length <= LONGEST_WHOLE) return [first];
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [wordsFromStart(first, segmenter), wordsToEnd(last, segmenter)];
}

function wordsFromStart(line: string, segmenter: Intl.Segmenter): string {
  if (line.length <= LONGEST_PART) return line;
  const ends = bordersIn(line, segmenter, LONGEST_PART);
  const safe = ends.findLast(({ at, isCertain }) => isCertain && at >= SHORTEST_PART);
  return line.slice(0, (safe ?? ends.at(-1))?.at ?? line.length).trim();
}

function wordsToEnd(line: string, segmenter: Intl.Segmenter): string {
  const from = line.length - LONGEST_PART;
  if (from <= 0) return line;
  const starts = bordersIn(line, segmenter, line.length).filter(({ at }) => at >= from);
  const safe = starts.find(({ at, isCertain }) => isCertain && at <= line.length - SHORTEST_PART);
  return line.slice((safe ?? starts[0])?.at ?? 0).trim();
}

interface Border {
  readonly at: number;
  /** Beside a mark or a space, where every browser ends a word, whatever words it knows. */
  readonly isCertain: boolean;
}

/** Where words end and begin within a line, up to a place: a browser finds whole words only. */
function bordersIn(line: string, segmenter: Intl.Segmenter, last: number): readonly Border[] {
  const borders: Border[] = [];
  let isAfterWord = true;
  // One by one: the rest of a long line need not be taken apart.
  for (const { index, isWordLike } of segmenter.segment(line)) {
    if (index > last) break;
    const isWord = isWordLike !== false;
    if (index > 0) borders.push({ at: index, isCertain: !isWord || !isAfterWord });
    isAfterWord = isWord;
  }
  return borders;
}

/** What `encodeURIComponent` leaves, and a directive or Discord's markup would read as its own. */
const MEANINGFUL = /[-!'()*~_]/g;

function encodePart(part: string): string {
  return encodeURIComponent(part).replace(
    MEANINGFUL,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
