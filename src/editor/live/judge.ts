// Whether a new line in a list costs another question its answer: those that are most like it, and those that are answered or not by
// a hair, are asked with and without it, and each reply is judged as the evaluation does. The others are not moved by one line.
import { ask } from '../../answer/ask.ts';
import { ENOUGH_TO_ANSWER } from '../../answer/decide.ts';
import type { Library } from '../../answer/library.ts';
import { evaluate } from '../../evaluation/evaluate.ts';
import type { JudgedQuestion, ReplyVerdict } from '../../evaluation/judged-question.ts';
import { fold } from '../../language/fold.ts';
import { withoutLightWords } from '../../language/question-words.ts';
import { tokenise } from '../../language/tokenise.ts';
import { judgedLine, type ListLine } from '../judged-lines.ts';

export interface Libraries {
  readonly before: Library;
  readonly after: Library;
}

/** What is asked of an interview: as its lists have it, and as others judged it. */
export interface Questions {
  readonly interview: string;
  readonly listed: readonly ListLine[];
  readonly judged: readonly JudgedQuestion[];
}

export interface AskedAgain extends Questions {
  /** The new line. */
  readonly added: string;
  /** Those that are close to the threshold, where they are known. */
  readonly fragile: readonly JudgedQuestion[];
}

/**
 * Questions most like the new line that are asked again: some milliseconds each, for which an editor waits. Of 40 lines for an
 * interview with 535 listed questions seven did harm: six to one of the first 33, one to a fragile question.
 */
const MOST_ALIKE = 80;
/**
 * A question is fragile whose probability is no farther from the threshold: 45 of 5,146 for the shipped interview. Of 23 lines for
 * it, held against all of these, three did harm, each to the one question that was nearest to the threshold.
 */
const FRAGILE = 0.1;
/** Questions that are compared by their words before others have their turn: some milliseconds. */
const COMPARED_AT_ONCE = 200;

/** The better, the more; of those that cannot stand for the same question the numbers do not matter. */
const WORTH: Readonly<Record<ReplyVerdict, number>> = {
  right: 4,
  'right-section': 3,
  suggested: 2,
  missed: 1,
  wrong: 0,
  quiet: 1,
  'false-answer': 0,
};

/** The first question that would be answered worse; undefined where none would. */
export async function madeWorse(
  { before, after }: Libraries,
  again: AskedAgain,
  rest: () => Promise<void>,
): Promise<string | undefined> {
  const alike = await nearest(again, rest);
  const [then, now] = [unlettered(before), unlettered(after)];
  const others = again.fragile.filter((own) => !alike.some(({ question }) => question === own.question));
  for (const judged of [...alike, ...others]) {
    if (judged.question === again.added) continue;
    const worth = (library: Library) => worthOf(library, again.interview, judged);
    const worthNow = worth(now);
    await rest();
    if (worthNow < bestOf(judged) && worthNow < worth(then)) return judged.question;
  }
  return undefined;
}

/** Those that little would tip over: all are asked once, some milliseconds each, and others have their turn between them. */
export async function fragileOf(
  library: Library,
  questions: Questions,
  rest: () => Promise<void>,
): Promise<readonly JudgedQuestion[]> {
  const fragile: JudgedQuestion[] = [];
  const asked = unlettered(library);
  for (const judged of allOf(questions)) {
    const { probability } = ask(asked, { question: judged.question, top: 1 });
    if (Math.abs(probability - ENOUGH_TO_ANSWER) < FRAGILE) fragile.push(judged);
    await rest();
  }
  return fragile;
}

/** A listed question is answered whatever else is listed; asked as any other, it stands for those that come near to it. */
function unlettered(library: Library): Library {
  return { ...library, open: library.open.map((own) => ({ ...own, questions: new Map() })) };
}

function allOf({ listed, judged }: Questions): readonly JudgedQuestion[] {
  return [...listed.map((line, at) => judgedLine(line, { id: String(at + 1), kind: 'listed' })), ...judged];
}

function worthOf(library: Library, interview: string, judged: JudgedQuestion): number {
  const [reply] = evaluate({ interview, questions: [judged], libraryFor: () => library });
  return reply ? WORTH[reply.verdict] : 0;
}

/** What is as good as it can be needs no comparison. */
function bestOf({ source, must }: JudgedQuestion): number {
  if (source === null) return WORTH.quiet;
  return must.length > 0 ? WORTH.right : WORTH['right-section'];
}

/** Those that share most of their words with the new one, the rare words first of all. */
async function nearest(again: AskedAgain, rest: () => Promise<void>): Promise<readonly JudgedQuestion[]> {
  const { added } = again;
  const all = allOf(again).filter(({ question }) => question !== added);
  const words = await wordsOfAll(
    all.map(({ question }) => question),
    rest,
  );
  const held = new Map<string, number>();
  for (const word of words.flatMap((own) => [...own])) held.set(word, (held.get(word) ?? 0) + 1);
  const weigh = (own: Iterable<string>) => {
    let sum = 0;
    for (const word of own) sum += Math.log(1 + all.length / ((held.get(word) ?? 0) + 0.5));
    return sum;
  };
  const mine = wordsOf(added);
  const whole = weigh(mine);
  const likenesses = words.map(
    (own) => weigh([...own].filter((word) => mine.has(word))) / Math.max(whole, weigh(own), Number.MIN_VALUE),
  );
  return all
    .map((question, at) => ({ question, likeness: likenesses[at] ?? 0 }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_ALIKE)
    .map(({ question }) => question);
}

async function wordsOfAll(
  questions: readonly string[],
  rest: () => Promise<void>,
): Promise<readonly ReadonlySet<string>[]> {
  const words: ReadonlySet<string>[] = [];
  for (const [at, question] of questions.entries()) {
    if (at % COMPARED_AT_ONCE === COMPARED_AT_ONCE - 1) await rest();
    words.push(wordsOf(question));
  }
  return words;
}

function wordsOf(question: string): ReadonlySet<string> {
  return new Set(tokenise(withoutLightWords(fold(question))).map(({ term }) => term));
}
