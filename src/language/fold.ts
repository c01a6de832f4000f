// Folding: two spellings of the same text become one. Compatibility forms, width, case and accents go, traditional
// characters become simplified ones, and a traditional text's words of Taiwan become the mainland's (程式 is then 程序).
import taiwanPhrases from 'opencc-js/dict/TWPhrasesRev';
import { markCapitals } from './capitals.ts';
import table from './radicals.json' with { type: 'json' };
import { pairsOf, scriptOf, simplifiedOf } from './script.ts';

const CODE_UNITS = 65_536;

/** Characters that compatibility normalisation writes as several, and accents that stand apart from their letter. */
const NEEDS_WHOLE_TEXT =
  /[\u0300-\u036f\u00a8-\u00be\u2000-\u200f\u2026-\u2bff\u3200-\u33ff\ufb00-\ufb4f\ud835]/;

/** Characters without width: a word that holds one is the same word. */
const WITHOUT_WIDTH = /\p{Default_Ignorable_Code_Point}+/gu;

/** Radicals, which a PDF may have for the ideographs that they look like. */
const ideographOf = new Map(
  table.radicals.flatMap((row) => row.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const)),
);

/** Code unit to its folded code unit, filled on demand; 0 means "not looked up yet". */
const foldedUnits = new Uint16Array(CODE_UNITS);

/** Latin letters whose accents go; the same marks are part of the letter in kana and Hangul. */
function isAccentedLatin(character: string): boolean {
  return /^[\u00c0-\u024f\u1e00-\u1eff]$/.test(character);
}

/** A decimal digit of any script as 0 to 9: the ten of a script stand in a row. */
function asFigure(code: number): string {
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

function foldUnit(code: number): number {
  const known = foldedUnits[code] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(code);
  const compatible = /\p{Nd}/u.test(character)
    ? asFigure(code)
    : (ideographOf.get(character) ?? character.normalize('NFKC'));
  const base = isAccentedLatin(compatible) ? compatible.normalize('NFD').charAt(0) : compatible;
  const simplified = simplifiedOf.get(base) ?? base.toLowerCase();
  const result = simplified.length === 1 ? simplified.charCodeAt(0) : code;
  foldedUnits[code] = result;
  return result;
}

const decoder = new TextDecoder('utf-16le');

function foldCharacters(text: string): string {
  const visible = text.replace(WITHOUT_WIDTH, '');
  const whole = NEEDS_WHOLE_TEXT.test(visible) ? visible.normalize('NFKC') : visible;
  const units = new Uint16Array(whole.length);
  for (let at = 0; at < whole.length; at += 1) units[at] = foldUnit(whole.charCodeAt(at));
  return decoder.decode(units);
}

interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** Phrases by their first character, longest first, both sides already folded. */
const phrasesByStart = new Map<number, readonly Replacement[]>();
const startsPhrase = new Uint8Array(CODE_UNITS);
for (const [taiwan, mainland] of pairsOf(taiwanPhrases)) {
  const replacement = { from: foldCharacters(taiwan), to: foldCharacters(mainland) };
  if (replacement.from === replacement.to) continue;
  const start = replacement.from.charCodeAt(0);
  const others = phrasesByStart.get(start) ?? [];
  startsPhrase[start] = 1;
  phrasesByStart.set(
    start,
    [...others, replacement].sort((a, b) => b.from.length - a.from.length),
  );
}

/** The folded text; two texts that a reader takes for the same fold to the same string. */
export function fold(text: string): string {
  const plain = foldCharacters(markCapitals(text));
  return hasPhrase(plain) && scriptOf(text) === 'traditional' ? withMainlandPhrases(plain) : plain;
}

function phraseAt(plain: string, at: number): Replacement | undefined {
  const start = plain.charCodeAt(at);
  if (startsPhrase[start] === 0) return undefined;
  return phrasesByStart.get(start)?.find(({ from }) => plain.startsWith(from, at));
}

function hasPhrase(plain: string): boolean {
  for (let at = 0; at < plain.length; at += 1) if (phraseAt(plain, at)) return true;
  return false;
}

function withMainlandPhrases(plain: string): string {
  let result = '';
  let copied = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const phrase = phraseAt(plain, at);
    if (phrase === undefined) continue;
    result += plain.slice(copied, at) + phrase.to;
    at += phrase.from.length - 1;
    copied = at + 1;
  }
  return result + plain.slice(copied);
}
