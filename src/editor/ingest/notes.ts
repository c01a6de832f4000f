// Footnotes: where a list of them stands below the text, or below a page's, it is set apart with its marks taken out of the text; a
// mark without one is said.
import { literally } from '../../language/fold.ts';
import type { Block, Reading, Remark } from './block.ts';
import type { Line } from './text-lines.ts';

export const FOOTNOTE = 'a footnote';

const HEADING =
  /^[[【〔(（*_\s]*(?:注释|註釋|注解|註解|注|註|脚注|腳註|尾注|尾註|附注|附註|参考资料|參考資料|参考文献|參考文獻|notes?|footnotes?|endnotes?|references?)[\]】〕)）*_\s]*[:：]?[*_\s]*$/i;
/** How a note opens: `[1]`, `〔1〕`, `①`, `¹`, `注1：`, `(1)`, `†`; `1.` below a heading only. */
const OPENINGS: readonly { readonly form: RegExp; readonly isPlain: boolean }[] = [
  { form: /^([[［〔【]\s?(?:注|註|note )?\d{1,3}\s?[\]］〕】])/iu, isPlain: false },
  { form: /^([①-⑳])/u, isPlain: false },
  { form: /^([¹²³⁰⁴-⁹]{1,3})/u, isPlain: false },
  { form: /^((?:注|註)\s?(?:\d{1,3}|[①-⑳]|[一二三四五六七八九十]{1,2}))\s?[:：、.]/u, isPlain: false },
  { form: /^([*＊]{1,3}|[†‡§])\s?(?=\S)/u, isPlain: false },
  { form: /^([(（]\s?\d{1,3}\s?[)）])/u, isPlain: true },
  { form: /^(\d{1,3})\s?[.、:：)\s]\s?/u, isPlain: true },
];
/** Share of the blocks above which no list of notes stands. */
const BELOW = 0.3;

interface Note {
  /** Index of its block. */
  readonly at: number;
  readonly mark: string;
}

/** A reading whose footnotes are set apart, and whose text has their marks no more. */
export function withoutNotes(reading: Reading): Reading {
  const { blocks } = reading;
  const { notes, heading } = listOf(blocks);
  const first = notes[0]?.at ?? blocks.length;
  const raised = raisedAbove(blocks, first);
  const isList = notes.length > 0 || blocks.some(({ aside }) => aside === FOOTNOTE);
  const marks = notes.map(({ mark }) => mark);
  if (!isList || !(heading || raised || marks.every((mark) => stands(mark, blocks, first)))) {
    return { ...reading, unsure: [...reading.unsure, ...loneMarks(blocks)] };
  }
  const own = new Set(notes.map(({ at }) => at));
  const from = heading ? first - 1 : first;
  const last = notes.at(-1)?.at ?? -1;
  const shown = blocks.map((block, at) => {
    if (at >= from && at <= last && block.aside === undefined) return { ...block, aside: FOOTNOTE };
    return own.has(at) ? block : withoutMarks(block, marks);
  });
  return { ...reading, blocks: shown };
}

/** The notes, from the first that opens as one to the last; nothing but notes and their further paragraphs stands there. */
function listOf(blocks: readonly Block[]): { readonly notes: readonly Note[]; readonly heading: boolean } {
  const below = Math.floor(blocks.length * BELOW);
  const headed = blocks.findLastIndex(
    ({ text }, at) => at >= below && text.length < 20 && HEADING.test(text),
  );
  const heading = headed !== -1 && openingOf(blocks[headed + 1]?.text ?? '', true) !== undefined;
  if (heading) return { notes: runFrom(headed + 1, blocks, true), heading };
  const start = blocks.findIndex(({ text, aside }, at) => {
    const mark = at >= below && aside === undefined ? openingOf(text, false) : undefined;
    return mark !== undefined && stands(mark, blocks, at);
  });
  return { notes: start === -1 ? [] : runFrom(start, blocks, false), heading: false };
}

