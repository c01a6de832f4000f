// The port for questions that got no answer: whoever keeps them implements it; without one nothing is kept.

import type { Reply, Suggestion } from '../answer/reply.ts';
import type { QuestionLanguage } from '../language/language.ts';

export interface Unanswered {
  readonly question: string;
  readonly language: QuestionLanguage;
  readonly outcome: 'suggest' | 'abstain';
  readonly reason: Exclude<Reply, { outcome: 'answer' }>['reason'];
  readonly nearest: Suggestion | undefined;
}

export interface UnansweredPort {
  /** `key` stands for this one reply in `taken`; it tells nothing about member, server or channel. */
  readonly record: (key: string, unanswered: Unanswered) => void;
  /** One of the reply's suggestions was chosen after all. */
  readonly taken: (key: string) => void;
}

export const KEEP_NOTHING: UnansweredPort = { record: () => undefined, taken: () => undefined };
