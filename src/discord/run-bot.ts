// The bot's life: log in, register the commands, answer until told to stop or until nothing can be mended; each kind of
// interaction to its own handler, each delivered one once.
import {
  type Client,
  DiscordAPIError,
  Events,
  type Interaction,
  type Message,
  type PartialMessage,
} from 'discord.js';
import { localeFor, wordingFor } from '../wording/locale.ts';
import { type Assignment, type ClientSettings, createClient, inviteLink } from './connection/client.ts';
import { EDITORS_MENU } from './connection/commands.ts';
import {
  type Ending,
  refusalOf,
  TOKEN_REFUSED,
  tellPulse,
  watchClock,
  watchForFaults,
} from './connection/faults.ts';
import { type Intake, openIntake, ruleRequests, takeTurns } from './connection/intake.ts';
import type { Work } from './connection/losses.ts';
import { knock, PATIENCE, type Patience, pauseBefore } from './connection/patience.ts';
import { keepCommands } from './connection/registration.ts';
import { openShards } from './connection/shards.ts';
import type { Desk, OpenDesk } from './desk/desk.ts';
import { describeError, type Log } from './desk/log.ts';
import { rememberAnswers } from './desk/memory.ts';
import { handleAutocomplete } from './handlers/autocomplete.ts';
import { handleCommand, handleMenu } from './handlers/commands.ts';
import { handleForm } from './handlers/forms.ts';
import { handleEditorsMenu } from './handlers/listing.ts';
import { handleEdit, handleMessage, removeAnswer } from './handlers/messages.ts';
import { handleControl } from './handlers/presses.ts';
import { notice } from './sending/card.ts';
import { type Respondable, respond } from './sending/send.ts';

export interface BotOptions extends Pick<ClientSettings, 'apiUrl' | 'timing'> {
  readonly token: string;
  readonly desk: OpenDesk;
  /** Aborted when the bot shall stop: it finishes its answers and ends well. */
  readonly stop: AbortSignal;
  /** Called once the bot answers, for what may wait until then. */
  readonly whenReady?: (() => void) | undefined;
  /** The shards of this process; left out: all that Discord recommends. */
  readonly assignment?: Assignment | undefined;
  /** Milliseconds since 1970, which may jump; left out, no jump is looked for. */
  readonly today?: (() => number) | undefined;
  /** Other times to wait, for tests. */
  readonly patience?: Partial<Patience>;
}

/** How a process ends; the two failures are those of sysexits.h, EX_TEMPFAIL and EX_CONFIG. */
export const EXIT_STATUS = { stopped: 0, temporary: 75, final: 78 } as const;

export type ExitStatus = (typeof EXIT_STATUS)[keyof typeof EXIT_STATUS];

/** Answers in flight get this long, in milliseconds, once the bot shall stop. */
const LONGEST_DRAIN_MS = 10_000;

/** Closing the connection politely may take this long, in milliseconds; then it is dropped. */
const LONGEST_GOODBYE_MS = 1_000;

/**
 * Waits for what can pass, and resolves with the exit status: 0 when it was told to stop, 75 where a process that is started
 * anew may do better, 78 where somebody has to change something first.
 */
export async function runBot(options: BotOptions): Promise<ExitStatus> {
  const { desk, stop, token, apiUrl, assignment } = options;
  const { log } = desk.journal;
  const patience = { ...PATIENCE, ...options.patience };
  const logins = (recommended: number) => assignment?.ids.length ?? recommended;
  for (let attempt = 1; ; attempt += 1) {
    const knocked = await knock({ token, apiUrl, logins, log, patience, stop });
    if (knocked.kind === 'stopped') return end({ kind: 'stopped' }, { log });
    if (knocked.kind === 'token-refused') return end(TOKEN_REFUSED, { log });
    const all = { ids: [...Array(knocked.recommended).keys()], count: knocked.recommended };
    const life = await live(options, { patience, assignment: assignment ?? all });
    if (life.ending.kind !== 'not-logged-in') return end(life.ending, { ...life, log });
    log.warn({ error: describeError(life.ending.error) }, 'logging in failed; trying again');
    await patience.sleep(pauseBefore(attempt, patience), stop);
  }
}

interface Circumstances {
  readonly patience: Patience;
  readonly assignment: Assignment;
}

interface Life {
  readonly ending: Ending | { readonly kind: 'not-logged-in'; readonly error: unknown };
  readonly client: Client;
  readonly intake: Intake;
}

