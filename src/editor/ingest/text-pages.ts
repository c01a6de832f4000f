// What a text that was copied out of a PDF has of its pages: their numbers, the lines at their heads and feet, notes below a rule.
// All of it is left out and told, so that a sentence goes on over the page's edge.
import { fold } from '../../language/fold.ts';
import { endsAsSentence, type LeftOut, widthOf } from './block.ts';
import { goesOn } from './joining.ts';
import { isPageNumber } from './junk.ts';
import { notesAbove, withoutPageMarks } from './notes.ts';
import { arePages, areRising, isNumberAlone } from './numbers.ts';
import type { Line } from './text-lines.ts';

const NUMBER = 'a page number';
export const RUNNING = 'a line at a page’s head or foot';

/** Lines; a text may have a million blank ones. */
const FAR = 40;
/** Columns; a longer line is text. */
const WIDEST = 100;

export function withoutPages(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly leftOut: readonly LeftOut[];
} {
  const reasons = new Map<number, string>();
  for (const [at, { text }] of lines.entries()) if (isPageNumber(text.trim())) reasons.set(at, NUMBER);
  for (const at of numberedHeads(lines)) reasons.set(at, RUNNING);
  for (const at of bareNumbers(lines, reasons)) reasons.set(at, NUMBER);
  const marks = notesAbove(lines, reasons);
  for (let turn = 0; turn < 2; turn += 1)
    for (const at of repeatedHeads(lines, reasons)) reasons.set(at, RUNNING);
  for (const at of loneHeads(lines, reasons)) reasons.set(at, isNumber(lines[at]) ? NUMBER : RUNNING);
  return { lines: withoutPageMarks(shown(lines, reasons), marks), leftOut: leftOutOf(lines, reasons) };
}

function leftOutOf(lines: readonly Line[], reasons: ReadonlyMap<number, string>): readonly LeftOut[] {
  return [...reasons]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([at, reason]) => {
      const { text = '', line = 1 } = lines[at] ?? {};
      return text.trim() === '' ? [] : [{ line, text: text.trim(), reason }];
    });
}

/** With the blank lines around what is left out gone, and the next line said to open a page. */
function shown(lines: readonly Line[], reasons: ReadonlyMap<number, string>): readonly Line[] {
  const isEdge = (at: number) => reasons.has(at) || lines[at]?.opensPage === true;
  const kept: Line[] = [];
  for (const [at, line] of lines.entries()) {
    if (reasons.has(at)) continue;
    const before = neighbour(lines, at, -1, reasons);
    if (line.text === '') {
      if (!isBesideEdge(lines, at, isEdge)) kept.push(line);
    } else kept.push(isBetweenEdges(before, at, isEdge) ? { ...line, opensPage: true } : line);
  }
  return kept;
}

interface Known {
  readonly has: (at: number) => boolean;
}

/** Index of the next line with text that is kept. */
function neighbour(lines: readonly Line[], from: number, step: 1 | -1, reasons: Known): number | undefined {
  for (let at = from + step; at >= 0 && at < lines.length && Math.abs(at - from) <= FAR; at += step)
    if (lines[at]?.text !== '' && !reasons.has(at)) return at;
  return undefined;
}

function isBetweenEdges(before: number | undefined, at: number, isEdge: (at: number) => boolean): boolean {
  for (let index = (before ?? at) + 1; index <= at; index += 1) if (isEdge(index)) return true;
  return false;
}

function isBesideEdge(lines: readonly Line[], at: number, isEdge: (at: number) => boolean): boolean {
  return ([1, -1] as const).some((step) => {
    let index = at;
    while (lines[index]?.text === '' && !isEdge(index) && Math.abs(index - at) <= FAR) index += step;
    return isEdge(index) && lines[index] !== undefined;
  });
}

interface Numbered {
  readonly at: number;
  readonly number: number;
  readonly words: string;
  readonly isLoose: boolean;
}

