// What every engine is given: interviews for ours, and the same texts as plain documents for the peers.

import type { SectionRef } from '../../src/answer/reply.ts';
import { type Interview, quote, type Range, type Section } from '../../src/knowledge/interview.ts';
import type { Lexicon } from '../../src/knowledge/lexicon.ts';
import type { MemberQuestions } from '../../src/knowledge/member-questions.ts';

export interface Document {
  readonly source: SectionRef;
  /** The question as printed, then every other wording of it and what members ask of it, in any language. */
  readonly titles: readonly string[];
  readonly text: string;
  readonly sentences: readonly Range[];
  /** The translated sentences, aligned with `sentences`, or []. */
  readonly translated: readonly string[];
}

/** The two fields that a peer indexes. */
export interface PlainText {
  readonly title: string;
  readonly text: string;
}

export interface Material {
  readonly interviews: readonly Interview[];
  /** Known to our engine only: the peers have no place for it. */
  readonly lexicons: readonly Lexicon[];
  readonly questions: readonly MemberQuestions[];
  /** One a section, in the interviews' order; more may follow. */
  readonly documents: readonly Document[];
}

export function documentsOf(
  interview: Interview,
  questions: readonly MemberQuestions[] = [],
): readonly Document[] {
  const asked = questions.flatMap(({ answered }) => answered);
  return interview.sections.map((section, place) => {
    const translated = interview.translations.flatMap(({ sections }) => sections[place] ?? []);
    return {
      source: sourceOf(interview, section),
      titles: [
        ...[section, ...translated].flatMap((own) =>
          own.kind === 'exchange' ? [own.question, ...own.askedAs] : [],
        ),
        ...asked.flatMap((own) => (own.section === section ? [own.question] : [])),
      ],
      text: section.text,
      sentences: section.sentences,
      translated: translated.flatMap((own) => own.sentences.map((sentence) => quote(own, sentence))),
    };
  });
}

/** The front matter, a value a line: the facts that a question about the article asks for. */
export function articleDocument({ id, article }: Interview): Document {
  const { interviewee, language: _language, ...printed } = article;
  const values = [...Object.values(printed), interviewee.name, interviewee.role ?? ''].filter(Boolean);
  const sentences: Range[] = [];
  for (const value of values) {
    const start = (sentences.at(-1)?.end ?? -1) + 1;
    sentences.push({ start, end: start + value.length });
  }
  const source = { interview: id, section: 'article', key: 'title' } as const;
  return { source, titles: [], text: values.join('\n'), sentences, translated: [] };
}

export function plainText({ titles, text, translated }: Document): PlainText {
  return {
    title: titles.join('\n'),
    text: translated.length === 0 ? text : [text, ...translated].join('\n'),
  };
}

export function plainSentences({ text, sentences, translated }: Document): readonly PlainText[] {
  return sentences.map(({ start, end }, place) => ({
    title: '',
    text: [text.slice(start, end), translated[place] ?? ''].join('\n').trim(),
  }));
}

function sourceOf({ id }: Interview, section: Section): SectionRef {
  return section.kind === 'exchange'
    ? { interview: id, section: 'exchange', exchange: section.number }
    : { interview: id, section: section.kind };
}
