// An interview's own names and questions in a reader's language, where an editor translated them.

import { findSection } from '../answer/quotation.ts';
import type { SectionRef } from '../answer/reply.ts';
import type { Interview, Section, Translation } from '../knowledge/interview.ts';
import { sameLanguage } from '../language/language.ts';
import { wordingFor } from './catalogue.ts';
import type { Locale } from './locale.ts';

export function nameLabel(interview: Interview, locale: Locale): string {
  const translated = translationFor(interview, locale)?.article.interviewee?.name;
  return translated ?? interview.article.interviewee.name;
}

/** Name and role. */
export function personLabel(interview: Interview, locale: Locale): string {
  const { role = '' } =
    translationFor(interview, locale)?.article.interviewee ?? interview.article.interviewee;
  const name = nameLabel(interview, locale);
  return role === '' ? name : `${name}${wordingFor(locale).comma}${role}`;
}

export function titleLabel(interview: Interview, locale: Locale): string {
  return translationFor(interview, locale)?.title ?? interview.article.title;
}

/** The exchange's question, or the section's name. */
export function sectionLabel(interview: Interview, section: Section, locale: Locale): string {
  if (section.kind !== 'exchange') return wordingFor(locale).section[section.kind];
  const translated = translationFor(interview, locale)?.sections[interview.sections.indexOf(section)];
  return translated?.kind === 'exchange' ? translated.question : section.question;
}

/** The label of a section by its address; its bare name where it is not loaded. */
export function labelOf(interviews: readonly Interview[], source: SectionRef, locale: Locale): string {
  const interview = interviews.find(({ id }) => id === source.interview);
  const section = interview && findSection(interview, source);
  if (section) return sectionLabel(interview, section, locale);
  return source.section === 'exchange' ? '' : wordingFor(locale).section[source.section];
}

function translationFor(interview: Interview, locale: Locale): Translation | undefined {
  if (sameLanguage(interview.article.language, locale)) return undefined;
  return interview.translations.find(({ language }) => sameLanguage(language, locale));
}
