// The gaps that the log shows: groups of questions that are still open today, each with the exchange that comes closest.
import { ask } from '../answer/ask.ts';
import type { Library } from '../answer/library.ts';
import type { Reply } from '../answer/reply.ts';
import { type Group, groundFor, groupQuestions, isNearDuplicate, queryOf } from './group.ts';
import type { LogLine } from './log-line.ts';

/** An exchange that could cover a question. */
export interface Target {
  readonly interview: string;
  readonly exchange: number;
}

export interface Gap extends Group {
  /** 1-based place in the list. */
  readonly number: number;
  /** The wording that stands for the group. */
  readonly question: string;
  /** Undefined where nothing is near. */
  readonly nearest: Target | undefined;
}

export interface Gaps {
  readonly gaps: readonly Gap[];
  /** Lines whose question is answered by now. */
  readonly answered: number;
  /** Lines that an editor found the interviews do not cover. */
  readonly notCovered: number;
}

/** `settled` are the questions that an editor marked as not covered. */
export function findGaps(library: Library, lines: readonly LogLine[], settled: readonly string[]): Gaps {
  const ground = groundFor(library, lines);
  const replies = new Map(lines.map(({ question }) => [question, undefined as Reply | undefined] as const));
  for (const question of replies.keys()) replies.set(question, ask(library, { question }));
  const unanswered = lines.filter(({ question }) => !hasReply(replies.get(question)));
  const marks = settled.map((question) => queryOf(ground, question));
  const isOpen = ({ question }: LogLine) => {
    const query = queryOf(ground, question);
    return !settled.includes(question) && !marks.some((mark) => isNearDuplicate(mark, query));
  };
  const open = unanswered.filter(isOpen);
  const gaps = groupQuestions(ground, open).map((group, index) => {
    const question = group.wordings[0]?.question ?? '';
    return { ...group, number: index + 1, question, nearest: nearestOf(replies.get(question)) };
  });
  return {
    gaps,
    answered: lines.length - unanswered.length,
    notCovered: unanswered.length - open.length,
  };
}

/** Words to the bot have theirs, too: they were logged before it understood them. */
function hasReply(reply: Reply | undefined): boolean {
  return reply?.outcome === 'answer' || reply?.intent !== undefined;
}

/** The nearest exchange; other sections have no other wordings that an editor could add. */
function nearestOf(reply: Reply | undefined): Target | undefined {
  if (!reply || (reply.outcome === 'abstain' && reply.reason === 'nothing-matched')) return undefined;
  const [nearest] = reply.suggestions.flatMap(({ source }) =>
    source.section === 'exchange' ? [{ interview: source.interview, exchange: source.exchange }] : [],
  );
  return nearest;
}
