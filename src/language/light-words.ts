// Words that carry a question without saying what it is about; a sentence need not have them to answer it.

import { ENGLISH_LIGHT } from './light-words-en.ts';
import { CHINESE_LIGHT } from './light-words-zh.ts';
import type { Range } from './question-words.ts';

const LIGHT = new RegExp(`${CHINESE_LIGHT}|\\b(?:${ENGLISH_LIGHT})\\b`, 'g');

/** Where light words stand in a folded question. */
export function lightWords(folded: string): readonly Range[] {
  return [...folded.matchAll(LIGHT)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The folded question with its light words blanked out. */
export function withoutLightWords(folded: string): string {
  return folded.replace(LIGHT, ' ');
}
