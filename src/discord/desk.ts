// What every handler works with: the interviews, the limits, the memory of what was handled, the log and the clock.
import type { Library } from '../answer/library.ts';
import type { Log } from './log.ts';
import type { RateLimit } from './rate-limit.ts';
import type { RecentIds } from './recent-ids.ts';

export interface Desk {
  readonly library: Library;
  readonly log: Log;
  readonly limits: { readonly member: RateLimit; readonly channel: RateLimit };
  /** Messages and interactions that were handled. */
  readonly handled: RecentIds;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
}
