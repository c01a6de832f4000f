// Libraries for tests: the first interview as it ships, and the fictional one.
import { readFileSync } from 'node:fs';
import { type Library, type LibrarySource, openLibrary } from '../../src/answer/library.ts';
import { type Knowledge, readCollection } from '../../src/knowledge/collection.ts';
import { known } from '../loaded.ts';

const { shipped, dictionary } = known;
export const shippedSource = { ...shipped, dictionary };

const libraries = new WeakMap<LibrarySource, Library>();

/** Opened once for all tests, as it takes longer than to ask: nothing changes a library. */
export function opened(source: LibrarySource): Library {
  const library = libraries.get(source) ?? openLibrary({ dictionary, ...source });
  libraries.set(source, library);
  return library;
}

export const songHaitao: Library = opened(shippedSource);

export const tideClocks = { name: 'tide-clocks.md', bytes: readFileSync('tests/interviews/tide-clocks.md') };

/** Both interviews; nobody wrote lists for the second. */
export const bothKnowledge: Knowledge = {
  ...shipped,
  interviews: [...shipped.interviews, ...readCollection([tideClocks]).interviews],
};
export const both: Library = opened(bothKnowledge);

/** Four invented interviews, each with lists and a lexicon. */
export const invented: Knowledge = known.invented;

/** All five in one folder. */
export const folderSource = {
  interviews: [...shipped.interviews, ...invented.interviews],
  lexicons: [...shipped.lexicons, ...invented.lexicons],
  questions: [...shipped.questions, ...invented.questions],
  dictionary,
};
