// Replies -> the parts that a person reads, worded but without markup; each adapter lays them out.

import type { Answer, Citation, Credit, Reply, Suggestion } from '../answer/reply.ts';
import { sameLanguage } from '../language/language.ts';
import { wordingFor } from './catalogue.ts';
import type { Locale } from './locale.ts';
import type { Wording } from './wording.ts';

export interface PresentedAnswer {
  readonly kind: 'answer';
  /** Whose words: the interviewee with role, or the publication where it speaks. */
  readonly speaker: string;
  /** The exchange's question; absent for other sections. */
  readonly question?: string;
  /** Leads when present; `label` says that it is ours. */
  readonly translation?: { readonly label: string; readonly text: string };
  /** The original words, to the letter; `label` stands above them where something else leads. */
  readonly excerpt: { readonly label?: string; readonly text: string };
  readonly citation: string;
}

export interface PresentedNotice {
  readonly kind: 'notice';
  readonly text: string;
  readonly suggestions: { readonly label: string; readonly questions: readonly string[] };
}

export type Presented = PresentedAnswer | PresentedNotice;

export function present(reply: Reply, locale: Locale): Presented {
  const wording = wordingFor(locale);
  switch (reply.outcome) {
    case 'answer':
      return presentAnswer(reply, locale);
    case 'suggest':
      return notice(wording.suggest[reply.reason], { label: '', questions: labelsOf(reply, wording) });
    case 'abstain':
      return notice(wording.abstain[reply.reason], {
        label: wording.nearest,
        questions: labelsOf(reply, wording),
      });
  }
}

function presentAnswer(reply: Answer, locale: Locale): PresentedAnswer {
  const wording = wordingFor(locale);
  const { translation, citation, answers } = reply;
  const question = translation?.question ?? answers;
  return {
    kind: 'answer',
    speaker: speakerOf(citation, locale),
    ...(question === undefined ? {} : { question }),
    ...(translation
      ? { translation: { label: wording.translationBy(translation.translator), text: translation.text } }
      : {}),
    excerpt: excerptOf(reply, wording),
    citation: citationLine(citation, locale),
  };
}

/** The original words; what stands above them says why another language is on the page. */
function excerptOf(
  { quotation, translation, isForeign }: Answer,
  wording: Wording,
): PresentedAnswer['excerpt'] {
  if (translation) return { text: quotation.text, label: wording.originalWords };
  return isForeign ? { text: quotation.text, label: wording.quotedInOriginal } : { text: quotation.text };
}

/** Answers are the interviewee's words; everything around them is the publication's. */
function speakerOf(citation: Citation, locale: Locale): string {
  const { interviewee, role, publication } = creditFor(citation, locale);
  if (citation.source.section !== 'exchange') return publication;
  return role === undefined ? interviewee : `${interviewee}${wordingFor(locale).comma}${role}`;
}

/** One line that a person can check. */
export function citationLine(citation: Citation, locale: Locale): string {
  const wording = wordingFor(locale);
  const { interviewee, publication, series } = creditFor(citation, locale);
  const { source, paragraphs, exchanges } = citation;
  const section =
    source.section === 'exchange'
      ? wording.exchangeOf(source.exchange, exchanges)
      : wording.section[source.section];
  const parts = [
    interviewee,
    publication,
    ...(series === undefined ? [] : [wording.inQuotationMarks(series)]),
    wording.date(citation.date),
    section,
    ...(paragraphs ? [paragraphLabel(paragraphs, wording)] : []),
  ];
  return parts.join(wording.comma);
}

/** The label of a suggestion: the question in the member's language, or the section's name. */
export function suggestionLabel(
  { source, question, translatedQuestion }: Suggestion,
  wording: Wording,
): string {
  if (source.section !== 'exchange') return wording.section[source.section];
  return translatedQuestion ?? question ?? '';
}

function notice(text: string, suggestions: PresentedNotice['suggestions']): PresentedNotice {
  return { kind: 'notice', text, suggestions };
}

function labelsOf({ suggestions }: Reply, wording: Wording): readonly string[] {
  return suggestions.map((suggestion) => suggestionLabel(suggestion, wording));
}

function creditFor({ credit, translatedCredits }: Citation, locale: Locale): Credit {
  if (sameLanguage(credit.language, locale)) return credit;
  return translatedCredits.find(({ language }) => sameLanguage(language, locale)) ?? credit;
}

function paragraphLabel({ first, last }: NonNullable<Citation['paragraphs']>, wording: Wording): string {
  return first === last ? wording.paragraph(first) : wording.paragraphs(first, last);
}