/** From the login to the end of one client. */
async function live(options: BotOptions, { patience, assignment }: Circumstances): Promise<Life> {
  const { token, desk, stop, apiUrl, timing } = options;
  const { log, now } = desk.journal;
  const shards = openShards({ log, now, patience, mayResume: () => client.isReady() });
  const { buildStrategy } = shards;
  const { readsAll } = desk.gate;
  const client = createClient({ apiUrl, timing, readsAll, assignment, buildStrategy });
  const requests = ruleRequests(client, patience);
  const intake = openIntake(desk.journal);
  const isAssigned = options.assignment !== undefined;
  const stopClock = watchClock({ now, today: options.today ?? now, every: patience.watchInterval }, () => {
    log.warn('the machine’s clock was set back; the limits of requests begin anew');
    requests.forgetLimits();
  });
  let stopWatching = () => {};
  const ending = await new Promise<Life['ending']>((resolve) => {
    if (stop.aborted) resolve({ kind: 'stopped' });
    stop.addEventListener('abort', () => resolve({ kind: 'stopped' }), { once: true });
    stopWatching = watchForFaults(client, { log, now, shards, patience, isAssigned }, resolve);
    tellPulse(client, desk.journal.vitals, shards);
    answerEvents(client, desk, intake);
    client.once(Events.ClientReady, (ready) => {
      const later = (work: () => Promise<void>) => intake.take('commands', work);
      const keep = keepCommands({ client: ready, desk, patience, stop, later });
      intake.take('start', async () => {
        await keep();
        announce(ready, desk);
        options.whenReady?.();
      });
      desk.shelf.onChange(() => intake.take('commands', keep));
    });
    client
      .login(token)
      .catch((error: unknown) => resolve(refusalOf(error) ?? { kind: 'not-logged-in', error }));
  });
  stopWatching();
  stopClock();
  intake.close();
  requests.close();
  return { ending, client, intake };
}

function answerEvents(client: Client, desk: OpenDesk, intake: Intake): void {
  const present = (): Desk => ({ ...desk, library: desk.shelf.library });
  const turns = takeTurns();
  const answers = rememberAnswers(desk.journal.now);
  const onMessage = (what: Work, id: string, work: () => Promise<void>) =>
    intake.take(what, () => turns.take(id, work));
  const onDeletion = (question: Message | PartialMessage) =>
    onMessage('deletion', question.id, () => removeAnswer(answers, question));
  client.on(Events.MessageCreate, (asked) => {
    // What follows an interaction carries its id in place of a nonce; Discord has sent messages without an author.
    const key = asked.nonce ?? asked.interactionMetadata?.id;
    if (asked.author?.id === client.user?.id) desk.echoes.hear(String(key), asked.id);
    onMessage('message', asked.id, () => handleMessage(present(), answers, asked));
  });
  client.on(Events.MessageUpdate, (_, edited) =>
    onMessage('edit', edited.id, () => handleEdit(present(), answers, edited)),
  );
  client.on(Events.MessageDelete, onDeletion);
  client.on(Events.MessageBulkDelete, (questions) => questions.forEach(onDeletion));
  client.on(Events.InteractionCreate, (interaction) =>
    intake.take(interaction.isAutocomplete() ? 'suggestions' : 'interaction', () =>
      handleInteraction(present(), interaction),
    ),
  );
}

function announce(client: Client<true>, { shelf, journal }: OpenDesk): void {
  const { version } = journal.status();
  const { shards, shardCount: of } = client.options;
  const invite = inviteLink(client.application.id);
  const interviews = shelf.library.interviews.length;
  journal.log.info({ version, knowledge: shelf.version, interviews, shards, of, invite }, 'ready');
}

interface End extends Partial<Pick<Life, 'client' | 'intake'>> {
  readonly log: Log;
}

async function end(ending: Ending, { client, intake, log }: End): Promise<ExitStatus> {
  const isDrained = ending.kind === 'stopped' && intake ? within(LONGEST_DRAIN_MS, intake.drained()) : true;
  if (ending.kind !== 'stopped') log.fatal({ restart: ending.kind === 'temporary' }, ending.reason);
  const finishedAnswers = await isDrained;
  if (client) await within(LONGEST_GOODBYE_MS, destroy(client, log));
  if (ending.kind === 'stopped') log.info({ finishedAnswers }, 'stopped');
  return EXIT_STATUS[ending.kind];
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

async function handleInteraction(desk: Desk, interaction: Interaction): Promise<void> {
  if (!desk.gate.claim(interaction.id)) return;
  if (interaction.isAutocomplete()) return handleAutocomplete(desk, interaction);
  if (interaction.isChatInputCommand()) return orApologise(desk, interaction, handleCommand);
  if (interaction.isMessageContextMenuCommand()) {
    const isEditors = interaction.commandName === EDITORS_MENU;
    return orApologise(desk, interaction, isEditors ? handleEditorsMenu : handleMenu);
  }
  if (interaction.isMessageComponent()) return orApologise(desk, interaction, handleControl);
  if (interaction.isModalSubmit()) return orApologise(desk, interaction, handleForm);
  if (interaction.isRepliable()) return orApologise(desk, interaction, refuseUnknown);
}

/** A command that an older version offered, and Discord still shows. */
async function refuseUnknown(desk: Desk, interaction: Respondable): Promise<void> {
  const locale = localeFor(interaction.locale);
  const outgoing = notice(wordingFor(locale).discord.failed);
  await respond(interaction, { desk, locale, outgoing }, 'private');
}

/** A fault of ours must not look like a bot that is not there; what Discord refused is not tried again. */
async function orApologise<T extends Respondable>(
  desk: Desk,
  interaction: T,
  handler: (desk: Desk, interaction: T) => Promise<void>,
): Promise<void> {
  try {
    await handler(desk, interaction);
  } catch (error) {
    const isOurs = !(error instanceof DiscordAPIError) && !interaction.replied && !interaction.deferred;
    if (isOurs) {
      const locale = localeFor(interaction.locale);
      const outgoing = notice(wordingFor(locale).discord.failed);
      // Where Discord has a response already, that of a request whose answer was lost, nothing is lost.
      if (!(await respond(interaction, { desk, locale, outgoing }, 'private'))) return;
    }
    throw error;
  }
}
