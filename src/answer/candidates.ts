// Findings -> quotations: the excerpt each hit would be answered with.
import { type Enquiry, type Finding, findingOf } from './enquiry.ts';
import { quoteSentences } from './quotation.ts';
import type { Candidate, Quotation } from './reply.ts';

export function quoteFinding({ indexed, run }: Finding): Quotation {
  return quoteSentences(indexed.interview, indexed.section, run);
}

/** As many as were asked for, best first. */
export function candidatesOf({ collection, query, hits, top }: Enquiry): readonly Candidate[] {
  return hits.slice(0, top).flatMap((hit) => {
    const finding = findingOf(collection, query, hit);
    return finding ? [{ quotation: quoteFinding(finding), score: hit.score }] : [];
  });
}
