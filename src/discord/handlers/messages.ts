// The life of a message: a mention, a reply with ping, or a direct message gets one reply, which follows its question's
// edit and deletion; everything else silence.
import { DiscordAPIError, type Message, type PartialMessage, RESTJSONErrorCodes } from 'discord.js';
import { languageOf } from '../../language/fold.ts';
import { type Locale, localeFor, localeOfMessage, wordingFor } from '../../wording/locale.ts';
import { compose, guideCard } from '../cards/reply.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handled } from '../desk/journal.ts';
import { earlierQuotation, isFirstContact } from '../hearing/earlier.ts';
import { hear, questionIn } from '../hearing/hear.ts';
import { notice, type Outgoing } from '../sending/card.ts';
import { editAnswer, replyTo, voiceIn } from '../sending/send.ts';

export async function handleMessage(desk: Desk, answers: AnswerMemory, message: Message): Promise<void> {
  const { gate, journal } = desk;
  const started = journal.now();
  const hearing = hear(gate, message);
  if (hearing === 'not-for-us' || !gate.claim(message.id)) return;
  const voice = voiceIn(message);
  if (!voice) return;
  const spoken =
    hearing === 'addressed' ? await answerAddressed(desk, message) : await answerOverheard(desk, message);
  if (!spoken) return;
  const { outgoing, locale, ...said } = spoken;
  const answer = await replyTo(message, { desk, locale, outgoing }, voice);
  const { id: key, author } = message;
  journal.note({ ...said, key, started, member: author.id, surface: 'message' });
  if (answer && said.reply !== 'limited') answers.remember(key, answer.id);
}

/** An edited question is answered again in place: once, and within two minutes. */
export async function handleEdit(
  desk: Desk,
  answers: AnswerMemory,
  message: Message | PartialMessage,
): Promise<void> {
  const { gate, journal } = desk;
  const started = journal.now();
  // Discord also sends an update when it has looked up a link: that is no edit.
  if (message.partial || message.editedTimestamp === null || hear(gate, message) === 'not-for-us') return;
  const answer = answers.takeForEdit(message.id);
  if (answer === undefined) return;
  const { outgoing, locale, ...said } = await speak(desk, message);
  await editAnswer(message, answer, { desk, locale, outgoing });
  journal.note({ ...said, key: message.id, started, member: message.author.id, surface: 'edit' });
}

/** A deleted question takes its answer with it, unless that is not known any more, or already gone. */
export async function removeAnswer(answers: AnswerMemory, question: Message | PartialMessage): Promise<void> {
  const answer = answers.takeForDeletion(question.id);
  if (answer === undefined) return;
  try {
    await question.channel.messages.delete(answer);
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return;
    throw error;
  }
}

/** Over a limit one notice, then nothing. */
async function answerAddressed(desk: Desk, message: Message): Promise<Spoken | undefined> {
  const admitted = desk.gate.admit({ member: message.author.id, channel: message.channelId });
  switch (admitted.outcome) {
    case 'answer':
      return speak(desk, message);
    case 'notice': {
      const question = questionIn(message);
      return limited(localeOf(message, question), question, admitted.limit);
    }
    case 'silence':
      return undefined;
  }
}

/** Only a sure answer, and only within the limits: nobody asked the bot. */
async function answerOverheard(desk: Desk, message: Message): Promise<Spoken | undefined> {
  const spoken = await speak(desk, message);
  const { reply } = spoken;
  if (typeof reply === 'string' || reply.outcome !== 'answer' || reply.intent) return undefined;
  const admitted = desk.gate.admit({ member: message.author.id, channel: message.channelId });
  return admitted.outcome === 'answer' ? spoken : undefined;
}

function limited(locale: Locale, question: string, limit: 'member' | 'channel'): Spoken {
  const outgoing = notice(wordingFor(locale).discord.limited[limit]);
  return { outgoing, reply: 'limited', locale, question };
}

/** What the bot says to a message, in the wording of whoever wrote it. */
interface Spoken extends Pick<Handled, 'reply' | 'question'> {
  readonly outgoing: Outgoing;
  readonly locale: Locale;
}

async function speak(desk: Desk, message: Message): Promise<Spoken> {
  const question = questionIn(message);
  const locale = localeOf(message, question);
  const guide = guideCard(desk.library.interviews, locale);
  if (question === '') return { outgoing: { cards: [guide], rows: [] }, reply: 'guide', question, locale };
  const [earlier, isFirst] = await Promise.all([
    earlierQuotation(desk, message),
    isFirstContact(desk, message),
  ]);
  const audience = { asker: message.author.id, isPrivate: false };
  const { outgoing, reply } = compose({ question, earlier }, { library: desk.library, locale, audience });
  const needsGuide = isFirst && reply.intent !== 'help';
  const cards = needsGuide ? [...outgoing.cards, guide] : outgoing.cards;
  return { outgoing: { ...outgoing, cards }, reply, question, locale };
}

/** The question's script decides; where it leaves that open, the server's preferred language. */
function localeOf({ guild }: Message, question: string): Locale {
  return localeOfMessage(question, languageOf(question), localeFor(guild?.preferredLocale ?? 'en-US'));
}

/** Questions remembered: hours on a busy server, some hundred kilobytes. */
const CAPACITY = 2_000;
/** How long after the answer an edit of the question counts, in milliseconds. */
const EDIT_WINDOW_MS = 2 * 60_000;

interface GivenAnswer {
  readonly answer: string;
  readonly time: number;
  readonly isEdited: boolean;
}

/** Which answer belongs to which question, for edits and deletions: ids only, the oldest forgotten. */
export interface AnswerMemory {
  readonly remember: (question: string, answer: string) => void;
  /** The answer to change for an edited question, once and within two minutes; undefined otherwise. */
  readonly takeForEdit: (question: string) => string | undefined;
  /** The answer to remove with its question, which is then forgotten. */
  readonly takeForDeletion: (question: string) => string | undefined;
}

/** `now` in milliseconds; only differences matter. */
export function rememberAnswers(now: () => number): AnswerMemory {
  const entries = new Map<string, GivenAnswer>();
  return {
    remember: (question, answer) => {
      entries.set(question, { answer, time: now(), isEdited: false });
      const oldest = entries.keys().next();
      if (entries.size > CAPACITY && oldest.done !== true) entries.delete(oldest.value);
    },
    takeForEdit: (question) => {
      const entry = entries.get(question);
      if (!entry || entry.isEdited || now() - entry.time > EDIT_WINDOW_MS) return undefined;
      entries.set(question, { ...entry, isEdited: true });
      return entry.answer;
    },
    takeForDeletion: (question) => {
      const entry = entries.get(question);
      entries.delete(question);
      return entry?.answer;
    },
  };
}
