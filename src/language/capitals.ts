// Words that capitals make other words: US, WHO, IT. Folding writes them in small capitals, which no other word has.
import table from './capitals.json' with { type: 'json' };

const smallCapitals = new Map((table.letters.match(/../gu) ?? []).map(([from = '', to = '']) => [from, to]));
function inSmallCapitals(word: string) {
  return word.replace(/[A-Z]/g, (letter) => smallCapitals.get(letter) ?? letter);
}

const meanings = new Map(
  Object.entries(table.meanings).map(([word, meant]) => [inSmallCapitals(word), meant.split('|')]),
);
const byMeaning = new Map(
  [...meanings].flatMap(([word, meant]) => meant.map((own): [string, string] => [own, word])),
);
for (const word of Object.keys(table.meanings)) byMeaning.set(word.toLowerCase(), inSmallCapitals(word));

const DOTTED = /\bU\. ?S\.(?: ?A\.)?/g;
const WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${Object.keys(table.meanings).join('|')})(?![\\p{Script=Latin}\\p{N}])`,
  'gu',
);
const SENTENCE = /[^.!?。！？\n]+/g;
const LATIN_WORD = /[\p{Script=Latin}]{2,}/gu;
/** Words in a sentence from which on capitals throughout are loud, not telling. */
const LOUD = 3;

function isLoud(sentence: string): boolean {
  const words = sentence.match(LATIN_WORD) ?? [];
  return words.length >= LOUD && !/\p{Ll}|\p{Script=Han}/u.test(sentence);
}

/** A text, not yet folded, with these words in small capitals, but for sentences that have no other letters. */
export function markCapitals(text: string): string {
  if (!/[A-Z]\.?[A-Z]/.test(text)) return text;
  return text
    .replace(DOTTED, 'US')
    .replace(SENTENCE, (sentence) => (isLoud(sentence) ? sentence : sentence.replace(WORD, inSmallCapitals)));
}

/** What else a folded word of these is called, folded; [] for any other word. */
export function meaningsOf(word: string): readonly string[] {
  return meanings.get(word) ?? [];
}

/** The word of these, folded, that a folded name or its letters stand for. */
export function capitalsFor(name: string): string | undefined {
  return byMeaning.get(name);
}
