// Every wording under which a question can be chosen from a list, and the question behind a chosen wording.
import type { Chosen } from '../answer/chosen-section.ts';
import { refTo } from '../answer/quotation.ts';
import type { SectionRef } from '../answer/reply.ts';
import { type Exchange, exchangesOf, type Interview } from '../knowledge/interview.ts';
import { languageOf } from '../language/language.ts';
import { cut } from './graphemes.ts';
import { LONGEST } from './lengths.ts';

export interface QuestionLabel {
  /** Fits a choice of an autocomplete, where it is name and value at once. */
  readonly label: string;
  readonly source: SectionRef;
}

/** All labels of an interview's questions: as printed, translated, and asked in other words. */
export function labelsOf(interview: Interview): readonly QuestionLabel[] {
  return exchangesOf(interview).flatMap((exchange) =>
    wordingsOf(interview, exchange).map((wording) => ({
      label: choiceLabel(wording),
      source: refTo(interview, exchange),
    })),
  );
}

export function choiceLabel(wording: string): string {
  return cut(wording, LONGEST.choiceName);
}

/** Built once for each set of interviews, and gone with it. */
const SECTIONS_BY_LABEL = new WeakMap<readonly Interview[], ReadonlyMap<string, SectionRef>>();

/** The section that was chosen by its label; a reader of that label's language reads the answer. */
export function findLabelled(interviews: readonly Interview[], text: string): Chosen | undefined {
  const byLabel = SECTIONS_BY_LABEL.get(interviews) ?? sectionsByLabel(interviews);
  SECTIONS_BY_LABEL.set(interviews, byLabel);
  const source = byLabel.get(text);
  return source && { source, language: languageOf(text), wording: text };
}

/** Where two questions have the same label, the first one has it. */
function sectionsByLabel(interviews: readonly Interview[]): ReadonlyMap<string, SectionRef> {
  const labels = interviews.flatMap(labelsOf).toReversed();
  return new Map(labels.map(({ label, source }) => [label, source]));
}

function wordingsOf(interview: Interview, exchange: Exchange): readonly string[] {
  const place = interview.sections.indexOf(exchange);
  const translated = interview.translations.flatMap(({ sections }) => sections[place] ?? []);
  const questions = translated.flatMap((own) => (own.kind === 'exchange' ? [own.question] : []));
  const others = translated.flatMap((own) => (own.kind === 'exchange' ? own.askedAs : []));
  return [exchange.question, ...questions, ...exchange.askedAs, ...others];
}
