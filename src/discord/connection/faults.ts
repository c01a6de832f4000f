// Watches a client for what no reconnection can mend, and says in one line why and what to do.
import { type Client, Events, GatewayCloseCodes, Status } from 'discord.js';
import type { Journal } from '../desk/journal.ts';
import { describeError, type Log } from '../desk/log.ts';

/** Calls `giveUp` with the reason, perhaps more than once; returns what ends the watch. */
export function watchForFaults(
  client: Client,
  { log, now }: Pick<Journal, 'log' | 'now'>,
  giveUp: (reason: string) => void,
): () => void {
  client.on(Events.ShardDisconnect, ({ code }) => {
    giveUp(fatalCloseReason(code) ?? `Discord closed the connection for good (close code ${code}).`);
  });
  client.on(Events.Invalidated, () => giveUp('Discord invalidated the session.'));
  client.rest.on('response', ({ data }, { status }) => {
    // Requests that carry an interaction's token instead of the bot's do not tell about the bot's.
    if (status === 401 && data.auth !== false) giveUp(TOKEN_REFUSED);
  });
  logErrors(client, log);
  return watchHeartbeats(client, now, giveUp);
}

function logErrors(client: Client, log: Log): void {
  client.on(Events.Error, (error) =>
    log.error({ error: describeError(error) }, 'discord.js reported an error'),
  );
  // Errors of a connection that is refused for good have their own line; others are followed by a new attempt.
  client.on(Events.ShardError, (error) =>
    log.debug({ error: describeError(error) }, 'the connection had an error'),
  );
  client.on(Events.ShardReconnecting, () => log.warn('the connection was lost; reconnecting'));
}

function watchHeartbeats(client: Client, now: () => number, giveUp: (reason: string) => void): () => void {
  const shards = () =>
    client.ws.shards.map(({ id, status, lastPingTimestamp }) => ({
      id,
      status,
      lastHeartbeat: lastPingTimestamp,
    }));
  const watchdog = watchConnection({ shards, now });
  const timer = setInterval(() => {
    const reason = watchdog.check();
    if (reason !== undefined) giveUp(reason);
  }, WATCH_INTERVAL_MS);
  return () => clearInterval(timer);
}

/** Why a login was refused. */
export function loginReason(error: unknown): string {
  const { name, message, code } = describeError(error);
  if (code === 'TokenInvalid' || /\b401\b/.test(message)) return TOKEN_REFUSED;
  return `The bot could not log in (${name}: ${message}).`;
}

/** Close codes after which Discord wants no further attempt; undefined for those it does. */
function fatalCloseReason(code: number): string | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return TOKEN_REFUSED;
    case GatewayCloseCodes.InvalidShard:
      return 'Discord refused the shard (close code 4010). Start the bot without sharding settings.';
    case GatewayCloseCodes.ShardingRequired:
      return 'The bot is in so many servers that Discord demands sharding (close code 4011), which it does not offer.';
    case GatewayCloseCodes.InvalidAPIVersion:
      return 'Discord no longer accepts this gateway version (close code 4012). Update discord.js.';
    case GatewayCloseCodes.InvalidIntents:
      return 'Discord refused the intents as invalid (close code 4013). Update the bot.';
    case GatewayCloseCodes.DisallowedIntents:
      return (
        'Discord refused the Message Content intent (close code 4014). Switch on "Message Content Intent" in the ' +
        'Discord Developer Portal, your application, page Bot, section Privileged Gateway Intents; or empty ASK_CHANNELS.'
      );
    default:
      return undefined;
  }
}

const TOKEN_REFUSED =
  'Discord refused the token (401 or close code 4004): it is wrong or was revoked. Copy a new one from the Discord ' +
  'Developer Portal, your application, page Bot, into DISCORD_TOKEN.';

export interface ShardState {
  readonly id: number;
  readonly status: Status;
  /** Milliseconds since 1970 of the last acknowledged heartbeat; -1 before the first. */
  readonly lastHeartbeat: number;
}

interface WatchdogOptions {
  readonly shards: () => readonly ShardState[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Watches the connection from outside: the library waits for ever for a RESUME that is never answered, and goes on
 * calling itself ready. What is stuck too long ends the process, so that its supervisor starts it afresh.
 */
export interface Watchdog {
  /** Why the connection must be given up; undefined while there is hope. To be called every few seconds. */
  readonly check: () => string | undefined;
}

/** How often to look, in milliseconds. */
const WATCH_INTERVAL_MS = 5_000;
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
