// Orders the questions of a list by how well they match what has been typed so far, whatever its language.
import { fold } from '../language/fold.ts';
import { tokenise } from '../language/tokenise.ts';
import type { QuestionLabel } from './question-labels.ts';

export interface Typed {
  /** Not empty. */
  readonly text: string;
  /** Decides between wordings that match equally well. */
  readonly prefers: (label: string) => boolean;
}

/** Beginning with what was typed counts above containing it, and that above sharing its words. */
const BEGINS = 3;
const CONTAINS = 2;
/** Share of the typed words that a label must have at least: less is chance. */
const LEAST_SHARE = 0.5;
/** Smaller than any difference between two shares. */
const PREFERENCE = 0.001;

/** The best wording of each question that matches, best first. */
export function rankLabels(
  labels: readonly QuestionLabel[],
  { text, prefers }: Typed,
): readonly QuestionLabel[] {
  const typed = fold(text);
  const words = tokenise(typed).map(({ word }) => word);
  const scored = labels
    .map((label) => ({ label, score: scoreOf(fold(label.label), typed, words) }))
    .filter(({ score }) => score >= LEAST_SHARE)
    .map(({ label, score }) => ({ label, score: score + (prefers(label.label) ? PREFERENCE : 0) }))
    .toSorted((a, b) => b.score - a.score);
  const seen = new Set<string>();
  return scored.flatMap(({ label }) => {
    const section = JSON.stringify(label.source);
    if (seen.has(section)) return [];
    seen.add(section);
    return [label];
  });
}

/** The last word may still be unfinished: the beginning of a word counts as the word. */
function scoreOf(label: string, typed: string, words: readonly string[]): number {
  if (label.startsWith(typed)) return BEGINS;
  if (label.includes(typed)) return CONTAINS;
  const own = tokenise(label).map(({ word }) => word);
  const found = words.filter((word) => own.some((other) => other.startsWith(word)));
  return words.length === 0 ? 0 : found.length / words.length;
}
