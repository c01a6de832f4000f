// Every wording under which a question can be chosen from a list.
import { refTo } from '../answer/quotation.ts';
import type { SectionRef } from '../answer/reply.ts';
import { type Exchange, exchangesOf, type Interview } from '../knowledge/interview.ts';
import { cut } from '../wording/graphemes.ts';
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

function wordingsOf(interview: Interview, exchange: Exchange): readonly string[] {
  const place = interview.sections.indexOf(exchange);
  const translated = interview.translations.flatMap(({ sections }) => sections[place] ?? []);
  const questions = translated.flatMap((own) => (own.kind === 'exchange' ? [own.question] : []));
  const others = translated.flatMap((own) => (own.kind === 'exchange' ? own.askedAs : []));
  return [exchange.question, ...questions, ...exchange.askedAs, ...others];
}
