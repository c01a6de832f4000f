// The bot's life: log in, register the commands, answer until told to stop or until nothing can be mended.
import { type Client, Events, type Message, type PartialMessage } from 'discord.js';
import { type ClientSettings, createClient } from './client.ts';
import { commandsFor } from './commands.ts';
import { describeError } from './describe-error.ts';
import type { Desk } from './desk.ts';
import { loginReason, watchForFaults } from './faults.ts';
import { handleEdit } from './handle-edit.ts';
import { handleInteraction } from './handle-interaction.ts';
import { handleMessage } from './handle-message.ts';
import { type Intake, openIntake } from './intake.ts';
import { inviteLink } from './invite.ts';
import { registerCommands } from './register.ts';
import { removeAnswer } from './remove-answer.ts';
import { takeTurns } from './turns.ts';

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
  const client = createClient({ ...settings, readsAll: desk.channels.readsAll });
  const intake = openIntake(desk.log);
  let stopWatching = () => {};
  const ending = await new Promise<Ending>((resolve) => {
    const giveUp = (reason: string) => resolve({ kind: 'fatal', reason });
    if (stop.aborted) resolve({ kind: 'stopped' });
    stop.addEventListener('abort', () => resolve({ kind: 'stopped' }), { once: true });
    stopWatching = watchForFaults(client, desk, giveUp);
    answerEvents(client, desk, intake);
    client.login(token).catch((error: unknown) => giveUp(loginReason(error)));
  });
  stopWatching();
  intake.close();
  return end(client, { ending, desk, intake });
}

function answerEvents(client: Client, desk: Desk, intake: Intake): void {
  const turns = takeTurns();
  const onMessage = (what: string, id: string, work: () => Promise<void>) =>
    intake.take(what, () => turns.take(id, work));
  const onDeletion = (question: Message | PartialMessage) =>
    onMessage('deletion', question.id, () => removeAnswer(desk, question));
  client.once(Events.ClientReady, (ready) => intake.take('start', () => announce(ready, desk)));
  client.on(Events.MessageCreate, (asked) =>
    onMessage('message', asked.id, () => handleMessage(desk, asked)),
  );
  client.on(Events.MessageUpdate, (_, edited) =>
    onMessage('edit', edited.id, () => handleEdit(desk, edited)),
  );
  client.on(Events.MessageDelete, onDeletion);
  client.on(Events.MessageBulkDelete, (questions) => questions.forEach(onDeletion));
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

interface End {
  readonly ending: Ending;
  readonly desk: Desk;
  readonly intake: Intake;
}

async function end(client: Client, { ending, desk, intake }: End): Promise<0 | 1> {
  switch (ending.kind) {
    case 'fatal':
      desk.log.fatal(ending.reason);
      await within(LONGEST_GOODBYE_MS, destroy(client, desk));
      return 1;
    case 'stopped': {
      const inTime = await within(LONGEST_DRAIN_MS, intake.drained());
      await within(LONGEST_GOODBYE_MS, destroy(client, desk));
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
