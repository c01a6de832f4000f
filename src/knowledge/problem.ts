// What is wrong with a knowledge file: where it is, what was found, and what the editor can do about it; and what is thrown
// where a folder as a whole cannot be read.

export interface Problem {
  readonly file: string;
  /** 1-based; 1 also where the whole file is meant. */
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

/** One line an editor's terminal can click on: `song.md:12: what. What to do.` */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}: ${problem.what} ${problem.mend}`;
}

export class FolderError extends Error {
  override readonly name = 'FolderError';

  constructor(folder: string, cause: unknown) {
    super(`The knowledge folder ${folder} cannot be read. Create it, or name another one.`, { cause });
  }
}
