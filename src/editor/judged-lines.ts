// Lines of an editor's lists as judged questions: each says which section, and which sentence of it, is a right answer.
import type { JudgedQuestion } from '../evaluation/judged-question.ts';
import { type Interview, quote, type Section } from '../knowledge/interview.ts';
import { languageOf, scriptOf } from '../language/fold.ts';

export interface ListLine {
  readonly question: string;
  /** Left out for what the interview does not say. */
  readonly section?: Section | undefined;
  /** The sentence of the section that it asks for, where the editor names one. */
  readonly sentence?: number | undefined;
}

/** `kind` names the group that it is counted in. */
export function judgedLine(
  { question, section, sentence }: ListLine,
  { id, kind }: { readonly id: string; readonly kind: string },
): JudgedQuestion {
  const range = sentence === undefined ? undefined : section?.sentences[sentence];
  return {
    id,
    question,
    language: languageTag(question),
    kind,
    source: section === undefined ? null : sourceNameOf(section),
    also: [],
    must: section && range ? [quote(section, range)] : [],
  };
}

function sourceNameOf(section: Section): number | 'biography' | 'introduction' {
  return section.kind === 'exchange' ? section.number : section.kind;
}

/** The interview's sections as an editor's file names them. */
export function sectionOf(interview: Interview, source: JudgedQuestion['source']): Section | undefined {
  return interview.sections.find((section) => sourceNameOf(section) === source);
}

function languageTag(question: string): JudgedQuestion['language'] {
  if (languageOf(question) === 'en') return 'en';
  return scriptOf(question) === 'traditional' ? 'zh-Hant' : 'zh-Hans';
}
