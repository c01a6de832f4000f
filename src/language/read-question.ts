// Reading a question: its tokens, which of them only ask or only carry the question, and how far each stands from the
// nearest question word.
import {
  isEnglishQuestionWord,
  isInterrogative,
  markLightWords,
  markQuestionWords,
} from './question-words.ts';
import { BREAK, type Token, tokenise } from './tokenise.ts';

export interface ReadToken extends Token {
  /** Asks, and says nothing of what it is about. */
  readonly isAsking: boolean;
  /** Carries the question without saying what it is about. */
  readonly isLight: boolean;
  /** Terms between this one and the nearest question word: the nearer, the closer to what is asked for. */
  readonly distance: number;
}

/** The distance of every term where no question word stands, and of punctuation. */
export const FAR = 99;

/** For each token the number of terms between it and the nearest that asks. */
function distancesTo(asks: Uint8Array, tokens: readonly Token[]): Uint8Array {
  const distances = new Uint8Array(tokens.length).fill(FAR);
  if (!asks.includes(1)) return distances;
  const sweep = (first: number, step: 1 | -1) => {
    let since = FAR + 1;
    for (let at = first; at >= 0 && at < tokens.length; at += step) {
      if (tokens[at]?.term === BREAK) continue;
      since = asks[at] === 1 ? 0 : Math.min(FAR + 1, since + 1);
      distances[at] = Math.min(distances[at] ?? FAR, Math.max(0, since - 1));
    }
  };
  sweep(0, 1);
  sweep(tokens.length - 1, -1);
  return distances;
}

/** The tokens of a folded question, in order. */
export function readQuestion(folded: string): readonly ReadToken[] {
  const inQuestionWord = markQuestionWords(folded);
  const inLightWord = markLightWords(folded);
  const tokens = tokenise(folded);
  const asks = Uint8Array.from(tokens, ({ word, start }) =>
    inQuestionWord[start] === 1 || isInterrogative(word) ? 1 : 0,
  );
  const distances = distancesTo(asks, tokens);
  // Without a spread: every wording of the lists is read so.
  return tokens.map(({ term, word, start }, at) => ({
    term,
    word,
    start,
    isAsking: inQuestionWord[start] === 1 || isEnglishQuestionWord(word),
    isLight: inLightWord[start] === 1,
    distance: distances[at] ?? FAR,
  }));
}
