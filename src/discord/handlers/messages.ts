// The life of a message: a mention, a reply with ping, or a direct message gets one reply, which follows its question's
// edit and deletion; what Discord keeps from the bot gets one hint; everything else silence (WAYS-IN.md has each way).
import type { Message, PartialMessage } from 'discord.js';
import type { DiscordWording } from '../../wording/discord-wording.ts';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import { guide } from '../cards/pages.ts';
import { compose } from '../cards/reply.ts';
import { unlessGone } from '../connection/intake.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handled } from '../desk/journal.ts';
import type { AnswerMemory } from '../desk/memory.ts';
import { earlierQuotation, hearReply, isFirstContact, remember } from '../hearing/earlier.ts';
import {
  type Asked,
  type Hearing,
  hear,
  homeOf,
  localeOf,
  questionIn,
  whatIsAsked,
} from '../hearing/hear.ts';
import { notice, type Outgoing } from '../sending/card.ts';
import { editAnswer, replyTo, voiceIn } from '../sending/send.ts';

/** What the bot says to a message, in the wording of whoever wrote it. */
interface Spoken extends Pick<Handled, 'reply' | 'question'> {
  readonly outgoing: Outgoing;
  readonly locale: Locale;
}

export async function handleMessage(desk: Desk, answers: AnswerMemory, message: Message): Promise<void> {
  const { gate, journal } = desk;
  const started = journal.now();
  const heard = hear(gate, message);
  const voice = heard === 'not-for-us' ? undefined : voiceIn(message);
  if (!voice) return;
  const spoken = await answerAs(
    desk,
    message,
    heard === 'reply' ? await hearReply(journal.log, message) : heard,
  );
  if (!spoken) return;
  const { outgoing, locale, ...said } = spoken;
  const answer = await replyTo(message, { desk, locale, outgoing }, voice);
  const { id: key, author } = message;
  journal.note({ ...said, key, started, member: author.id, surface: 'message' });
  if (answer && said.reply !== 'limited') answers.remember(key, answer.id);
}

/** Each message once; a hint does not count as an answer, so that an edit may still mention the bot itself. */
async function answerAs(desk: Desk, message: Message, heard: Heard): Promise<Spoken | undefined> {
  switch (heard) {
    case 'not-for-us':
      return undefined;
    case 'unread-role':
      return hint(desk, message, 'role');
    case 'unread-reply':
      return hint(desk, message, 'commandAnswer');
    case 'addressed':
      return desk.gate.claim(message.id) ? answerAddressed(desk, message) : undefined;
    case 'overheard':
      return desk.gate.claim(message.id) ? answerOverheard(desk, message) : undefined;
  }
}

type Heard = Exclude<Hearing, 'reply'> | Awaited<ReturnType<typeof hearReply>>;

/** How long after a message an edit may still make a question of it, in milliseconds. */
const LATEST_QUESTION_MS = 10 * 60_000;

/** An edited question is answered again in place: once, and within two minutes; one that an edit makes, as if new. */
export async function handleEdit(
  desk: Desk,
  answers: AnswerMemory,
  message: Message | PartialMessage,
): Promise<void> {
  const { gate, journal } = desk;
  const started = journal.now();
  // Discord also sends an update when it has looked up a link: that is no edit.
  if (message.partial || message.editedTimestamp === null) return;
  if (!['addressed', 'overheard'].includes(hear(gate, message))) return;
  const answer = answers.takeForEdit(message.id);
  const isRecent = message.editedTimestamp - message.createdTimestamp <= LATEST_QUESTION_MS;
  if (answer === undefined) return isRecent ? handleMessage(desk, answers, message) : undefined;
  const spoken = await speak(desk, message);
  if (!spoken) return;
  const { outgoing, locale, ...said } = spoken;
  await editAnswer(message, answer, { desk, locale, outgoing });
  journal.note({ ...said, key: message.id, started, member: message.author.id, surface: 'edit' });
}

