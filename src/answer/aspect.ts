// The quotation for a question about the article or the person: a printed value, or the sentence that says it.
import { biographyOf, type Interview, introductionOf } from '../knowledge/interview.ts';
import type { Aspect } from './about-article.ts';
import { quoteSentences, quoteValue } from './quotation.ts';
import type { ArticleKey, Quotation } from './reply.ts';

/** Keys whose bare value says little: the introduction's sentence around it says where, when and why. */
const TOLD_BY_INTRODUCTION: readonly Aspect[] = ['event', 'series'];

/** What to quote when a key is asked for that the front matter does not have. */
const FALLBACKS: Partial<Record<ArticleKey, ArticleKey>> = { dateline: 'date', subtitle: 'title' };

/** Sentences of a biography that are quoted when somebody asks who the person is. */
const PORTRAIT_SENTENCES = 3;

/** One quotation for each interview that can say it. */
export function quoteAspect(interviews: readonly Interview[], aspect: Aspect): readonly Quotation[] {
  return interviews.flatMap((interview) => {
    const quotation = aspect === 'biography' ? portrait(interview) : quoteKey(interview, aspect);
    return quotation ? [quotation] : [];
  });
}

function portrait(interview: Interview): Quotation | undefined {
  const biography = biographyOf(interview);
  if (!biography) return undefined;
  const last = Math.min(PORTRAIT_SENTENCES, biography.sentences.length) - 1;
  return quoteSentences(interview, biography, { first: 0, last });
}

function quoteKey(interview: Interview, key: ArticleKey): Quotation | undefined {
  const value = quoteValue(interview, key);
  if (value && TOLD_BY_INTRODUCTION.includes(key)) return sentenceWith(interview, value.text) ?? value;
  const fallback = FALLBACKS[key];
  return value ?? (fallback && quoteValue(interview, fallback));
}

function sentenceWith(interview: Interview, value: string): Quotation | undefined {
  const introduction = introductionOf(interview);
  const at = introduction?.sentences.findIndex(({ start, end }) =>
    introduction.text.slice(start, end).includes(value),
  );
  if (!introduction || at === undefined || at === -1) return undefined;
  return quoteSentences(interview, introduction, { first: at, last: at });
}
