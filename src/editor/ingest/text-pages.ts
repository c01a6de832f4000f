// What a text that was copied out of a PDF has of its pages: their numbers, the lines at their heads and feet, notes below a rule.
// All of it is left out and told, so that a sentence goes on over the page's edge.
import { fold } from '../../language/fold.ts';
import { endsAsSentence, type LeftOut, widthOf } from './block.ts';
import { breaksOffInHan } from './joining.ts';
import { isPageNumber } from './junk.ts';
import { notesAbove, withoutPageMarks } from './notes.ts';
import type { Line } from './text-lines.ts';

const NUMBER = 'a page number';
const RUNNING = 'a line at a page’s head or foot';

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
}

/** `AURELIO VESTERGAARD        213`, `12 | The Saltmarsh Review`: the words stand there again with a higher number, or elsewhere alone. */
function numberedHeads(lines: readonly Line[]): readonly number[] {
  const all = lines.flatMap(({ text }, at): readonly Numbered[] => {
    const [, first, behind, before, last] =
      /^\s*(?:(\d{1,4})(?:\s{2,}|\s*[|｜·•/]\s*|\t)(\S.*)|(\S.*?)(?:\s{2,}|\s*[|｜·•]\s*|\t)(\d{1,4}))\s*$/u.exec(
        text,
      ) ?? [];
    const words = fold(behind ?? before ?? '').trim();
    if (words === '' || widthOf(text.trim()) > WIDEST || !/\p{L}/u.test(words)) return [];
    return [{ at, number: Number(first ?? last), words }];
  });
  const alone = new Set(lines.map(({ text }) => fold(text).trim()));
  const rising = new Set<Numbered>();
  const latest = new Map<string, Numbered>();
  for (const [index, own] of all.entries()) {
    for (const before of [latest.get(own.words), all[index - 1]]) {
      const pages = before === undefined ? 0 : own.number - before.number;
      if (before && (before.words === own.words ? pages > 0 : pages === 1)) rising.add(before).add(own);
    }
    latest.set(own.words, own);
  }
  return all
    .filter((own) => rising.has(own) || (alone.has(own.words) && own.words.length > 3))
    .map(({ at }) => at);
}

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
    return (
      reasons.has(index) || lines[index]?.opensPage === true || (step === -1 && lines[at]?.opensPage === true)
    );
  });
}

/** Lines that are the same but for their digits: beside a page's edge, or within sentences; a label never stands there. */
function repeatedHeads(lines: readonly Line[], reasons: ReadonlyMap<number, string>): readonly number[] {
  const repeated = [...placesOf(lines, reasons).values()].filter(({ length }) => length > 1);
  const apart = new Set([...reasons.keys(), ...repeated.flat()]);
  return repeated.filter((own) => isHead(own, lines, { reasons, apart })).flat();
}

function placesOf(
  lines: readonly Line[],
  reasons: ReadonlyMap<number, string>,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { text }] of lines.entries()) {
    if (text.trim() === '' || reasons.has(at) || widthOf(text) > WIDEST || !/\p{L}/u.test(text)) continue;
    const key = fold(text).trim().replace(/\d+/g, '#').replace(/\s+/g, ' ');
    const own = places.get(key);
    if (own) own.push(at);
    else places.set(key, [at]);
  }
  return places;
}

/** Share of its places that must be at edges, or within sentences. */
const AT_EDGES = 0.9;
const IN_SENTENCES = 0.3;

function isHead(
  own: readonly number[],
  lines: readonly Line[],
  { reasons, apart }: { readonly reasons: ReadonlyMap<number, string>; readonly apart: ReadonlySet<number> },
): boolean {
  const numbers = own.map((at) => /(\d{1,3}) ?[/／] ?\d{1,3}$/.exec(lines[at]?.text ?? '')?.[1]);
  if (
    numbers.every(
      (number, at) => number !== undefined && (at === 0 || Number(number) > Number(numbers[at - 1])),
    )
  )
    return true;
  const atEdge = own.filter((at) => isBeside(at, lines, reasons)).length;
  // A refrain stands within its verse.
  const isApart = own.every((at) =>
    [at - 1, at + 1].some((next) => lines[next]?.text === '' || reasons.has(next)),
  );
  const within = isApart ? own.filter((at) => isWithinSentence(at, lines, apart)).length : 0;
  return atEdge >= own.length * AT_EDGES || within >= Math.max(1, own.length * IN_SENTENCES);
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

/** Above, a full line breaks off, and below a sentence goes on. */
function isWithinSentence(at: number, lines: readonly Line[], apart: Known): boolean {
  const [before, after] = [neighbour(lines, at, -1, apart), neighbour(lines, at, 1, apart)];
  if (before === undefined || after === undefined) return false;
  const above = lines[before]?.text ?? '';
  const below = lines[after]?.text.trim() ?? '';
  const isFull = widthOf(above) > 24 && widthOf(above) >= widthOf(lines[before - 1]?.text ?? '') * 0.8;
  const goesOn =
    /^[\p{Ll},;，、；。]/u.test(below) || (breaksOffInHan(above) && /^\p{Script=Han}/u.test(below));
  return !endsAsSentence(above) && isFull && goesOn;
}
