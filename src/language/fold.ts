// Folding: two spellings of the same text become one. Compatibility forms, width, case and accents go, traditional characters
// become simplified ones, and a traditional text's words of Taiwan become the mainland's (程式 is then 程序). Which script and
// language a text is in.
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import taiwanPhrases from 'opencc-js/dict/TWPhrasesRev';

import capitals from './capitals.json' with { type: 'json' };
import asking from './question-words.json' with { type: 'json' };
import radicals from './radicals.json' with { type: 'json' };
import scripts from './scripts.json' with { type: 'json' };

export type Script = 'traditional' | 'simplified';

/** OpenCC's tables: "from to" pairs joined by "|". */
function pairsOf(data: string): readonly (readonly [string, string])[] {
  return data.split('|').map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return [from, to] as const;
  });
}

/** Traditional characters, each with its simplified one. */
const simplifiedOf: ReadonlyMap<string, string> = new Map(pairsOf(traditionalToSimplified));

const ofScript = new Map<string, Script>([
  ...pairsOf(simplifiedToTraditional).map(([character]) => [character, 'simplified'] as const),
  ...[...simplifiedOf.keys()].map((character) => [character, 'traditional'] as const),
]);
for (const character of scripts.ofBoth) ofScript.delete(character);

/** The same by code unit, for all but the rare ones of two units. */
const TELLS = { nothing: 0, simplified: 1, traditional: 2, second: 3 };
const scriptOfUnit = new Uint8Array(65_536);
for (const [character, script] of ofScript)
  scriptOfUnit[character.charCodeAt(0)] = character.length === 1 ? TELLS[script] : TELLS.second;

/** Undefined where no character tells. */
export function scriptOf(text: string): Script | undefined {
  const count = { traditional: 0, simplified: 0 };
  for (let at = 0; at < text.length; at += 1) {
    const told = scriptOfUnit[text.charCodeAt(at)];
    if (told === TELLS.traditional) count.traditional += 1;
    else if (told === TELLS.simplified) count.simplified += 1;
    else if (told === TELLS.second) {
      const script = ofScript.get(text.slice(at, at + 2));
      if (script) count[script] += 1;
    }
  }
  if (count.traditional > count.simplified) return 'traditional';
  return count.simplified > 0 ? 'simplified' : undefined;
}

export type QuestionLanguage = 'zh' | 'en';

/** English words that only an English sentence uses; names and terms inside Chinese do not count. */
const ENGLISH_FRAME = new Set(`${asking.interrogatives} ${asking.english}`.split(' '));

/** Chinese wherever Han characters carry the sentence; English where there are none, or where English frames them. */
export function languageOf(question: string): QuestionLanguage {
  const han = question.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han === 0) return 'en';
  const words = question.match(/\p{Script=Latin}+/gu) ?? [];
  const frame = words.filter((word) => ENGLISH_FRAME.has(word.toLowerCase())).length;
  return frame >= 2 && words.length * 2 > han ? 'en' : 'zh';
}

/** Whether two BCP 47 tags name the same language, whatever their script or region. */
export function sameLanguage(a: string, b: string): boolean {
  const [one, other] = [a, b].map((tag) => tag.split('-', 1)[0]?.toLowerCase());
  return one === other;
}

const smallCapitals = new Map(
  (capitals.letters.match(/../gu) ?? []).map(([from = '', to = '']) => [from, to]),
);

export function inSmallCapitals(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => smallCapitals.get(letter) ?? letter);
}

const DOTTED = /\bU\. ?S\.(?: ?A\.)?/g;
const WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${Object.keys(capitals.meanings).join('|')})(?![\\p{Script=Latin}\\p{N}])`,
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
function markCapitals(text: string): string {
  if (!/[A-Z]\.?[A-Z]/.test(text)) return text;
  return text
    .replace(DOTTED, 'US')
    .replace(SENTENCE, (sentence) => (isLoud(sentence) ? sentence : sentence.replace(WORD, inSmallCapitals)));
}

const CODE_UNITS = 65_536;

/** Characters that compatibility normalisation writes as several, and accents that stand apart from their letter. */
const NEEDS_WHOLE_TEXT =
  /[\u0300-\u036f\u00a8-\u00be\u2000-\u200f\u2026-\u2bff\u3200-\u33ff\ufb00-\ufb4f\ud835]/;

/** Characters without width: a word that holds one is the same word. */
const WITHOUT_WIDTH = /\p{Default_Ignorable_Code_Point}+/gu;

/** Radicals, which a PDF may have for the ideographs that they look like. */
const ideographOf = new Map(
  radicals.radicals.flatMap((row) => row.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const)),
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
const SURROGATE = { mask: 0xf800, bits: 0xd800 };

function foldCharacters(text: string): string {
  const visible = text.replace(WITHOUT_WIDTH, '');
  const whole = NEEDS_WHOLE_TEXT.test(visible) ? visible.normalize('NFKC') : visible;
  const units = new Uint16Array(whole.length);
  let isChanged = false;
  for (let at = 0; at < whole.length; at += 1) {
    const code = whole.charCodeAt(at);
    const folded = foldUnit(code);
    units[at] = folded;
    // The decoder mends halves of surrogate pairs.
    if (folded !== code || (code & SURROGATE.mask) === SURROGATE.bits) isChanged = true;
  }
  return isChanged ? decoder.decode(units) : whole;
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
  return scriptOf(text) === 'traditional' ? withMainlandPhrases(plain) : plain;
}

function phraseAt(plain: string, at: number): Replacement | undefined {
  const start = plain.charCodeAt(at);
  if (startsPhrase[start] === 0) return undefined;
  return phrasesByStart.get(start)?.find(({ from }) => plain.startsWith(from, at));
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

export function anyCase(pattern: string): RegExp {
  return new RegExp(pattern, 'iu');
}

/** The text as a pattern that finds it and nothing else. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
