// Questions about the article or the person as such ("who wrote it?", "when?", "who is he?"): which aspect is asked for.
import { ARTICLE_POINTERS, type Aspect, CUES, FILLERS, POINTERS } from './aspect-cues.ts';

/** Share of the question's characters that may be left when cue, pointers and fillers are gone: one word in a dozen. */
const LARGEST_RESIDUE = 0.1;

const POINTER_PATTERN = wordPattern(POINTERS);
/** Without the words that may as well point at a person. */
const ARTICLE_POINTER = new RegExp(wordPattern(ARTICLE_POINTERS).source);
const FILLER_PATTERN = new RegExp(FILLERS, 'g');

export interface AspectQuestion {
  /** In folded characters, the names of interviewees taken out. */
  readonly focus: string;
  readonly namesInterviewee: boolean;
  /** The printed values of the articles, folded: what they name points at the article, too. */
  readonly printed: readonly string[];
  /** Those that name the occasion, not the article: when it was is another question. */
  readonly occasions: readonly string[];
}

/** The aspect a question asks for when it asks for nothing else. */
export function aspectAsked(question: AspectQuestion): Aspect | undefined {
  const { focus, namesInterviewee, occasions } = question;
  const ofArticle = question.printed.filter((value) => !occasions.includes(value));
  const most = substance(focus) * LARGEST_RESIDUE;
  const found = CUE_PATTERNS.find(({ aspect, pattern, vague }) => {
    const printed = vague ? ofArticle : question.printed;
    const rest = focus.replace(pattern, ' ');
    if (rest === focus) return false;
    const unexplained = withoutPrinted(
      rest.replace(POINTER_PATTERN, ' ').replace(FILLER_PATTERN, ' '),
      printed,
    );
    if (substance(unexplained) > most) return false;
    if (vague) return ARTICLE_POINTER.test(rest) || namesPrinted(rest, printed);
    return (
      namesInterviewee || aspect !== 'biography' || rest.search(POINTER_PATTERN) !== -1 || rest.trim() === ''
    );
  });
  if (found) return found.aspect;
  const isBareName = namesInterviewee && substance(focus.replace(FILLER_PATTERN, ' ')) === 0;
  return isBareName ? 'biography' : undefined;
}

/** Takes out runs of letters that stand in a printed value to the letter. */
function withoutPrinted(text: string, printed: readonly string[]): string {
  return text.replace(/[\p{L}\p{N}]{2,}/gu, (run) =>
    printed.some((value) => value.includes(run)) ? ' ' : run,
  );
}

function namesPrinted(text: string, printed: readonly string[]): boolean {
  return withoutPrinted(text, printed) !== text;
}

const CUE_PATTERNS = CUES.map(({ aspect, phrases, vague }) => ({
  aspect,
  vague: vague === true,
  pattern: wordPattern(phrases),
}));

/** On folded text: Latin phrases match whole words, Chinese ones anywhere. */
function wordPattern(phrases: string): RegExp {
  const all = splitAlternatives(phrases);
  const latin = all.filter((phrase) => /^[a-z(]/.test(phrase));
  const han = all.filter((phrase) => !/^[a-z(]/.test(phrase));
  const parts = [...han, ...(latin.length > 0 ? [`\\b(?:${latin.join('|')})\\b`] : [])];
  return new RegExp(parts.join('|'), 'g');
}

/** Splits at the bars that stand outside parentheses. */
function splitAlternatives(phrases: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of phrases) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + character);
  }
  return parts;
}

function substance(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
