// Folding: two spellings of the same text become one. Compatibility forms, width, case and accents go, traditional
// characters become simplified ones, and Taiwan's words become the mainland's (程式 and 程序 are then the same word).

import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import taiwanPhrases from 'opencc-js/dict/TWPhrasesRev';

const CODE_UNITS = 65_536;

/** Characters that compatibility normalisation writes as several, and accents that stand apart from their letter. */
const NEEDS_WHOLE_TEXT =
  /[\u0300-\u036f\u00a8-\u00be\u2000-\u200f\u2026-\u2bff\u3200-\u33ff\ufb00-\ufb4f\ud835]/;

function pairsOf(data: string): readonly (readonly [string, string])[] {
  return data.split('|').map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return [from, to] as const;
  });
}

const simplifiedOf = new Map(pairsOf(traditionalToSimplified));

/** Code unit to its folded code unit, filled on demand; 0 means "not looked up yet". */
const foldedUnits = new Uint16Array(CODE_UNITS);

/** Latin letters whose accents go; the same marks are part of the letter in kana and Hangul. */
function isAccentedLatin(character: string): boolean {
  return /^[\u00c0-\u024f\u1e00-\u1eff]$/.test(character);
}

function foldUnit(code: number): number {
  const known = foldedUnits[code] ?? 0;
  if (known !== 0) return known;
  const compatible = String.fromCharCode(code).normalize('NFKC');
  const base = isAccentedLatin(compatible) ? compatible.normalize('NFD').charAt(0) : compatible;
  const simplified = simplifiedOf.get(base) ?? base.toLowerCase();
  const result = simplified.length === 1 ? simplified.charCodeAt(0) : code;
  foldedUnits[code] = result;
  return result;
}

const decoder = new TextDecoder('utf-16le');

function foldCharacters(text: string): string {
  const whole = NEEDS_WHOLE_TEXT.test(text) ? text.normalize('NFKC') : text;
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
  const plain = foldCharacters(text);
  let result = '';
  let copied = 0;
  for (let at = 0; at < plain.length; at += 1) {
    if (startsPhrase[plain.charCodeAt(at)] === 0) continue;
    const phrase = phrasesByStart.get(plain.charCodeAt(at))?.find(({ from }) => plain.startsWith(from, at));
    if (phrase === undefined) continue;
    result += plain.slice(copied, at) + phrase.to;
    at += phrase.from.length - 1;
    copied = at + 1;
  }
  return result === '' ? plain : result + plain.slice(copied);
}
