// Questions that are typed as an interview prints or lists them: to the letter, cut as a label cuts them, or with one slip.
import { fold } from '../language/fold.ts';
import { tokenise } from '../language/tokenise.ts';
import { differByEdits } from '../search/query/look-up.ts';
import { isKnownWord, type Mend, slipsIn } from '../search/query/slips.ts';
import { quoteListed } from './excerpt.ts';
import { type ListedQuestion, listKey, type OpenInterview } from './library.ts';
import type { Reading } from './read.ts';
import type { Quotation } from './reply.ts';

/** What stands for the rest of a label that was cut to fit a list. */
const CUT = fold('…');

/**
 * Chosen from a list, or typed to the letter: one quotation for each interview that prints the question. A line of an editor's list
 * decides where its interview alone is asked: among several it would silence what the others say.
 */
export function questionsListed({ scope, folded }: Reading): readonly Quotation[] {
  return scope.flatMap((open) => {
    const listed = listedAs(open, folded.trim());
    return listed && (scope.length === 1 || !listed.isListed)
      ? [quoteListed(open, listed, folded.trim())]
      : [];
  });
}

function listedAs({ questions }: OpenInterview, asked: string): ListedQuestion | undefined {
  const whole = questions.get(listKey(asked));
  if (whole !== undefined || !asked.endsWith(CUT) || asked === CUT) return whole;
  const beginning = asked.slice(0, -CUT.length);
  return [...questions].find(([question]) => question.startsWith(beginning))?.[1];
}

export interface MendedToListed {
  readonly quotations: readonly Quotation[];
  readonly mends: readonly Mend[];
}

/** A printed question with one word mistyped, which is no word that anybody knows; undefined where it is none. */
export function mendedToListed({ scope, folded }: Reading): MendedToListed | undefined {
  const asked = wordsOf(listKey(folded));
  if (!asked.some((word) => LATIN.test(word))) return undefined;
  const found = scope.flatMap((open) =>
    printedIn(open).flatMap(({ question, words, listed }) => {
      const mend = slipBetween(open, asked, words);
      return mend ? [{ mend, quotation: quoteListed(open, listed, question) }] : [];
    }),
  );
  const [first] = found;
  return first && { quotations: found.map(({ quotation }) => quotation), mends: [first.mend] };
}

const LATIN = /^\p{Script=Latin}+$/u;

interface Printed {
  readonly question: string;
  readonly words: readonly string[];
  readonly listed: ListedQuestion;
}

/** A list has hundreds of lines beside the few questions that are printed, and each question would go through all of them. */
const printed = new WeakMap<OpenInterview, readonly Printed[]>();

function printedIn(open: OpenInterview): readonly Printed[] {
  const known = printed.get(open);
  if (known) return known;
  const made = [...open.questions].flatMap(([question, listed]) =>
    listed.isPrinted ? [{ question, words: wordsOf(question), listed }] : [],
  );
  printed.set(open, made);
  return made;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
}

function slipBetween(
  { index }: OpenInterview,
  asked: readonly string[],
  known: readonly string[],
): Mend | undefined {
  if (asked.length !== known.length) return undefined;
  const [at = -1, ...others] = known.flatMap((word, place) => (word === asked[place] ? [] : [place]));
  const [typed = '', read = ''] = [asked[at], known[at]];
  if (at === -1 || others.length > 0 || !LATIN.test(typed)) return undefined;
  const edits = slipsIn(typed);
  const [token] = tokenise(typed);
  if (!token || differByEdits(typed, read, edits) > edits || isKnownWord(index, token)) return undefined;
  return { typed, read };
}
