// Asks every judged question and judges each reply.
import { ask } from '../answer/ask.ts';
import type { Collection } from '../answer/collection.ts';
import type { Reply } from '../answer/reply.ts';
import type { JudgedQuestion } from './judged-question.ts';
import type { JudgedReply } from './metrics.ts';
import { judge } from './verdict.ts';

export interface EvaluatedReply extends JudgedReply {
  readonly reply: Reply;
}

export function evaluate(
  collection: Collection,
  questions: readonly JudgedQuestion[],
): readonly EvaluatedReply[] {
  return questions.map((judged) => {
    const first = judged.after === undefined ? undefined : ask(collection, { question: judged.after });
    const earlier = first?.outcome === 'answer' ? { earlier: first.quotation } : {};
    const reply = ask(collection, { question: judged.question, top: 1, ...earlier });
    return { judged, reply, verdict: judge(reply, judged) };
  });
}
