// One line of the log for each question: what came of it and how long it took, not what it said or who asked.
import type { Reply } from '../answer/reply.ts';
import type { Desk } from './desk.ts';

export interface Handled {
  /** The reply, or what was said in place of one. */
  readonly reply: Reply | 'guide' | 'limited';
  readonly surface: 'message' | 'command' | 'menu' | 'control';
  readonly started: number;
  /** Told at level debug only. */
  readonly question: string;
  readonly member: string;
}

export function logQuestion({ log, now }: Desk, handled: Handled): void {
  const { reply, surface, started, question, member } = handled;
  const milliseconds = Math.round(now() - started);
  log.info({ surface, ...outcomeOf(reply), milliseconds }, 'question');
  log.debug({ question, member }, 'asked');
}

function outcomeOf(reply: Handled['reply']) {
  if (typeof reply === 'string') return { outcome: reply };
  if (reply.outcome !== 'answer') return { outcome: reply.outcome, reason: reply.reason };
  const { interview, section } = reply.quotation.source;
  return { outcome: reply.outcome, interview, section: sectionName(reply.quotation.source, section) };
}

function sectionName(
  source: Extract<Reply, { outcome: 'answer' }>['quotation']['source'],
  section: string,
): string {
  return source.section === 'exchange' ? `${section} ${source.exchange}` : section;
}
