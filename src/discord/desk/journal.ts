// What is kept of each question: one line of the log (what came of it and how long it took, not what it said or who asked), a
// count of what is asked and quoted most, and, where an operator wants it, the question that got no answer.
import type { Quotation, Reply, SectionRef, Suggestion } from '../../answer/reply.ts';
import { fold, languageOf, type QuestionLanguage } from '../../language/fold.ts';
import type { WrongReason } from '../../wording/discord-wording.ts';
import type { MostAsked, Tallied, Weeks } from '../../wording/unanswered.ts';
import type { Limits } from './gate.ts';
import type { Log } from './log.ts';
import { type Loss, NOBODY_WATCHES, type Surface, type Vitals } from './vitals.ts';

export interface Journal {
  readonly log: Log;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
  readonly note: (handled: Handled) => void;
  /** One of the suggestions of the reply with this key was chosen after all. */
  readonly taken: (key: string) => void;
  /** An answer was given up. */
  readonly lost: (loss: Loss) => void;
  readonly status: () => BotStatus;
  readonly vitals: Vitals;
  /** What was asked and quoted most; empty where nothing is kept. */
  readonly most: () => MostAsked;
  /** Where what askers think of answers goes; absent: they are not asked. */
  readonly feedback?: FeedbackPort;
}

export interface Handled {
  /** The message's or interaction's id: what a later choice of a suggestion leads back to. */
  readonly key: string;
  /** The reply, or what was said in place of one. */
  readonly reply: Reply | 'guide' | 'limited' | 'hint';
  readonly surface: Surface;
  readonly started: number;
  /** Told at level debug only. */
  readonly question: string;
  readonly member: string;
}

/** What `/status` tells. */
export interface BotStatus {
  readonly version: string;
  /** Milliseconds since the start. */
  readonly uptime: number;
  /** Of the journal's clock. */
  readonly now: number;
  readonly limits: Limits;
  /** What came of the questions since the start. */
  readonly counts: Readonly<Record<Reply['outcome'], number>>;
  /** Answers given up since the start. */
  readonly lost: Readonly<Record<Loss, number>>;
}

/** For questions that got no answer: whoever keeps them implements it; without one nothing is kept. */
export interface UnansweredPort {
  /** `key` stands for this one reply in `taken`; it tells nothing about member, server or channel. */
  readonly record: (key: string, unanswered: Unanswered) => void;
  /** One of the reply's suggestions was chosen after all. */
  readonly taken: (key: string) => void;
}

export interface Unanswered {
  readonly question: string;
  readonly language: QuestionLanguage;
  readonly outcome: 'suggest' | 'abstain';
  readonly reason: Exclude<Reply, { outcome: 'answer' }>['reason'];
  readonly nearest: Suggestion | undefined;
}

/** Whoever keeps what askers think of answers implements it; the ranking never learns of it. */
export interface FeedbackPort {
  readonly record: (judgement: Judgement) => void;
}

/** What an asker thinks of an answer; it tells nothing about member, server or channel. */
export interface Judgement {
  readonly question: string;
  readonly quotation: Quotation;
  /** Undefined: it helped. */
  readonly wrong?: { readonly reason: WrongReason; readonly remark: string };
}

export const KEEP_NOTHING: UnansweredPort = { record: () => undefined, taken: () => undefined };

export interface JournalOptions extends Pick<Journal, 'log' | 'now'>, Pick<BotStatus, 'version' | 'limits'> {
  /** Where questions without an answer go; left out: nowhere. */
  readonly unanswered?: UnansweredPort;
  /** Who watches from outside; left out: nobody. */
  readonly vitals?: Vitals;
  readonly feedback?: FeedbackPort;
  /** Counts what is asked most; left out: nothing is counted. */
  readonly tally?: Tally;
}

const NONE_LOST = { gone: 0, forbidden: 0, late: 0, unreachable: 0, refused: 0, fault: 0 };

export function openJournal(options: JournalOptions): Journal {
  const { log, now, version, limits, unanswered = KEEP_NOTHING } = options;
  const { vitals = NOBODY_WATCHES, feedback, tally } = options;
  const started = now();
  let lost: BotStatus['lost'] = NONE_LOST;
  let counts: BotStatus['counts'] = { answer: 0, suggest: 0, abstain: 0 };
  return {
    log,
    now,
    vitals,
    ...(feedback ? { feedback } : {}),
    note: (handled) => {
      logQuestion({ log, now, vitals }, handled);
      const { key, reply, surface, question } = handled;
      if (typeof reply !== 'string' && !reply.intent) {
        tally?.count(question, reply.outcome === 'answer' ? reply.quotation.source : undefined);
      }
      // Words to the bot, and a question chosen from a list, say nothing about how well questions are understood.
      if (typeof reply === 'string' || surface === 'control' || reply.intent) return;
      counts = { ...counts, [reply.outcome]: counts[reply.outcome] + 1 };
      if (reply.outcome === 'answer' || reply.reason === 'not-a-question') return;
      const { outcome, reason, suggestions } = reply;
      const language = languageOf(question);
      unanswered.record(key, { question, language, outcome, reason, nearest: suggestions[0] });
    },
    most: () => tally?.most() ?? { questions: [], passages: [] },
    taken: (key) => unanswered.taken(key),
    lost: (loss) => {
      lost = { ...lost, [loss]: lost[loss] + 1 };
      vitals.lost(loss);
    },
    status: () => ({ version, uptime: now() - started, now: now(), limits, counts, lost }),
  };
}

