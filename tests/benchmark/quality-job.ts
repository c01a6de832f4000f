// One engine on all judged questions: our interview's and the public sets'.
import { z } from 'zod';
import type { Contestant } from './contestants.ts';
import { readInterview, readJudged } from './our-interview.ts';
import { materialOf, PUBLIC_SETS, readPublicSet } from './public-set.ts';
import { measureInterview, measurePublic, qualityFigures, shareAnswered } from './quality.ts';
import type { Sources } from './sources.ts';

export const qualityResult = z.strictObject({
  interview: qualityFigures,
  /** Share 0..1 of the questions that our interview does not answer. */
  answeredUncovered: z.number(),
  sets: z.partialRecord(z.enum(PUBLIC_SETS), qualityFigures),
});

export type QualityResult = z.infer<typeof qualityResult>;

/** `most` questions of each set, evenly chosen. */
export async function measureQuality(
  contestant: Contestant,
  sources: Sources,
  most: number,
): Promise<QualityResult> {
  const judged = sample(await readJudged(sources), most);
  const quote = contestant.quoteInterview(await readInterview(sources));
  return {
    interview: measureInterview(quote, judged),
    answeredUncovered: shareAnswered(quote, judged),
    sets: await measureSets(contestant, sources, most),
  };
}

async function measureSets({ quoteSet }: Contestant, sources: Sources, most: number) {
  const sets: QualityResult['sets'] = {};
  if (!quoteSet) return sets;
  for (const name of PUBLIC_SETS) {
    const set = await readPublicSet(name, sources);
    sets[name] = measurePublic(quoteSet(materialOf(set)), sample(set.questions, most));
  }
  return sets;
}

function sample<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
}
