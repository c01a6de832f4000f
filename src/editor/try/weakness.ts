// What is weak, in a line, and what to write where; with the names that lists give to sections and sentences.
import type { SectionRef } from '../../answer/reply.ts';
import type { EvaluatedReply } from '../../evaluation/evaluate.ts';
import { quote, type Section } from '../../knowledge/interview.ts';
import { openingOf } from '../../knowledge/list-places.ts';
import { NOT_COVERED } from '../../knowledge/member-questions.ts';

export interface Weakness {
  readonly what: string;
  readonly help: string;
}

/** Of each kind. */
export const MOST = 3;

export function headingName(source: EvaluatedReply['judged']['source']): string {
  if (source === null) return NOT_COVERED;
  return typeof source === 'number' ? `[question ${source}]` : `[${source}]`;
}

export function refName(ref: SectionRef): string {
  return ref.section === 'exchange' ? `[question ${ref.exchange}]` : `[${ref.section}]`;
}

export function openingFor(section: Section, sentence: number): string {
  const range = section.sentences[sentence];
  return openingOf(section, sentence) ?? (range ? quote(section, range) : '');
}

/** Characters that show which sentence it is. */
const SHOWN = 60;

export function shortened(text: string): string {
  const line = Array.from(text.replace(/\s+/g, ' '));
  return line.length > SHOWN ? `${line.slice(0, SHOWN).join('')}…` : line.join('');
}
