// Words as the search takes them: a text as its terms in a row, so that a word is found in it as a whole, whatever its form.
import type { Interview } from '../knowledge/interview.ts';
import { fold } from '../language/fold.ts';
import { isInterrogative, markQuestionWords } from '../language/question-words.ts';
import { BREAK, tokenise } from '../language/tokenise.ts';

/** Members of a lexicon's group; a larger one is a family of words, not one meaning. */
export const MOST_MEMBERS = 8;

/** Whether a lexicon's word asks: it is a way of asking then, also where it stands alone. */
export function hasQuestionWord(member: string): boolean {
  const folded = fold(member);
  return markQuestionWords(folded).includes(1) || tokenise(folded).some(({ word }) => isInterrogative(word));
}

const BETWEEN = ' ';
/** Between terms that are no phrase. */
const PARTED = '|';

/** Term by term, a space on both sides of each; two texts of it may be joined, and no phrase spans them. */
export function termsOf(text: string): string {
  const terms = tokenise(fold(text)).map(({ term }) => (term === BREAK ? PARTED : term));
  return `${BETWEEN}${[...terms, PARTED].join(BETWEEN)}${BETWEEN}`;
}

/** Whether a text's terms hold a word or phrase; never for one without a term. */
export function finderOf(word: string): (terms: string) => boolean {
  const own = termsOf(word).slice(0, -`${PARTED}${BETWEEN}`.length);
  return (terms) => own !== BETWEEN && terms.includes(own);
}

/** Each section's text, question and translations as terms, in the interview's order. */
export function sectionTerms(interview: Interview): readonly string[] {
  return interview.sections.map((_, place) =>
    [interview, ...interview.translations]
      .flatMap(({ sections }) => sections[place] ?? [])
      .map((section) => termsOf(`${section.kind === 'exchange' ? section.question : ''}\n${section.text}`))
      .join(''),
  );
}
