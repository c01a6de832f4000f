// Stemming: the forms and spellings of an English word become one term (sacks, sacked -> sack; wrote -> write; colour ->
// color), and different words stay apart (important, imports). Snowball's English rules, with tables for what no rule knows.
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
const termOf = new Map(
  pairsIn(forms.apart, '=').flatMap(([term, words]) =>
    words.split(' ').map((word): [string, string] => [word, term]),
  ),
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
    termOf.get(base) ?? beginningIn(base, (beginning) => termOf.get(`${beginning}-`))?.found ?? stemOf(base)
  );
}

/** Terms are remembered for at most this many words, so that a stream of strange questions cannot fill the memory. */
const REMEMBERED_TERMS = 100_000;
const remembered = new Map<string, string>();

/** The term of one lower-case word; words of other scripts stay as they are. */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const result = termFor(word);
  if (remembered.size < REMEMBERED_TERMS) remembered.set(word, result);
  return result;
}

/** The stem by which the dictionary's files know a lower-case word: by Porter's first rules, which merge more. */
export function glossStem(word: string): string {
  return stemmer(baseForm(word));
}

/** All stems by which they may: those of either spelling. */
export function glossStems(word: string): readonly string[] {
  return [...new Set([glossStem(word), stemmer(american(baseForm(word)))])];
}
