// Reading a question: its tokens, which of them only ask, and how far each stands from the nearest question word.

import { lightWords } from '../../language/light-words.ts';
import {
  chineseQuestionWords,
  isEnglishQuestionWord,
  isInterrogative,
} from '../../language/question-words.ts';
import { BREAK, tokenise } from '../../language/tokenise.ts';
import { NO_UNIT, type Vocabulary } from '../index/runs.ts';
import type { QueryToken } from './concepts.ts';
import { FAR } from './query.ts';

export interface ReadToken extends QueryToken {
  /** Carries the question without saying what it is about. */
  readonly isLight: boolean;
  readonly distance: number;
}

/** The unit of a term that neither a passage nor a wording holds. */
const UNKNOWN_UNIT = -1;

/** For each token the number of terms between it and the nearest that asks; FAR for breaks and where none does. */
function distancesTo(asks: readonly boolean[], isBreak: readonly boolean[]): readonly number[] {
  const distances: number[] = asks.map(() => FAR);
  const sweep = (first: number, step: 1 | -1) => {
    let since = FAR + 1;
    for (let at = first; at >= 0 && at < asks.length; at += step) {
      if (isBreak[at]) continue;
      since = asks[at] ? 0 : Math.min(FAR + 1, since + 1);
      distances[at] = Math.min(distances[at] ?? FAR, Math.max(0, since - 1));
    }
  };
  sweep(0, 1);
  sweep(asks.length - 1, -1);
  return distances;
}

export interface Reading {
  readonly vocabulary: Vocabulary;
  /** Whether light words are set aside like question words: where rarity cannot tell how little they say. */
  readonly dropsLight: boolean;
}

export function readQuestion(folded: string, { vocabulary, dropsLight }: Reading): readonly ReadToken[] {
  const inQuestionWord = new Uint8Array(folded.length);
  for (const { start, end } of chineseQuestionWords(folded)) inQuestionWord.fill(1, start, end);
  const inLightWord = new Uint8Array(folded.length);
  for (const { start, end } of lightWords(folded)) inLightWord.fill(1, start, end);
  const tokens = tokenise(folded);
  const distances = distancesTo(
    tokens.map(({ word, start }) => inQuestionWord[start] === 1 || isInterrogative(word)),
    tokens.map(({ term }) => term === BREAK),
  );
  return tokens.map((token, at) => ({
    term: token.term,
    word: token.word,
    start: token.start,
    unit: token.term === BREAK ? NO_UNIT : (vocabulary.get(token.term) ?? UNKNOWN_UNIT),
    isLight: inLightWord[token.start] === 1,
    dropped:
      inQuestionWord[token.start] === 1 ||
      (dropsLight && inLightWord[token.start] === 1) ||
      isEnglishQuestionWord(token.word),
    distance: distances[at] ?? FAR,
  }));
}
