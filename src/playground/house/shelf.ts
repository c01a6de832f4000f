// The interviews that answer now. Looks for changed files and takes them in; while they have mistakes, the last good set
// stays and the mistakes are told.
import { type Library, type LibrarySource, openLibrary } from '../../answer/library.ts';
import type { Knowledge } from '../../knowledge/collection.ts';
import { FolderError } from '../../knowledge/folder-error.ts';
import type { Problem } from '../../knowledge/problem.ts';

/** The knowledge folder, as the main reads it. */
export interface KnowledgeFolder {
  readonly load: () => Promise<Knowledge & Pick<LibrarySource, 'dictionary'>>;
  /** A text that differs once any file does. */
  readonly stamp: () => Promise<string>;
}

export interface Shelf {
  readonly library: Library;
  readonly problems: readonly Problem[];
  /** Looks once whether files have changed. */
  readonly look: () => Promise<void>;
  /** Calls back after each change of the library or of the problems. */
  readonly onChange: (listener: () => void) => void;
}

export type OpenedShelf =
  | { readonly ok: true; readonly shelf: Shelf }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where the folder as a whole is at fault, a problem names this in place of a file. */
const FOLDER_ITSELF = '(folder)';

/** Opens with what is readable; refused only where no interview is. */
export async function openShelf(folder: KnowledgeFolder): Promise<OpenedShelf> {
  const state = { stamp: await folder.stamp(), ...(await read(folder)) };
  if (!state.library) return { ok: false, problems: state.problems };
  const listeners = new Set<() => void>();
  let { library } = state;
  const look = async () => {
    const stamp = await folder.stamp();
    if (stamp === state.stamp) return;
    const fresh = await read(folder);
    state.stamp = stamp;
    state.problems = fresh.problems;
    if (fresh.library && fresh.problems.length === 0) library = fresh.library;
    for (const listener of listeners) listener();
  };
  const shelf: Shelf = {
    get library() {
      return library;
    },
    get problems() {
      return state.problems;
    },
    look,
    onChange: (listener) => {
      listeners.add(listener);
    },
  };
  return { ok: true, shelf };
}

/** Milliseconds between two looks: an editor who saves and turns to the page finds it done. */
const LOOK_EVERY_MS = 700;

/** Looks again and again, one look at a time; the result ends it. */
export function watchShelf(shelf: Shelf, onError: (error: unknown) => void): () => void {
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;
  const lookAgain = () => {
    timer = setTimeout(async () => {
      await shelf.look().catch(onError);
      if (!isEnded) lookAgain();
    }, LOOK_EVERY_MS);
    timer.unref();
  };
  lookAgain();
  return () => {
    isEnded = true;
    clearTimeout(timer);
  };
}

interface Read {
  library: Library | undefined;
  problems: readonly Problem[];
}

async function read({ load }: KnowledgeFolder): Promise<Read> {
  try {
    const knowledge = await load();
    const { interviews, problems } = knowledge;
    const library = interviews.length > 0 ? openLibrary(knowledge) : undefined;
    return { library, problems: library || problems.length > 0 ? problems : [NO_INTERVIEW] };
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    return { library: undefined, problems: [NO_FOLDER] };
  }
}

const NO_FOLDER: Problem = {
  file: FOLDER_ITSELF,
  line: 1,
  what: 'The knowledge folder cannot be read.',
  mend: 'Create it, or name another one.',
};

const NO_INTERVIEW: Problem = {
  file: FOLDER_ITSELF,
  line: 1,
  what: 'There is no interview in the knowledge folder.',
  mend: 'Add one as README.md says.',
};
