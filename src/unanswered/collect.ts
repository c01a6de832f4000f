// Collects questions that the interviews left open, for the log. An abstention counts at once; a suggestion when nobody
// has chosen from it by the time it is replaced, grown old, crowded out, or the bot ends.
import type { Reply, Suggestion } from '../answer/reply.ts';
import { languageOf } from '../language/fold.ts';
import { localeOfScript } from '../wording/locale.ts';
import type { LogLine } from './log-line.ts';

export interface LeftOpen {
  readonly question: string;
  readonly outcome: 'suggest' | 'abstain';
  readonly reason: Exclude<Reply, { outcome: 'answer' }>['reason'];
  readonly nearest?: Suggestion | undefined;
}

export interface Collector {
  /** Takes in what was left open; `key` stands for the one reply, and is never written. */
  readonly record: (key: string, open: LeftOpen) => void;
  /** Somebody chose from the suggestions of the reply. */
  readonly taken: (key: string) => void;
  /** Counts what is still waiting as not taken. */
  readonly close: () => void;
}

export interface CollectorOptions {
  readonly write: (line: LogLine) => void;
  /** Milliseconds since 1970, for the day that a line carries. */
  readonly today: () => number;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
}

/** Members choose within a minute, or never. */
const LONGEST_WAIT_MS = 15 * 60_000;
/** Suggestions that wait at once: a quarter of an hour of a busy server. */
const MOST_WAITING = 500;

interface Waiting {
  readonly since: number;
  readonly line: LogLine;
}

export function collectUnanswered({ write, today, now }: CollectorOptions): Collector {
  const waiting = new Map<string, Waiting>();
  const settle = (isOver: (each: Waiting) => boolean) => {
    for (const [key, each] of [...waiting]) {
      if (!isOver(each)) continue;
      waiting.delete(key);
      write(each.line);
    }
  };
  return {
    record: (key, open) => {
      const time = now();
      const replaced = waiting.get(key);
      // A Map keeps the order of insertion, so that the first is the oldest.
      const oldest = waiting.size >= MOST_WAITING ? waiting.values().next().value : undefined;
      settle((each) => each === replaced || each === oldest || time - each.since > LONGEST_WAIT_MS);
      const { reason } = open;
      if (reason === 'not-a-question' || reason === 'about-the-bot') return;
      const line = describe(open, reason, today());
      if (open.outcome === 'suggest') waiting.set(key, { since: time, line });
      else write(line);
    },
    taken: (key) => {
      waiting.delete(key);
    },
    close: () => settle(() => true),
  };
}

const DAY_LENGTH = '2025-07-27'.length;

/** The day in UTC, as `2025-07-27`. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, DAY_LENGTH);
}

function describe(
  { question, outcome, nearest }: LeftOpen,
  reason: LogLine['reason'],
  time: number,
): LogLine {
  // Where nothing matched, the suggestions are examples and not near.
  const near = reason === 'nothing-matched' ? undefined : nearest;
  return {
    date: dayOf(time),
    question,
    language: writtenIn(question),
    outcome,
    reason,
    nearest: near
      ? { ...near.source, ...(near.question === undefined ? {} : { question: near.question }) }
      : null,
  };
}

/** English words inside Chinese, other than names and abbreviations. */
const ENGLISH_WORD = /\b[a-z]{3,}\b/;

/** In which language and script a question is asked. */
export function writtenIn(question: string): LogLine['language'] {
  if (/\p{Script=Han}/u.test(question) && ENGLISH_WORD.test(question)) return 'mixed';
  const locale = localeOfScript(question, languageOf(question));
  if (locale === 'zh-TW') return 'zh-Hant';
  return locale === 'zh-CN' ? 'zh-Hans' : 'en';
}
