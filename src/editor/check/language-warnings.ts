// A text in a language or script that the search knows nothing of: what is missing for it, and what helps.
import type { Warning } from './warning.ts';

/** Share of the letters from which on a script is no mere quotation. */
const TELLING_SHARE = 0.1;
/** Letters of neither Latin nor Chinese script. */
const FOREIGN = /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]/gu;
const LETTER = /\p{L}/gu;
const MISSING =
  'no stems (each form of a word is a word of its own), no question words, no light words and no dictionary';
const HELP = 'A list of questions, a lexicon and a translation help.';

export interface InterviewText {
  readonly name: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

export function languageWarnings({ name, text, language }: InterviewText): readonly Warning[] {
  const warn = (line: number, what: string): Warning => {
    return { file: name, line, kind: 'unknown-language', what, mend: HELP };
  };
  const lines = text.split(/\r\n|\n|\r/);
  if (!/^(?:zh|en)(?:-|$)/i.test(language)) {
    const line = lines.findIndex((own) => own.startsWith('language:')) + 1;
    return [warn(line, `Nothing is known of the language “${language}”: ${MISSING}.`)];
  }
  const foreign = count(text, FOREIGN);
  if (foreign <= count(text, LETTER) * TELLING_SHARE) return [];
  const line = lines.findIndex((own) => own.search(FOREIGN) !== -1) + 1;
  return [warn(line, `Much of the text is in a script that nothing is known of: ${MISSING}.`)];
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _letter of text.matchAll(pattern)) found += 1;
  return found;
}
