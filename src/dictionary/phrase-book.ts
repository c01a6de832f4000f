// The English-Chinese phrase book in its compact form: English words and phrases, by their stems, and what they become.
import { bytesOf, lineOf, NEWLINE, TAB, textBetween } from './sorted-lines.ts';

export interface PhraseBook {
  /** The folded Chinese translations of one stem or of several side by side, the commonest first; [] where unknown. */
  translationsOf(stems: readonly string[]): readonly string[];
}

/** Of lines "stem stem TAB translation,translation" in the order of their stems; each ends with a newline. */
export function openPhraseBook(source: string | Uint8Array): PhraseBook {
  const bytes = bytesOf(source);
  return {
    translationsOf: (stems) => {
      const line = lineOf(stems.join(' '), { bytes, from: 0 });
      if (line < 0) return [];
      const start = bytes.indexOf(TAB, line) + 1;
      return textBetween(bytes, start, bytes.indexOf(NEWLINE, start)).split(',');
    },
  };
}
