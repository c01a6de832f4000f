// Buttons and selects: their state is in the custom id, so that they work after a restart and for whoever presses them.
import {
  DiscordAPIError,
  GuildMember,
  type Message,
  type MessageComponentInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { answerChosen } from '../../answer/chosen-section.ts';
import type { Answer } from '../../answer/reply.ts';
import { languageOf } from '../../language/fold.ts';
import { localeFor, readerOf } from '../../wording/locale.ts';
import { aboutQuote } from '../cards/about.ts';
import { type Control, readControl, readOffered } from '../cards/custom-id.ts';
import { findOffered, findQuoted, type Offered, printed, type Quoted } from '../cards/fingerprint.ts';
import { furtherForm } from '../cards/forms.ts';
import { fullAnswer } from '../cards/full-answer.ts';
import { listPage } from '../cards/pages.ts';
import { composeAnswer } from '../cards/reply.ts';
import { unlessGone } from '../connection/intake.ts';
import type { Desk } from '../desk/desk.ts';
import { describeError } from '../desk/log.ts';
import { answerQuoted, echoedQuestion, remember, repliedToQuestion, turnOf } from '../hearing/earlier.ts';
import { mayAnswerOpenly, neutralise } from '../hearing/hear.ts';
import type { Outgoing } from '../sending/card.ts';
import { unescapeMarkdown } from '../sending/markdown.ts';
import { deferPrivately, deferUpdate, editResponse, followUp, showForm } from '../sending/send.ts';
import { askWhatIsWrong, takeHelped } from './forms.ts';
import { takeStep } from './listing.ts';
import { answerTried, change, gone, isOnPrivate, type Press, showOriginal, tell, wordsFor } from './press.ts';

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
      return answerTried(press, control);
    case 'original':
      return showOriginal(press, control);
    case 'further':
      return openForm(press, control.quoted);
    case 'asked':
      return tell(press, wordsFor(press).stale.unreadable);
    case 'helped':
      return takeHelped(press);
    case 'wrong':
      return askWhatIsWrong(press);
    case 'reported':
      return tell(press, wordsFor(press).stale.unreadable);
    case 'listing':
      return takeStep(press, control.fields);
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

type FullAnswerControl = Extract<Control, { kind: 'full' | 'leaf' }>;

async function openFullAnswer(press: Press, control: FullAnswerControl): Promise<void> {
  const outgoing = fullAnswerFor(press, control);
  await tell(press, outgoing ?? gone(press, control.source));
}

async function turnFullAnswer(press: Press, control: FullAnswerControl): Promise<void> {
  const outgoing = fullAnswerFor(press, control);
  // Pages are private; a control that somebody moved to a public message must not change that message.
  if (!outgoing || !isOnPrivate(press)) return openFullAnswer(press, control);
  await change(press, outgoing);
}

function fullAnswerFor({ desk, locale }: Press, control: FullAnswerControl): Outgoing | undefined {
  const { library } = desk;
  const found = findQuoted(library.interviews, control);
  return found && fullAnswer({ library, ...found, page: control.page, locale });
}

/** Explains a quotation in private; the question is read again from Discord, which may take a moment. */
async function tellAbout(press: Press, quoted: Quoted): Promise<void> {
  const { desk, interaction, locale } = press;
  const { library } = desk;
  const answer = answerQuoted(library, quoted, readerOf(locale));
  if (!answer) return tell(press, gone(press, quoted.source));
  const echoed = echoedQuestion(interaction);
  if (echoed !== undefined || !interaction.message.reference) {
    return tell(press, aboutQuote({ library, answer, question: echoed, locale }));
  }
  await deferPrivately(interaction);
  const question = await repliedToQuestion(desk.journal.log, interaction);
  const outgoing = aboutQuote({ library, answer, question, locale });
  await editResponse(interaction, { desk, locale, outgoing });
}

/** Opens the form that asks further, unless the answer that it would follow is gone. */
async function openForm(press: Press, quoted: Quoted | undefined): Promise<void> {
  const { desk, interaction, locale } = press;
  const { library } = desk;
  const found = quoted && findQuoted(library.interviews, quoted);
  if (quoted && !found) return tell(press, gone(press, quoted.source));
  const now = found && printed(library.interviews, found.source, found.range);
  await showForm(interaction, furtherForm({ library, quoted: now, locale }));
}

/** Answers whoever chose, in private: others keep what they read. */
async function answerRelated(press: Press): Promise<void> {
  const started = press.desk.journal.now();
  const answer = chosenAnswer(press);
  if (!answer) return tell(press, gone(press, chosenIn(press)?.source));
  const audience = { asker: press.interaction.user.id, isPrivate: true };
  remember(press.desk, turnOf(press.interaction), answer);
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
  if (!answer) return tell(press, gone(press, chosenIn(press)?.source));
  remember(desk, turnOf(press.interaction), answer);
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
function chosenAnswer(press: Press): Answer | undefined {
  const { library } = press.desk;
  const offered = chosenIn(press);
  const found = offered && findOffered(library.interviews, offered);
  return found && answerChosen(library, { source: found.source, language: readerOf(press.locale) });
}

function chosenIn({ interaction }: Press): Offered | undefined {
  const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  return value === undefined ? undefined : readOffered(value);
}

/** The message or the interaction that the suggestions replied to. */
function originOf({ reference, interactionMetadata, id }: Message): string {
  return interactionMetadata?.id ?? reference?.messageId ?? id;
}

function logChoice({ desk, interaction }: Press, reply: Answer, started: number): void {
  const question = reply.answers ?? '';
  const { id: key, user } = interaction;
  desk.journal.note({ key, reply, started, question, member: user.id, surface: 'control' });
}

/** Posts a private answer for all, once, as a follow-up of the press, and says who shared it without a ping. */
async function share(press: Press, quoted: Quoted): Promise<void> {
  const { desk, interaction, locale } = press;
  const words = wordsFor(press);
  const question = echoedQuestion(interaction);
  const language = question === undefined ? readerOf(locale) : languageOf(question);
  const answer = answerQuoted(desk.library, quoted, language);
  if (!answer) return tell(press, gone(press, quoted.source));
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

/** Where the bot may not post, or cannot, the member is told instead. */
async function post({ desk, interaction, locale }: Press, outgoing: Outgoing): Promise<void> {
  try {
    await followUp(interaction, { desk, locale, outgoing }, 'public');
  } catch (error) {
    desk.journal.log.warn({ error: describeError(error) }, 'an answer could not be shared');
    const words = wordsFor({ desk, interaction, locale });
    const text = error instanceof DiscordAPIError ? words.notShared : words.failed;
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
  if (!(await unlessGone(() => deferUpdate(interaction)))) return tell(press, wordsFor(press).dismissed);
  await unlessGone(() => interaction.deleteReply());
}
