// Sounds: a Latin name and the Chinese syllables that stand for it become strings of consonant classes (capitals) and
// vowels that compare. Transliteration keeps consonants and bends vowels (Grainger is GLaNJeL, 格兰杰 is GLaNJe).

/** Spellings of several letters, longest first, by the letters or classes (capitals) they sound like. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/sch|tch|ch|sh|cz|cs/g, 'S'],
  [/ph/g, 'F'],
  [/th/g, 'T'],
  [/gh|ck/g, 'G'],
  [/wh/g, 'W'],
  [/qu/g, 'GW'],
  [/x/g, 'GS'],
  [/tz|ts|zz|z/g, 'S'],
  [/dg/g, 'J'],
  [/kn|ng/g, 'N'],
  [/wr/g, 'L'],
  [/ee|ea|ie|y(?![aeiou])/g, 'i'],
  [/oo|ou/g, 'u'],
  [/au|aw/g, 'o'],
  [/ai|ay|ei|ey/g, 'e'],
  [/(?<=[a-zA-Z]{2})e$/g, ''],
];

/** What each letter (or class, already found) sounds like, whatever stands beside it. */
const SOUNDS: Readonly<Record<string, string>> = {
  b: 'B',
  p: 'B',
  f: 'F',
  v: 'V',
  m: 'M',
  d: 'D',
  t: 'D',
  n: 'N',
  l: 'L',
  r: 'L',
  k: 'G',
  q: 'G',
  j: 'J',
  s: 'S',
  T: 'T',
  G: 'G',
  S: 'S',
  J: 'J',
  F: 'F',
  W: 'W',
  N: 'N',
  L: 'L',
  a: 'a',
  e: 'e',
  i: 'i',
  o: 'o',
  u: 'u',
};

const VOWEL = /[aeiou]/;
const SOFTENING = /[eiy]/;

function soundOf(letters: string, at: number): string {
  const letter = letters.charAt(at);
  const next = letters.charAt(at + 1);
  if (letter === 'w') return VOWEL.test(next) ? 'W' : '';
  if (letter === 'g') return SOFTENING.test(next) ? 'J' : 'G';
  if (letter === 'c') return SOFTENING.test(next) ? 'S' : 'G';
  if (letter === 'y') return at === 0 && VOWEL.test(next) ? 'Y' : '';
  if (letter === 'h') return VOWEL.test(next) && (at === 0 || VOWEL.test(letters.charAt(at - 1))) ? 'H' : '';
  return SOUNDS[letter] ?? '';
}

/** The consonant classes of a folded Latin name. */
export function soundsOfName(name: string): string {
  const letters = SPELLINGS.reduce(
    (text, [spelling, sound]) => text.replace(spelling, sound),
    name.replace(/[^a-z]/g, ''),
  );
  let sounds = '';
  for (let at = 0; at < letters.length; at += 1) {
    if (at > 0 && letters.charAt(at) === letters.charAt(at - 1)) continue;
    sounds += soundOf(letters, at);
  }
  return sounds;
}

const INITIALS: Readonly<Record<string, string>> = {
  b: 'B',
  p: 'B',
  m: 'M',
  f: 'F',
  d: 'D',
  t: 'D',
  n: 'N',
  l: 'L',
  g: 'G',
  k: 'G',
  h: 'H',
  j: 'J',
  q: 'J',
  x: 'S',
  zh: 'J',
  ch: 'S',
  sh: 'S',
  r: 'L',
  z: 'S',
  c: 'S',
  s: 'S',
  w: 'W',
};
const SYLLABLE = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsw])?(.*)$/;

/** Syllables that write a bare consonant: their vowel is not heard. */
const BARE = new Set(['te', 'ke', 'de', 'ge', 'se', 'si', 'ci', 'zi', 'shi', 'zhi', 'chi', 'bu', 'fu', 'pu']);
/** What the rest of a syllable sounds like; other endings sound as they are spelled. */
const FINALS: Readonly<Record<string, string>> = {
  ai: 'e',
  ei: 'e',
  ao: 'o',
  ou: 'o',
  uo: 'o',
  ie: 'e',
  iu: 'u',
  ui: 'i',
  ue: 'e',
  ve: 'e',
  v: 'u',
  iao: 'o',
  ia: 'a',
  ian: 'en',
  iang: 'an',
  iong: 'on',
  uan: 'an',
  uang: 'an',
  uai: 'i',
};

/** The sounds of one syllable of pinyin without its tone. */
export function soundsOfSyllable(pinyin: string): string {
  if (pinyin === 'er') return 'L';
  if (pinyin === 'wu') return 'u';
  const [, initial = '', rest = ''] = SYLLABLE.exec(pinyin) ?? [];
  if (BARE.has(pinyin)) return INITIALS[initial] ?? '';
  const labial = rest.length > 1 && rest.startsWith('u') && rest !== 'un';
  const onset =
    labial && initial === 'h' ? 'W' : labial && /[gk]/.test(initial) ? 'GW' : (INITIALS[initial] ?? '');
  return onset + (FINALS[rest] ?? rest).replace(/ng?$/, 'N').replace(/v/g, 'u');
}

/** The consonants alone. */
export function skeleton(sounds: string): string {
  return sounds.replace(/[a-z]/g, '');
}
