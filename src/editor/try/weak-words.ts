// Words that members would use and nothing knows, each with the line that would make it known.
import type { EvaluatedReply } from '../../evaluation/evaluate.ts';
import type { JudgedQuestion } from '../../evaluation/judged-question.ts';
import { type Interview, quote } from '../../knowledge/interview.ts';
import { sectionOf } from '../judged-lines.ts';
import { sectionTerms, termsOf } from '../terms.ts';
import { FAILED, type Subject } from './measure.ts';
import { headingName, openingFor, shortened, type Weakness } from './weakness.ts';
import { tellingWords, unknownWords } from './words.ts';

const MOST_WORDS = 8;

/** Words of the sentence that are offered as meaning the same. */
const OFFERED = 4;

/** Words of failing questions, the commonest first. */
export function unknown(
  { interview, knowledge }: Subject,
  replies: readonly EvaluatedReply[],
): readonly Weakness[] {
  const lexicon = knowledge.lexicons
    .filter((own) => own.interview === undefined || own.interview === interview.id)
    .flatMap(({ groups }) => groups.flat());
  const known = [...sectionTerms(interview), ...lexicon.map(termsOf)].join('');
  const wordsOf = unknownWords(
    known,
    replies.map(({ judged }) => judged.question),
  );
  const failing = new Map<string, EvaluatedReply[]>();
  for (const own of replies.filter(({ verdict }) => FAILED.includes(verdict))) {
    for (const word of wordsOf(own.judged.question)) failing.set(word, [...(failing.get(word) ?? []), own]);
  }
  return [...failing]
    .toSorted(
      ([, a], [, b]) =>
        b.length - a.length || (b[0]?.reply.probability ?? 0) - (a[0]?.reply.probability ?? 0),
    )
    .slice(0, MOST_WORDS)
    .map(([word, [first]]) => ({
      what: `nothing knows “${word}” (“${first ? shortened(first.judged.question) : ''}”)`,
      help: first ? lineWith(word, first.judged, interview) : '',
    }));
}

/** A group with a word of the sentence that the question asks for, where one means the same; else another question. */
function lineWith(word: string, { source, must }: JudgedQuestion, interview: Interview): string {
  const section = sectionOf(interview, source);
  const [sentence = ''] = must;
  const at = section?.sentences.findIndex((range) => quote(section, range) === sentence) ?? -1;
  const below = section && at >= 0 ? ` > ${openingFor(section, at)}` : '';
  const others = tellingWords(sentence).filter((own) => own !== word);
  const group = others.length === 0 ? '' : ` one of: ${others.slice(0, OFFERED).join(', ')};`;
  return `${interview.id}.lexicon.txt: \`${word} = …\`${group} or one more question with it below ${headingName(source)}${below}`;
}
