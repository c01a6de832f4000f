// The lines of a list file (lexicon, members' questions) that say something: no empty ones, and no remarks.
import type { Problem } from './problem.ts';
import { isBlank } from './unseen.ts';

export interface ListLine {
  /** 1-based. */
  readonly line: number;
  /** Without white space at its ends. */
  readonly text: string;
}

/** A remark is `# ` and whatever follows, or a `#` alone. */
export function contentLines(source: string): readonly ListLine[] {
  return source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => !isBlank(text) && !/^#(?:[ \t]|$)/.test(text));
}

/** What is wrong with a line that begins like a remark and is none; undefined for any other. */
export function remarkSlip(text: string): Pick<Problem, 'what' | 'mend'> | undefined {
  if (!/^[#＃]/.test(text)) return undefined;
  const what = 'A line that begins with # and no space is neither content nor a remark.';
  return { what, mend: 'Write `# ` before a remark.' };
}
