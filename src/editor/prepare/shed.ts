// What people and assistants put around a line, shed: bullets, numbers, boxes, quotation marks, bold, a label.

/** A line of a list, and whether it was an item of one. */
export interface ShedLine {
  readonly text: string;
  readonly isItem: boolean;
}

const BULLET = /^(?:[-*+•·●▪◦‣–—－＊]+|\(?\d{1,3}(?:[.)]|）)|（\d{1,3}）|[①-⑳])(?:\s+|$)/u;
/** Chinese numbering needs no space; a decimal is no numbering. */
const TIGHT_NUMBER = /^(?:\d{1,3}[、．]|\d{1,3}\.(?=\p{Script=Han})|（\d{1,3}）|[①-⑳•－])\s*/u;
const BOX = /^\[[ xX✓]?\]\s+/u;
const LABEL = /^(?:Q|Question|问|問|问题|問題)\s*\d*\s*[:：]\s*/iu;
const PAIRS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['„', '“'],
];

export function shed(line: string): ShedLine {
  let text = line.trim();
  let isItem = false;
  for (const pattern of [BULLET, TIGHT_NUMBER, BOX]) {
    const without = text.replace(pattern, '');
    isItem ||= without !== text;
    text = without.trim();
  }
  const unmarked = unwrapped(text.replace(/^(\*\*|__)(.+?)\1$/u, '$2')).replace(LABEL, '');
  const bare = unwrapped(unmarked);
  return { text: bare, isItem: isItem || bare !== text };
}

/** Without one pair of quotation marks around it all, and the comma of a list of values. */
function unwrapped(text: string): string {
  const whole = text.replace(/(["'”])[,，]$/u, '$1');
  for (const [open, close] of PAIRS) {
    if (whole.length < 3 || !whole.startsWith(open) || !whole.endsWith(close)) continue;
    const inner = whole.slice(open.length, -close.length);
    // “This” and “that” are two quotations, not one.
    if (!inner.includes(open) && !inner.includes(close)) return inner.trim();
  }
  return text;
}
