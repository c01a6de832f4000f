// One thing at a time for each message: its edit or deletion waits until its answer has been sent.

export interface Turns {
  /** Does the work once what was taken before for the same key has ended, well or not. */
  readonly take: (key: string, work: () => Promise<void>) => Promise<void>;
}

export function takeTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    take: async (key, work) => {
      const before = last.get(key);
      const mine = before === undefined ? work() : before.then(work, work);
      last.set(key, mine);
      try {
        await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
  };
}
