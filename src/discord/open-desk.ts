// Makes a desk from the loaded interviews and the limits in force.
import type { Library } from '../answer/library.ts';
import type { Desk } from './desk.ts';
import type { Log } from './log.ts';
import { limitRate } from './rate-limit.ts';
import { rememberIds } from './recent-ids.ts';

export interface DeskOptions {
  readonly library: Library;
  readonly log: Log;
  /** Questions a minute; 0 means no limit. */
  readonly limits: { readonly memberPerMinute: number; readonly channelPerMinute: number };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function openDesk({ library, log, limits, now }: DeskOptions): Desk {
  return {
    library,
    log,
    limits: {
      member: limitRate({ perMinute: limits.memberPerMinute, now }),
      channel: limitRate({ perMinute: limits.channelPerMinute, now }),
    },
    handled: rememberIds(),
    now,
  };
}