/** `AURELIO VESTERGAARD        213`, `12 | The Saltmarsh Review`: the words stand there again with a higher number, or elsewhere alone. */
function numberedHeads(lines: readonly Line[]): readonly number[] {
  const all = lines.flatMap(({ text }, at): readonly Numbered[] => {
    const [, first, gap, behind, before, space, last] = NUMBERED.exec(text) ?? [];
    const words = fold(behind ?? before ?? '').trim();
    if (words === '' || widthOf(text.trim()) > WIDEST || !/\p{L}/u.test(words) || isNumberAlone(text))
      return [];
    return [{ at, number: Number(first ?? last), words, isLoose: (gap ?? space) === ' ' }];
  });
  const alone = new Set(lines.map(({ text }) => fold(text).trim()));
  const groups = new Map<string, Numbered[]>();
  for (const own of all) push(groups, own.words, own);
  const set = all.filter(({ isLoose }) => !isLoose);
  const found = set.filter(({ words }) => alone.has(words) && words.length > 3);
  // A speaker's number comes again, a page's never.
  for (const group of groups.values()) {
    const { fewest, step } = group.some(({ isLoose }) => isLoose) ? LOOSE : TIGHT;
    if (
      group.length >= fewest &&
      areRising(
        group.map(({ number }) => number),
        step,
      )
    )
      found.push(...group);
  }
  for (const [index, own] of set.entries()) {
    const next = set[index + 1];
    if (next && own.words !== next.words && next.number - own.number === 1) found.push(own, next);
  }
  return found.map(({ at }) => at);
}

function push<T>(groups: Map<string, T[]>, key: string, own: T): void {
  const group = groups.get(key);
  if (group) group.push(own);
  else groups.set(key, [own]);
}

const NUMBERED = /^\s*(?:(\d{1,4})(\s*[|｜·•/]\s*|\s+)(\S.*)|(\S.*?)(\s*[|｜·•]\s*|\s+)(\d{1,4}))\s*$/u;
const TIGHT = { fewest: 2, step: Number.POSITIVE_INFINITY };
/** Heads that a single space parts from their number; a sentence may end in one, too. */
const LOOSE = { fewest: 3, step: 2 };

/** Numbers that stand alone and rise from page to page, or stand beside what else a page's edge has. */
function bareNumbers(lines: readonly Line[], reasons: ReadonlyMap<number, string>): readonly number[] {
  const all = lines.flatMap(({ text }, at) => {
    const number = /^\s*(\d{1,4})\s*$/.exec(text)?.[1];
    return number === undefined ? [] : [{ at, number: Number(number) }];
  });
  const isRising = (own: (typeof all)[number], index: number) =>
    [all[index - 1], all[index + 1]].some((other) => {
      const [pages, places] = [(other?.number ?? own.number) - own.number, (other?.at ?? own.at) - own.at];
      return Math.abs(pages) >= 1 && Math.abs(pages) <= 3 && Math.sign(pages) === Math.sign(places);
    });
  const isEdge = ({ at }: { readonly at: number }) =>
    isBeside(at, lines, reasons) || isWithinSentence(at, lines, reasons);
  return all.filter((own, index) => isRising(own, index) || isEdge(own)).map(({ at }) => at);
}

/** Whether a page's edge is known right above or below, blank lines apart. */
function isBeside(at: number, lines: readonly Line[], reasons: ReadonlyMap<number, string>): boolean {
  return ([1, -1] as const).some((step) => {
    let index = at + step;
    while (lines[index]?.text === '' && lines[index]?.opensPage !== true && Math.abs(index - at) <= FAR)
      index += step;
    const isEdge = index < 0 || reasons.has(index) || lines[index]?.opensPage === true;
    return isEdge || (step === -1 && lines[at]?.opensPage === true);
  });
}

/** Lines that are the same but for their digits: beside a page's edge, or within sentences; a label never stands there. */
function repeatedHeads(lines: readonly Line[], reasons: ReadonlyMap<number, string>): readonly number[] {
  const repeated = [...placesOf(lines, reasons).values()].filter(({ length }) => length > 1);
  const apart = new Set([...reasons.keys(), ...repeated.flat()]);
  return repeated
    .filter((own) => isHead(own, lines, { reasons, apart }))
    .flat()
    .filter((at) => !isHeadline(at, lines));
}

