// How common Chinese words are in general text: classes of words by frequency, so that a common word which happens to be
// absent from a small interview is not taken for a telling one.
import table from './common-words.json' with { type: 'json' };

/** Characters of the longest word in the classes. */
const LONGEST = 3;

/** How much (0..1) each word tells, beside 1 for a word that is in no class. */
const tellingOf = new Map(
  table.classes.flatMap(({ tells, words }) =>
    words.flatMap((line) => line.split(' ').map((word) => [word, tells] as const)),
  ),
);
const LEAST_TELLING = Math.min(...tellingOf.values());

/** Whether a word is of the first class: it stands in nearly every text. */
export function isCommonest(word: string): boolean {
  return tellingOf.get(word) === LEAST_TELLING;
}

/** For each UTF-16 unit of a folded text how much (0..1) the word tells that it belongs to, longest words first. */
export function tellingWeights(text: string): Float32Array {
  const weights = new Float32Array(text.length).fill(1);
  for (let at = 0; at < text.length; ) {
    const length = commonWordLength(text, at);
    if (length > 0) weights.fill(tellingOf.get(text.slice(at, at + length)) ?? 1, at, at + length);
    at += Math.max(1, length);
  }
  return weights;
}

/** Every word of the classes begins with an ideograph. */
const FIRST_IDEOGRAPH = 0x3400;

function commonWordLength(text: string, at: number): number {
  if (text.charCodeAt(at) < FIRST_IDEOGRAPH) return 0;
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length -= 1) {
    if (tellingOf.has(text.slice(at, at + length))) return length;
  }
  return 0;
}
