// The loaded interviews, made ready for questions: one passage of the search index for each section.
import type { Interview, Section } from '../knowledge/interview.ts';
import type { LexiconGroup } from '../knowledge/lexicon.ts';
import type { Dictionary } from '../search/dictionary.ts';
import { buildIndex, type SearchIndex } from '../search/index.ts';
import type { Passage } from '../search/passage.ts';
import { type Speaker, speakerOf } from './addressing.ts';
import { type PrintedValue, printedValues } from './printed-values.ts';

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
  /** Bridges Chinese and English where no editor did. */
  readonly dictionary?: Dictionary | undefined;
}

/** Builds the index: linear in the text. The collection is never changed afterwards. */
export function openCollection({ interviews, lexicon, dictionary }: CollectionSource): Collection {
  const sections = interviews.flatMap((interview) =>
    interview.sections.map((section) => ({ interview, section })),
  );
  const index = buildIndex(sections.map(toPassage), { lexicon, ...(dictionary ? { dictionary } : {}) });
  const printed = new Map(
    interviews.map((interview) => [interview, printedValues(interview.article)] as const),
  );
  return { interviews, sections, index, speakers: interviews.map(speakerOf), printed };
}

function toPassage({ interview, section }: IndexedSection): Passage {
  const place = interview.sections.indexOf(section);
  const translated = interview.translations.flatMap(({ sections }) => sections[place] ?? []);
  const exchanges = translated.filter((own) => own.kind === 'exchange');
  return {
    title: section.kind === 'exchange' ? section.question : '',
    translatedTitle: exchanges.map(({ question }) => question).join('\n'),
    wordings: [section, ...translated].flatMap((own) => (own.kind === 'exchange' ? own.askedAs : [])),
    sentences: sentencesOf(section),
    translation: section.sentences.map((_, index) =>
      translated.map((own) => sentencesOf(own)[index] ?? '').join('\n'),
    ),
  };
}

function sentencesOf(section: Section): readonly string[] {
  return section.sentences.map(({ start, end }) => section.text.slice(start, end));
}
