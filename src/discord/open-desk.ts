// Makes a desk from the loaded interviews and the rules in force.
import type { Library } from '../answer/library.ts';
import { rememberAnswers } from './answer-memory.ts';
import { type ChannelLists, openChannelRules } from './channel-rules.ts';
import type { Desk, Limits } from './desk.ts';
import type { Log } from './log.ts';
import { limitRate } from './rate-limit.ts';
import { rememberIds } from './recent-ids.ts';
import { openTally } from './tally.ts';
import { KEEP_NOTHING, type UnansweredPort } from './unanswered.ts';

export interface DeskOptions {
  readonly library: Library;
  readonly log: Log;
  readonly limits: Limits;
  readonly channels: ChannelLists;
  readonly version: string;
  /** Where questions without an answer go; left out: nowhere. */
  readonly unanswered?: UnansweredPort;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function openDesk(options: DeskOptions): Desk {
  const { library, log, limits, channels, version, unanswered = KEEP_NOTHING, now } = options;
  return {
    ...{ library, log, unanswered, now },
    limits: {
      member: limitRate({ perMinute: limits.memberPerMinute, now }),
      channel: limitRate({ perMinute: limits.channelPerMinute, now }),
    },
    channels: openChannelRules(channels),
    handled: rememberIds(),
    answers: rememberAnswers(now),
    tally: openTally(),
    facts: { version, started: now(), limits },
  };
}
