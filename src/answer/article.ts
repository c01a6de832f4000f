// Questions about the article or the person as such ("who wrote it?", "when?", "who is he?"): which aspect is asked for, and
// the printed value, or the sentence that says it.
import { biographyOf, type Interview, introductionOf, quote } from '../knowledge/interview.ts';
import table from '../language/article-cues.json' with { type: 'json' };
import { isEnglishQuestionWord } from '../language/question-words.ts';
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
  const signs = signsIn(reading);
  const named = reading.focus.trim();
  return reading.scope.flatMap(({ interview, printed }) => {
    const aspect = aspectAsked(reading, signs, printed);
    if (aspect === 'biography') return portraitOf(interview) ?? [];
    const key = aspect ?? keyNamed(printed, named);
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
  if (value === named || !value.includes(named)) return value === named;
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

export type Aspect = ArticleKey | 'biography';

interface Words {
  readonly chinese: readonly string[];
  readonly english: readonly string[];
}

interface Cue {
  readonly aspect: Aspect;
  readonly words: Words;
  /** Asks a thing of anything ("when?"): only words that point at the article make it a question about the article. */
  readonly vague?: boolean;
}

/** Share of the question's characters that may be left when cue, pointers and fillers are gone: one word in a dozen. */
const LARGEST_RESIDUE = 0.1;

const { article, person } = table.pointers;
const ARTICLE_POINTERS = wordPattern(article);
/** With the words that may as well point at a person. */
const POINTERS = wordPattern({
  chinese: [...person.chinese, ...article.chinese],
  english: [...article.english, ...person.english],
});
const FILLERS = wordPattern(table.fillers);
const CUES = (table.cues as readonly Cue[]).map((cue) => ({ ...cue, pattern: wordPattern(cue.words) }));

/** On folded text: English phrases match whole words, Chinese ones anywhere. */
function wordPattern({ chinese, english }: Words): RegExp {
  const words = english.length === 0 ? [] : [`\\b(?:${english.join('|')})\\b`];
  return new RegExp([...chinese, ...words].join('|'), 'g');
}

/** A cue that stands in a question, what the question is without it, and what it is without pointers and fillers besides. */
interface Sign extends Omit<Cue, 'words'> {
  readonly rest: string;
  readonly unexplained: string;
}

interface Signs {
  readonly cues: readonly Sign[];
  readonly isBareName: boolean;
}

/** What a question shows by itself, whatever an article prints: looked for once, as most questions show nothing. */
function signsIn({ focus, namesInterviewee }: Reading): Signs {
  const cues = CUES.flatMap(({ aspect, pattern, vague = false }) => {
    const rest = focus.replace(pattern, ' ');
    const unexplained = rest.replace(POINTERS, ' ').replace(FILLERS, ' ');
    return rest === focus ? [] : [{ aspect, vague, rest, unexplained }];
  });
  return { cues, isBareName: namesInterviewee && substance(focus.replace(FILLERS, ' ')) === 0 };
}

/** The aspect a question asks for when it asks for nothing else; the values that the article prints point at it, too. */
function aspectAsked(
  { focus, namesInterviewee }: Reading,
  { cues, isBareName }: Signs,
  printed: readonly PrintedValue[],
): Aspect | undefined {
  if (cues.length === 0) return isBareName ? 'biography' : undefined;
  const most = substance(focus) * LARGEST_RESIDUE;
  const found = cues.find(({ aspect, vague, rest, unexplained }) => {
    // When an occasion was is another question than when the article was printed.
    const values = vague ? printed.filter(({ key }) => key !== 'event') : printed;
    if (substance(withoutPrinted(unexplained, values)) > most) return false;
    if (vague) return rest.search(ARTICLE_POINTERS) !== -1 || withoutPrinted(rest, values) !== rest;
    return namesInterviewee || aspect !== 'biography' || rest.search(POINTERS) !== -1 || rest.trim() === '';
  });
  if (found) return found.aspect;
  return isBareName ? 'biography' : undefined;
}

/** Takes out runs of letters that stand in a printed value to the letter. */
function withoutPrinted(text: string, printed: readonly PrintedValue[]): string {
  return text.replace(/[\p{L}\p{N}]{2,}/gu, (run) =>
    printed.some(({ folded }) => folded.includes(run)) ? ' ' : run,
  );
}

function substance(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