/** On the first page it may be the article's own headline, unless it says more, or lines follow that no text goes on. */
function isHeadline(at: number, lines: readonly Line[]): boolean {
  const none = new Set<number>();
  if (neighbour(lines, at, -1, none) !== undefined) return false;
  const below = lines.slice(neighbour(lines, at, 1, none) ?? at, at + FAR);
  const own = below.slice(
    0,
    below.findIndex(({ text }) => text === ''),
  );
  const isFollowed =
    own.length > 0 && own.length <= MOST_HEADLINES && !own.some(({ text }) => endsAsSentence(text));
  return !/[\d《]/.test(lines[at]?.text ?? '') && !isFollowed;
}

/** A title, a subtitle and who wrote it. */
const MOST_HEADLINES = 3;

function placesOf(
  lines: readonly Line[],
  reasons: ReadonlyMap<number, string>,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { text }] of lines.entries()) {
    if (text.trim() === '' || reasons.has(at) || widthOf(text) > WIDEST || !/\p{L}/u.test(text)) continue;
    const key = fold(text).trim().replace(/\d+/g, '#').replace(/\s+/g, ' ');
    push(places, key, at);
  }
  return places;
}

/** Share of its places that must be at edges, or within sentences. */
const AT_EDGES = 0.9;
const IN_SENTENCES = 0.3;

const LABELLED = /^\s*(?:Q|A|问|答|問)\d{0,2}\s?[:：.]/u;

function isHead(
  own: readonly number[],
  lines: readonly Line[],
  { reasons, apart }: { readonly reasons: ReadonlyMap<number, string>; readonly apart: ReadonlySet<number> },
): boolean {
  const numbers = own.map((at) => Number(/(\d{1,3}) ?[/／] ?\d{1,3}$/.exec(lines[at]?.text ?? '')?.[1]));
  if (areRising(numbers, TIGHT.step)) return true;
  const atEdge = own.filter((at) => isBeside(at, lines, reasons)).length;
  // A refrain stands within its verse.
  const isApart = own.every((at) =>
    [at - 1, at + 1].some((next) => next < 0 || lines[next]?.text === '' || reasons.has(next)),
  );
  const within = isApart ? own.filter((at) => isWithinSentence(at, lines, apart)).length : 0;
  // No label stands right above another.
  const isLabelled = (at: number) => LABELLED.test(lines[at + 1]?.text ?? '');
  const over = isApart && own.length > 2 ? own.filter(isLabelled).length : 0;
  const least = arePages(own) ? 1 : Math.max(1, own.length * IN_SENTENCES);
  return atEdge >= own.length * AT_EDGES || within + over >= least;
}

/** A head that stands once, right behind a page's edge and apart from a sentence that goes on around it; and its number. */
function loneHeads(lines: readonly Line[], reasons: ReadonlyMap<number, string>): readonly number[] {
  return [...lines.keys()].flatMap((at) => {
    const { text = '', opensPage } = lines[at] ?? {};
    if (reasons.has(at) || widthOf(text) > WIDEST || !/\p{L}/u.test(text)) return [];
    const number = isNumber(lines[at - 1]) && !reasons.has(at - 1) ? [at - 1] : [];
    const isBehindEdge =
      opensPage === true || reasons.has(at - 1) || lines[at - 1]?.opensPage === true || number.length > 0;
    const isApart = lines[at + 1]?.text === '' || /\S\s{3,}\S/.test(text);
    const isHead = isApart && !/^\s*[\p{Ll},;，、；。]/u.test(text) && !endsAsSentence(text);
    const apart = { has: (index: number) => reasons.has(index) || number.includes(index) };
    return isBehindEdge && isHead && isWithinSentence(at, lines, apart) ? [...number, at] : [];
  });
}

function isNumber(line: Line | undefined): boolean {
  return /^\s*\d{1,4}\s*$/.test(line?.text ?? '');
}

function isWithinSentence(at: number, lines: readonly Line[], apart: Known): boolean {
  const [before, after] = [neighbour(lines, at, -1, apart), neighbour(lines, at, 1, apart)];
  if (before === undefined || after === undefined) return false;
  const [above, over] = [lines[before]?.text ?? '', lines[before - 1]?.text ?? ''];
  return goesOn(above, lines[after]?.text.trim() ?? '', over);
}
