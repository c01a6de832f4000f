// The words of a text as the table of words to the bot spells them: folded, contractions and chat spellings written out
// ("whats" is what is, "咩" is 什么), drawn-out letters and slips of the keyboard mended where that makes a known word.
import { fold } from './fold.ts';
import { KIND, scan } from './tokenise.ts';
import table from './words-to-bot.json' with { type: 'json' };

/** Letters of the words that are known with their letters in another order. */
const MENDED = { shortest: 7, longest: 14 };

/** Discord's own, and names behind an @. */
const MENTION = /<[@#:][^<>\s]{0,60}>|(?<!\S)@\S{1,40}/g;
const LAUGHTER = /^(?:ha|he|hi|ho|xi|ja|je|lo|xd|hue){2,}[hlx]?$/;
/** "A.I." is a word. */
const DOTTED = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}){1,8}(?![\p{L}\p{N}])/gu;
const DRAWN_OUT = /(\p{L})\1{2,}/gu;

export function alternatives(lists: readonly string[]) {
  return lists.flatMap((list) => list.split('|'));
}

const spellings = new Map(
  alternatives(table.spellings).map((pair): [string, string] => {
    const [written = '', meant = ''] = pair.split('=');
    return [written, meant];
  }),
);
const vocabulary = new Set([
  ...spellings.keys(),
  ...Object.values(table.words).flatMap((lists) => lists.join(' ').split(/[ |]/)),
]);
const byLetters = new Map(
  [...vocabulary].filter(isLong).map((word): [string, string] => [lettersOf(word), word]),
);

export function spelledWords(text: string): readonly string[] {
  return unitsOf(text.replace(MENTION, ' ')).flatMap(spell);
}

/** Words without their apostrophes, numbers, and Chinese characters one by one; capitals never matter to a bot. */
function unitsOf(text: string): readonly string[] {
  const folded = fold(text.toLowerCase()).replace(DOTTED, (letters) => letters.replaceAll('.', ''));
  const units: string[] = [];
  scan(folded, (kind, start, end) => {
    if (kind !== KIND.mark) units.push(folded.slice(start, end).replace(/['’]/g, ''));
  });
  return units;
}

function spell(unit: string): readonly string[] {
  const word = vocabulary.has(unit) ? unit : knownAs(unit);
  const meant = spellings.get(word);
  return meant === undefined ? [word] : unitsOf(meant);
}

function knownAs(unit: string): string {
  if (LAUGHTER.test(unit)) return 'haha';
  const short = unit.replace(DRAWN_OUT, '$1');
  return vocabulary.has(short) ? short : mended(unit.replace(DRAWN_OUT, '$1$1'));
}

/** A known word whose letters were typed in another order: "interveiw", "trasnlate". */
function mended(word: string): string {
  const known = isLong(word) ? byLetters.get(lettersOf(word)) : undefined;
  return known ?? word;
}

function isLong({ length }: string): boolean {
  return length >= MENDED.shortest && length <= MENDED.longest;
}

/** The first letter, which is seldom mistyped, and all letters in alphabetical order. */
function lettersOf(word: string): string {
  return word.charAt(0) + [...word].toSorted().join('');
}