/** With what a note may open; most blocks are known by their first character to be none. */
const MAY_OPEN = /^[[［〔【①-⑳¹²³⁰⁴-⁹注註*＊†‡§(（\dNn]/u;

function openingOf(text: string, isHeaded: boolean): string | undefined {
  if (!MAY_OPEN.test(text)) return undefined;
  const forms = OPENINGS.filter(({ isPlain }) => isHeaded || !isPlain);
  return forms.map(({ form }) => form.exec(text)?.[1]).find((mark) => mark !== undefined);
}

/** Blocks that a note may go on for. */
const MOST_FURTHER = 2;

function runFrom(start: number, blocks: readonly Block[], isHeaded: boolean): readonly Note[] {
  const notes: Note[] = [];
  let further = 0;
  for (let at = start; at < blocks.length && further <= MOST_FURTHER; at += 1) {
    const mark = openingOf(blocks[at]?.text ?? '', isHeaded);
    if (mark === undefined) further += 1;
    else {
      notes.push({ at, mark });
      further = 0;
    }
    if (mark === undefined && blocks[at]?.box !== blocks[start]?.box) break;
  }
  return notes;
}

/** What may stand right before a mark. */
const BEHIND = String.raw`(?<=[\p{L}\p{N}.,;:!?”’"'」』》〉。，、；：！？）)\]％%]\s?)`;

/** Every form in which the text may have the mark of a note. */
function patternOf(mark: string): RegExp {
  const [number] = /\d{1,3}/.exec(mark) ?? [];
  const own = literally(mark);
  if (number === undefined) return new RegExp(`${BEHIND}\\s?[（(]?${own}[)）]?(?![*＊])`, 'u');
  const raised = Array.from(number, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('');
  const bracketed = String.raw`[[［〔【]\s?(?:注|註|note )?${number}\s?[\]］〕】]`;
  const noted = String.raw`[（(]?[注註]\s?${number}[)）]?(?!\d)`;
  return new RegExp(`${BEHIND}\\s?(?:${bracketed}|${raised}|${noted})`, 'iu');
}

function stands(mark: string, blocks: readonly Block[], end: number): boolean {
  const pattern = patternOf(mark);
  return blocks.slice(0, end).some(({ text }) => pattern.test(text));
}

function raisedAbove(blocks: readonly Block[], end: number): boolean {
  return blocks.slice(0, end).some(({ raised }) => raised !== undefined);
}

function withoutMarks(block: Block, marks: readonly string[]): Block {
  const bare = (block.raised ?? []).toReversed().reduce(cut, block);
  return marks.reduce((own, mark) => {
    const found = patternOf(mark).exec(own.text);
    return found ? cut(own, [found.index, found.index + found[0].length]) : own;
  }, bare);
}

/** Without a range of its text, in UTF-16 units. */
export function cut(block: Block, [from, to]: readonly [number, number]): Block {
  const within = (end: number) => end - Math.max(0, Math.min(end, to) - Math.min(end, from));
  const { raised: _, lead, ...rest } = block;
  return {
    ...rest,
    text: block.text.slice(0, from) + block.text.slice(to),
    boldLead: within(block.boldLead),
    ...(lead === undefined ? {} : { lead: within(lead) }),
  };
}

const LONE =
  /(?<=[\p{L}.,;!?”’」』》。，；！？])(?:\[\d{1,3}\]|〔\d{1,3}〕|\^\d{1,3}(?!\d)|[¹²³⁴-⁹](?![\p{L}\d/]))(?!\()/u;
const MAY_HOLD = /[[〔^¹²³⁴-⁹]/;
/** Letters behind which a raised figure is a unit. */
const UNIT = /(?:\b[kcdm]?m|\bkm|\bx|[米里])$/u;

/** What looks like the mark of a note that is not there: kept, and said. */
function loneMarks(blocks: readonly Block[]): readonly Remark[] {
  return blocks.flatMap(({ text, line, aside, links }) => {
    const found = aside === undefined && links < 0.5 && MAY_HOLD.test(text) ? LONE.exec(text) : null;
    if (!found || UNIT.test(text.slice(0, found.index))) return [];
    return [{ line, what: `“${found[0]}” looks like the mark of a note that is not there: it is kept` }];
  });
}

const AT_FOOT = 'a note at a page’s foot';
const LINE = /^\s*[_—–―-]{5,}\s*$/u;
const NOTE_MARK = /^\s*(\*{1,3}|†|‡|§|[①-⑳]|[¹²³⁴-⁹]{1,2}|[[〔（(]?\d{1,2}[\])〕）]?\.?)\s*(?=\S)/u;

/** Lines from a note's mark to the page's edge right below; the marks that the text has for them are returned. */
export function notesAbove(
  lines: readonly Line[],
  reasons: Map<number, string>,
): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  const edges = [...reasons.keys(), ...lines.flatMap(({ opensPage }, at) => (opensPage ? [at] : []))];
  for (const edge of [...edges, lines.length]) {
    const top = topOfNotes(edge, lines, reasons);
    if (top === undefined) continue;
    for (let at = top; at < edge; at += 1) {
      const mark = NOTE_MARK.exec(lines[at]?.text ?? '')?.[1];
      if (mark !== undefined) marks.set(lines[at]?.line ?? 0, mark.replace(/\.$/, ''));
      if (!reasons.has(at)) reasons.set(at, AT_FOOT);
    }
  }
  return marks;
}

/** Lines that notes may take on a page. */
const MOST_NOTES = 12;

/** Index of the rule above the notes that end at `edge`; without a rule, of a note whose mark is no number. */
function topOfNotes(
  edge: number,
  lines: readonly Line[],
  reasons: ReadonlyMap<number, string>,
): number | undefined {
  for (let at = edge - 1; at >= Math.max(0, edge - MOST_NOTES); at -= 1) {
    if (reasons.has(at)) return undefined;
    const text = lines[at]?.text ?? '';
    const below = lines.slice(at + 1, edge).find((line) => line.text !== '')?.text ?? '';
    if (LINE.test(text)) return NOTE_MARK.test(below) ? at : undefined;
    if (/^\s*[*†‡]{1,3}\s?\S/u.test(text) && edge < lines.length && lines[at - 1]?.text === '') return at;
  }
  return undefined;
}

/** The mark of each note is taken out of the text above it, where it stands right behind a word. */
export function withoutPageMarks(
  lines: readonly Line[],
  marks: ReadonlyMap<number, string>,
): readonly Line[] {
  const shownLines = [...lines];
  for (const [note, mark] of marks) {
    const pattern = new RegExp(
      `(?<=[\\p{L}.,;:!?”’"」』》。，！？）)])${mark.replace(/[*[\]().]/g, '\\$&')}(?![\\p{L}\\d*])`,
      'u',
    );
    const at = shownLines.findLastIndex(({ text, line }) => line < note && pattern.test(text));
    const found = shownLines[at];
    if (found) shownLines[at] = { ...found, text: found.text.replace(pattern, '') };
  }
  return shownLines;
}
