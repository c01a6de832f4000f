// What is wrong with a knowledge file: where it is, what was found, and what the editor can do about it.

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
