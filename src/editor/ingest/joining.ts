// Two lines of one paragraph -> one: with a space or without; a word that the line's end parted is closed where it is one word,
// with its hyphen where it is a compound, in doubt where it may be either.
import { endsAsSentence, widthOf } from './block.ts';
import table from './hyphens.json' with { type: 'json' };

export interface Words {
  /** In lower case, with inner hyphens, as they stand within lines. */
  readonly all: ReadonlySet<string>;
  /** Latin words among Chinese characters have spaces around them. */
  readonly isSpaced: boolean;
}

const FIRST = new Set(table.first.split(' '));
const LAST = new Set(table.last.split(' '));
const ENDINGS = new Set(table.endings.split(' '));

export function wordsOf(lines: readonly { readonly text: string }[]): Words {
  const all = new Set<string>();
  let spaced = 0;
  let tight = 0;
  for (const { text } of lines) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:[-\u2010'’]\p{L}+)*(?![-\u2010\u00ad]?$)/gu))
      all.add(word);
    spaced += text.match(/\p{Script=Han} [A-Za-z]|[A-Za-z] \p{Script=Han}/gu)?.length ?? 0;
    tight += text.match(/\p{Script=Han}[A-Za-z]|[A-Za-z]\p{Script=Han}/gu)?.length ?? 0;
  }
  return { all, isSpaced: spaced > tight };
}

/** `above` ends in a hyphen behind a letter. */
function closeHyphen(
  above: string,
  below: string,
  { all }: Words,
): { readonly text: string; readonly doubt?: string } {
  const [closed, kept] = [above.slice(0, -1) + below, above + below];
  const [head = ''] = /[\p{L}'’-]+(?=.$)/u.exec(above) ?? [];
  const [tail = ''] = /^[\p{L}'’]+/u.exec(below) ?? [];
  const left = head.toLowerCase().split('-').at(-1) ?? '';
  const right = tail.toLowerCase();
  if (above.endsWith('\u00ad')) return { text: closed };
  if (!/^\p{Ll}/u.test(tail)) return { text: kept };
  if (all.has(left + right)) return { text: closed };
  if (all.has(`${left}-${right}`)) return { text: kept };
  const isCompound = FIRST.has(left) || LAST.has(right) || head.includes('-');
  const areWords = all.has(left) && all.has(right) && left.length > 2;
  if (ENDINGS.has(right) || (!isCompound && !areWords)) return { text: closed };
  const doubt = `“${head}-${tail}” stands parted at the end of a line, and its hyphen is kept: is it one word?`;
  return { text: kept, doubt };
}

/** `pas-` */
export const PARTED = /\p{L}[-\u00ad\u2010]$/u;

export function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Whether a line breaks off behind a Chinese character, or a mark within a sentence. */
export function breaksOffInHan(text: string): boolean {
  return /[\p{Script=Han}，、]$/u.test(text);
}

/** Columns; a shorter line does not break off. */
const SHORT = 24;

/** Whether a full line breaks off, and a sentence goes on in `below`; `over` is the line before it. */
export function goesOn(above: string, below: string, over: string): boolean {
  const isFull = widthOf(above) > SHORT && widthOf(above) >= widthOf(over) * 0.8;
  const isFurther =
    /^[\p{Ll},;，、；。]/u.test(below) || (breaksOffInHan(above) && /^\p{Script=Han}/u.test(below));
  return !endsAsSentence(above) && isFull && isFurther;
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;
const HALF_WIDE = /[“”‘’…—·]/;

/** One line behind the other: without a space between Chinese characters, and a parted word closed. */
export function join(
  above: string,
  below: string,
  words: Words,
): { readonly text: string; readonly doubt?: string } {
  if (PARTED.test(above)) return closeHyphen(above, below, words);
  if (/[\d\p{L}][-\u2010]$/u.test(above)) return { text: above + below };
  const [end, start] = [above.slice(-1), below.charAt(0)];
  const isTight =
    (WIDE.test(end) && (WIDE.test(start) || HALF_WIDE.test(start))) ||
    (HALF_WIDE.test(end) && WIDE.test(start));
  const isMixed = isHan(end + start) && /[a-z]/i.test(end + start) && !words.isSpaced;
  const isNumber = isHan(end + start) && /\d/.test(end + start);
  return { text: isTight || isMixed || isNumber ? above + below : `${above} ${below}` };
}

/** One line; between Chinese characters without a space. */
export function joinLines(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((all, line) => {
      const isWide =
        /[\u2e80-\u9fff\uff00-\uff60”]$/.test(all) && /^[\u2e80-\u9fff\uff00-\uff60“]/.test(line);
      return all === '' || isWide ? all + line : `${all} ${line}`;
    }, '');
}
