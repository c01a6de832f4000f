// What is wrong with what came from outside. Of a knowledge file: where it is, what was found, and what the editor can do about
// it; of a folder that cannot be read as a whole, what is thrown; of JSON that is none, nothing: each reader says it in its own words.

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

/** The value; undefined where the text is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
