// Collections of any size: the passages over and over, each copy with made-up words that stand nowhere else.
import type { PassageText } from './public-set.ts';

/** Made-up words in each copy: about as many new words as a new passage of that length brings. */
const NEW_WORDS = 6;
/** Letters that the made-up words are spelled with: a base-26 number. */
const RADIX = 26;
const FIRST_LETTER = 'a'.charCodeAt(0);
/** Shortest made-up word, in letters. */
const SHORTEST = 5;

/** The first `size` passages, the originals first. */
export function replicate(passages: readonly PassageText[], size: number): readonly PassageText[] {
  return Array.from({ length: size }, (_, place) => {
    const { title, text } = passages[place % passages.length] ?? { title: '', text: '' };
    if (place < passages.length) return { title, text };
    const words = Array.from({ length: NEW_WORDS }, (_word, at) => madeUpWord(place * NEW_WORDS + at));
    return { title, text: `${text} ${words.join(' ')}` };
  });
}

function madeUpWord(number: number): string {
  let word = '';
  for (let rest = number; rest > 0 || word.length < SHORTEST; rest = Math.floor(rest / RADIX)) {
    word += String.fromCharCode(FIRST_LETTER + (rest % RADIX));
  }
  return `q${word}`;
}
