// Quotations, their translations and their citations: ranges of one section, never edited.
import { rememberedOf } from '../dictionary/dictionary.ts';
import {
  type Article,
  exchangesOf,
  type Interview,
  quote,
  type Range,
  type Section,
  type Translation,
} from '../knowledge/interview.ts';
import { fold, sameLanguage } from '../language/fold.ts';
import type { SentenceRun } from '../search/rank/sentences.ts';
import type { ArticleKey, Citation, Credit, Quotation, SectionRef, TranslatedQuotation } from './reply.ts';

export function refTo(interview: Interview, section: Section): SectionRef {
  return section.kind === 'exchange'
    ? { interview: interview.id, section: 'exchange', exchange: section.number }
    : { interview: interview.id, section: section.kind };
}

/** The interview that a reference names; undefined where it is not loaded. */
export function interviewOf(interviews: readonly Interview[], ref: SectionRef): Interview | undefined {
  return interviews.find(({ id }) => id === ref.interview);
}

/** The section a reference names; undefined for an article's key or a section that is not there. */
export function findSection(interview: Interview, ref: SectionRef): Section | undefined {
  return interview.sections.find((section) =>
    section.kind === 'exchange'
      ? ref.section === 'exchange' && section.number === ref.exchange
      : section.kind === ref.section,
  );
}

/** The folded sentences of a section: of the few that questions come near to, again and again. */
export const foldedIn = rememberedOf((section: Section): readonly string[] =>
  section.sentences.map((range) => fold(quote(section, range))),
);

export function quoteSentences(interview: Interview, section: Section, run: SentenceRun): Quotation {
  const start = section.sentences[run.first]?.start ?? 0;
  const end = section.sentences[run.last]?.end ?? section.text.length;
  return { source: refTo(interview, section), start, end, text: quote(section, { start, end }) };
}

/** The same of sentences that are chosen when somebody looks: of most sections that are found nobody does. */
export function quoteWhenAsked(interview: Interview, section: Section, run: () => SentenceRun): Quotation {
  // Let go of once it has said which: what was known of the question hangs on it.
  let choose: (() => SentenceRun) | undefined = run;
  let own: Quotation | undefined;
  const quoted = () => {
    own ??= quoteSentences(interview, section, choose?.() ?? { first: 0, last: 0 });
    choose = undefined;
    return own;
  };
  return {
    source: refTo(interview, section),
    get start() {
      return quoted().start;
    },
    get end() {
      return quoted().end;
    },
    get text() {
      return quoted().text;
    },
  };
}

/** The whole printed value of one key; undefined where the front matter has none. */
export function quoteValue(interview: Interview, key: ArticleKey): Quotation | undefined {
  const text = interview.article[key];
  if (text === undefined) return undefined;
  return { source: { interview: interview.id, section: 'article', key }, start: 0, end: text.length, text };
}

/** The aligned sentences in `language`; undefined where the original is in it already, or nobody translated it. */
export function translateQuotation(
  interview: Interview,
  quotation: Quotation,
  language: string,
): TranslatedQuotation | undefined {
  const translation = translationInto(interview, language);
  if (!translation) return undefined;
  const { translator } = translation;
  const { source } = quotation;
  if (source.section === 'article') {
    const value = source.key === 'title' ? translation.title : translation.article[source.key];
    return value === undefined ? undefined : { text: value, language: translation.language, translator };
  }
  const original = findSection(interview, source);
  const own = original && translation.sections[interview.sections.indexOf(original)];
  if (!own) return undefined;
  const text = quote(own, alignedRange(original, own, quotation));
  const question = own.kind === 'exchange' ? { question: own.question } : {};
  return { text, language: translation.language, translator, ...question };
}

/** Whether a reader of `language` finds neither the interview nor a translation of it in that language. */
export function isForeign(interview: Interview, language: string): boolean {
  return !sameLanguage(interview.article.language, language) && !translationInto(interview, language);
}

export function translationInto(interview: Interview, language: string): Translation | undefined {
  if (sameLanguage(interview.article.language, language)) return undefined;
  return interview.translations.find((translation) => sameLanguage(translation.language, language));
}

/** The first and the last sentence that a range of a section touches. */
export function sentencesAt({ sentences }: Section, { start, end }: Range): SentenceRun {
  return {
    first: sentences.findIndex((sentence) => sentence.end > start),
    last: sentences.findLastIndex((sentence) => sentence.start < end),
  };
}

/** The range of a translated section whose sentences stand for those that a range of the original touches. */
export function alignedRange(original: Section, own: Section, range: Range): Range {
  const { first, last } = sentencesAt(original, range);
  return { start: own.sentences[first]?.start ?? 0, end: own.sentences[last]?.end ?? own.text.length };
}

export function cite(interview: Interview, quotation: Quotation): Citation {
  const { article } = interview;
  const section = findSection(interview, quotation.source);
  const run = section && sentencesAt(section, quotation);
  const [first, last] =
    run && run.first <= run.last ? [section.sentences[run.first], section.sentences[run.last]] : [];
  return {
    credit: creditOf(article),
    translatedCredits: interview.translations.map(({ language, article: translated }) =>
      creditOf({ ...article, ...translated, language }),
    ),
    date: article.date,
    source: quotation.source,
    exchanges: exchangesOf(interview).length,
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(first && last ? { paragraphs: { first: first.paragraph + 1, last: last.paragraph + 1 } } : {}),
  };
}

function creditOf({ language, interviewee, publication, series }: Article): Credit {
  const { name, role } = interviewee;
  return {
    language,
    interviewee: name,
    publication,
    ...(role === undefined ? {} : { role }),
    ...(series === undefined ? {} : { series }),
  };
}

/** The last check before words are shown: a quotation stands in its source, to the letter, where it says it does. */
export function isVerbatim(
  interviews: readonly Interview[],
  { source, start, end, text }: Quotation,
): boolean {
  const interview = interviewOf(interviews, source);
  if (!interview || text === '') return false;
  if (source.section === 'article') return interview.article[source.key]?.slice(start, end) === text;
  const section = findSection(interview, source);
  return section !== undefined && quote(section, { start, end }) === text;
}

/** Whether two quotations are of one section; of an article, whatever the key. */
export function isSameSection({ source: a }: Quotation, { source: b }: Quotation): boolean {
  const isOfOne = a.interview === b.interview && a.section === b.section;
  return isOfOne && (a.section !== 'exchange' || b.section !== 'exchange' || a.exchange === b.exchange);
}
