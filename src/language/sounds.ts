// Sounds: a Latin name and the Chinese syllables that stand for it become strings of consonant classes (capitals) and
// vowels that compare. Transliteration keeps consonants and bends vowels (Grainger is GLaNJeL, 格兰杰 is GLaNJe).
import table from './sounds.json' with { type: 'json' };

const SPELLINGS = table.spellings.map(([spelling = '', sound = '']) => ({
  spelling: new RegExp(spelling, 'g'),
  sound,
}));
const LETTERS: Readonly<Record<string, string>> = table.letters;
const INITIALS: Readonly<Record<string, string>> = table.initials;
const FINALS: Readonly<Record<string, string>> = table.finals;
const BARE = new Set(table.bare.split(' '));
const SYLLABLE = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsw])?(.*)$/;
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
  return LETTERS[letter] ?? '';
}

/** The consonant classes of a folded Latin name. */
export function soundsOfName(name: string): string {
  const letters = SPELLINGS.reduce(
    (text, { spelling, sound }) => text.replace(spelling, sound),
    name.replace(/[^a-z]/g, ''),
  );
  let sounds = '';
  for (let at = 0; at < letters.length; at += 1) {
    if (at > 0 && letters.charAt(at) === letters.charAt(at - 1)) continue;
    sounds += soundOf(letters, at);
  }
  return sounds;
}

/** The sounds of one syllable of pinyin without its tone. */
export function soundsOfSyllable(pinyin: string): string {
  if (pinyin === 'er') return 'L';
  if (pinyin === 'wu') return 'u';
  const [, initial = '', rest = ''] = SYLLABLE.exec(pinyin) ?? [];
  if (BARE.has(pinyin)) return INITIALS[initial] ?? '';
  return onsetOf(initial, rest) + (FINALS[rest] ?? rest).replace(/ng?$/, 'N').replace(/v/g, 'u');
}

/** Before a glide, hu- sounds like a W (hua), gu- and ku- like GW (gua). */
function onsetOf(initial: string, rest: string): string {
  const labial = rest.length > 1 && rest.startsWith('u') && rest !== 'un';
  if (labial && initial === 'h') return 'W';
  return labial && /[gk]/.test(initial) ? 'GW' : (INITIALS[initial] ?? '');
}

/** The consonants alone. */
export function skeleton(sounds: string): string {
  return sounds.replace(/[a-z]/g, '');
}
