// One interview as an editor may leave it: with lists and lexicon, without either, and without a question that is asked of it.
import { type Library, type LibrarySource, openLibrary } from '../answer/library.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import type { Knowledge } from '../knowledge/collection.ts';
import type { Interview, Section } from '../knowledge/interview.ts';
import { fold } from '../language/fold.ts';
import type { Weights } from '../search/index/weights.ts';

/** What stands beside an interview's own text. */
export interface Beside {
  readonly lists: boolean;
  readonly lexicon: boolean;
}

export const FULL: Beside = { lists: true, lexicon: true };
export const BARE: Beside = { lists: false, lexicon: false };

export interface Left {
  readonly id: string;
  readonly beside: Beside;
  readonly dictionary?: Dictionary | undefined;
  /** Only fitting gives other weights. */
  readonly weights?: Weights | undefined;
}

/** One interview with what is left beside it. */
export function sourceOf(from: Knowledge, { id, beside, dictionary, weights }: Left): LibrarySource {
  const interviews = from.interviews.filter((interview) => interview.id === id);
  return {
    interviews: beside.lists || beside.lexicon ? interviews : interviews.map(bareOf),
    lexicons: beside.lexicon
      ? from.lexicons.filter(({ interview }) => interview === undefined || interview === id)
      : [],
    questions: beside.lists
      ? from.questions.filter(({ interview }) => interview === id).map(({ ...own }) => own)
      : [],
    dictionary,
    ...(weights ? { weights } : {}),
  };
}

/** Without the editor's other wordings; a translation is text. */
function bareOf(interview: Interview): Interview {
  const bare = <Of extends Section>(section: Of): Of =>
    section.kind === 'exchange' ? { ...section, askedAs: [] } : section;
  return {
    ...interview,
    sections: interview.sections.map(bare),
    translations: interview.translations.map((own) => ({ ...own, sections: own.sections.map(bare) })),
  };
}

/** For each question a library whose lists lack it and every so many of the others, so that few libraries do for all. */
export function withoutItself(
  source: LibrarySource,
  questions: readonly string[],
  folds: number,
): (question: string) => Library | undefined {
  const foldOf = new Map(questions.map((question, place) => [fold(question), place % folds]));
  const libraries = Array.from({ length: folds }, (_, number) =>
    openLibrary(without(source, (question) => foldOf.get(fold(question)) === number)),
  );
  return (question) => libraries[foldOf.get(fold(question)) ?? 0];
}

function without(source: LibrarySource, isLeftOut: (question: string) => boolean): LibrarySource {
  const questions = source.questions.map(({ answered, notCovered, ...own }) => ({
    ...own,
    answered: answered.filter(({ question }) => !isLeftOut(question)),
    notCovered: notCovered.filter((question) => !isLeftOut(question)),
  }));
  return { ...source, questions };
}
