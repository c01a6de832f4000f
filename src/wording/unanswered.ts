// What editors are told of what members asked and thought: how often, what is open, where it is nearest; and what `npm run
// unanswered` says of it, in English only: it is the editor's tool.
import type { Quotation, SectionRef } from '../answer/reply.ts';
import type { WrongReason } from './discord-wording.ts';
import { counted } from './formats.ts';
import type { Wording } from './wording.ts';

/** In the 7 days up to today, and in the 7 before them. */
export interface Weeks {
  readonly now: number;
  readonly before: number;
}

/** A question without an answer, suggestions that nobody took, an answer that its asker called wrong. */
export const OPEN_KINDS = ['miss', 'untaken', 'wrong'] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

export interface SurveyedGap {
  /** The wording that stands for all that ask for the same. */
  readonly question: string;
  /** Distinct wordings. */
  readonly wordings: number;
  readonly times: number;
  readonly weeks: Weeks;
  readonly kinds: Readonly<Record<OpenKind, number>>;
  readonly reasons: readonly WrongReason[];
  /** What askers wrote about answers that are wrong, the latest first. */
  readonly remarks: readonly string[];
  /** The id of the interview that it was meant for; undefined where none tells. */
  readonly interview: string | undefined;
  /** The sentence that comes nearest, or what is quoted still; undefined where nothing is near. */
  readonly words: Quotation | undefined;
}

export interface Survey {
  readonly weeks: Readonly<Record<OpenKind | 'helped', Weeks>>;
  /** The most frequent first. */
  readonly gaps: readonly SurveyedGap[];
  /** Questions that were too rare to be looked at, where there are too many. */
  readonly rarer: number;
}

/** What is asked most, of those that the bot remembers. */
export interface MostAsked {
  readonly questions: readonly Tallied<string>[];
  readonly passages: readonly Tallied<SectionRef>[];
}

export interface Tallied<What> {
  readonly what: What;
  readonly weeks: Weeks;
}

/** How often, this week beside last, and as what. */
export function gapLine({ times, weeks, kinds }: SurveyedGap, { survey, comma }: Wording): string {
  const named = OPEN_KINDS.filter((kind) => kinds[kind] > 0).map((kind) => survey.kind[kind](kinds[kind]));
  return [survey.times(times), survey.weeks(weeks), ...named].join(comma);
}

export const UNANSWERED = {
  noLog:
    'Neither UNANSWERED_LOG nor FEEDBACK_LOG is set, so the bot keeps no questions. Name a file there in .env and ' +
    'restart the bot, or name a log of unanswered questions here with --log FILE.',
  nothing: 'No question is open.',
  unreadable: (lines: readonly number[]) =>
    `Skipped ${counted(lines.length, 'line')} of the log that cannot be read: ${lines.join(', ')}.`,
  summary: (gaps: number, answered: number, notCovered: number) =>
    `${counted(gaps, 'gap')}. Of the log, ${counted(answered, 'question')} can be answered by now, and ` +
    `${notCovered} ${notCovered === 1 ? 'is' : 'are'} marked as not covered.`,
  gap: (number: number, times: number, last: string) =>
    `${number}. asked ${counted(times, 'time')}, last on ${last}`,
  also: (question: string, times: number) => `also: ${question}${times === 1 ? '' : ` (${times})`}`,
  nearest: (place: string, question: string) => `nearest: ${place}: ${question}`,
  words: (text: string) => `in these words: ${text.replaceAll('\n', ' ')}`,
  calledWrong: (said: readonly string[]) => `called wrong: ${said.join('; ')}`,
  total: (kind: string, { now, before }: Weeks) => `${kind}: ${now} in 7 days, ${before} in the 7 before.`,
  nothingNear: 'nearest: nothing in the interviews shares its words',
  apply: (number: number, file: string, line: number) => `--apply ${number} adds to ${file}, line ${line}:`,
  applyOther: (number: number, interview: string | undefined, ids: readonly string[]) =>
    `--apply ${number}:${exchangeForm(ids, interview)} adds it to the exchange with that number.`,
  withJudgement: (file: string) => `and a judged question to ${file}.`,
  notCovered: (number: number, interview: string | undefined) =>
    `--not-covered ${number}${interview === undefined ? ':ID' : ''} records that ` +
    `${interview === undefined ? 'the interview ID' : interview} does not say, and keeps the bot quiet.`,
  place: (interview: string, exchange: number) => `${interview}, question ${exchange}`,
  added: (file: string, line: number) => `${file}:${line}:`,
  quoted: (source: SectionRef, text: string) => `The bot now answers from ${placeOf(source)}:\n  ${text}`,
  stillOpen: 'The bot still does not answer it: try other words, or another exchange.',
  elsewhere: 'That is not the exchange you named. Undo it, or name the one that covers it.',
  checkMust: 'Keep in "must" only what a right answer has to hold, then run npm run evaluate.',
  marked: 'Recorded: the interview does not say.',
  answersAnyway: (source: SectionRef) => `But the bot answers it, from ${placeOf(source)}.`,
  restored: (why: string) => `Nothing was changed: ${why}`,
  noSuchGap: (number: number) => `There is no gap ${number}.`,
  nothingToApply: (number: number, ids: readonly string[]) =>
    `Nothing is near gap ${number}: name the exchange that covers it, as ${number}:${exchangeForm(ids).replace('EXCHANGE', '1')}, ` +
    `or mark it --not-covered ${number}${ids.length > 1 ? ':ID' : ''}.`,
  whichExchange: (number: number, exchange: number, ids: readonly string[]) =>
    `There are several interviews: write ${number}:ID/${exchange}, with one of ${ids.join(', ')}.`,
  whichInterview: (number: number, ids: readonly string[]) =>
    `It is open which interview gap ${number} was meant for: write ${number}:ID, with one of ${ids.join(', ')}.`,
  refused: {
    'unreadable-file': 'The interview’s file is not there, or cannot be read: npm run check says why.',
    'no-such-exchange': 'The interview has no question with that number.',
    'already-there': 'The exchange already has this wording.',
    'too-long': 'The question is too long for a wording: write a shorter one by hand.',
  },
} as const;

/** How an exchange is named: with its interview, where there are several. */
function exchangeForm(ids: readonly string[], interview = 'ID'): string {
  return ids.length > 1 ? `${interview}/EXCHANGE` : 'EXCHANGE';
}

function placeOf(source: SectionRef): string {
  return source.section === 'exchange'
    ? UNANSWERED.place(source.interview, source.exchange)
    : `${source.interview}, ${source.section}`;
}
