// Names and numbers of a question that nothing in the collection says: a sentence without them does not tell about them.
import { fold } from '../language/fold.ts';
import { BREAK, tokenise } from '../language/tokenise.ts';
import type { SearchIndex } from '../search/index/index.ts';
import { termOf } from '../search/index/postings.ts';
import { NO_UNIT } from '../search/index/runs.ts';
import type { Query } from '../search/query/query.ts';

/** A Latin word among Chinese ones is a name; among Latin ones only a capital in the midst of the sentence makes it one. */
const NAME_IN_CHINESE = /[A-Za-z][\p{Script=Latin}\d]+/gu;
const NAME_IN_LATIN = /(?<=[^.!?\s]\s+(?:["“‘'(]\s*)?)\p{Lu}[\p{Script=Latin}\d]+/gu;
/** Two digits at least: small numbers count things. */
const NUMBER = /(?<![\d.])\d{2,}(?![\d.])/gu;

/** Whether a passage says it: what members asked is nothing that the interview tells. */
function isSaid({ vocabulary, postings }: SearchIndex, term: string): boolean {
  return termOf(postings, vocabulary.get(term) ?? NO_UNIT, NO_UNIT) >= 0;
}

/** Folded, in order; `question` as the member typed it, since capitals tell names. */
export function unknownNames(
  question: string,
  { index, script, text, droppedWords }: Query,
): readonly string[] {
  const names = question.match(script === 'chinese' ? NAME_IN_CHINESE : NAME_IN_LATIN) ?? [];
  // A number that was read as the collection writes it is said there.
  const numbers = (question.match(NUMBER) ?? []).filter((number) => text.includes(number));
  return [...names, ...numbers].map(fold).filter((name) => {
    const tokens = tokenise(name).filter(({ term }) => term !== BREAK);
    return tokens.every(({ term, word }) => !isSaid(index, term) && !droppedWords.includes(word));
  });
}
