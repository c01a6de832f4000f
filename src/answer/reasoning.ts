// Why a reply is what it is, from what is known of its question.
import type { Hit } from '../search/rank/search.ts';
import type { Enquiry } from './enquiry.ts';
import { refTo } from './quotation.ts';
import type { Reasoning, SectionRef } from './reply.ts';

export function reasoningOf(enquiry: Enquiry, basis: Reasoning['basis']): Reasoning {
  const [best, runnerUp] = enquiry.hits;
  return {
    basis,
    ...(best
      ? { best: { ...placed(enquiry, best), explanation: best.explain() }, nearest: nearestTo(best) }
      : {}),
    ...(runnerUp ? { runnerUp: placed(enquiry, runnerUp) } : {}),
    ...enquiry.signals,
  };
}

function nearestTo({ resemblance, notCovered }: Hit): NonNullable<Reasoning['nearest']> {
  const answered = resemblance?.closest?.wording;
  const other = notCovered?.closest?.wording;
  return { ...(answered ? { answered } : {}), ...(other ? { notCovered: other } : {}) };
}

function placed({ collection }: Enquiry, { passage, score }: Hit): { source: SectionRef; score: number } {
  const indexed = collection.sections[passage];
  if (!indexed) throw new Error(`The index names passage ${passage}, which the collection does not have.`);
  return { source: refTo(indexed.interview, indexed.section), score };
}
