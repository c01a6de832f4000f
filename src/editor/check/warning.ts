// What an editor may have meant and should look at: it costs nothing, is read all the same, and makes no status 1.
import type { Problem } from '../../knowledge/problem.ts';

export interface Warning extends Problem {
  readonly kind: WarningKind;
}

/** Each with the words that stand before their number. */
export const WARNING_KINDS = {
  'large-group': 'groups of more than 8 members',
  'question-word': 'members with a question word',
  'two-groups': 'words in two groups',
  'foreign-group': 'groups without a word of the interview',
  'two-parts': 'questions in two parts',
  'list-item': 'questions that begin like a list item',
  'unknown-language': 'texts in a language that nothing is known of',
  'speaker-label': 'lines that begin with the label of a speaker',
  proposed: 'blocks that a program proposed and nobody has read',
  'not-read': 'files that are not read',
} as const;

export type WarningKind = keyof typeof WARNING_KINDS;
