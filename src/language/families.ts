// Families: words that mean the same and share no term. Derivations (decide, decision), the words of Britain and America, of the
// mainland, Taiwan and Hong Kong, long and short names, verbs that others part, and what US, WHO and their like stand for.
import capitals from './capitals.json' with { type: 'json' };
import { inSmallCapitals } from './fold.ts';
import { stem } from './tokenise.ts';
import table from './word-families.json' with { type: 'json' };

const families = [
  ...[table.derived, table.english, table.chinese].flat().flatMap((row) => row.split('|')),
].map((family) => family.split(' '));
for (const [word, meant] of Object.entries(capitals.meanings))
  families.push([inSmallCapitals(word), ...meant.split('|')]);

/** By term, or Chinese word. Small letters may stand for US, but US never for us. */
const relatives = new Map<string, readonly string[]>(
  Object.keys(capitals.meanings).map((word) => [stem(word.toLowerCase()), [inSmallCapitals(word)]]),
);
for (const family of families) {
  for (const word of family) {
    const others = family.filter((other) => stem(other) !== stem(word));
    relatives.set(stem(word), [...(relatives.get(stem(word)) ?? []), ...others]);
  }
}

const separable = new Set(table.separable.join(' ').split(' '));
const between = new Set(table.between.join(' ').split(' '));

/** 结婚, 结了婚, 结的婚 for any of these, where it is a verb of two characters that others may part; else []. */
function partedForms(word: string): readonly string[] {
  const whole = word.charAt(0) + word.charAt(word.length - 1);
  const within = word.slice(1, -1);
  if (!separable.has(whole) || (within !== '' && !between.has(within))) return [];
  return [whole, ...Array.from(between, (others) => whole.charAt(0) + others + whole.charAt(1))];
}

/** What a folded word is also called: the others of its families and its parted forms; [] for most words. */
export function relativesOf(word: string): readonly string[] {
  return [...(relatives.get(stem(word)) ?? []), ...partedForms(word)];
}
