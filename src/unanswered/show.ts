// Gaps and what became of them -> text for an editor, or JSON for scripts.
import type { Reply } from '../answer/reply.ts';
import { exchangesOf, type Interview } from '../knowledge/interview.ts';
import { UNANSWERED } from '../wording/unanswered.ts';
import { type AddedLine, answersFrom, type Closed } from './close-gap.ts';
import type { ExchangeId, Gap, Gaps } from './gaps.ts';

/** A gap with the line that would close it; undefined where no exchange is near. */
export interface ListedGap extends Gap {
  readonly change: AddedLine | undefined;
  /** Undefined where it is open which interview it was meant for. */
  readonly judgedFile: string | undefined;
  /** Of all interviews. */
  readonly ids: readonly string[];
}

const INDENT = '   ';

export function gapsText(listed: readonly ListedGap[], gaps: Gaps, interviews: readonly Interview[]): string {
  const summary = UNANSWERED.summary(gaps.gaps.length, gaps.answered, gaps.notCovered);
  const blocks = listed.map((gap) => gapText(gap, interviews));
  return [...(blocks.length === 0 ? [UNANSWERED.nothing] : blocks), summary].join('\n\n');
}

function gapText(offer: ListedGap, interviews: readonly Interview[]): string {
  const { number, question, times, last, wordings, change, judgedFile, interview, ids } = offer;
  const nearest = nearestLine(offer, interviews);
  const lines = [
    question,
    ...wordings.slice(1).map((each) => UNANSWERED.also(each.question, each.times)),
    nearest ?? UNANSWERED.nothingNear,
    ...(change
      ? [UNANSWERED.apply(number, change.file, change.line), `  + ${change.text}`]
      : [UNANSWERED.applyOther(number, interview, ids)]),
    ...(judgedFile === undefined ? [] : [UNANSWERED.withJudgement(judgedFile)]),
    UNANSWERED.notCovered(number, interview),
  ];
  return [UNANSWERED.gap(number, times, last), ...lines.map((line) => INDENT + line)].join('\n');
}

function nearestLine({ nearest }: Gap, interviews: readonly Interview[]): string | undefined {
  if (!nearest) return undefined;
  const interview = interviews.find(({ id }) => id === nearest.interview);
  const exchange = interview && exchangesOf(interview).find(({ number }) => number === nearest.exchange);
  return UNANSWERED.nearest(UNANSWERED.place(nearest.interview, nearest.exchange), exchange?.question ?? '');
}

/** What was done about a gap; `target` is the exchange that it was given, absent where it is not covered. */
export interface Result {
  readonly gap: Gap;
  readonly target: ExchangeId | undefined;
  readonly closed: Closed;
}

export function resultText({ gap, target, closed }: Result): string {
  const head = `${gap.number}. ${gap.question}`;
  switch (closed.outcome) {
    case 'refused':
      return `${head}\n${INDENT}${UNANSWERED.refused[closed.fault]}`;
    case 'restored':
      return `${head}\n${INDENT}${UNANSWERED.restored(closed.why)}`;
    case 'closed': {
      const added = closed.added.flatMap(({ file, line, text }) => [
        UNANSWERED.added(file, line),
        `  + ${text}`,
      ]);
      const after = target ? afterWording(closed.reply, target) : afterMark(closed.reply);
      return [head, ...[...added, ...after].map((line) => INDENT + line)].join('\n');
    }
  }
}

function afterWording(reply: Reply, target: ExchangeId): readonly string[] {
  if (reply.outcome !== 'answer') return [UNANSWERED.stillOpen];
  const quoted = UNANSWERED.quoted(reply.quotation.source, reply.quotation.text);
  return [...quoted.split('\n'), answersFrom(reply, target) ? UNANSWERED.checkMust : UNANSWERED.elsewhere];
}

function afterMark(reply: Reply): readonly string[] {
  if (reply.outcome !== 'answer') return [UNANSWERED.marked];
  return [UNANSWERED.marked, UNANSWERED.answersAnyway(reply.quotation.source)];
}

/** One JSON object. */
export function gapsJson(offers: readonly ListedGap[], { answered, notCovered }: Gaps): string {
  const gaps = offers.map(({ change, judgedFile, nearest, interview, ids: _all, ...gap }) => ({
    ...gap,
    nearest: nearest ?? null,
    interview: interview ?? null,
    change: change ?? null,
    judgedFile: judgedFile ?? null,
  }));
  return JSON.stringify({ gaps, answered, notCovered });
}

/** One JSON object. */
export function resultsJson(results: readonly Result[]): string {
  return JSON.stringify({
    results: results.map(({ gap, target, closed }) => ({
      number: gap.number,
      question: gap.question,
      target: target ?? null,
      ...(closed.outcome === 'closed'
        ? { outcome: closed.outcome, added: closed.added, judged: closed.judged, reply: closed.reply.outcome }
        : closed),
    })),
  });
}
