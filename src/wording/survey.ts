// What editors are shown of what members asked and thought: how often in this week and in the last, what is open, where it is
// nearest; and how that is said in a line.
import type { Quotation, SectionRef } from '../answer/reply.ts';
import type { WrongReason } from './discord-wording.ts';
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
