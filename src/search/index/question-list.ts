// Whether a collection is a list of frequent questions or interviews: told by its titles and the length of its answers.

/** Share of titles that are questions from which on a list of frequent questions begins. */
const LEAST_QUESTIONS = 0.8;
/** An answer up to so many times its question's length says little more; of twice that, as in interviews, much. */
const TERSE_ANSWER = 8;

/** 0..1, from the share of titles that are questions and the mean answer's length in mean titles. */
export function questionList(questionTitles: number, lengthRatio: number): number {
  const asked = (questionTitles - LEAST_QUESTIONS) / (1 - LEAST_QUESTIONS);
  const terse = 2 - lengthRatio / TERSE_ANSWER;
  return Math.max(0, asked) * Math.min(1, Math.max(0, terse));
}
