// The submission of the form that Ask further opens: answered as its own response, and understood with the answer below which
// the form was opened, as a reply to that answer is.
import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import type { Asked } from '../../answer/read.ts';
import { languageOf } from '../../language/fold.ts';
import { type Locale, localeFor, wordingFor } from '../../wording/locale.ts';
import { readControl } from '../cards/custom-id.ts';
import type { Quoted } from '../cards/fingerprint.ts';
import { FURTHER } from '../cards/further.ts';
import { compose } from '../cards/reply.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handled } from '../desk/journal.ts';
import { answerQuoted, recall, remember, turnOf } from '../hearing/earlier.ts';
import { homeOf, mayAnswerOpenly, readQuestion } from '../hearing/hear.ts';
import { filledIn, notice, type Outgoing } from '../sending/card.ts';
import { respond } from '../sending/send.ts';
import { handleReport } from './opinion.ts';

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
