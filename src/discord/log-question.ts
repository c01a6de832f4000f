// What is kept of each question: one line of the log (what came of it and how long it took, not what it said or who
// asked), a count, and, where an operator wants it, the question that got no answer.

import type { Reply } from '../answer/reply.ts';
import { languageOf } from '../language/language.ts';
import type { Desk } from './desk.ts';

export interface Handled {
  /** The message's or interaction's id: what a later choice of a suggestion leads back to. */
  readonly key: string;
  /** The reply, or what was said in place of one. */
  readonly reply: Reply | 'guide' | 'limited';
  readonly surface: 'message' | 'edit' | 'command' | 'menu' | 'control';
  readonly started: number;
  /** Told at level debug only. */
  readonly question: string;
  readonly member: string;
}

export function logQuestion({ log, now, tally, unanswered }: Desk, handled: Handled): void {
  const { key, reply, surface, started, question, member } = handled;
  const milliseconds = Math.round(now() - started);
  log.info({ surface, ...outcomeOf(reply), milliseconds }, 'question');
  log.debug({ question, member }, 'asked');
  // Words to the bot, and a question chosen from a list, say nothing about how well questions are understood.
  if (typeof reply === 'string' || surface === 'control' || reply.intent) return;
  tally.count(reply.outcome);
  if (reply.outcome === 'answer' || reply.reason === 'not-a-question') return;
  const { outcome, reason, suggestions } = reply;
  unanswered.record(key, {
    question,
    language: languageOf(question),
    outcome,
    reason,
    nearest: suggestions[0],
  });
}

function outcomeOf(reply: Handled['reply']) {
  if (typeof reply === 'string') return { outcome: reply };
  const intent = reply.intent ? { intent: reply.intent } : {};
  if (reply.outcome !== 'answer') return { outcome: reply.outcome, reason: reply.reason, ...intent };
  const { interview, section } = reply.quotation.source;
  return {
    outcome: reply.outcome,
    interview,
    section: sectionName(reply.quotation.source, section),
    ...intent,
  };
}

function sectionName(
  source: Extract<Reply, { outcome: 'answer' }>['quotation']['source'],
  section: string,
): string {
  return source.section === 'exchange' ? `${section} ${source.exchange}` : section;
}
