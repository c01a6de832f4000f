// One line more in a text, in the text's own line ends.

/** A text with one line more. */
export interface NewLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly inserted: string;
}

/** `line` is 1-based. */
export function insertBelow(source: string, line: number, inserted: string): string {
  const ends = [...source.matchAll(/\r\n|\n|\r/g)];
  const end = ends[line - 1];
  const at = end ? end.index + end[0].length : source.length;
  return `${source.slice(0, at)}${inserted}${end?.[0] ?? '\n'}${source.slice(at)}`;
}
