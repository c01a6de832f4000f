// Hits -> quotations: the excerpt each hit would be answered with.
import type { Hit } from '../search/search.ts';
import { chooseSentences } from '../search/sentences.ts';
import type { Enquiry } from './enquiry.ts';
import { quoteSentences } from './quotation.ts';
import type { Candidate, Quotation } from './reply.ts';

export function quoteHit({ collection, query }: Enquiry, hit: Hit): Quotation | undefined {
  const found = collection.sections[hit.passage];
  if (!found) return undefined;
  const run = chooseSentences(collection.index, query, hit.passage);
  return quoteSentences(found.interview, found.section, run);
}

/** As many as were asked for, best first. */
export function candidatesOf(enquiry: Enquiry): readonly Candidate[] {
  return enquiry.hits.slice(0, enquiry.top).flatMap((hit) => {
    const quotation = quoteHit(enquiry, hit);
    return quotation ? [{ quotation, score: hit.score }] : [];
  });
}
