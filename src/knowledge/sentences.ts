// Splits a text into paragraphs and sentences; excerpts and translations are cut by this one splitter.
import type { Range, Sentence } from './interview.ts';

const TERMINATORS = /[。！？!?；;]/;
const CLOSERS = /[”’」』》〉）)\]】〕｣"'»]/;
/** Those that come in pairs; an apostrophe closes nothing, and `"` opens as well as it closes. */
const OPENERS = /[“‘「『《〈（(【[〔｛{［｢«]/;
const PAIRED_CLOSERS = /[”’」』》〉）)】\]〕｝}］｣»]/;
/** What goes on within the same sentence behind a quotation or a bracket that holds a mark. */
const GOES_ON = /[\p{Ll},，、:：…—–)）\]】〕｝}］」』》〉”’»]/u;
const WITHOUT_WIDTH = /\p{Default_Ignorable_Code_Point}/u;
/** Web and mail addresses, with or without a scheme. Chinese behind a `?` is text again: it may follow without a space. */
const ADDRESS =
  /(?<![\w.-])(?:[a-z][a-z\d+.-]{1,20}:\/\/|mailto:|www\.|(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?=[/?#]))(?:[?!;](?=[\w/=&%#~+@-])|[^\s<>"“”‘’「」『』《》（）【】，。；！？、?!;])*/gi;
/** Marks at the end of an address belong to the sentence around it. */
const ADDRESS_TAIL = /[.,:'()[\]]+$/;
/** The title of a work, whatever it asks or shouts; longer ones are an opening mark that nobody closed. */
const TITLE = /《[^《》]{1,60}》|〈[^〈〉]{1,60}〉/g;
const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What may stand before a full stop that ends a sentence of Latin script. */
const LATIN_END = /[\p{Script=Latin}\p{N}%”’)\]"'»`*]/u;

/** Words after which a full stop rarely ends a sentence; compared in lower case without the stop. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof st jr sr vs etc e.g i.e cf al no nos vol fig figs eq ed eds pp ca approx dept est ' +
    'inc ltd co corp gov gen sen rep lt col sgt capt hon rev mt ft a.m p.m u.s u.k u.n ph.d b.a m.a b.sc m.sc d.c ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** The paragraphs of a section's text: the runs between blank lines, in order. */
export function paragraphRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const paragraph of text.split('\n\n')) {
    if (paragraph !== '') ranges.push({ start, end: start + paragraph.length });
    start += paragraph.length + 2;
  }
  return ranges;
}

/** The sentences of a section's text, in order; together they hold every character that is not white space. */
export function sentenceRanges(text: string, paragraphs: readonly Range[]): readonly Sentence[] {
  return paragraphs.flatMap((range, paragraph) =>
    splitSentences(text.slice(range.start, range.end)).map((sentence) => ({
      start: range.start + sentence.start,
      end: range.start + sentence.end,
      paragraph,
    })),
  );
}

/** The sentences of one paragraph. Linear in its length. */
export function splitSentences(paragraph: string): readonly Range[] {
  const sentences: Range[] = [];
  const openings = openingsIn(paragraph);
  let start = 0;
  let at = 0;
  while (at < paragraph.length) {
    const end = endsSentence(paragraph, at) ? endBehind(paragraph, at, openings) : undefined;
    if (end === undefined) {
      at += 1;
      continue;
    }
    at = end;
    pushTrimmed(sentences, paragraph, { start, end });
    start = end;
  }
  pushTrimmed(sentences, paragraph, { start, end: paragraph.length });
  return sentences;
}

/** For each UTF-16 unit how many quotations and brackets are open there, and whether it is of a name: an address, a title. */
interface Openings {
  readonly depth: Uint16Array;
  readonly isName: Uint8Array;
}

/** Deeper than any text nests; it keeps an unclosed row of brackets countable. */
const DEEPEST = 1000;

function openingsIn(text: string): Openings {
  const depth = new Uint16Array(text.length);
  const isName = new Uint8Array(text.length);
  for (const { 0: address, index } of text.matchAll(ADDRESS))
    isName.fill(1, index, index + address.replace(ADDRESS_TAIL, '').length);
  for (const { 0: title, index } of text.matchAll(TITLE)) isName.fill(1, index, index + title.length);
  let open = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    depth[at] = open + (isQuoted ? 1 : 0);
    if (isName[at] === 1) continue;
    if (character === '"') isQuoted = !isQuoted;
    else if (OPENERS.test(character)) open = Math.min(open + 1, DEEPEST);
    else if (PAIRED_CLOSERS.test(character)) open = Math.max(open - 1, 0);
  }
  return { depth, isName };
}

/** Where the sentence ends whose mark stands at `at`; undefined where the text goes on within it. */
function endBehind(text: string, at: number, { depth, isName }: Openings): number | undefined {
  if (isName[at] === 1) return undefined;
  const end = skipWhile(text, at + 1, (character, place) =>
    character === '"' ? (depth[place] ?? 0) > 0 || !startsWord(text, place + 1) : isTail(character),
  );
  const isWithin = (depth[at] ?? 0) > 0 || end > skipWhile(text, at + 1, isMark);
  if (!isWithin) return end;
  const next = skipWhile(text, end, (character) => /\s/.test(character) || WITHOUT_WIDTH.test(character));
  return GOES_ON.test(text.charAt(next)) ? undefined : end;
}

function startsWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function endsSentence(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (TERMINATORS.test(character)) return true;
  return character === '.' && isLatinFullStop(text, at);
}

/** A full stop before white space (closing quotes may stand between), after a word that is no abbreviation or initial. */
function isLatinFullStop(text: string, at: number): boolean {
  const after = skipWhile(text, at + 1, isCloser);
  if (after < text.length && !/\s/.test(text.charAt(after))) return false;
  if (!LATIN_END.test(lastSeen(text, at))) return false;
  const next = skipWhile(text, after, (character) => /\s/.test(character));
  return !HAN_OR_KANA.test(text.charAt(next)) && !isAbbreviated(text, at);
}

function isAbbreviated(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < LONGEST_ABBREVIATION && /[\p{L}.]/u.test(text.charAt(start - 1)))
    start -= 1;
  const word = text.slice(start, at);
  const isInitial = /^\p{Lu}$/u.test(word) || /^(\p{Lu}\.)+\p{Lu}$/u.test(word);
  return isInitial || ABBREVIATIONS.has(word.toLowerCase());
}

/** Characters to look back for an abbreviation: one more than the longest in the list. */
const LONGEST_ABBREVIATION = 7;

/** The character before a place that a reader sees. */
function lastSeen(text: string, at: number): string {
  let before = at - 1;
  while (before > 0 && WITHOUT_WIDTH.test(text.charAt(before))) before -= 1;
  return text.charAt(before);
}

/** What has no width goes with what it follows. */
function isCloser(character: string): boolean {
  return CLOSERS.test(character) || WITHOUT_WIDTH.test(character);
}

function isMark(character: string): boolean {
  return TERMINATORS.test(character) || character === '.';
}

function isTail(character: string): boolean {
  return isMark(character) || isCloser(character);
}

function skipWhile(text: string, from: number, accepts: (character: string, at: number) => boolean): number {
  let at = from;
  while (at < text.length && accepts(text.charAt(at), at)) at += 1;
  return at;
}

function pushTrimmed(into: Range[], text: string, { start, end }: Range): void {
  const first = skipWhile(text, start, (character) => /\s/.test(character));
  let last = Math.max(first, end);
  while (last > first && /\s/.test(text.charAt(last - 1))) last -= 1;
  if (last > first) into.push({ start: first, end: last });
}
