// Changes a file so that nothing can be lost: what was written is read again and checked, and undone where it is wrong.

/** The files of the project, as text to the letter. */
export interface Files {
  /** Undefined where there is none. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** Replaces the whole file at once; undefined removes it. */
  readonly write: (path: string, text: string | undefined) => Promise<void>;
}

export interface Edit {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
  /** What is wrong with the change once it is on disk; undefined where nothing is. */
  readonly fault: () => Promise<string | undefined>;
}

export type Edited = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** Throws only where the file as it was cannot be put back, naming it. */
export async function edit(files: Files, change: Edit): Promise<Edited> {
  const why = await attempt(files, change);
  if (why === undefined) return { ok: true };
  await restore(files, change);
  return { ok: false, why };
}

async function attempt(files: Files, { path, after, fault }: Edit): Promise<string | undefined> {
  try {
    await files.write(path, after);
    if ((await files.read(path)) !== after) return `${path} does not hold what was written to it.`;
    return await fault();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export async function restore(files: Files, { path, before }: Pick<Edit, 'path' | 'before'>): Promise<void> {
  try {
    if ((await files.read(path)) === before) return;
    await files.write(path, before);
  } catch (cause) {
    throw new Error(`${path} could not be put back as it was. Restore it from version control.`, { cause });
  }
}
