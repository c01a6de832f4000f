// Hearing: how alike a Latin name and a run of Chinese syllables sound, by an edit distance over their sounds.

import { skeleton } from './sounds.ts';

/** Costs (0 same, 1 nothing in common) of hearing one class as another, of losing a name's, of adding a syllable's. */
const CONFUSED: Readonly<Record<string, number>> = {
  ae: 0.15,
  ai: 0.25,
  ao: 0.12,
  au: 0.2,
  ei: 0.1,
  eo: 0.15,
  eu: 0.25,
  io: 0.3,
  iu: 0.3,
  ou: 0.08,
  VW: 0.1,
  FV: 0.1,
  FW: 0.5,
  BV: 0.3,
  GH: 0.4,
  JS: 0.2,
  GJ: 0.4,
  HJ: 0.4,
  JY: 0.2,
  DT: 0.1,
  ST: 0.1,
  DS: 0.5,
  MN: 0.4,
  LN: 0.6,
  DJ: 0.5,
  GS: 0.7,
  BF: 0.6,
  HS: 0.6,
};
const LOST: Readonly<Record<string, number>> = {
  a: 0.25,
  e: 0.12,
  i: 0.2,
  o: 0.2,
  u: 0.18,
  L: 0.35,
  H: 0.15,
  Y: 0.1,
  N: 0.5,
  D: 0.45,
  T: 0.5,
  W: 0.3,
  G: 0.6,
  S: 0.7,
  J: 0.8,
  M: 0.7,
  V: 0.6,
  F: 0.7,
  B: 0.6,
};
const ADDED: Readonly<Record<string, number>> = {
  a: 0.25,
  e: 0.15,
  i: 0.2,
  o: 0.2,
  u: 0.15,
  L: 0.45,
  H: 0.4,
  W: 0.35,
  N: 0.3,
  D: 0.6,
  S: 0.7,
  Y: 0.1,
  G: 0.7,
};
const OTHERWISE = { confused: 1.2, lost: 0.9, added: 0.9 };
/** A name rarely loses its first consonant. */
const FIRST_LOST = 0.4;
/** Consonants that likeness counts at least: one slip in a shorter name is not worse. */
const SHORTEST_COMPARED = 2;
const FIRST_SMALL_LETTER = 97;

const ASCII = 128;
/** The costs above by character codes, for the inner loop. */
const lost = Float64Array.from(
  { length: ASCII },
  (_, code) => LOST[String.fromCharCode(code)] ?? OTHERWISE.lost,
);
const added = Float64Array.from(
  { length: ASCII },
  (_, code) => ADDED[String.fromCharCode(code)] ?? OTHERWISE.added,
);
const confused = Float64Array.from({ length: ASCII * ASCII }, (_, codes) => {
  const pair = [String.fromCharCode(codes >> 7), String.fromCharCode(codes & (ASCII - 1))];
  return pair[0] === pair[1] ? 0 : (CONFUSED[pair.sort().join('')] ?? OTHERWISE.confused);
});

/** Compares one name with run after run of syllables, syllable by syllable (an edit distance with the costs above). */
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
