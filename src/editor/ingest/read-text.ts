// Plain text -> blocks. Each line is a paragraph, unless the text is wrapped at a width and blank lines part the paragraphs.
import { type Block, endsAsSentence, plainBlock, type Reading, widthOf } from './block.ts';

/** Columns; shorter lines tell nothing about wrapping. */
const LEAST_WIDTH = 40;
/** Of the lines that another follows: how many must break within a sentence. */
const WRAPPED = 0.5;

export function readText(text: string): Reading {
  const lines = text.split(/\r\n|\n|\r|\u2028|\u2029/);
  const width = wrapWidth(lines);
  const blocks = lines.flatMap((raw, index): readonly Block[] => {
    const own = raw.trim();
    if (own === '') return [];
    return [plainBlock(own, index + 1, { continues: width !== undefined && isWrapped(lines, index, width) })];
  });
  return { unit: 'line', blocks, named: {}, headlines: [], unsure: [], leftOut: [], problems: [] };
}

/** The width at which the lines are wrapped; undefined where each is a paragraph. */
function wrapWidth(lines: readonly string[]): number | undefined {
  const followed = lines.filter(
    (line, at) => (lines[at + 1] ?? '').trim() !== '' && widthOf(line) >= LEAST_WIDTH,
  );
  const broken = followed.filter((line) => !endsAsSentence(line.trim()));
  if (followed.length < 3 || broken.length < followed.length * WRAPPED) return undefined;
  return Math.max(...broken.map(widthOf));
}

/** Whether the line before was full: its break is the wrapping's, not the author's. */
function isWrapped(lines: readonly string[], index: number, width: number): boolean {
  const before = (lines[index - 1] ?? '').trimEnd();
  if (before === '' || /^(?:\s{2,}|\u3000)/.test(lines[index] ?? '')) return false;
  const [word = ''] =
    /^\s*(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|\S+)/u.exec(lines[index] ?? '') ?? [];
  return widthOf(before) + widthOf(word.trim()) + 1 > width;
}
