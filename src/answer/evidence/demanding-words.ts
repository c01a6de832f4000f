// Words that name a fact one can be asked for ("founder", "salary", "ticket"): a sentence without the word does not tell it.
import { ENGLISH_DEMANDS } from './demanding-words-en.ts';
import { CHINESE_DEMANDS } from './demanding-words-zh.ts';

const DEMANDING = new RegExp(`${CHINESE_DEMANDS}|\\b(?:${ENGLISH_DEMANDS})\\b`, 'g');

/** The demanding words of a folded question, in order. */
export function demandingWords(folded: string): readonly string[] {
  return folded.match(DEMANDING) ?? [];
}