/** A deleted question takes its answer with it, unless that is not known any more, or already gone. */
export async function removeAnswer(answers: AnswerMemory, question: Message | PartialMessage): Promise<void> {
  const answer = answers.takeForDeletion(question.id);
  if (answer !== undefined) await unlessGone(() => question.channel.messages.delete(answer));
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
  const reply = spoken?.reply ?? 'hint';
  if (typeof reply === 'string' || reply.outcome !== 'answer' || reply.intent) return undefined;
  const admitted = desk.gate.admit({ member: message.author.id, channel: message.channelId });
  return admitted.outcome === 'answer' ? spoken : undefined;
}

function limited(locale: Locale, question: string, limit: 'member' | 'channel'): Spoken {
  const outgoing = notice(wordingFor(locale).discord.limited[limit]);
  return { outgoing, reply: 'limited', locale, question };
}

async function speak(desk: Desk, message: Message): Promise<Spoken | undefined> {
  const asked = await whatIsAsked(desk, message);
  switch (asked.kind) {
    case 'question':
      return answerQuestion(desk, message, asked);
    case 'withheld':
      return hintOnce(desk, message, 'otherMessage');
    case 'no-text': {
      const locale = localeOf(message, '');
      return {
        outgoing: notice(wordingFor(locale).discord.hints.noText),
        reply: 'hint',
        question: '',
        locale,
      };
    }
    case 'nothing': {
      const locale = localeOf(message, '');
      const outgoing = guide(occasionOf(desk, message, locale));
      return { outgoing, reply: 'guide', question: '', locale };
    }
  }
}

async function answerQuestion(
  desk: Desk,
  message: Message,
  { questions, isInText }: Extract<Asked, { kind: 'question' }>,
): Promise<Spoken> {
  const [earlier, isFirst] = await Promise.all([
    earlierQuotation(desk, message),
    isFirstContact(desk, message),
  ]);
  const audience = { asker: message.author.id, isPrivate: false };
  const attempts = questions.map((question) => {
    const locale = localeOf(message, question);
    return {
      question,
      locale,
      ...compose(
        { question, earlier, home: homeOf(desk.gate, message) },
        { ...occasionOf(desk, message, locale), audience },
      ),
    };
  });
  const [first] = attempts;
  const best = attempts.find(({ reply }) => reply.outcome === 'answer') ?? first;
  if (!best) throw new Error('a message was answered that asks nothing');
  const { question, locale, reply, outgoing } = best;
  remember(desk, { member: message.author.id, channel: message.channel, question: message.id }, reply);
  const needsGuide = isFirst && reply.intent !== 'help';
  const whole = needsGuide ? joined(outgoing, guide(occasionOf(desk, message, locale))) : outgoing;
  // Where the question stands elsewhere, readers see which one is answered.
  const line = isInText && best === first ? {} : { line: wordingFor(locale).discord.youAsked(question) };
  return {
    outgoing: { ...line, ...whole },
    reply,
    question,
    locale,
  };
}

/** In which setting a message is answered. */
function occasionOf({ library, gate }: Desk, message: Message, locale: Locale) {
  return { library, locale, bot: message.client.user.displayName, home: homeOf(gate, message) };
}

function joined(first: Outgoing, second: Outgoing): Outgoing {
  return { ...first, cards: [...first.cards, ...second.cards], rows: [...first.rows, ...second.rows] };
}

type Hint = Exclude<keyof DiscordWording['hints'], 'noText'>;

/** Within the limits, and without a word over them: nobody asked for a hint. */
function hint(desk: Desk, message: Message, which: Hint): Spoken | undefined {
  const spoken = hintOnce(desk, message, which);
  const admitted = spoken && desk.gate.admit({ member: message.author.id, channel: message.channelId });
  return admitted?.outcome === 'answer' ? spoken : undefined;
}

/** One hint for each member and channel, for as long as that is remembered. */
function hintOnce(desk: Desk, message: Message, which: Hint): Spoken | undefined {
  if (!desk.gate.claim(`hint ${message.channelId} ${message.author.id}`)) return undefined;
  const locale = localeOf(message, '');
  const text = wordingFor(locale).discord.hints[which];
  const name = message.guild?.members.me?.displayName ?? message.client.user.displayName;
  const outgoing = notice(typeof text === 'string' ? text : text(name));
  return { outgoing, reply: 'hint', question: '', locale };
}
