// Chance from a seed: the same seed throws the same dice on every machine.

export interface Dice {
  /** From 0 to 1, without 1. */
  readonly roll: () => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the rows, each as often as its share says. */
  readonly weigh: <T extends { readonly share: number }>(rows: readonly T[]) => T;
}

export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  // Mulberry32 by Tommy Ettinger, in the public domain.
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    roll,
    pick: (items) => sure(items[Math.floor(roll() * items.length)]),
    weigh: (rows) => {
      const at = roll() * rows.reduce((sum, { share }) => sum + share, 0);
      let passed = 0;
      for (const row of rows) {
        passed += row.share;
        if (at < passed) return row;
      }
      return sure(rows.at(-1));
    },
  };
}

function sure<T>(item: T | undefined): T {
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}
