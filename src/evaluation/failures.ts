// Each failing question in one line: what was asked, what came back, and why.
import type { EvaluatedReply } from './evaluate.ts';

export function failureLines(replies: readonly EvaluatedReply[]): readonly string[] {
  return replies
    .filter(({ verdict }) => verdict !== 'right' && verdict !== 'quiet')
    .map(({ judged, reply, verdict }) => {
      const { best } = reply.reasoning;
      const terms = best?.explanation.terms.slice(0, 5).map(({ text }) => text) ?? [];
      const got =
        reply.outcome === 'answer' ? `“${reply.quotation.text}”` : `${reply.outcome}, ${reply.reason}`;
      const wanted = judged.source === null ? 'no answer' : `${judged.source}: ${judged.must[0] ?? ''}`;
      const why = `probability ${reply.probability.toFixed(2)}, matched ${terms.join(' ') || 'nothing'}`;
      return `${judged.id} ${verdict} (${judged.kind}) ${judged.question}\n    got ${got}\n    want ${wanted}; ${why}`;
    });
}
