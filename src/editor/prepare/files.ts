// The files that an editor's command reads and writes, and how several change together or not at all.

export interface EditorFiles {
  /** Undefined where there is none; throws where it is no readable UTF-8 text, naming it. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** Replaces the whole file at once; undefined removes it. Throws where it cannot, naming it. */
  readonly write: (path: string, text: string | undefined) => Promise<void>;
  readonly isFolder: (path: string) => Promise<boolean>;
  /** Without links; a path that is not there is made of its folder's. */
  readonly realPath: (path: string) => Promise<string>;
}

export interface Change {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** Writes all; where one cannot be written, those before are put back, and the error says so. */
export async function writeAll(files: EditorFiles, changes: readonly Change[]): Promise<void> {
  const done: Change[] = [];
  for (const change of changes) {
    try {
      await files.write(change.path, change.after);
      done.push(change);
    } catch (error) {
      for (const { path, before } of done.toReversed()) await files.write(path, before);
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${why} Every file is as it was.`, { cause: error });
    }
  }
}
