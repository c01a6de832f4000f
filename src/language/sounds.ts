// Sounds: a Latin name and the Chinese syllables that stand for it become strings of consonant classes (capitals) and vowels
// that compare (Grainger is GLaNJeL, 格兰杰 is GLaNJe); how alike the two sound, by an edit distance over them; and how like two
// Chinese characters are, by their sound or their shape.
import heard from './hearing.json' with { type: 'json' };
import shapes from './shapes.json' with { type: 'json' };
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

/** A name rarely loses its first consonant. */
const FIRST_LOST = 0.4;
/** Consonants that likeness counts at least: one slip in a shorter name is not worse. */
const SHORTEST_COMPARED = 2;
const FIRST_SMALL_LETTER = 97;

const ASCII = 128;
const CONFUSED: Readonly<Record<string, number>> = heard.confused;

/** The costs by character codes, for the inner loop. */
function costsOf(costs: Readonly<Record<string, number>>, otherwise: number): Float64Array {
  return Float64Array.from({ length: ASCII }, (_, code) => costs[String.fromCharCode(code)] ?? otherwise);
}
const lost = costsOf(heard.lost, heard.otherwise.lost);
const added = costsOf(heard.added, heard.otherwise.added);
const confused = Float64Array.from({ length: ASCII * ASCII }, (_, codes) => {
  const pair = [String.fromCharCode(codes >> 7), String.fromCharCode(codes & (ASCII - 1))];
  return pair[0] === pair[1] ? 0 : (CONFUSED[pair.sort().join('')] ?? heard.otherwise.confused);
});

/** Compares one name with run after run of syllables, syllable by syllable (an edit distance with the costs of the table). */
export class Hearing {
  readonly #name: Uint8Array;
  readonly consonants: number;
  /** The cheapest way to turn each beginning of the name into all that was heard, and the row before. */
  #costs: Float64Array;
  #before: Float64Array;
  #heardConsonants = 0;
  #leastCost = 0;

  constructor(soundsOfTheName: string) {
    this.#name = Uint8Array.from(soundsOfTheName, (sound) => sound.charCodeAt(0));
    this.consonants = skeleton(soundsOfTheName).length;
    this.#costs = new Float64Array(this.#name.length + 1);
    this.#before = new Float64Array(this.#name.length + 1);
  }

  /** Forgets what was heard. */
  start(): void {
    this.#heardConsonants = 0;
    this.#leastCost = 0;
    this.#costs[0] = 0;
    this.#name.forEach((sound, at) => {
      this.#costs[at + 1] = (this.#costs[at] ?? 0) + (lost[sound] ?? 0) + (at === 0 ? FIRST_LOST : 0);
    });
  }

  hear(sounds: string): void {
    for (let at = 0; at < sounds.length; at += 1) {
      const code = sounds.charCodeAt(at);
      if (code < FIRST_SMALL_LETTER) this.#heardConsonants += 1;
      this.#hearSound(code);
    }
  }

  #hearSound(code: number): void {
    const last = this.#costs;
    const next = this.#before;
    const extra = added[code] ?? 0;
    next[0] = (last[0] ?? 0) + extra;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < this.#name.length; at += 1) {
      const sound = this.#name[at] ?? 0;
      const replaced = (last[at] ?? 0) + (confused[sound * ASCII + code] ?? 0);
      const cost = Math.min(replaced, (last[at + 1] ?? 0) + extra, (next[at] ?? 0) + (lost[sound] ?? 0));
      next[at + 1] = cost;
      if (cost < least) least = cost;
    }
    this.#leastCost = least;
    this.#costs = next;
    this.#before = last;
  }

  /** The cost of the best agreement of all that was heard with some beginning of the name. */
  get leastCost(): number {
    return this.#leastCost;
  }

  /** How alike the whole name and what was heard are: 1 the same, 0 or less nothing alike. */
  get likeness(): number {
    const length = Math.max(SHORTEST_COMPARED, (this.consonants + this.#heardConsonants) / 2);
    return 1 - (this.#costs[this.#name.length] ?? 0) / length;
  }
}

/** How alike a name and a run of syllables sound. */
export function likeness(name: string, syllables: string): number {
  const hearing = new Hearing(name);
  hearing.start();
  hearing.hear(syllables);
  return hearing.likeness;
}

const CONFUSED_SYLLABLES = table.confused.map(([part = '', read = '']) => [new RegExp(part), read] as const);
/** For each character those that it looks like, in groups. */
const likeShapes = new Map<string, readonly string[]>();
for (const group of shapes.groups.split(' '))
  for (const character of group) likeShapes.set(character, [...(likeShapes.get(character) ?? []), group]);
/** Of some hundred syllables, asked for each neighbour of each character. */
const plainSyllables = new Map<string, string>();

/** A syllable without what is often confused: ng and n, zh and z, l and n. */
function plainSyllable(syllable: string): string {
  const known = plainSyllables.get(syllable);
  const plain = known ?? CONFUSED_SYLLABLES.reduce((own, [part, read]) => own.replace(part, read), syllable);
  plainSyllables.set(syllable, plain);
  return plain;
}

/** How like two characters are: they sound the same but for tones, sound nearly so, or look alike. */
export const ALIKE = { same: 2, near: 1, not: 0 } as const;

/** The syllables are without tones: a character may have several. */
export function alikeness(
  { readingsOf }: { readonly readingsOf: (character: string) => readonly string[] },
  one: string,
  other: string,
): number {
  const [own, others] = [readingsOf(one), readingsOf(other)];
  if (own.some((syllable) => others.includes(syllable))) return ALIKE.same;
  const plain = others.map(plainSyllable);
  if (own.some((syllable) => plain.includes(plainSyllable(syllable)))) return ALIKE.near;
  return likeShapes.get(one)?.some((group) => group.includes(other)) ? ALIKE.near : ALIKE.not;
}
