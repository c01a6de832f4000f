// Numbers of a question as the collection writes them: 3轨 is read as 三轨 where the text has that, and the other way round.
import { chineseNumber, inChinese, NUMERALS } from '../../language/chinese-numerals.ts';
import { cardinalFor, cardinalOf } from '../../language/numerals.ts';
import { BREAK, isIdeograph, type Token, tokenise } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import { knownUnits } from './concepts.ts';

/** A number of the question: its tokens from `start` to `end` (not included). */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/** Figures beyond that are rarely written in words. */
const MOST_FIGURES = 8;

function numberAt(tokens: readonly Token[], start: number): Found | undefined {
  const { term = BREAK } = tokens[start] ?? {};
  if (!isIdeograph(term)) {
    const number = /^\d+$/.test(term) && term.length <= MOST_FIGURES ? Number(term) : cardinalOf(term);
    return number === undefined ? undefined : { start, end: start + 1, number };
  }
  let end = start;
  while (end < tokens.length && tokens[end]?.term && NUMERALS.includes(tokens[end]?.term ?? ' ')) end += 1;
  const terms = tokens.slice(start, end).map((token) => token.term);
  const number = chineseNumber(terms.join(''));
  // "One" rarely counts: 一点, 哪一年. 第一 does.
  const counts = number !== 1 || tokens[start - 1]?.term === '第';
  return number === undefined || !counts ? undefined : { start, end, number };
}

function numbersIn(tokens: readonly Token[]): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const own = numberAt(tokens, at);
    if (own === undefined) continue;
    found.push(own);
    at = own.end - 1;
  }
  return found;
}

function termsOf(text: string) {
  return tokenise(text).map(({ term }) => term);
}

/** Whether the collection has a number written so, beside what stands before or behind it in the question. */
function isHeld(index: SearchIndex, tokens: readonly Token[], { start, end }: Found, way: string): boolean {
  const own = termsOf(way);
  const before = tokens[start - 1]?.term || undefined;
  const behind = tokens[end]?.term || undefined;
  return (
    (behind !== undefined && knownUnits(index, [...own, behind]) !== undefined) ||
    (before !== undefined && knownUnits(index, [before, ...own]) !== undefined)
  );
}

/** A folded question with its numbers as the collection writes them beside the same words; the rest stay as typed. */
export function numbersAsHeld(
  index: SearchIndex,
  { text: folded, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
): string {
  return numbersIn(tokens).reduceRight((text, found) => {
    const [first, last] = [tokens[found.start], tokens[found.end - 1]];
    if (!first || !last) return text;
    const end = last.start + last.word.length;
    const { number } = found;
    const typed = folded.slice(first.start, end);
    const ways = [typed, String(number), ...inChinese(number), cardinalFor(number) ?? typed];
    const held = ways.find((way) => isHeld(index, tokens, found, way)) ?? typed;
    return text.slice(0, first.start) + held + text.slice(end);
  }, folded);
}
