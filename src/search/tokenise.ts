// Tokenising: a folded text becomes its terms in order, one for each ideograph, stemmed word and number, with BREAK where
// punctuation stands. No dictionary is asked: Chinese words are met as runs of characters when a question is compared.

import { stem } from './stem.ts';

/** Stands for punctuation: nothing that spans it counts as one phrase. */
export const BREAK = '';

export interface Token {
  readonly term: string;
  /** The folded word before stemming. */
  readonly word: string;
  /** Where it begins in the folded text, in UTF-16 code units. */
  readonly start: number;
}

const CODE_UNITS = 65_536;
const UNKNOWN = 255;
/** What a code unit is to the tokeniser. */
const KIND = { mark: 0, ideograph: 1, letter: 2, digit: 3, space: 4 } as const;
const kinds = new Uint8Array(CODE_UNITS).fill(UNKNOWN);

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー〇]/u;
const RARE_IDEOGRAPH_LEAD = { first: 0xd840, last: 0xd888 };
const APOSTROPHES = "'’";
/** A space or a joining mark does not part a phrase: "machine-learning" and "machine learning" are one. */
const JOINERS = `-${APOSTROPHES}`;

function classify(code: number): number {
  if (code >= RARE_IDEOGRAPH_LEAD.first && code <= RARE_IDEOGRAPH_LEAD.last) return KIND.ideograph;
  const character = String.fromCharCode(code);
  if (IDEOGRAPH.test(character)) return KIND.ideograph;
  if (/\p{Nd}/u.test(character)) return KIND.digit;
  if (/[\p{L}\p{M}]/u.test(character)) return KIND.letter;
  return /\s/.test(character) || JOINERS.includes(character) ? KIND.space : KIND.mark;
}

function kindAt(text: string, at: number): number {
  if (at >= text.length) return KIND.mark;
  const code = text.charCodeAt(at);
  const known = kinds[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const kind = classify(code);
  kinds[code] = kind;
  return kind;
}

function isRareIdeograph(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= RARE_IDEOGRAPH_LEAD.first && code <= RARE_IDEOGRAPH_LEAD.last;
}

/** The end of a run of letters; an apostrophe between letters belongs to it. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (
    kindAt(text, end) === KIND.letter ||
    (APOSTROPHES.includes(text.charAt(end)) && kindAt(text, end + 1) === KIND.letter && end < text.length)
  ) {
    end += 1;
  }
  if (end > start + 1) return end;
  if (text.startsWith('++', end)) return end + 2;
  return text.charAt(end) === '#' ? end + 1 : end;
}

/** The end of a number: a decimal point and a grouping comma belong to it when digits follow (three after a comma). */
function numberEnd(text: string, start: number): number {
  let end = start + 1;
  for (;;) {
    if (kindAt(text, end) === KIND.digit) end += 1;
    else if (text.charAt(end) === '.' && kindAt(text, end + 1) === KIND.digit) end += 2;
    else if (text.charAt(end) === ',' && /^\d{3}(?!\d)/.test(text.slice(end + 1, end + 5))) end += 4;
    else return end;
  }
}

function plainNumber(digits: string): string {
  return digits.replaceAll(',', '').replace(/^0+(?=\d)/, '');
}

/** The tokens of a folded text. Digits and letters part, so that covid19, covid-19 and covid 19 are the same two. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    let end = at + 1;
    if (kind === KIND.ideograph) {
      end = isRareIdeograph(text, at) ? at + 2 : at + 1;
      const character = text.slice(at, end);
      tokens.push({ term: character, word: character, start: at });
    } else if (kind === KIND.letter) {
      end = wordEnd(text, at);
      const word = text.slice(at, end);
      tokens.push({ term: stem(word), word, start: at });
    } else if (kind === KIND.digit) {
      end = numberEnd(text, at);
      const number = plainNumber(text.slice(at, end));
      tokens.push({ term: number, word: number, start: at });
    } else if (kind === KIND.mark && tokens.at(-1)?.term !== BREAK) {
      tokens.push({ term: BREAK, word: BREAK, start: at });
    }
    at = end;
  }
  return tokens;
}

/** Whether a term is an ideograph (one character of a Chinese word), not a word or a number. */
export function isIdeograph(term: string): boolean {
  return term !== BREAK && kindAt(term, 0) === KIND.ideograph;
}
