// Helped, or wrong: what the member who asked thinks of an answer. What is judged is read from the answer itself, by the
// controls below it, and kept without a word about who judged it or where.
import {
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Answer } from '../../answer/reply.ts';
import { type Locale, localeFor, readerOf, wordingFor } from '../../wording/locale.ts';
import { LONGEST_REMARK, OPINION, readReason, wrongForm } from '../cards/opinion.ts';
import type { Desk } from '../desk/desk.ts';
import type { Judgement } from '../desk/journal.ts';
import { answerQuoted, controlsIn, echoedQuestion, quotedIn, repliedToQuestion } from '../hearing/earlier.ts';
import { readQuestion } from '../hearing/hear.ts';
import { filledIn, notice, showForm } from '../sending/card.ts';
import { deferPrivately, editResponse, respond } from '../sending/send.ts';
import type { Press } from './press.ts';

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

export async function handleReport(desk: Desk, interaction: ModalSubmitInteraction): Promise<void> {
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
