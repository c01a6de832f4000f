// The quotation for a question about the article or the person: a printed value, or the sentence that says it.
import { biographyOf, type Interview, introductionOf, quote } from '../knowledge/interview.ts';
import { isEnglishQuestionWord } from '../language/question-words.ts';
import { type Aspect, aspectAsked } from './about-article.ts';
import type { PrintedValue } from './library.ts';
import { quoteSentences, quoteValue } from './quotation.ts';
import type { Reading } from './read.ts';
import type { ArticleKey, Quotation } from './reply.ts';

/** Keys whose bare value says little: the introduction's sentence around it says where, when and why. */
const TOLD_BY_INTRODUCTION: readonly Aspect[] = ['event', 'series'];

/** Keys whose value, typed alone, is a question about the article. */
const NAMING_KEYS: readonly ArticleKey[] = ['author', 'publication', 'series'];
/** Characters; a shorter text names nobody. */
const SHORTEST_NAME = 2;

/** What to quote when a key is asked for that the front matter does not have. */
const FALLBACKS: Partial<Record<ArticleKey, ArticleKey>> = { dateline: 'date', subtitle: 'title' };

/** Sentences of a biography that are quoted when somebody asks who the person is. */
const PORTRAIT_SENTENCES = 3;

/** One quotation for each interview whose article, or whose interviewee as such, is asked about. */
export function quoteArticle(reading: Reading): readonly Quotation[] {
  return reading.scope.flatMap(({ interview, printed }) => {
    const aspect = aspectAsked(reading, printed);
    if (aspect === 'biography') return portraitOf(interview) ?? [];
    const key = aspect ?? keyNamed(printed, reading.focus.trim());
    return (key && quoteKey(interview, key)) ?? [];
  });
}

/** The key of the value that a question quotes and nothing else: "樊中华". The title is left to the search. */
function keyNamed(printed: readonly PrintedValue[], named: string): ArticleKey | undefined {
  if (named.length < SHORTEST_NAME) return undefined;
  return printed.find(({ key, folded }) => NAMING_KEYS.includes(key) && isNamed(key, folded, named))?.key;
}

/** A part of a byline is a name; a part of a magazine's English title may be any word. */
function isNamed(key: ArticleKey, value: string, named: string): boolean {
  if (value === named) return true;
  const partsAreNames = key === 'author' || /^\p{Script=Han}+$/u.test(named);
  return partsAreNames && !isEnglishQuestionWord(named) && value.split(/\s+/).includes(named);
}

/** The biography's first sentences; undefined where the interview has none. */
export function portraitOf(interview: Interview): Quotation | undefined {
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
  if (!introduction) return undefined;
  const at = introduction.sentences.findIndex((sentence) => quote(introduction, sentence).includes(value));
  return at === -1 ? undefined : quoteSentences(interview, introduction, { first: at, last: at });
}
