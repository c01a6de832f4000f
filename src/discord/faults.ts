// Watches a client for what no reconnection can mend.
import { type Client, Events } from 'discord.js';
import { describeError } from './describe-error.ts';
import type { Desk } from './desk.ts';
import { fatalCloseReason, TOKEN_REFUSED } from './fatal.ts';
import { WATCH_INTERVAL_MS, watchConnection } from './watchdog.ts';

/** Calls `giveUp` with the reason, perhaps more than once; returns what ends the watch. */
export function watchForFaults(client: Client, desk: Desk, giveUp: (reason: string) => void): () => void {
  client.on(Events.ShardDisconnect, ({ code }) => {
    giveUp(fatalCloseReason(code) ?? `Discord closed the connection for good (close code ${code}).`);
  });
  client.on(Events.Invalidated, () => giveUp('Discord invalidated the session.'));
  client.rest.on('response', ({ data }, { status }) => {
    // Requests that carry an interaction's token instead of the bot's do not tell about the bot's.
    if (status === 401 && data.auth !== false) giveUp(TOKEN_REFUSED);
  });
  logErrors(client, desk);
  return watchHeartbeats(client, desk, giveUp);
}

function logErrors(client: Client, { log }: Desk): void {
  client.on(Events.Error, (error) =>
    log.error({ error: describeError(error) }, 'discord.js reported an error'),
  );
  // Errors of a connection that is refused for good have their own line; others are followed by a new attempt.
  client.on(Events.ShardError, (error) =>
    log.debug({ error: describeError(error) }, 'the connection had an error'),
  );
  client.on(Events.ShardReconnecting, () => log.warn('the connection was lost; reconnecting'));
}

function watchHeartbeats(client: Client, { now }: Desk, giveUp: (reason: string) => void): () => void {
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
