// Replies -> the parts that a person reads, worded but without markup, and an interview's own names and questions in the
// reader's language, where an editor translated them; each adapter lays them out.
import type {
  Abstain,
  Answer,
  Citation,
  Credit,
  Quotation,
  Reply,
  Suggest,
  Suggestion,
} from '../answer/reply.ts';
import type { Interview, Section, Translation } from '../knowledge/interview.ts';
import { sameLanguage } from '../language/fold.ts';
import { cut } from './formats.ts';
import { linkToWords } from './link-to-words.ts';
import { type Locale, wordingFor } from './locale.ts';
import type { Wording } from './wording.ts';

/** Who reads: in which wording, and of how many interviews, which labels then tell apart. */
export interface Reader {
  readonly interviews: readonly Interview[];
  readonly locale: Locale;
}

export function namesOf({ interviews, locale }: Reader): readonly string[] {
  return interviews.map((interview) => nameLabel(interview, locale));
}

/** A label of an interview (by its id) that says whose it is, where several are loaded; and when, where one person gave two. */
export function ofWhom(label: string, id: string, { interviews, locale }: Reader): string {
  const own = interviews.find((interview) => interview.id === id);
  if (!own || interviews.length < 2) return label;
  const name = nameLabel(own, locale);
  const isShared = interviews.some((other) => other !== own && nameLabel(other, locale) === name);
  const { comma, date } = wordingFor(locale);
  return `${isShared ? `${name}${comma}${date(own.article.date)}` : name} — ${label}`;
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

export interface PresentedAnswer {
  /** How typing slips were read, and that only the beginning was; absent where all was read as it stands. */
  readonly readAs?: string;
  /** Whose words: the interviewee with role, or the publication where it speaks. */
  readonly speaker: string;
  /** The exchange's question; absent for other sections. */
  readonly question?: string;
  /** Leads when present; `label` says that it is ours. */
  readonly translation?: { readonly label: string; readonly text: string };
  /** The original words, to the letter; `label` stands above them where something else leads. */
  readonly excerpt: { readonly label?: string; readonly text: string };
  readonly citation: string;
  /** The publisher's page, at the quoted words; absent where the file names none. */
  readonly link?: string;
}

/** A suggestion as it is offered. */
export interface Offer {
  readonly label: string;
  /** What would be quoted. */
  readonly quotation: Quotation;
}

/** UTF-16 units of what would be quoted: what says at a glance whether it is meant. */
const GLANCE = 80;

/** The beginning of an offer's quotation, on one line; what was left out leaves a mark. */
export function glanceAt({ quotation: { text } }: Offer): string {
  const [paragraph = ''] = text.split('\n');
  return paragraph.length <= GLANCE && paragraph.length < text.length
    ? `${paragraph}…`
    : cut(paragraph, GLANCE);
}

export interface PresentedNotice {
  /** Ends with what leads to the offers, where there are some. */
  readonly text: string;
  readonly offers: readonly Offer[];
}

export function presentNotice(reply: Suggest | Abstain, reader: Reader): PresentedNotice {
  const wording = wordingFor(reader.locale);
  if (reply.outcome === 'suggest') return { text: leadOf(reply, wording), offers: offersOf(reply, reader) };
  // Words to the bot have lines of their own; what is left of them invites a question, and no more.
  if (reply.reason === 'not-a-question' || reply.reason === 'about-the-bot')
    return { text: wording.abstain['not-a-question'], offers: [] };
  const offers = offersOf(reply, reader);
  const lead = offers.length > 0 ? [wording.nearest] : [];
  const text = [...readAsOf(reply, wording), wording.abstain[reply.reason], ...lead].join('\n');
  return { text, offers };
}

/** How much likelier the first of the suggestions must be than the second to be named as the nearest. */
const MUCH_NEARER = 2;

function leadOf(reply: Suggest, wording: Wording): string {
  const { probability, reasoning, suggestions } = reply;
  const isNearest =
    probability > MUCH_NEARER * (reasoning.runnerUp?.probability ?? 0) && suggestions.length > 1;
  const lead =
    isNearest && reasoning.basis === 'terms' ? wording.nearestPassage : wording.suggest[reply.reason];
  return [...readAsOf(reply, wording), lead].join('\n');
}

/** At most one line. */
function readAsOf({ mends = [], readUpTo }: Reply, wording: Wording): readonly string[] {
  const beginning = readUpTo === undefined ? [] : [wording.readUpTo(readUpTo)];
  const mended = mends.length === 0 ? [] : [wording.readAs(mends.map(({ read }) => read))];
  const both = [...beginning, ...mended];
  return both.length === 0 ? [] : [both.join(' ')];
}

export function presentAnswer(reply: Answer, locale: Locale): PresentedAnswer {
  const wording = wordingFor(locale);
  const { translation, citation, answers } = reply;
  const question = translation?.question ?? answers;
  const [readAs] = readAsOf(reply, wording);
  return {
    ...(readAs === undefined ? {} : { readAs }),
    speaker: speakerOf(citation, locale),
    ...(question === undefined ? {} : { question }),
    ...(translation
      ? { translation: { label: wording.translationBy(translation.translator), text: translation.text } }
      : {}),
    excerpt: excerptOf(reply, wording),
    citation: citationLine(citation, locale),
    ...(citation.url === undefined ? {} : { link: linkTo(reply, citation.url) }),
  };
}

/** A printed value may stand on the page in another form, as a date does. */
function linkTo({ quotation: { source, text }, citation }: Answer, url: string): string {
  return source.section === 'article' ? url : linkToWords({ url, text, language: citation.credit.language });
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

/** The question of a suggestion in the member's language, or the section's name. */
export function suggestedQuestion(
  { source, question, translatedQuestion }: Suggestion,
  wording: Wording,
): string {
  if (source.section !== 'exchange') return wording.section[source.section];
  return translatedQuestion ?? question ?? '';
}

/** The same, and whose it is where several interviews are loaded. */
export function suggestionLabel(suggestion: Suggestion, reader: Reader): string {
  return ofWhom(
    suggestedQuestion(suggestion, wordingFor(reader.locale)),
    suggestion.source.interview,
    reader,
  );
}

export function offersOf(
  { suggestions }: { readonly suggestions: readonly Suggestion[] },
  reader: Reader,
): readonly Offer[] {
  return suggestions.map((suggestion) => ({
    label: suggestionLabel(suggestion, reader),
    quotation: suggestion.quotation,
  }));
}

function creditFor({ credit, translatedCredits }: Citation, locale: Locale): Credit {
  if (sameLanguage(credit.language, locale)) return credit;
  return translatedCredits.find(({ language }) => sameLanguage(language, locale)) ?? credit;
}

function paragraphLabel({ first, last }: NonNullable<Citation['paragraphs']>, wording: Wording): string {
  return first === last ? wording.paragraph(first) : wording.paragraphs(first, last);
}
