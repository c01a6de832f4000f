// The logs at a glance: what is open and how often it was asked in this week and in the last, within a second however full they are.
// Wordings with the same words are counted as one at once; only the most frequent are compared by what they mean and asked again.
import { ask } from '../answer/ask.ts';
import type { Library } from '../answer/library.ts';
import type { Reply } from '../answer/reply.ts';
import { fold } from '../language/fold.ts';
import { stripNoise } from '../language/noise.ts';
import { withoutLightWords } from '../language/question-words.ts';
import { BREAK, tokenise } from '../language/tokenise.ts';
import type { OpenKind, Survey, SurveyedGap, Weeks } from '../wording/unanswered.ts';
import { dayOf, type FeedbackLine, type LogLine } from './collect.ts';
import { findGaps, type Gap, isStillOpen, type OpenLine } from './gaps.ts';

export interface Logs {
  readonly lines: readonly LogLine[];
  readonly feedback: readonly FeedbackLine[];
}

export interface SurveyOptions extends Logs {
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Wordings that are asked again: some milliseconds each. */
const MOST_ASKED = 40;
/** Open ones that are compared: more than a message can show. */
const MOST_WEIGHED = 20;

export function surveyOf(library: Library, { lines, feedback, now }: SurveyOptions): Survey {
  const asked = askedIn({ lines, feedback });
  const wordings = wordingsIn(library, asked);
  const { open: weighed, replies, rarer } = stillOpen(library, wordings);
  const leads = weighed.map(({ lead }) => lead);
  const { gaps } = findGaps(library, leads, { settled: [], replies });
  const wordingOf = new Map(weighed.map((wording) => [wording.lead.question, wording] as const));
  return {
    weeks: weeksOf({ lines, feedback, now }),
    gaps: gaps
      .map((gap) => surveyGap(gap, (question) => wordingOf.get(question)?.lines ?? [], now))
      .toSorted((a, b) => b.times - a.times),
    rarer,
  };
}

/** The most frequent first, without those that an editor listed: they are answered, or not covered, by now. */
function wordingsIn({ open }: Library, asked: readonly AskedLine[]): readonly Wording[] {
  const questions = open.flatMap((own) => [...own.answered, ...own.notCovered, ...own.questions.keys()]);
  const listed = new Set(questions.map(keyOf));
  return (
    [...countWordings(asked)]
      // What was called wrong is open until something else is quoted, whatever is listed.
      .filter(([key, { lead }]) => lead.wrong !== undefined || !listed.has(key))
      .map(([, wording]) => wording)
      .toSorted(byFrequency)
  );
}

/** The replies of the last survey: a list of gaps is followed by one for each gap that is chosen from it. */
const lastReplies = new WeakMap<Library, ReadonlyMap<string, Reply>>();

/** Asks the most frequent again, until there are enough that are open. */
function stillOpen(library: Library, wordings: readonly Wording[]) {
  const before = lastReplies.get(library);
  const replies = new Map<string, Reply>();
  lastReplies.set(library, replies);
  const open: Wording[] = [];
  for (const wording of wordings) {
    if (open.length === MOST_WEIGHED || replies.size === MOST_ASKED) break;
    const { question } = wording.lead;
    const reply = before?.get(question) ?? ask(library, { question });
    replies.set(question, reply);
    if (isStillOpen(wording.lead, reply)) open.push(wording);
  }
  return { open, replies, rarer: wordings.length - replies.size };
}

/** A question of either log; what was called wrong has the opinion with it. */
export interface AskedLine extends OpenLine {
  readonly opinion?: FeedbackLine;
}

/** The questions that were left open, and those whose answer was called wrong. */
export function askedIn({ lines, feedback }: Logs): readonly AskedLine[] {
  const wrong = feedback.flatMap((opinion): readonly AskedLine[] => {
    const { date, question, language, quoted } = opinion;
    if (opinion.wrong === null) return [];
    return [{ date, question, language, reason: 'too-weak', nearest: null, wrong: quoted.text, opinion }];
  });
  return [...lines, ...wrong];
}

export function byQuestion(asked: readonly AskedLine[]): ReadonlyMap<string, readonly AskedLine[]> {
  const lines = new Map<string, AskedLine[]>();
  for (const line of asked) {
    const own = lines.get(line.question);
    if (own) own.push(line);
    else lines.set(line.question, [line]);
  }
  return lines;
}

/** How much came in, in this week and in the last. */
export function weeksOf({ now, ...logs }: SurveyOptions): Survey['weeks'] {
  const days = daysUpTo(now);
  const asked = askedIn(logs);
  const of = (kind: OpenKind) =>
    inWeeks(
      asked.filter((each) => kindOf(each) === kind),
      days,
    );
  const helped = logs.feedback.filter(({ wrong }) => wrong === null);
  return { miss: of('miss'), untaken: of('untaken'), wrong: of('wrong'), helped: inWeeks(helped, days) };
}

/** Where a line does not say, it is of an older version, and was left open either way. */
function kindOf({ wrong, outcome }: AskedLine): OpenKind {
  if (wrong !== undefined) return 'wrong';
  return outcome === 'suggest' ? 'untaken' : 'miss';
}

/** Questions with the same words, in whatever order and however politely they are asked. */
interface Wording {
  /** The latest. */
  readonly lead: AskedLine;
  readonly lines: AskedLine[];
}

function countWordings(asked: readonly AskedLine[]): ReadonlyMap<string, Wording> {
  const keys = new Map<string, string>();
  const wordings = new Map<string, Wording>();
  for (const line of asked) {
    const key = keys.get(line.question) ?? keyOf(line.question);
    keys.set(line.question, key);
    const { lead = line, lines = [] } = wordings.get(key) ?? {};
    lines.push(line);
    wordings.set(key, { lead: line.date >= lead.date ? line : lead, lines });
  }
  return wordings;
}

function keyOf(question: string): string {
  const folded = fold(stripNoise(question));
  const tokens = tokenise(withoutLightWords(folded));
  const terms = new Set(tokens.flatMap(({ term }) => (term === BREAK ? [] : [term])));
  return terms.size === 0 ? folded : [...terms].toSorted().join(' ');
}

/** Of equals the one that was asked last. */
function byFrequency(a: Wording, b: Wording): number {
  if (a.lines.length !== b.lines.length) return b.lines.length - a.lines.length;
  return a.lead.date < b.lead.date ? 1 : -1;
}

/** A gap with all the lines that ask for it, by their questions. */
export function surveyGap(
  gap: Gap,
  linesOf: (question: string) => readonly AskedLine[],
  now: number,
): SurveyedGap {
  const lines = gap.wordings.flatMap(({ question }) => linesOf(question));
  const count = (kind: OpenKind) => lines.filter((line) => kindOf(line) === kind).length;
  const opinions = lines
    .flatMap(({ opinion }) => opinion ?? [])
    .toSorted((a, b) => (a.date < b.date ? 1 : -1));
  return {
    question: gap.question,
    wordings: new Set(lines.map(({ question }) => question)).size,
    times: lines.length,
    weeks: inWeeks(lines, daysUpTo(now)),
    kinds: { miss: count('miss'), untaken: count('untaken'), wrong: count('wrong') },
    reasons: [...new Set(opinions.flatMap(({ wrong }) => wrong ?? []))],
    remarks: opinions.flatMap(({ remark }) => (remark === '' ? [] : [remark])),
    interview: gap.interview,
    words: gap.words,
  };
}

/** The first days of this week and of the last, which are 7 days each and end today. */
interface Days {
  readonly now: string;
  readonly before: string;
}

const DAY_MS = 24 * 3_600_000;

function daysUpTo(now: number): Days {
  return { now: dayOf(now - 6 * DAY_MS), before: dayOf(now - 13 * DAY_MS) };
}

function inWeeks(lines: readonly { readonly date: string }[], { now, before }: Days): Weeks {
  return {
    now: lines.filter(({ date }) => date >= now).length,
    before: lines.filter(({ date }) => date < now && date >= before).length,
  };
}