function logQuestion({ log, now, vitals }: Pick<Journal, 'log' | 'now' | 'vitals'>, handled: Handled): void {
  const { reply, surface, started, question, member } = handled;
  const came = outcomeOf(reply);
  const milliseconds = Math.round(now() - started);
  const interview = 'interview' in came ? came.interview : undefined;
  vitals.question({ outcome: came.outcome, interview, surface, milliseconds });
  log.info({ surface, ...came, milliseconds }, 'question');
  log.debug({ question, member }, 'asked');
}

function outcomeOf(reply: Handled['reply']) {
  if (typeof reply === 'string') return { outcome: reply };
  const intent = reply.intent ? { intent: reply.intent } : {};
  if (reply.outcome !== 'answer') return { outcome: reply.outcome, reason: reply.reason, ...intent };
  const { source } = reply.quotation;
  const section = source.section === 'exchange' ? `${source.section} ${source.exchange}` : source.section;
  return { outcome: reply.outcome, interview: source.interview, section, ...intent };
}

export interface Tally {
  /** A question that was asked, and the section that was quoted for it. */
  readonly count: (question: string, source: SectionRef | undefined) => void;
  readonly most: () => MostAsked;
}

/** Questions, and passages, that are counted at once; beyond it the rarest one is forgotten. */
const MOST_COUNTED = 500;
const MOST_SHOWN = 5;
const DAY_MS = 24 * 3_600_000;
const WEEK_DAYS = 7;

/** @param now milliseconds of a clock that only ever goes on: a day is 24 hours of it */
export function openTally(now: () => number): Tally {
  const today = () => Math.floor(now() / DAY_MS);
  const questions = countBounded<string>(today);
  const passages = countBounded<SectionRef>(today);
  return {
    count: (question, source) => {
      if (question !== '') questions.add(fold(question), question);
      if (source) passages.add(JSON.stringify(source), source);
    },
    most: () => ({ questions: questions.most(), passages: passages.most() }),
  };
}

interface Counted<What> {
  readonly what: What;
  /** How often on each day of the clock; days older than two weeks are taken out. */
  readonly days: Map<number, number>;
}

function countBounded<What>(today: () => number) {
  const counted = new Map<string, Counted<What>>();
  return {
    add: (key: string, what: What) => {
      const day = today();
      const own = counted.get(key) ?? { what, days: new Map<number, number>() };
      own.days.set(day, (own.days.get(day) ?? 0) + 1);
      if (!counted.has(key) && counted.size >= MOST_COUNTED) forgetRarest(counted, day);
      counted.set(key, own);
    },
    most: (): readonly Tallied<What>[] => {
      forgetOld(counted, today());
      return [...counted.values()]
        .map(({ what, days }) => ({ what, weeks: inWeeks(days, today()) }))
        .toSorted((a, b) => sumOf(b.weeks) - sumOf(a.weeks))
        .slice(0, MOST_SHOWN);
    },
  };
}

function forgetRarest<What>(counted: Map<string, Counted<What>>, today: number): void {
  forgetOld(counted, today);
  if (counted.size < MOST_COUNTED) return;
  const [rarest] = [...counted].toSorted(
    ([, a], [, b]) => sumOf(inWeeks(a.days, today)) - sumOf(inWeeks(b.days, today)),
  );
  if (rarest) counted.delete(rarest[0]);
}

function forgetOld<What>(counted: Map<string, Counted<What>>, today: number): void {
  for (const [key, { days }] of counted) {
    for (const day of days.keys()) if (day <= today - 2 * WEEK_DAYS) days.delete(day);
    if (days.size === 0) counted.delete(key);
  }
}

function inWeeks(days: ReadonlyMap<number, number>, today: number): Weeks {
  let [now, before] = [0, 0];
  for (const [day, times] of days) {
    if (day > today - WEEK_DAYS) now += times;
    else before += times;
  }
  return { now, before };
}

function sumOf({ now, before }: Weeks): number {
  return now + before;
}
