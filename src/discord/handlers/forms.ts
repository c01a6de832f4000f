// The forms. What Ask further asks is answered as its own response, and understood with the answer below which it was opened. What
// the asker thinks of an answer is read from that answer itself, and kept without a word of who judged it or where.
import {
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Asked } from '../../answer/read.ts';
import type { Answer } from '../../answer/reply.ts';
import { languageOf } from '../../language/fold.ts';
import { type Locale, localeFor, readerOf, wordingFor } from '../../wording/locale.ts';
import { readControl } from '../cards/custom-id.ts';
import type { Quoted } from '../cards/fingerprint.ts';
import { FURTHER, LONGEST_REMARK, OPINION, readReason, wrongForm } from '../cards/forms.ts';
import { compose } from '../cards/reply.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handled, Judgement } from '../desk/journal.ts';
import {
  answerQuoted,
  controlsIn,
  echoedQuestion,
  quotedIn,
  recall,
  remember,
  repliedToQuestion,
  turnOf,
} from '../hearing/earlier.ts';
import { homeOf, mayAnswerOpenly, readQuestion } from '../hearing/hear.ts';
import { filledIn, notice, type Outgoing } from '../sending/card.ts';
import { deferPrivately, editResponse, respond, showForm } from '../sending/send.ts';
import type { Press } from './press.ts';

/** What was typed into a form, and by whom. */
interface Submission {
  readonly desk: Desk;
  readonly interaction: ModalSubmitInteraction;
  readonly locale: Locale;
  readonly question: string;
  readonly started: number;
}

export async function handleForm(desk: Desk, interaction: ModalSubmitInteraction): Promise<void> {
  const question = readQuestion(filledIn(interaction, FURTHER.question) ?? '');
  const locale = localeFor(interaction.locale);
  const submission: Submission = { desk, interaction, locale, question, started: desk.journal.now() };
  const { stale, limited } = wordingFor(locale).discord;
  const read = readControl(interaction.customId);
  if (read.ok && read.control.kind === 'reported') return handleReport(desk, interaction);
  if (!read.ok || read.control.kind !== 'asked') return refuse(submission, stale.form);
  const { user, channelId } = interaction;
  const admitted = desk.gate.admit({ member: user.id, channel: channelId ?? user.id });
  if (admitted.outcome === 'answer') return answer(submission, read.control.quoted);
  await refuse(submission, limited[admitted.limit]);
  note(submission, 'limited');
}

async function answer(submission: Submission, quoted: Quoted | undefined): Promise<void> {
  const { desk, interaction, locale } = submission;
  const isBelowPrivate = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
  const isPrivate = isBelowPrivate || !mayAnswerOpenly(desk.gate, interaction);
  const audience = { asker: interaction.user.id, isPrivate };
  const home = homeOf(desk.gate, interaction);
  const { outgoing, reply } = compose(
    { ...askedIn(submission, quoted), home },
    { library: desk.library, locale, audience, bot: interaction.client.user.displayName, home },
  );
  remember(desk, turnOf(interaction), reply);
  await send(submission, outgoing, isPrivate ? 'private' : 'public');
  note(submission, reply);
}

/** Of the interview that is chosen, else of the one that was quoted. */
function askedIn(submission: Submission, quoted: Quoted | undefined): Asked {
  const { desk, interaction, question } = submission;
  const above = quoted && answerQuoted(desk.library, quoted, languageOf(question))?.quotation;
  const chosen = filledIn(interaction, FURTHER.interview);
  const isLoaded = desk.library.interviews.some(({ id }) => id === chosen);
  const interview = isLoaded ? chosen : above?.source.interview;
  return { question, interview, earlier: quoted ? above : recall(desk, turnOf(interaction)) };
}

/** What was typed stays readable. */
async function refuse(submission: Submission, text: string): Promise<void> {
  await send(submission, notice(text), 'private');
}

