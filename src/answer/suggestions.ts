// The nearest questions that the collection can answer.
import { exchangesOf, type Interview, type Section } from '../knowledge/interview.ts';
import type { Collection, IndexedSection } from './collection.ts';
import { type Enquiry, enquire } from './enquiry.ts';
import { MOST_SUGGESTIONS } from './evidence/thresholds.ts';
import { refTo, translationInto } from './quotation.ts';
import type { SectionRef, Suggestion } from './reply.ts';

/** Nearest first, at least one where anything is loaded; `except` is the section already quoted. */
export function suggest(enquiry: Enquiry, except?: SectionRef): readonly Suggestion[] {
  const { collection, hits, interviews, language } = enquiry;
  const near = hits.flatMap(({ passage }) => collection.sections[passage] ?? []);
  const opening = near.length < MOST_SUGGESTIONS ? openingQuestions(interviews) : [];
  const seen = new Set(except ? [keyOf(except)] : []);
  const suggestions: Suggestion[] = [];
  for (const { interview, section } of [...near, ...opening]) {
    if (suggestions.length === MOST_SUGGESTIONS) break;
    const suggestion = toSuggestion(interview, section, language);
    const key = keyOf(suggestion.source);
    if (section.kind === 'introduction' || seen.has(key)) continue;
    seen.add(key);
    suggestions.push(suggestion);
  }
  return suggestions;
}

/** The sections that a question comes nearest to, best first; empty where nothing matches. */
export function nearestSections(collection: Collection, question: string): readonly IndexedSection[] {
  return enquire(collection, { question }).hits.flatMap(({ passage }) => collection.sections[passage] ?? []);
}

/** What to offer where little or nothing is near: the first questions of the interviews. */
function openingQuestions(interviews: readonly Interview[]): readonly IndexedSection[] {
  return interviews.slice(0, MOST_SUGGESTIONS).flatMap((interview) =>
    exchangesOf(interview)
      .slice(0, MOST_SUGGESTIONS)
      .map((section) => ({ interview, section })),
  );
}

function toSuggestion(interview: Interview, section: Section, language: string): Suggestion {
  const source = refTo(interview, section);
  if (section.kind !== 'exchange') return { source };
  const own = translationInto(interview, language)?.sections[interview.sections.indexOf(section)];
  const translated = own?.kind === 'exchange' ? { translatedQuestion: own.question } : {};
  return { source, question: section.question, ...translated };
}

function keyOf(ref: SectionRef): string {
  return `${ref.interview}/${ref.section}/${ref.section === 'exchange' ? ref.exchange : ''}`;
}
