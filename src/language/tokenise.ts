// Tokenising: a folded text becomes its terms in order, one for each ideograph, stemmed word and number, with BREAK where
// punctuation stands. No dictionary is asked: Chinese words are met as runs of characters when a question is compared.
import { stem as stemOf } from 'porter2';
import { stemmer } from 'stemmer';
import forms from './english-forms.json' with { type: 'json' };

/** A row of "a|b|c" after another. */
function itemsOf(rows: readonly string[]) {
  return rows.flatMap((row) => row.split('|'));
}

function pairsIn(rows: readonly string[], between: string) {
  return itemsOf(rows).map((item) => item.split(between) as [string, string]);
}

/** Forms that no suffix rule finds: each group's first word stands for the rest. */
const baseOf = new Map(
  itemsOf(forms.irregular).flatMap((group) => {
    const [base = '', ...others] = group.split(' ');
    return others.map((form): [string, string] => [form, base]);
  }),
);

/** Words with a term of their own; a hyphen stands for any ending. */
const ownTerms = new Map(
  pairsIn(forms.apart, '=').flatMap(([term, words]) =>
    words.split(' ').map((word): [string, string] => [word, term]),
  ),
);
/** Forms that are words of their own as often, and their bases: each by the other. */
const otherForms = new Map(
  pairsIn(forms.ambiguous, ' ').flatMap(([form, base]) => [
    [form, base],
    [base, form],
  ]),
);
const americanOf = new Map(pairsIn(forms.american, ' '));
const neverIze = new Set(forms.neverIze.join(' ').split(' '));

/** Letters of the shortest beginning in the tables. */
const SHORTEST_BEGINNING = 2;
const POSSESSIVE_OR_CONTRACTION = /['’](?:s|m|re|ve|ll|d)$/;
/** An ending in -ise that America writes with a z; after a vowel (raise), v or w (advise, wise) it is none. */
const ISE = /^(.*[^aeouvw])is(?=(?:e[sdr]?|ers|ing|ations?|ational|able)$)/;

/** The longest beginning of a word for which a table has something. */
function beginningIn<Found>(word: string, lookUp: (beginning: string) => Found | undefined) {
  for (let length = word.length; length >= SHORTEST_BEGINNING; length -= 1) {
    const found = lookUp(word.slice(0, length));
    if (found !== undefined) return { found, rest: word.slice(length) };
  }
  return undefined;
}

function american(word: string): string {
  const spelled = beginningIn(word, (beginning) => americanOf.get(beginning));
  if (spelled) return spelled.found + spelled.rest;
  const [, beginning] = ISE.exec(word) ?? [];
  return beginning === undefined || neverIze.has(`${beginning}ise`) ? word : word.replace(ISE, '$1iz');
}

function baseForm(word: string): string {
  const bare = word.replace(POSSESSIVE_OR_CONTRACTION, '').replace(/['’]/g, '');
  return baseOf.get(bare) ?? bare;
}

function termFor(word: string): string {
  const base = american(baseForm(word));
  if (!/^[a-z]+$/.test(base)) return base;
  return (
    ownTerms.get(base) ??
    beginningIn(base, (beginning) => ownTerms.get(`${beginning}-`))?.found ??
    stemOf(base)
  );
}

/** Terms are remembered for at most this many words, so that a stream of strange questions cannot fill the memory. */
const REMEMBERED_TERMS = 100_000;
const remembered = new Map<string, string>();

/**
 * The term of one lower-case word: its forms and spellings are one (sacks, sacked -> sack; wrote -> write; colour -> color),
 * and different words stay apart (important, imports). Snowball's English rules, with tables for what no rule knows. Words of
 * other scripts stay as they are.
 */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const result = termFor(word);
  if (remembered.size < REMEMBERED_TERMS) remembered.set(word, result);
  return result;
}

/** The base of a form that may be a word of its own, or such a form of a base; undefined for any other word. */
export function otherFormOf(word: string): string | undefined {
  return otherForms.get(word);
}

/** The stem by which the dictionary's files know a lower-case word: by Porter's first rules, which merge more. */
export function glossStem(word: string): string {
  return stemmer(baseForm(word));
}

/** All stems by which they may: those of either spelling. */
export function glossStems(word: string): readonly string[] {
  const base = baseForm(word);
  const spelled = american(base);
  return spelled === base ? [stemmer(base)] : [...new Set([stemmer(base), stemmer(spelled)])];
}

/** Stands for punctuation: nothing that spans it counts as one phrase. */
export const BREAK = '';

export interface Token {
  readonly term: string;
  /** The folded word before stemming. */
  readonly word: string;
  /** Where it begins in the folded text, in UTF-16 code units. */
  readonly start: number;
}

/** What a code unit is to the tokeniser. */
export const KIND = { mark: 0, ideograph: 1, letter: 2, digit: 3, space: 4 } as const;
export type CharacterKind = (typeof KIND)[keyof typeof KIND];

const CODE_UNITS = 65_536;
const UNKNOWN = 255;
const kinds = new Uint8Array(CODE_UNITS).fill(UNKNOWN);

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー〇]/u;
/** First halves of the surrogate pairs of rare Chinese characters. */
const RARE_IDEOGRAPH_LEAD = { first: 0xd840, last: 0xd888 };
const APOSTROPHES = "'’";
/** A space or a joining mark does not part a phrase: "machine-learning" and "machine learning" are one. */
const JOINERS = `-${APOSTROPHES}`;

function isRareIdeographLead(code: number): boolean {
  return code >= RARE_IDEOGRAPH_LEAD.first && code <= RARE_IDEOGRAPH_LEAD.last;
}

function classify(code: number): CharacterKind {
  const character = String.fromCharCode(code);
  if (isRareIdeographLead(code) || IDEOGRAPH.test(character)) return KIND.ideograph;
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

/** The end of a run of letters; an apostrophe between letters belongs to it, and so do the signs of C++ and C#. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (
    kindAt(text, end) === KIND.letter ||
    (end < text.length && APOSTROPHES.includes(text.charAt(end)) && kindAt(text, end + 1) === KIND.letter)
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

function endOf(text: string, start: number, kind: number): number {
  if (kind === KIND.letter) return wordEnd(text, start);
  if (kind === KIND.digit) return numberEnd(text, start);
  return kind === KIND.ideograph && isRareIdeographLead(text.charCodeAt(start)) ? start + 2 : start + 1;
}

/** Visits each ideograph, word, number and mark of a folded text. Digits and letters part: covid19 is covid 19. */
export function scan(text: string, visit: (kind: number, start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const end = endOf(text, at, kind);
    if (kind !== KIND.space) visit(kind, at, end);
    at = end;
  }
}

/** The term of a visited stretch: a word's stem, a number without its commas and leading zeros, or the ideograph. */
export function termOfKind(kind: number, word: string): string {
  if (kind === KIND.letter) return stem(word);
  if (kind === KIND.digit) return word.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  return kind === KIND.ideograph ? word : BREAK;
}

/** The tokens of a folded text; marks that follow one another are one BREAK. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  scan(text, (kind, start, end) => {
    const word = text.slice(start, end);
    if (kind !== KIND.mark) tokens.push({ term: termOfKind(kind, word), word, start });
    else if (tokens.at(-1)?.term !== BREAK) tokens.push({ term: BREAK, word: BREAK, start });
  });
  return tokens;
}

/** Whether a term is an ideograph (one character of a Chinese word), not a word or a number. */
export function isIdeograph(term: string): boolean {
  return term !== BREAK && kindAt(term, 0) === KIND.ideograph;
}
