// Buttons and selects: their state is in the custom id, so that they work after a restart and for whoever presses them.
import {
  DiscordAPIError,
  GuildMember,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import { answerAt, answerChosen } from '../../answer/chosen-section.ts';
import type { Answer } from '../../answer/reply.ts';
import { languageOf } from '../../language/fold.ts';
import type { DiscordWording } from '../../wording/discord-wording.ts';
import { type Locale, localeFor, readerOf, wordingFor } from '../../wording/locale.ts';
import { aboutQuote } from '../cards/about.ts';
import { type Control, readControl, readSource } from '../cards/custom-id.ts';
import { fullAnswer } from '../cards/full-answer.ts';
import { listPage } from '../cards/pages.ts';
import { composeAnswer } from '../cards/reply.ts';
import type { Desk } from '../desk/desk.ts';
import { describeError } from '../desk/log.ts';
import { echoedQuestion, repliedToQuestion } from '../hearing/earlier.ts';
import { mayAnswerOpenly, neutralise } from '../hearing/hear.ts';
import { notice, type Outgoing } from '../sending/card.ts';
import { unescapeMarkdown } from '../sending/markdown.ts';
import { deferPrivately, editResponse, followUp, respond, updateMessage } from '../sending/send.ts';
import { answerTried, showOriginal } from './reading-on.ts';

export async function handleControl(desk: Desk, interaction: MessageComponentInteraction): Promise<void> {
  const press: Press = { desk, interaction, locale: localeFor(interaction.locale) };
  const read = readControl(interaction.customId);
  if (!read.ok) return tell(press, wordsFor(press).stale[read.fault]);
  return perform(press, read.control);
}

async function perform(press: Press, control: Control): Promise<void> {
  switch (control.kind) {
    case 'full':
      return openFullAnswer(press, control);
    case 'leaf':
      return turnFullAnswer(press, control);
    case 'about':
      return tellAbout(press, control);
    case 'share':
      return share(press, control);
    case 'try':
      return answerTried(press.desk, press, control);
    case 'original':
      return showOriginal(press.desk, press, control);
    case 'dismiss':
      return dismiss(press, control);
    case 'related':
    case 'pick':
      return answerRelated(press);
    case 'suggested':
      return answerSuggested(press, control);
    case 'turn':
      return turnList(press, control);
  }
}

/** One press of a control: who pressed it, in which wording. */
interface Press {
  readonly desk: Desk;
  readonly interaction: MessageComponentInteraction;
  readonly locale: Locale;
}

function wordsFor({ locale }: Press): DiscordWording {
  return wordingFor(locale).discord;
}

/** A private message to whoever pressed. */
async function tell({ desk, interaction, locale }: Press, outgoing: Outgoing | string): Promise<void> {
  const message = typeof outgoing === 'string' ? notice(outgoing) : outgoing;
  await respond(interaction, { desk, locale, outgoing: message }, 'private');
}

/** Changes the message that carries the control. */
async function change({ desk, interaction, locale }: Press, outgoing: Outgoing): Promise<void> {
  await updateMessage(interaction, { desk, locale, outgoing });
}

/** Whether only the member who pressed sees the message that carries the control. */
function isOnPrivate({ interaction }: Press): boolean {
  return interaction.message.flags.has(MessageFlags.Ephemeral);
}

type FullAnswerControl = Extract<Control, { kind: 'full' | 'leaf' }>;

async function openFullAnswer(press: Press, control: FullAnswerControl): Promise<void> {
  const outgoing = fullAnswerFor(press, control);
  await tell(press, outgoing ?? wordsFor(press).stale.interview);
}

async function turnFullAnswer(press: Press, control: FullAnswerControl): Promise<void> {
  const outgoing = fullAnswerFor(press, control);
  // Pages are private; a control that somebody moved to a public message must not change that message.
  if (!outgoing || !isOnPrivate(press)) return openFullAnswer(press, control);
  await change(press, outgoing);
}

function fullAnswerFor(
  { desk, locale }: Press,
  { source, range, page }: FullAnswerControl,
): Outgoing | undefined {
  return fullAnswer({ library: desk.library, source, range, page, locale });
}

/** Explains a quotation in private; the question is read again from Discord, which may take a moment. */
async function tellAbout(
  press: Press,
  { source, range }: Extract<Control, { kind: 'about' }>,
): Promise<void> {
  const { desk, interaction, locale } = press;
  const { library } = desk;
  const answer = answerAt(library, { source, language: readerOf(locale) }, range);
  if (!answer) return tell(press, wordsFor(press).stale.interview);
  const echoed = echoedQuestion(interaction);
  if (echoed !== undefined || !interaction.message.reference) {
    return tell(press, aboutQuote({ library, answer, question: echoed, locale }));
  }
  await deferPrivately(interaction);
  const question = await repliedToQuestion(desk.journal.log, interaction);
  const outgoing = aboutQuote({ library, answer, question, locale });
  await editResponse(interaction, { desk, locale, outgoing });
}

/** Answers whoever chose, in private: others keep what they read. */
async function answerRelated(press: Press): Promise<void> {
  const started = press.desk.journal.now();
  const answer = chosenAnswer(press);
  if (!answer) return tell(press, wordsFor(press).stale.interview);
  const audience = { asker: press.interaction.user.id, isPrivate: true };
  await tell(press, composeAnswer(answer, { library: press.desk.library, locale: press.locale, audience }));
  logChoice(press, answer, started);
}

/** Answers in place for the member who asked; anybody else who chooses is answered in private. */
async function answerSuggested(
  press: Press,
  { asker }: Extract<Control, { kind: 'suggested' }>,
): Promise<void> {
  const { interaction, desk, locale } = press;
  if (interaction.user.id !== asker) return answerRelated(press);
  const started = desk.journal.now();
  const answer = chosenAnswer(press);
  if (!answer) return tell(press, wordsFor(press).stale.interview);
  const audience = { asker, isPrivate: isOnPrivate(press) };
  const outgoing = composeAnswer(answer, { library: desk.library, locale, audience });
  const line = unescapeMarkdown(interaction.message.content);
  await change(press, line === '' ? outgoing : { line, ...outgoing });
  desk.journal.taken(originOf(interaction.message));
  logChoice(press, answer, started);
}

async function turnList(press: Press, control: Extract<Control, { kind: 'turn' }>): Promise<void> {
  const { library } = press.desk;
  const interview = library.interviews.find(({ id }) => id === control.interview);
  if (!interview) return tell(press, wordsFor(press).stale.interview);
  const { list, page } = control;
  await change(press, listPage({ library, interview, list, page, locale: press.locale }));
}

/** The answer to the chosen question; undefined where it is no longer loaded, or no question of ours. */
function chosenAnswer({ desk, interaction, locale }: Press): Answer | undefined {
  const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const source = value === undefined ? undefined : readSource(value);
  return source && answerChosen(desk.library, { source, language: readerOf(locale) });
}

/** The message or the interaction that the suggestions replied to. */
function originOf({ reference, interactionMetadata, id }: Message): string {
  return reference?.messageId ?? interactionMetadata?.id ?? id;
}

function logChoice({ desk, interaction }: Press, reply: Answer, started: number): void {
  const question = reply.answers ?? '';
  const { id: key, user } = interaction;
  desk.journal.note({ key, reply, started, question, member: user.id, surface: 'control' });
}

/** Posts a private answer for all, once, as a follow-up of the press, and says who shared it without a ping. */
async function share(press: Press, control: Extract<Control, { kind: 'share' }>): Promise<void> {
  const { desk, interaction, locale } = press;
  const words = wordsFor(press);
  const question = echoedQuestion(interaction);
  const language = question === undefined ? readerOf(locale) : languageOf(question);
  const answer = answerAt(desk.library, { source: control.source, language }, control.range);
  if (!answer) return tell(press, words.stale.interview);
  if (!mayAnswerOpenly(desk.gate, interaction)) return tell(press, words.notShared);
  const admitted = desk.gate.admit({ member: interaction.user.id, channel: interaction.channelId });
  if (admitted.outcome !== 'answer') return tell(press, words.limited[admitted.limit]);
  if (!desk.gate.claim(`shared ${interaction.message.id}`)) return tell(press, words.alreadyShared);
  const asker = interaction.user.id;
  const occasion = { library: desk.library, locale };
  const asked = question === undefined ? [] : [words.youAsked(question)];
  const mine = composeAnswer(answer, { ...occasion, audience: { asker, isPrivate: true, isShared: true } });
  await change(press, asked[0] === undefined ? mine : { line: asked[0], ...mine });
  const forAll = composeAnswer(answer, { ...occasion, audience: { asker, isPrivate: false } });
  await post(press, { line: [words.sharedBy(nameOf(press)), ...asked].join('\n'), ...forAll });
}

/** Where the bot may not post, the member is told instead. */
async function post({ desk, interaction, locale }: Press, outgoing: Outgoing): Promise<void> {
  try {
    await followUp(interaction, { desk, locale, outgoing }, 'public');
  } catch (error) {
    desk.journal.log.warn({ error: describeError(error) }, 'an answer could not be shared');
    const text = wordsFor({ desk, interaction, locale }).notShared;
    await followUp(interaction, { desk, locale, outgoing: { line: text, cards: [], rows: [] } }, 'private');
  }
}

function nameOf({ interaction }: Press): string {
  const { member, user } = interaction;
  return neutralise(member instanceof GuildMember ? member.displayName : user.displayName);
}

/** The asker, and members who manage messages, remove an answer; others learn kindly why they cannot. */
async function dismiss(press: Press, { asker }: Extract<Control, { kind: 'dismiss' }>): Promise<void> {
  const { interaction } = press;
  const manages = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (interaction.user.id !== asker && !manages) return tell(press, wordsFor(press).dismissRefused);
  if (!(await unlessGone(() => interaction.deferUpdate()))) return tell(press, wordsFor(press).dismissed);
  await unlessGone(() => interaction.deleteReply());
}

/** Whether it was done; false where somebody else removed the message first. */
async function unlessGone(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return false;
    throw error;
  }
}
