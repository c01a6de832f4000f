// The nearest sections, each with the sentences that would be quoted from it.
import { exchangesOf, type Interview } from '../knowledge/interview.ts';
import { portraitOf } from './article.ts';
import { type Finding, find } from './find.ts';
import type { Library } from './library.ts';
import {
  findSection,
  interviewOf,
  quoteSentences,
  translateQuotation,
  translationInto,
} from './quotation.ts';
import { type Asked, type Reading, read } from './read.ts';
import type { Quotation, SectionRef, Suggestion } from './reply.ts';

/** Sections offered where the reply is unsure: the right one is among them for nine of ten questions. */
const MOST_UNSURE = 3;
/** Further questions below an answer, or where nothing is near: what fits a glance. */
const MOST_FURTHER = 5;

/** Best first; below an answer (`quoted`) the other sections, and where few are near the first questions of its interview and its biography. */
export function nearestSuggestions(
  reading: Reading,
  found: readonly Finding[],
  quoted?: Quotation,
): readonly Suggestion[] {
  const near = found.map(({ quotation }) => quotation);
  if (!quoted) return near.slice(0, MOST_UNSURE).map((quotation) => suggestionOf(reading, quotation));
  const own = reading.library.interviews.filter(({ id }) => id === quoted.source.interview);
  const portraits = own.flatMap((interview) => portraitOf(interview) ?? []);
  return distinct([...near, ...openings(own), ...portraits], quoted)
    .slice(0, MOST_FURTHER)
    .map((quotation) => suggestionOf(reading, quotation));
}

/** What to offer where nothing is near: the first questions of the interviews. */
export function openingSuggestions(reading: Reading): readonly Suggestion[] {
  return openings(reading.favoured.slice(0, MOST_FURTHER).map(({ interview }) => interview))
    .slice(0, MOST_FURTHER)
    .map((quotation) => suggestionOf(reading, quotation));
}

/** The sections that a question comes nearest to, best first; empty where nothing matches. */
export function nearestSections(library: Library, asked: Asked): readonly SectionRef[] {
  return find(read(library, asked)).map(({ quotation }) => quotation.source);
}

/** The first question of each interview, then the second of each. */
function openings(interviews: readonly Interview[]): readonly Quotation[] {
  const all = interviews.map((interview) =>
    exchangesOf(interview)
      .slice(0, MOST_FURTHER)
      .map((exchange) => quoteSentences(interview, exchange, { first: 0, last: 0 })),
  );
  return Array.from({ length: MOST_FURTHER }, (_, at) => all.flatMap((own) => own[at] ?? [])).flat();
}

function distinct(quotations: readonly Quotation[], quoted: Quotation): readonly Quotation[] {
  const seen = new Set([keyOf(quoted)]);
  return quotations.filter((quotation) => {
    const key = keyOf(quotation);
    if (seen.has(key) || quotation.source.section === 'introduction') return false;
    seen.add(key);
    return true;
  });
}

export function suggestionOf(
  { library, language }: Pick<Reading, 'library' | 'language'>,
  quotation: Quotation,
): Suggestion {
  const { source } = quotation;
  const interview = interviewOf(library.interviews, source);
  const section = interview && findSection(interview, source);
  const text = interview && translateQuotation(interview, quotation, language)?.text;
  const translation = text === undefined ? {} : { translation: text };
  if (!interview || section?.kind !== 'exchange') return { source, quotation, ...translation };
  const own = translationInto(interview, language)?.sections[interview.sections.indexOf(section)];
  const translated = own?.kind === 'exchange' ? { translatedQuestion: own.question } : {};
  return { source, quotation, ...translation, question: section.question, ...translated };
}

function keyOf({ source }: Quotation): string {
  return `${source.interview}/${source.section}/${source.section === 'exchange' ? source.exchange : ''}`;
}
