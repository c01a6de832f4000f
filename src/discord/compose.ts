// A question -> what the bot sends for it, in the wording of a locale.
import { ask } from '../answer/ask.ts';
import { answerChosen } from '../answer/chosen-section.ts';
import type { Answer, Quotation, Reply } from '../answer/reply.ts';
import type { Outgoing } from './card.ts';
import { answerCard } from './cards/answer.ts';
import { suggestionsOf } from './cards/notices.ts';
import { answerRows, type Setting } from './controls.ts';
import { findLabelled } from './question-labels.ts';

export interface Question {
  readonly question: string;
  /** What the answer quoted that the question replies to. */
  readonly earlier?: Quotation | undefined;
}

export interface Composed {
  readonly reply: Reply;
  readonly outgoing: Outgoing;
}

/** Answers a question in a member's words; one that was chosen from a list is answered as that question. */
export function compose({ question, earlier }: Question, setting: Setting): Composed {
  const { collection } = setting;
  const chosen = findLabelled(collection.interviews, question);
  const known = chosen && answerChosen(collection, chosen);
  const reply = known ?? ask(collection, { question, ...(earlier ? { earlier } : {}) });
  if (reply.outcome === 'answer') return { reply, outgoing: composeAnswer(reply, setting) };
  return { reply, outgoing: suggestionsOf(reply, setting) };
}

export function composeAnswer(answer: Answer, setting: Setting): Outgoing {
  return { cards: [answerCard(answer, setting.locale)], rows: answerRows(answer, setting) };
}
