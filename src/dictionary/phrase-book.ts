// The English-Chinese phrase book in its compact form: English words and phrases, by their stems, and what they become.
import { Numbers } from './numbers.ts';
import { placeOf, sorted } from './sorted-texts.ts';

export interface PhraseBook {
  /** The folded Chinese translations of one stem or of several side by side, the commonest first; [] where unknown. */
  translationsOf(stems: readonly string[]): readonly string[];
}

const ENTRIES_EXPECTED = 50_000;

function lineStarts(text: string): Int32Array {
  const starts = new Numbers(ENTRIES_EXPECTED);
  for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1) starts.push(at);
  return starts.toArray();
}

/** Parses lines "stem stem TAB translation,translation" in the order of their stems; each ends with a newline. */
export function parsePhraseBook(source: string | Uint8Array): PhraseBook {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const starts = lineStarts(text);
  const entries = sorted(
    starts.length,
    (place) => text.slice(starts[place], text.indexOf('\t', starts[place])),
    (place) => text.charCodeAt(starts[place] ?? 0),
  );
  return {
    translationsOf: (stems) => {
      const start = starts[placeOf(stems.join(' '), entries)];
      if (start === undefined) return [];
      return text.slice(text.indexOf('\t', start) + 1, text.indexOf('\n', start)).split(',');
    },
  };
}
