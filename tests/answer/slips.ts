// Typing slips made by a seed: in Latin words two neighbours swapped, a letter lost, doubled or mistyped; in Chinese a character for
// another of the same sound.
import type { Dictionary } from '../../src/dictionary/dictionary.ts';

/** A number from 0 to below `below`, the next of a seed (a linear congruential generator). */
export function dice(seed: number): (below: number) => number {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function nearKey(letter: string): string {
  const row = ROWS.find((keys) => keys.includes(letter)) ?? letter;
  return row.charAt(row.indexOf(letter) + 1) || row.charAt(row.indexOf(letter) - 1) || letter;
}

/** Letters of the shortest word that slips. */
const SHORTEST = 5;

function slippedWord(word: string, roll: (below: number) => number): string {
  const at = 1 + roll(word.length - 2);
  const [before, letter, next, rest] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  const slips = [next + letter, next, letter + letter + next, nearKey(letter) + next];
  return before + slips[roll(slips.length)] + rest;
}

/** For each of some characters the others that may sound the same. */
export function homophones(
  characters: Iterable<string>,
  { readingsOf }: Pick<Dictionary, 'readingsOf'>,
): ReadonlyMap<string, readonly string[]> {
  const all = [...new Set(characters)].map((character) => ({ character, readings: readingsOf(character) }));
  const bySound = new Map<string, string[]>();
  for (const { character, readings } of all)
    for (const reading of readings) bySound.set(reading, [...(bySound.get(reading) ?? []), character]);
  return new Map(
    all.map(({ character, readings }) => [
      character,
      readings.flatMap((reading) => bySound.get(reading) ?? []).filter((other) => other !== character),
    ]),
  );
}

/** The folded question with one slip in it; undefined where it has nothing that may slip. */
export function withSlip(
  question: string,
  roll: (below: number) => number,
  alike: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const words = [...question.matchAll(/[a-z]+/g)].filter(([word]) => word.length >= SHORTEST);
  const own = words[roll(words.length)];
  if (own)
    return (
      question.slice(0, own.index) + slippedWord(own[0], roll) + question.slice(own.index + own[0].length)
    );
  const typed = [...question];
  const places = typed.flatMap((character, at) => (alike.get(character)?.length ? [at] : []));
  const at = places[roll(places.length)];
  const others = at === undefined ? [] : (alike.get(typed[at] ?? '') ?? []);
  if (at === undefined) return undefined;
  typed[at] = others[roll(others.length)] ?? '';
  return typed.join('');
}
