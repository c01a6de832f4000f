// The words of a text as a user who took care would give them to an engine that knows no Chinese.

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** Folded words of Chinese and English, in order, without punctuation. */
export function wordsOf(text: string): string[] {
  const segments = SEGMENTER.segment(text.normalize('NFKC').toLowerCase());
  return Array.from(segments).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}