async function send(
  { desk, interaction, locale, question }: Submission,
  outgoing: Outgoing,
  visibility: 'public' | 'private',
): Promise<void> {
  // Discord shows nobody what was typed into a form.
  const line = question === '' ? {} : { line: wordingFor(locale).discord.youAsked(question) };
  await respond(interaction, { desk, locale, outgoing: { ...line, ...outgoing } }, visibility);
}

function note({ desk, interaction, question, started }: Submission, reply: Handled['reply']): void {
  const { id: key, user } = interaction;
  desk.journal.note({ key, reply, started, question, member: user.id, surface: 'form' });
}

/** A press of one of the two buttons, or the form that one of them opened. */
interface Opinion {
  readonly desk: Desk;
  readonly interaction: MessageComponentInteraction | ModalSubmitInteraction;
  readonly locale: Locale;
}

export async function takeHelped(press: Press): Promise<void> {
  await keep(press, undefined);
}

export async function askWhatIsWrong(press: Press): Promise<void> {
  const judged = judgedBy(press);
  if (!judged.ok) return say(press, judged.why);
  await showForm(press.interaction, wrongForm(press.locale));
}

async function handleReport(desk: Desk, interaction: ModalSubmitInteraction): Promise<void> {
  const opinion: Opinion = { desk, interaction, locale: localeFor(interaction.locale) };
  const reason = readReason(filledIn(interaction, OPINION.reason));
  if (!reason) return say(opinion, wordingFor(opinion.locale).discord.stale.unreadable);
  const typed = filledIn(interaction, OPINION.remark) ?? '';
  await keep(opinion, { reason, remark: readQuestion(typed).slice(0, LONGEST_REMARK) });
}

/** Once for each answer and opinion; the question may have to be read again from Discord, which takes a moment. */
async function keep(opinion: Opinion, wrong: Judgement['wrong']): Promise<void> {
  const { desk, interaction, locale } = opinion;
  const words = wordingFor(locale).discord;
  const judged = judgedBy(opinion);
  if (!judged.ok) return say(opinion, judged.why);
  const { message, answer } = judged;
  if (!desk.gate.claim(`${wrong ? 'wrong' : 'helped'} ${message.id}`))
    return say(opinion, words.opinion.again);
  await deferPrivately(interaction);
  const question = await questionBehind(desk, message, answer);
  const isReadable = question !== '';
  if (isReadable) {
    const { quotation } = answer;
    desk.journal.feedback?.record({ question, quotation, ...(wrong ? { wrong } : {}) });
  }
  const outgoing = notice(isReadable ? words.opinion.thanks : words.stale.unreadable);
  await editResponse(interaction, { desk, locale, outgoing });
}

type Judged =
  | { readonly ok: true; readonly message: Message; readonly answer: Answer }
  | { readonly ok: false; readonly why: string };

/** The answer that is judged, or why this member cannot judge it. */
function judgedBy({ desk, interaction, locale }: Opinion): Judged {
  const { opinion, stale } = wordingFor(locale).discord;
  const { message, user } = interaction;
  if (!desk.journal.feedback) return { ok: false, why: opinion.notKept };
  if (!message) return { ok: false, why: stale.unreadable };
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  const asker = controlsIn(message).find((control) => control.kind === 'dismiss')?.asker;
  if (!isPrivate && asker !== user.id) return { ok: false, why: opinion.askersOnly };
  const quoted = quotedIn(message);
  const answer = quoted && answerQuoted(desk.library, quoted, readerOf(locale));
  return answer ? { ok: true, message, answer } : { ok: false, why: stale.changed };
}

/** What was asked; where that cannot be read any more, or was chosen from a list, the question that the answer answers. */
async function questionBehind(
  { journal }: Desk,
  message: Message,
  { answers = '' }: Answer,
): Promise<string> {
  const asked = echoedQuestion({ message }) ?? (await repliedToQuestion(journal.log, { message }));
  return readQuestion(asked ?? answers);
}

async function say({ desk, interaction, locale }: Opinion, text: string): Promise<void> {
  await respond(interaction, { desk, locale, outgoing: notice(text) }, 'private');
}
