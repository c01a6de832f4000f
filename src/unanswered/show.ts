// Gaps and what became of them -> text for an editor, or JSON for scripts.
import type { Reply } from '../answer/reply.ts';
import { exchangesOf, type Interview } from '../knowledge/interview.ts';
import { enUS } from '../wording/en-US.ts';
import { gapLine, type Survey, type SurveyedGap, UNANSWERED } from '../wording/unanswered.ts';
import { type AddedLine, answersFrom, type Closed } from './close-gap.ts';
import type { ExchangeId, Gap, Gaps } from './gaps.ts';

/** A gap with the line that would close it; undefined where no exchange is near. */
export interface ListedGap extends Gap {
  readonly change: AddedLine | undefined;
  /** Undefined where it is open which interview it was meant for. */
  readonly judgedFile: string | undefined;
  /** Of all interviews. */
  readonly ids: readonly string[];
  readonly survey: SurveyedGap;
}

const INDENT = '   ';

export interface Overview {
  readonly gaps: Gaps;
  readonly weeks: Survey['weeks'];
  readonly interviews: readonly Interview[];
}

export function gapsText(listed: readonly ListedGap[], { gaps, weeks, interviews }: Overview): string {
  const summary = UNANSWERED.summary(gaps.gaps.length, gaps.answered, gaps.notCovered);
  const blocks = listed.map((gap) => gapText(gap, interviews));
  const counts = (['miss', 'untaken', 'wrong', 'helped'] as const).map((kind) =>
    UNANSWERED.total(enUS.survey.total[kind], weeks[kind]),
  );
  return [...(blocks.length === 0 ? [UNANSWERED.nothing] : blocks), [summary, ...counts].join('\n')].join(
    '\n\n',
  );
}

function gapText(offer: ListedGap, interviews: readonly Interview[]): string {
  const { number, question, times, last, wordings, change, judgedFile, interview, ids } = offer;
  const nearest = nearestLine(offer, interviews);
  const lines = [
    question,
    ...wordings.slice(1).map((each) => UNANSWERED.also(each.question, each.times)),
    gapLine(offer.survey, enUS),
    ...opinionsOf(offer),
    nearest ?? UNANSWERED.nothingNear,
    ...(offer.words ? [UNANSWERED.words(offer.words.text)] : []),
    ...(change
      ? [UNANSWERED.apply(number, change.file, change.line), `  + ${change.text}`]
      : [UNANSWERED.applyOther(number, interview, ids)]),
    ...(judgedFile === undefined ? [] : [UNANSWERED.withJudgement(judgedFile)]),
    UNANSWERED.notCovered(number, interview),
  ];
  return [UNANSWERED.gap(number, times, last), ...lines.map((line) => INDENT + line)].join('\n');
}

function opinionsOf({ survey: { reasons, remarks } }: ListedGap): readonly string[] {
  const said = [...reasons.map((reason) => enUS.discord.opinion.reasons[reason]), ...remarks];
  return said.length === 0 ? [] : [UNANSWERED.calledWrong(said)];
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
export function gapsJson(
  offers: readonly ListedGap[],
  { answered, notCovered }: Gaps,
  weeks: Survey['weeks'],
): string {
  const gaps = offers.map(({ change, judgedFile, nearest, interview, words, survey, ids: _all, ...gap }) => ({
    ...gap,
    ...{ weeks: survey.weeks, kinds: survey.kinds, reasons: survey.reasons, remarks: survey.remarks },
    words: words ?? null,
    nearest: nearest ?? null,
    interview: interview ?? null,
    change: change ?? null,
    judgedFile: judgedFile ?? null,
  }));
  return JSON.stringify({ gaps, answered, notCovered, weeks });
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
