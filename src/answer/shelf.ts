// The interviews that answer now. Takes in what an editor has changed, between two questions; while the files have mistakes,
// the last good set stays and the mistakes are told.
import { FolderError, type Problem } from '../knowledge/problem.ts';
import { type Library, type LibrarySource, openLibrary } from './library.ts';

/** A knowledge folder, as a main has read it. */
export interface LoadedFolder extends LibrarySource {
  readonly problems: readonly Problem[];
  /** A short text that differs once any file of the folder does. */
  readonly version: string;
}

export interface Shelf {
  readonly library: Library;
  /** What the library was made of. */
  readonly source: LibrarySource;
  /** Of the files that the library was made of. */
  readonly version: string;
  /** When the library began to answer, by the clock of the options. */
  readonly since: number;
  /** What is wrong with the files as they are now. */
  readonly problems: readonly Problem[];
  /** Reads the files, one time after the other, and takes them in where they have changed and are right. */
  readonly look: () => Promise<void>;
  /** Calls back after each change of the files; what it returns ends that. */
  readonly onChange: (listener: () => void) => () => void;
}

export interface ShelfOptions {
  /** Throws only a FolderError. */
  readonly load: () => Promise<LoadedFolder>;
  /** Milliseconds of the clock that tells since when a library answers. */
  readonly now: () => number;
}

export type OpenedShelf =
  | { readonly ok: true; readonly shelf: Shelf }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Opens with what is readable; refused only where no interview is. */
export async function openShelf({ load, now }: ShelfOptions): Promise<OpenedShelf> {
  const first = await read(load);
  if (!first.good) return { ok: false, problems: first.problems };
  let seen: Read = first;
  let good = { ...first.good, version: first.version, since: now() };
  const listeners = new Set<() => void>();
  const look = async () => {
    const fresh = await read(load, seen);
    if (fresh === seen) return;
    seen = fresh;
    if (fresh.good && fresh.problems.length === 0)
      good = { ...fresh.good, version: fresh.version, since: now() };
    for (const listener of listeners) listener();
  };
  let looking = Promise.resolve();
  const shelf: Shelf = {
    get library() {
      return good.library;
    },
    get source() {
      return good.source;
    },
    get version() {
      return good.version;
    },
    get since() {
      return good.since;
    },
    get problems() {
      return seen.problems;
    },
    look: () => {
      looking = looking.then(look, look);
      return looking;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { ok: true, shelf };
}

interface Read {
  readonly good?: Pick<Shelf, 'library' | 'source'>;
  readonly problems: readonly Problem[];
  readonly version: string;
}

/** What was seen before, where no file has changed. */
async function read(load: ShelfOptions['load'], before?: Read): Promise<Read> {
  try {
    const loaded = await load();
    const { interviews, problems, version } = loaded;
    if (before?.version === version) return before;
    // What has mistakes replaces nothing: only the first answers all the same.
    if (interviews.length > 0 && (before === undefined || problems.length === 0))
      return { good: { library: openLibrary(loaded), source: loaded }, problems, version };
    return { problems: problems.length > 0 ? problems : [NO_INTERVIEW], version };
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    return before?.version === UNREADABLE ? before : { problems: [NO_FOLDER], version: UNREADABLE };
  }
}

/** In place of a version. */
const UNREADABLE = 'unreadable';
/** Where the folder as a whole is at fault, a problem names this in place of a file. */
const FOLDER_ITSELF = '(folder)';

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
