// Characters that nobody sees: those without width stay in a text as printed, those that turn its direction are refused; and the
// lines of a list file that say something: no empty ones, and no remarks.
import type { Problem } from './problem.ts';

const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u;
/** Left-to-right and right-to-left override: the text after one reads backwards, and a quotation says something else. */
const OVERRIDE = /[\u202d\u202e]/u;

/** Whether a reader sees nothing of it. */
export function isBlank(text: string): boolean {
  return !SEEN.test(text);
}

/** A problem for each line of a file that overrides the direction of its text. */
export function directionOverrides(source: string, file: string): readonly Problem[] {
  if (!OVERRIDE.test(source)) return [];
  return source.split(/\r\n|\n|\r/).flatMap((text, index) => {
    const [override] = OVERRIDE.exec(text) ?? [];
    if (override === undefined) return [];
    const code = override.charCodeAt(0).toString(16).toUpperCase();
    const what = `A direction override (U+${code}, which nobody sees) turns the text behind it around.`;
    return [{ file, line: index + 1, what, mend: 'Delete it.' }];
  });
}

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
