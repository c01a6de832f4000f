// Cutting text where a reader would: between graphemes, and always with a visible mark.

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** At most `limit` units: the text itself, or its beginning with `mark` where something was left out. */
export function cut(text: string, limit: number, mark = '…'): string {
  if (text.length <= limit) return text;
  return `${beginning(text, limit - mark.length).trimEnd()}${mark}`;
}

/** The longest run of whole graphemes from the start that has at most `limit` units. */
export function beginning(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  // One unit more than fits, so that a grapheme which crosses the limit is seen whole enough to be left out.
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 1))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
