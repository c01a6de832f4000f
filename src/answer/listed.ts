// Questions that are typed as an interview prints or lists them: to the letter, cut as a label cuts them, or with a slip.
import { rememberedOf } from '../dictionary/dictionary.ts';
import { fold } from '../language/fold.ts';
import { listKey } from '../language/noise.ts';
import { readQuestion } from '../language/question-words.ts';
import { differByEdits } from '../language/spelling.ts';
import { isIdeograph } from '../language/tokenise.ts';
import { areAlike, type Mend } from '../search/query/alike-characters.ts';
import { isKnownWord, isWordOf, slipsIn } from '../search/query/slips.ts';
import { quoteListed } from './excerpt.ts';
import type { ListedQuestion, OpenInterview } from './library.ts';
import type { Reading } from './read.ts';
import type { Quotation } from './reply.ts';

/** What stands for the rest of a label that was cut to fit a list. */
const CUT = fold('…');

/**
 * Chosen from a list, or typed to the letter: one quotation for each interview that prints the question. A line of an editor's list
 * decides where its interview alone is asked: among several it would silence what the others say.
 */
export function questionsListed({ scope, folded }: Reading): readonly Quotation[] {
  const asked = folded.trim();
  const key = listKey(asked);
  return scope.flatMap((open) => {
    const listed = listedAs(open, asked, key);
    return listed && (scope.length === 1 || !listed.isListed) ? [quoteListed(open, listed, asked)] : [];
  });
}

function listedAs({ questions }: OpenInterview, asked: string, key: string): ListedQuestion | undefined {
  const whole = questions.get(key);
  if (whole !== undefined || !asked.endsWith(CUT) || asked === CUT) return whole;
  const beginning = asked.slice(0, -CUT.length);
  return [...questions].find(([question]) => question.startsWith(beginning))?.[1];
}

export interface MendedToListed {
  readonly quotations: readonly Quotation[];
  readonly mends: readonly Mend[];
}

/** A printed question with a word or two mistyped; undefined where it is none. */
export function mendedToListed({ scope, folded }: Reading): MendedToListed | undefined {
  const asked = wordsOf(listKey(folded));
  const found = scope.flatMap((open) =>
    printedIn(open).flatMap(({ question, words, listed }) => {
      const mends = slipsBetween(open, asked, words);
      return mends ? [{ mends, quotation: quoteListed(open, listed, question) }] : [];
    }),
  );
  const [first] = found;
  return first && { quotations: found.map(({ quotation }) => quotation), mends: first.mends };
}

interface Printed {
  readonly question: string;
  readonly words: readonly string[];
  readonly listed: ListedQuestion;
}

/** A list has hundreds of lines beside the few questions that are printed, and each question would go through all of them. */
const printedIn = rememberedOf(({ questions }: OpenInterview): readonly Printed[] =>
  [...questions].flatMap(([question, listed]) =>
    listed.isPrinted ? [{ question, words: wordsOf(question), listed }] : [],
  ),
);

/** Words of Latin letters, and single ideographs. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|[^\P{L}\p{Script=Han}][^\P{L}\p{Script=Han}'’-]*|\p{N}+/gu) ?? [];
}

const LATIN = /^\p{Script=Latin}+$/u;
/** Of so many words one may be mistyped. */
const WORDS_A_SLIP = 3;
/** From so many on a slip may make another word, as long as the interview does not have it. */
const TELLING_WORDS = 5;

/** The slips between what was typed and what is printed; undefined where they differ by more, or not at all. */
function slipsBetween(
  open: OpenInterview,
  asked: readonly string[],
  known: readonly string[],
): readonly Mend[] | undefined {
  if (asked.length !== known.length) return undefined;
  const places = known.flatMap((word, place) => (word === asked[place] ? [] : [place]));
  if (places.length === 0 || places.length > Math.max(1, known.length / WORDS_A_SLIP)) return undefined;
  const mends = places.map((at) => slipAt(open, { asked, known }, at));
  return mends.every((mend) => mend !== undefined) ? mends : undefined;
}

function slipAt(
  { index }: OpenInterview,
  { asked, known }: { readonly asked: readonly string[]; readonly known: readonly string[] },
  at: number,
): Mend | undefined {
  const [typed = '', read = ''] = [asked[at], known[at]];
  const isLong = known.length >= TELLING_WORDS;
  if (isIdeograph(typed)) return isLong && areAlike(index, typed, read) ? { typed, read } : undefined;
  const [token] = readQuestion(typed);
  if (!token || !LATIN.test(typed)) return undefined;
  const isAnotherWord = isKnownWord(index, token);
  const edits = isAnotherWord ? 1 : slipsIn(typed);
  if (isAnotherWord && (!isLong || token.isAsking || token.isLight || isWordOf(index, token)))
    return undefined;
  return differByEdits(typed, read, edits) > edits ? undefined : { typed, read };
}
