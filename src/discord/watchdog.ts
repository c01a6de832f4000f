// Watches the connection from outside: the library waits for ever for a RESUME that is never answered, and goes on
// calling itself ready. What is stuck too long ends the process, so that its supervisor starts it afresh.
import { Status } from 'discord.js';

export interface ShardState {
  readonly id: number;
  readonly status: Status;
  /** Milliseconds since 1970 of the last acknowledged heartbeat; -1 before the first. */
  readonly lastHeartbeat: number;
}

export interface WatchdogOptions {
  readonly shards: () => readonly ShardState[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Watchdog {
  /** Why the connection must be given up; undefined while there is hope. To be called every few seconds. */
  readonly check: () => string | undefined;
}

/** How often to look, in milliseconds. */
export const WATCH_INTERVAL_MS = 5_000;
/** Discord answers RESUME and IDENTIFY within seconds. */
const LONGEST_HANDSHAKE_MS = 60_000;
/** A network that is down that long may have come back without the library noticing. */
const LONGEST_ABSENCE_MS = 5 * 60_000;
/** Three heartbeats of 41.25 s and some slack; the library itself gives up after one. */
const LONGEST_SILENCE_MS = 150_000;

const HANDSHAKES: readonly Status[] = [Status.Resuming, Status.Identifying];

export function watchConnection({ shards, now }: WatchdogOptions): Watchdog {
  const since = new Map<number, { readonly status: Status; readonly time: number }>();
  return {
    check: () => {
      const time = now();
      for (const shard of shards()) {
        const before = since.get(shard.id);
        const entered = before?.status === shard.status ? before.time : time;
        since.set(shard.id, { status: shard.status, time: entered });
        const reason = reasonFor(shard, { entered, time });
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
  };
}

function reasonFor(
  { status, lastHeartbeat }: ShardState,
  { entered, time }: { readonly entered: number; readonly time: number },
): string | undefined {
  const lasted = time - entered;
  if (status === Status.Ready) {
    const silent = time - Math.max(lastHeartbeat, entered);
    return silent > LONGEST_SILENCE_MS
      ? `Discord has acknowledged no heartbeat for ${seconds(silent)}.`
      : undefined;
  }
  const longest = HANDSHAKES.includes(status) ? LONGEST_HANDSHAKE_MS : LONGEST_ABSENCE_MS;
  return lasted > longest ? `The connection has been ${Status[status]} for ${seconds(lasted)}.` : undefined;
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
