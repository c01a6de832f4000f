// Asks the judged questions of a setting and judges each reply.
import { ask } from '../answer/ask.ts';
import type { Library } from '../answer/library.ts';
import type { Reply } from '../answer/reply.ts';
import type { JudgedQuestion } from './judged-question.ts';
import type { JudgedReply } from './metrics.ts';
import type { Setting } from './test-interviews.ts';
import { isAmongFirst, judge } from './verdict.ts';

export interface EvaluatedReply extends JudgedReply {
  readonly reply: Reply;
  /** The one that the question is about. */
  readonly interview: string;
}

export function evaluate({
  interview,
  questions,
  libraryFor,
}: Omit<Setting, 'name'>): readonly EvaluatedReply[] {
  return questions.map((judged) => {
    const reply = replyTo(libraryFor(judged.question), judged);
    const verdict = judge(reply, judged, interview);
    return { judged, reply, interview, verdict, isAmongFirst: isAmongFirst(reply, judged, interview) };
  });
}

function replyTo(library: Library, { question, after }: JudgedQuestion): Reply {
  const first = after === undefined ? undefined : ask(library, { question: after });
  const earlier = first?.outcome === 'answer' ? first.quotation : undefined;
  return ask(library, { question, top: 1, earlier });
}
