// The bot's life: log in, register the commands, answer until told to stop or until nothing can be mended.
import { type Client, Events, type Message, type PartialMessage } from 'discord.js';
import { type ClientSettings, createClient, inviteLink } from './connection/client.ts';
import { commandsFor, registerCommands } from './connection/commands.ts';
import { loginReason, watchForFaults } from './connection/faults.ts';
import { type Intake, openIntake, takeTurns } from './connection/intake.ts';
import type { Desk } from './desk/desk.ts';
import { describeError, type Log } from './desk/log.ts';
import { handleInteraction } from './handlers/interactions.ts';
import { handleEdit, handleMessage, rememberAnswers, removeAnswer } from './handlers/messages.ts';

export interface BotOptions extends Omit<ClientSettings, 'readsAll'> {
  readonly token: string;
  readonly desk: Desk;
  /** Aborted when the bot shall stop: it finishes its answers and ends well. */
  readonly stop: AbortSignal;
}

/** Answers in flight get this long, in milliseconds, once the bot shall stop. */
const LONGEST_DRAIN_MS = 10_000;

/** Closing the connection politely may take this long, in milliseconds; then it is dropped. */
const LONGEST_GOODBYE_MS = 1_000;

type Ending = { readonly kind: 'stopped' } | { readonly kind: 'fatal'; readonly reason: string };

/** Resolves with the exit status: 0 when it was told to stop, 1 when it had to give up. */
export async function runBot({ token, desk, stop, ...settings }: BotOptions): Promise<0 | 1> {
  const client = createClient({ ...settings, readsAll: desk.gate.readsAll });
  const intake = openIntake(desk.journal.log);
  let stopWatching = () => {};
  const ending = await new Promise<Ending>((resolve) => {
    const giveUp = (reason: string) => resolve({ kind: 'fatal', reason });
    if (stop.aborted) resolve({ kind: 'stopped' });
    stop.addEventListener('abort', () => resolve({ kind: 'stopped' }), { once: true });
    stopWatching = watchForFaults(client, desk.journal, giveUp);
    answerEvents(client, desk, intake);
    client.login(token).catch((error: unknown) => giveUp(loginReason(error)));
  });
  stopWatching();
  intake.close();
  return end(client, { ending, log: desk.journal.log, intake });
}

function answerEvents(client: Client, desk: Desk, intake: Intake): void {
  const turns = takeTurns();
  const answers = rememberAnswers(desk.journal.now);
  const onMessage = (what: string, id: string, work: () => Promise<void>) =>
    intake.take(what, () => turns.take(id, work));
  const onDeletion = (question: Message | PartialMessage) =>
    onMessage('deletion', question.id, () => removeAnswer(answers, question));
  client.once(Events.ClientReady, (ready) => intake.take('start', () => announce(ready, desk)));
  client.on(Events.MessageCreate, (asked) =>
    onMessage('message', asked.id, () => handleMessage(desk, answers, asked)),
  );
  client.on(Events.MessageUpdate, (_, edited) =>
    onMessage('edit', edited.id, () => handleEdit(desk, answers, edited)),
  );
  client.on(Events.MessageDelete, onDeletion);
  client.on(Events.MessageBulkDelete, (questions) => questions.forEach(onDeletion));
  client.on(Events.InteractionCreate, (interaction) =>
    intake.take('interaction', () => handleInteraction(desk, interaction)),
  );
}

/** The commands may fail to register: mentions and direct messages work all the same. */
async function announce(client: Client<true>, { library, journal: { log } }: Desk): Promise<void> {
  try {
    const outcome = await registerCommands(client, commandsFor(library.interviews.length));
    log.debug({ outcome }, 'commands compared');
  } catch (error) {
    log.error({ error: describeError(error) }, 'the commands could not be registered');
  }
  log.info({ invite: inviteLink(client.application.id), interviews: library.interviews.length }, 'ready');
}

interface End {
  readonly ending: Ending;
  readonly log: Log;
  readonly intake: Intake;
}

async function end(client: Client, { ending, log, intake }: End): Promise<0 | 1> {
  switch (ending.kind) {
    case 'fatal':
      log.fatal(ending.reason);
      await within(LONGEST_GOODBYE_MS, destroy(client, log));
      return 1;
    case 'stopped': {
      const inTime = await within(LONGEST_DRAIN_MS, intake.drained());
      await within(LONGEST_GOODBYE_MS, destroy(client, log));
      log.info({ finishedAnswers: inTime }, 'stopped');
      return 0;
    }
  }
}

async function destroy(client: Client, log: Log): Promise<void> {
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
