// Questions about the article or the person as such ("who wrote it?", "when?", "who is he?"): which aspect is asked for.
import table from '../language/article-cues.json' with { type: 'json' };
import type { PrintedValue } from './library.ts';
import type { Reading } from './read.ts';
import type { ArticleKey } from './reply.ts';

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

/** The aspect a question asks for when it asks for nothing else; the values that the article prints point at it, too. */
export function aspectAsked(
  { focus, namesInterviewee }: Reading,
  printed: readonly PrintedValue[],
): Aspect | undefined {
  const most = substance(focus) * LARGEST_RESIDUE;
  const found = CUES.find(({ aspect, pattern, vague }) => {
    // When an occasion was is another question than when the article was printed.
    const values = vague ? printed.filter(({ key }) => key !== 'event') : printed;
    const rest = focus.replace(pattern, ' ');
    if (rest === focus) return false;
    const unexplained = withoutPrinted(rest.replace(POINTERS, ' ').replace(FILLERS, ' '), values);
    if (substance(unexplained) > most) return false;
    if (vague) return rest.search(ARTICLE_POINTERS) !== -1 || withoutPrinted(rest, values) !== rest;
    return namesInterviewee || aspect !== 'biography' || rest.search(POINTERS) !== -1 || rest.trim() === '';
  });
  if (found) return found.aspect;
  const isBareName = namesInterviewee && substance(focus.replace(FILLERS, ' ')) === 0;
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
