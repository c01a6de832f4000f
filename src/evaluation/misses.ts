// What an interview leaves open: its misses and near misses, each with the words that nothing in it knows. An editor closes
// more with one of these lines than with another synonym.

import { fold } from '../language/fold.ts';
import { isEnglishQuestionWord } from '../language/question-words.ts';
import { readQuestion } from '../language/read-question.ts';
import { isIdeograph } from '../language/tokenise.ts';
import type { SearchIndex } from '../search/index/index.ts';
import { holds } from '../search/index/index.ts';
import type { EvaluatedReply } from './evaluate.ts';
import type { Setting } from './test-interviews.ts';

/** The misses of one setting: what should have been answered and was not, the likeliest first. */
export function missLines(
  { name, interview, libraryFor }: Setting,
  replies: readonly EvaluatedReply[],
): readonly string[] {
  const missed = replies.filter(
    ({ verdict }) => verdict === 'suggested' || verdict === 'missed' || verdict === 'wrong',
  );
  const lines = missed
    .toSorted((a, b) => b.reply.probability - a.reply.probability)
    .map(({ judged, reply, verdict, isAmongFirst }) => {
      const index = libraryFor(judged.question).open.find((open) => open.interview.id === interview)?.index;
      const unknown = index ? unknownWords(index, judged.question) : [];
      const what = verdict === 'wrong' ? 'wrong' : isAmongFirst ? 'near' : 'miss';
      const why = unknown.length > 0 ? `nothing knows: ${unknown.join(' ')}` : 'every word is known';
      return `  ${what.padEnd(6)}${reply.probability.toFixed(2)}  ${judged.source}  ${judged.question}\n              ${why}`;
    });
  return [
    `${name}: ${missed.length} of ${replies.filter(({ judged }) => judged.source !== null).length}`,
    ...lines,
  ];
}

/** The words and pairs of ideographs of a question that neither the interview nor its lists have. */
function unknownWords(index: SearchIndex, question: string): readonly string[] {
  const tokens = readQuestion(fold(question)).map((token) =>
    token.isAsking || token.isLight ? undefined : token,
  );
  const unitOf = (term: string) => index.vocabulary.get(term) ?? -1;
  return tokens.flatMap((token, at) => {
    if (!token?.term || isEnglishQuestionWord(token.word)) return [];
    if (!isIdeograph(token.term)) return holds(index, [unitOf(token.term)]) ? [] : [token.word];
    const next = tokens[at + 1];
    if (!next?.term || !isIdeograph(next.term)) return [];
    return holds(index, [unitOf(token.term), unitOf(next.term)]) ? [] : [token.term + next.term];
  });
}
