// The work that is done in a process of its own, so that measurements do not disturb each other.
import { z } from 'zod';
import { costedSize } from './costed-size.ts';
import type { Instruments, Sources } from './sources.ts';

const job = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quality'), engine: z.string(), most: z.number() }),
  z.strictObject({ kind: z.literal('cost'), engine: z.string(), size: costedSize, most: z.number() }),
  z.strictObject({ kind: z.literal('pong'), api: z.string(), token: z.string() }),
]);

export type Job = z.infer<typeof job>;

interface Hands {
  readonly sources: Sources;
  readonly instruments: Instruments;
}

/** Does the job that `text` describes as JSON. Modules are loaded by need, since the memory of this process is measured. */
export async function perform(text: string, { sources, instruments }: Hands): Promise<unknown> {
  const wanted = job.parse(JSON.parse(text));
  switch (wanted.kind) {
    case 'quality': {
      const { measureQuality } = await import('./quality-job.ts');
      const { openContestant } = await import('./contestants.ts');
      return measureQuality(await openContestant(wanted.engine, sources), sources, wanted.most);
    }
    case 'cost': {
      const { measureCost } = await import('./cost-job.ts');
      const { findEngine } = await import('./engines.ts');
      return measureCost(findEngine(wanted.engine, sources), wanted, { sources, instruments });
    }
    case 'pong': {
      const { runPong } = await import('./pong.ts');
      return runPong(wanted);
    }
  }
}
