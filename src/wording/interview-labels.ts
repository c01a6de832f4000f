// An interview's own names and questions in a reader's language, where an editor translated them.
import type { Interview, Section, Translation } from '../knowledge/interview.ts';
import { sameLanguage } from '../language/language.ts';
import { wordingFor } from './catalogue.ts';
import type { Locale } from './locale.ts';

/** Who reads: in which wording, and of how many interviews, which labels then tell apart. */
export interface Reader {
  readonly interviews: readonly Interview[];
  readonly locale: Locale;
}

export function namesOf({ interviews, locale }: Reader): readonly string[] {
  return interviews.map((interview) => nameLabel(interview, locale));
}

/** A label of an interview (by its id) that says whose it is, where several are loaded. */
export function ofWhom(label: string, id: string, { interviews, locale }: Reader): string {
  const own = interviews.find((interview) => interview.id === id);
  return own && interviews.length > 1 ? `${nameLabel(own, locale)} — ${label}` : label;
}

function nameLabel(interview: Interview, locale: Locale): string {
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

function translationFor(interview: Interview, locale: Locale): Translation | undefined {
  if (sameLanguage(interview.article.language, locale)) return undefined;
  return interview.translations.find(({ language }) => sameLanguage(language, locale));
}
