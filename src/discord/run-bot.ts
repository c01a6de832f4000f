// The bot's life: log in, register the commands, answer until told to stop or until nothing can be mended.
import { type Client, Events } from 'discord.js';
import { type ClientSettings, createClient } from './client.ts';
import { commandsFor } from './commands.ts';
import { describeError } from './describe-error.ts';
import type { Desk } from './desk.ts';
import { fatalCloseReason, TOKEN_REFUSED } from './fatal.ts';
import { handleInteraction } from './handle-interaction.ts';
import { handleMessage } from './handle-message.ts';
import { type Intake, openIntake } from './intake.ts';
import { inviteLink } from './invite.ts';
import { registerCommands } from './register.ts';
import { WATCH_INTERVAL_MS, watchConnection } from './watchdog.ts';

export interface BotOptions extends ClientSettings {
  readonly token: string;
  readonly desk: Desk;
  /** Aborted when the bot shall stop: it finishes its answers and ends well. */
  readonly stop: AbortSignal;
}

/** Answers in flight get this long, in milliseconds, once the bot shall stop. */
const LONGEST_DRAIN_MS = 10_000;

type Ending = { readonly kind: 'stopped' } | { readonly kind: 'fatal'; readonly reason: string };

/** Resolves with the exit status: 0 when it was told to stop, 1 when it had to give up. */
export async function runBot({ token, desk, stop, ...settings }: BotOptions): Promise<0 | 1> {
  const client = createClient(settings);
  const intake = openIntake(desk.log);
  const ending = await new Promise<Ending>((resolve) => {
    const giveUp = (reason: string) => resolve({ kind: 'fatal', reason });
    if (stop.aborted) resolve({ kind: 'stopped' });
    stop.addEventListener('abort', () => resolve({ kind: 'stopped' }), { once: true });
    watchForFaults(client, desk, giveUp);
    answerEvents(client, desk, intake);
    client.login(token).catch((error: unknown) => giveUp(loginReason(error)));
  });
  intake.close();
  return end(client, { ending, desk, intake });
}

function answerEvents(client: Client, desk: Desk, intake: Intake): void {
  client.once(Events.ClientReady, (ready) => intake.take('start', () => announce(ready, desk)));
  client.on(Events.MessageCreate, (message) => intake.take('message', () => handleMessage(desk, message)));
  client.on(Events.InteractionCreate, (interaction) =>
    intake.take('interaction', () => handleInteraction(desk, interaction)),
  );
}

/** The commands may fail to register: mentions and direct messages work all the same. */
async function announce(client: Client<true>, { library, log }: Desk): Promise<void> {
  try {
    const outcome = await registerCommands(client, commandsFor(library.interviews.length));
    log.debug({ outcome }, 'commands compared');
  } catch (error) {
    log.error({ error: describeError(error) }, 'the commands could not be registered');
  }
  log.info({ invite: inviteLink(client.application.id), interviews: library.interviews.length }, 'ready');
}

function watchForFaults(client: Client, { log, now }: Desk, giveUp: (reason: string) => void): void {
  client.on(Events.ShardDisconnect, ({ code }) => {
    giveUp(fatalCloseReason(code) ?? `Discord closed the connection for good (close code ${code}).`);
  });
  client.on(Events.Invalidated, () => giveUp('Discord invalidated the session.'));
  client.on(Events.Error, (error) =>
    log.error({ error: describeError(error) }, 'discord.js reported an error'),
  );
  // Errors of a connection that is refused for good have their own line; others are followed by a new attempt.
  client.on(Events.ShardError, (error) =>
    log.debug({ error: describeError(error) }, 'the connection had an error'),
  );
  client.on(Events.ShardReconnecting, () => log.warn('the connection was lost; reconnecting'));
  client.rest.on('response', ({ data }, { status }) => {
    // Requests that carry an interaction's token instead of the bot's do not tell about the bot's.
    if (status === 401 && data.auth !== false) giveUp(TOKEN_REFUSED);
  });
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
  timer.unref();
}

function loginReason(error: unknown): string {
  const { name, message, code } = describeError(error);
  if (code === 'TokenInvalid' || /\b401\b/.test(message)) return TOKEN_REFUSED;
  return `The bot could not log in (${name}: ${message}).`;
}

interface End {
  readonly ending: Ending;
  readonly desk: Desk;
  readonly intake: Intake;
}

async function end(client: Client, { ending, desk, intake }: End): Promise<0 | 1> {
  switch (ending.kind) {
    case 'fatal':
      desk.log.fatal(ending.reason);
      await destroy(client, desk);
      return 1;
    case 'stopped': {
      const inTime = await within(LONGEST_DRAIN_MS, intake.drained());
      await destroy(client, desk);
      desk.log.info({ finishedAnswers: inTime }, 'stopped');
      return 0;
    }
  }
}

async function destroy(client: Client, { log }: Desk): Promise<void> {
  await client
    .destroy()
    .catch((error: unknown) => log.warn({ error: describeError(error) }, 'logging out failed'));
}

/** Whether the work was done within so many milliseconds. */
async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
