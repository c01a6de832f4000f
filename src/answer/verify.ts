// The last check before words are shown: a quotation stands in its source, to the letter, where it says it does.
import { quote } from '../knowledge/interview.ts';
import type { Collection } from './collection.ts';
import { findSection } from './quotation.ts';
import type { Quotation } from './reply.ts';

export function isVerbatim({ interviews }: Collection, { source, start, end, text }: Quotation): boolean {
  const interview = interviews.find(({ id }) => id === source.interview);
  if (!interview || text === '') return false;
  if (source.section === 'article') return interview.article[source.key]?.slice(start, end) === text;
  const section = findSection(interview, source);
  return section !== undefined && quote(section, { start, end }) === text;
}
