// Waiting for something to happen. Every wait ends: well, or with a SimulationTimeout that tells the story so far.
import { follow, type World } from '../world/world.ts';
import type { WireLog } from './log.ts';

export class SimulationTimeout extends Error {
  readonly awaited: string;

  constructor(awaited: string, milliseconds: number, transcript: string) {
    super(`waited ${milliseconds} ms for ${awaited}; it never happened. So far:\n${transcript}`);
    this.name = 'SimulationTimeout';
    this.awaited = awaited;
  }
}

export interface WaitOptions {
  readonly world: World;
  readonly log: WireLog;
  readonly transcript: () => string;
  readonly timeoutMs: number;
}

export interface Waits {
  /** Looks at once and after each event and each packet, until there is something. */
  until<T>(awaited: string, look: () => T | undefined): Promise<T>;
  /** The promise, or a SimulationTimeout. */
  atMost<T>(awaited: string, promise: Promise<T>): Promise<T>;
}

export function createWaits(options: WaitOptions): Waits {
  return {
    until: (awaited, look) => until(options, awaited, look),
    atMost: (awaited, promise) => atMost(options, awaited, promise),
  };
}

function until<T>(options: WaitOptions, awaited: string, look: () => T | undefined): Promise<T> {
  const { world, log } = options;
  const seen = look();
  if (seen !== undefined) return Promise.resolve(seen);
  let stop = (): void => undefined;
  const sight = new Promise<T>((resolve, reject) => {
    const check = () => {
      try {
        const found = look();
        if (found !== undefined) resolve(found);
      } catch (cause) {
        reject(cause);
      }
    };
    const ends = [follow(world, check), log.subscribe(check)];
    stop = () => {
      for (const end of ends) end();
    };
  });
  return atMost(options, awaited, sight).finally(() => stop());
}

async function atMost<T>(options: WaitOptions, awaited: string, promise: Promise<T>): Promise<T> {
  const { timeoutMs, transcript } = options;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SimulationTimeout(awaited, timeoutMs, transcript())), timeoutMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
