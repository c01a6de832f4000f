// Splits a long text into pages at the ends of sentences, never inside the quoted part unless that alone is too long.
import type { Range, Sentence } from '../../knowledge/interview.ts';
import { beginning } from '../../wording/graphemes.ts';
import { escapeMarkdown } from '../markdown.ts';

export interface Leaved {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The part that stays together. */
  readonly whole: Range;
  /** UTF-16 units of a page once escaped. */
  readonly room: number;
}

/** Adjacent ranges that hold every sentence, each within the room. */
export function leavesOf({ text, sentences, whole, room }: Leaved): readonly Range[] {
  const leaves: Range[] = [];
  for (const atom of atomsOf(sentences, whole).flatMap((range) => splitLong(text, range, room))) {
    const last = leaves.at(-1);
    const grown = last && { start: last.start, end: atom.end };
    if (grown && escapedLength(text, grown) <= room) leaves[leaves.length - 1] = grown;
    else leaves.push(atom);
  }
  return leaves;
}

/** The sentences, those that the quoted part touches taken as one. */
function atomsOf(sentences: readonly Sentence[], whole: Range): readonly Range[] {
  const atoms: Range[] = [];
  for (const { start, end } of sentences) {
    const last = atoms.at(-1);
    const joins = last && start < whole.end && last.end > whole.start;
    if (joins) atoms[atoms.length - 1] = { start: last.start, end };
    else atoms.push({ start, end });
  }
  return atoms;
}

function splitLong(text: string, range: Range, room: number): readonly Range[] {
  const parts: Range[] = [];
  let start = range.start;
  while (escapedLength(text, { start, end: range.end }) > room) {
    // Escaping at most doubles a text, so half the room always fits.
    const end = start + beginning(text.slice(start, range.end), Math.floor(room / 2)).length;
    if (end === start) break;
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: range.end }];
}

function escapedLength(text: string, { start, end }: Range): number {
  return escapeMarkdown(text.slice(start, end)).length;
}
