// A question -> what the bot sends for it, in the wording of a locale, with the line the log gets.
import { ask } from '../answer/ask.ts';
import { answerChosen } from '../answer/chosen-section.ts';
import type { Collection } from '../answer/collection.ts';
import type { Answer, Reply } from '../answer/reply.ts';
import type { Locale } from '../wording/locale.ts';
import type { Outgoing } from './card.ts';
import { answerCard } from './cards/answer.ts';
import { suggestionsOf } from './cards/notices.ts';
import { type Audience, answerRows } from './controls.ts';
import { findLabelled } from './question-labels.ts';

export interface Request {
  readonly collection: Collection;
  readonly question: string;
  readonly locale: Locale;
  readonly audience: Audience;
}

export interface Composed {
  readonly reply: Reply;
  readonly outgoing: Outgoing;
}

/** Answers a question in a member's words; one that was chosen from a list is answered as that question. */
export function compose({ collection, question, locale, audience }: Request): Composed {
  const chosen = findLabelled(collection.interviews, question);
  const known = chosen && answerChosen(collection, chosen);
  const reply = known ?? ask(collection, { question });
  if (reply.outcome === 'answer') return { reply, outgoing: composeAnswer(reply, locale, audience) };
  return { reply, outgoing: suggestionsOf(reply, locale, audience.asker) };
}

export function composeAnswer(answer: Answer, locale: Locale, audience: Audience): Outgoing {
  return { cards: [answerCard(answer, locale)], rows: answerRows(answer, locale, audience) };
}
