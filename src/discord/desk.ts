// What every handler works with: the interviews, the limits, the memory of what was handled, the log and the clock.
import type { Library } from '../answer/library.ts';
import type { AnswerMemory } from './answer-memory.ts';
import type { ChannelRules } from './channel-rules.ts';
import type { Log } from './log.ts';
import type { RateLimit } from './rate-limit.ts';
import type { RecentIds } from './recent-ids.ts';
import type { Tally } from './tally.ts';
import type { UnansweredPort } from './unanswered.ts';

/** What `/status` tells beside the counts. */
export interface Facts {
  readonly version: string;
  /** Milliseconds, as `now`. */
  readonly started: number;
  /** Questions a minute; 0 means no limit. */
  readonly limits: Limits;
}

export interface Limits {
  readonly memberPerMinute: number;
  readonly channelPerMinute: number;
}

export interface Desk {
  readonly library: Library;
  readonly log: Log;
  readonly limits: { readonly member: RateLimit; readonly channel: RateLimit };
  readonly channels: ChannelRules;
  /** Messages and interactions that were handled. */
  readonly handled: RecentIds;
  readonly answers: AnswerMemory;
  readonly tally: Tally;
  readonly unanswered: UnansweredPort;
  readonly facts: Facts;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
}
