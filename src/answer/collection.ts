// The loaded interviews, made ready for questions: one passage of the search index for each section.

import type { Dictionary } from '../dictionary/dictionary.ts';
import type { Interview, Section } from '../knowledge/interview.ts';
import type { LexiconGroup } from '../knowledge/lexicon.ts';
import type { MemberQuestions } from '../knowledge/member-questions.ts';
import { buildIndex, type SearchIndex } from '../search/index/index.ts';
import type { Passage } from '../search/index/passage.ts';
import { type Speaker, speakerOf } from './article/addressing.ts';
import { type PrintedValue, printedValues } from './article/printed-values.ts';

export interface IndexedSection {
  readonly interview: Interview;
  readonly section: Section;
}

export interface Collection {
  readonly interviews: readonly Interview[];
  /** The section behind each passage of the index, by passage number. */
  readonly sections: readonly IndexedSection[];
  readonly index: SearchIndex;
  /** How members refer to each interviewee. */
  readonly speakers: readonly Speaker[];
  /** The folded values of each article's front matter. */
  readonly printed: ReadonlyMap<Interview, readonly PrintedValue[]>;
}

export interface CollectionSource {
  readonly interviews: readonly Interview[];
  readonly lexicon: readonly LexiconGroup[];
  /** What members ask of them, as editors wrote it down. */
  readonly questions: readonly MemberQuestions[];
  /** Bridges Chinese and English where no editor did. */
  readonly dictionary?: Dictionary | undefined;
}

/** Builds the index: linear in the text. The collection is never changed afterwards. */
export function openCollection(source: CollectionSource): Collection {
  const { interviews, lexicon, questions, dictionary } = source;
  const sections = interviews.flatMap((interview) =>
    interview.sections.map((section) => ({ interview, section })),
  );
  const asked = askedOf(questions);
  const passages = sections.map((own) => toPassage(own, asked.get(own.section) ?? []));
  const notCovered = questions.map((own) => ({
    passages: sections.flatMap(({ interview }, passage) => (interview.id === own.interview ? [passage] : [])),
    wordings: own.notCovered,
  }));
  const index = buildIndex(passages, { lexicon, notCovered, ...(dictionary ? { dictionary } : {}) });
  const printed = new Map(
    interviews.map((interview) => [interview, printedValues(interview.article)] as const),
  );
  return { interviews, sections, index, speakers: interviews.map(speakerOf), printed };
}

/** What members ask, by the section that answers it. */
function askedOf(questions: readonly MemberQuestions[]): ReadonlyMap<Section, readonly string[]> {
  const asked = new Map<Section, string[]>();
  for (const { question, section } of questions.flatMap(({ answered }) => answered)) {
    const known = asked.get(section);
    if (known === undefined) asked.set(section, [question]);
    else known.push(question);
  }
  return asked;
}

function toPassage({ interview, section }: IndexedSection, asked: readonly string[]): Passage {
  const place = interview.sections.indexOf(section);
  const translated = interview.translations.flatMap(({ sections }) => sections[place] ?? []);
  const exchanges = translated.filter((own) => own.kind === 'exchange');
  return {
    title: section.kind === 'exchange' ? section.question : '',
    translatedTitle: exchanges.map(({ question }) => question).join('\n'),
    wordings: [
      ...[section, ...translated].flatMap((own) => (own.kind === 'exchange' ? own.askedAs : [])),
      ...asked,
    ],
    sentences: sentencesOf(section),
    translation: section.sentences.map((_, index) =>
      translated.map((own) => sentencesOf(own)[index] ?? '').join('\n'),
    ),
  };
}

function sentencesOf(section: Section): readonly string[] {
  return section.sentences.map(({ start, end }) => section.text.slice(start, end));
}
