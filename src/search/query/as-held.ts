// A question as the collection writes it: its numbers (3轨 is read as 三轨 where the text has that, and the other way round).
import { type Numeral, numeralsIn } from '../../language/numerals.ts';
import { type Token, tokenise } from '../../language/tokenise.ts';
import { waysToWrite } from '../../language/written-numbers.ts';
import type { SearchIndex } from '../index/index.ts';
import { knownUnits } from './concepts.ts';

/** A number with its place in the text, in UTF-16 units, and the ways in which it may be written: as typed first. */
interface Written extends Numeral {
  readonly place: number;
  readonly ways: readonly { readonly text: string; readonly terms: readonly string[] }[];
}

/** Of a question, which every interview is asked with. */
const writtenIn = new WeakMap<readonly Token[], readonly Written[]>();

function numbersWritten(folded: string, tokens: readonly Token[]): readonly Written[] {
  const known = writtenIn.get(tokens) ?? numeralsIn(tokens).map((found) => waysOf(folded, tokens, found));
  writtenIn.set(tokens, known);
  return known;
}

function waysOf(folded: string, tokens: readonly Token[], found: Numeral): Written {
  const place = tokens[found.start]?.start ?? 0;
  const last = tokens[found.end - 1];
  const typed = folded.slice(place, last && last.start + last.word.length);
  const ways = [typed, ...waysToWrite(found)];
  return {
    ...found,
    place,
    ways: ways.map((text) => ({ text, terms: tokenise(text).map(({ term }) => term) })),
  };
}

/** Whether the collection has a number written so, beside what stands before or behind it in the question. */
function isHeld(
  index: SearchIndex,
  tokens: readonly Token[],
  { start, end, terms }: Pick<Numeral, 'start' | 'end'> & { readonly terms: readonly string[] },
): boolean {
  const before = tokens[start - 1]?.term || undefined;
  const behind = tokens[end]?.term || undefined;
  return (
    (behind !== undefined && knownUnits(index, [...terms, behind]) !== undefined) ||
    (before !== undefined && knownUnits(index, [before, ...terms]) !== undefined)
  );
}

/** A number from which on it tells by itself what is meant; a smaller one stands in any text. */
const TELLING = 100;

/** A folded question with its numbers as the collection writes them, if it can be beside the same words. */
export function numbersAsHeld(
  index: SearchIndex,
  { text: folded, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
): string {
  const numbers = numbersWritten(folded, tokens);
  if (numbers.length === 0) return folded;
  const replacements = numbers.map(({ start, end, number, place, ways }) => {
    const typed = ways[0]?.text ?? '';
    const beside = ways.find(({ terms }) => isHeld(index, tokens, { start, end, terms }));
    const stands = ({ terms }: Written['ways'][number]) => knownUnits(index, terms) !== undefined;
    const read = beside ?? (number >= TELLING ? ways.find(stands) : undefined);
    return { start: place, typed, read: read?.text ?? typed };
  });
  return withReplaced(folded, replacements);
}

/** What was typed from a place on, in UTF-16 units, and what is read in its place. */
export interface Replacement {
  readonly start: number;
  readonly typed: string;
  readonly read: string;
}

/** From behind, so that the places before stay where they are. */
export function withReplaced(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduceRight(
    (own, { start, typed, read }) => own.slice(0, start) + read + own.slice(start + typed.length),
    text,
  );
}
