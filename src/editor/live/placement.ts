// Where a question goes in a list as it stands, and how it is taken out again: all other bytes stay, whoever wrote them.
import { createHash } from 'node:crypto';
import { headingOf, openingOf, type Section } from '../../knowledge/interview.ts';
import { NOT_COVERED } from '../../knowledge/member-questions.ts';
import type { Inserted } from '../../wording/listing.ts';
import { PROPOSED, QUESTIONS_REMARK } from '../prepare/merge.ts';
import { sentenceMeant } from '../prepare/parts.ts';

export interface Place {
  /** Undefined: what the interview does not say. */
  readonly section: Section | undefined;
  readonly sentence?: number | undefined;
}

export interface Placed {
  readonly text: string;
  readonly heading: string;
  readonly inserted: Pick<Inserted, 'isNew' | 'length' | 'print' | 'line'>;
}

/** A line with its place in the text; `end` is '' where the file ends without one. */
interface Line {
  readonly start: number;
  readonly text: string;
  readonly end: string;
}

function linesOf(source: string): readonly Line[] {
  return [...source.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)]
    .map(({ index, 1: text = '', 2: end = '' }) => ({ start: index, text, end }))
    .filter(({ text, end }) => text !== '' || end !== '');
}

/** The list with one question more, below its part and sentence; the last of what is there. */
export function placeQuestion(source: string | undefined, question: string, place: Place): Placed {
  const heading = place.section ? headingOf(place.section) : NOT_COVERED;
  const lines = linesOf(source ?? '');
  const { after, added } = insertion(lines, { ...place, heading, question });
  const last = lines[after];
  const end = last?.end || lines.find((line) => line.end !== '')?.end || '\n';
  const at = last ? last.start + last.text.length + last.end.length : 0;
  // Below a last line without an end the file keeps having none.
  const inserted = added.map((line) => (last?.end === '' ? end + line : line + end)).join('');
  return {
    text: `${source?.slice(0, at) ?? ''}${inserted}${source?.slice(at) ?? ''}`,
    heading,
    inserted: {
      isNew: source === undefined,
      length: inserted.length,
      print: printOf(inserted),
      line: printOf(question),
    },
  };
}

interface Wanted extends Place {
  readonly heading: string;
  readonly question: string;
}

/** The lines that are added, and the place of the line that they follow. */
function insertion(lines: readonly Line[], wanted: Wanted) {
  const { heading, question, section, sentence } = wanted;
  const opening = section && sentence !== undefined ? openingOf(section, sentence) : undefined;
  const asked = opening === undefined ? [question] : [`> ${opening}`, question];
  const start = lines.findIndex((line) => wordsOf(line) === heading);
  const last = lines.length - 1;
  if (lines.length === 0) return { after: -1, added: [QUESTIONS_REMARK, '', heading, ...asked] };
  if (start === -1) {
    const apart = wordsOf(lines[last]) === '' ? [] : [''];
    return { after: last, added: [...apart, heading, ...asked] };
  }
  const end = endOf(lines, start, (words) => words.startsWith('['));
  const own = opening === undefined ? start : openedBy(lines, { start, end, section, sentence });
  const from = own ?? start;
  const to =
    own === undefined ? end : endOf(lines, from, (words) => isOpening(words) || words.startsWith('['));
  const after = lines
    .slice(0, to)
    .findLastIndex((line, at) => at === from || (at > from && hasContent(line)));
  const added = own === undefined ? asked : [question];
  return { after, added: isUnread(lines.slice(from, after + 1)) ? ['', ...added] : added };
}

interface Stretch extends Place {
  readonly start: number;
  readonly end: number;
}

/** The line of the part that opens the sentence; undefined where none does. */
function openedBy(lines: readonly Line[], { start, end, section, sentence }: Stretch): number | undefined {
  const found = lines.slice(start, end).findIndex((line) => {
    const words = wordsOf(line);
    return section && isOpening(words) && sentenceMeant(section, words.slice(1)) === sentence;
  });
  return found === -1 ? undefined : start + found;
}

/** The place behind the stretch that a line opens. */
function endOf(lines: readonly Line[], start: number, isOther: (words: string) => boolean): number {
  const next = lines.slice(start + 1).findIndex((line) => isOther(wordsOf(line)));
  return next === -1 ? lines.length : start + 1 + next;
}

function wordsOf(line: Line | undefined): string {
  return line?.text.replace(/^\uFEFF/, '').trim() ?? '';
}

function isOpening(words: string): boolean {
  return /^[>＞]/.test(words);
}

function hasContent(line: Line): boolean {
  return !/^(?:$|#(?:[ \t]|$))/.test(wordsOf(line));
}

/** Whether the last block is marked as one that nobody has read: what a person adds stands apart from it. */
function isUnread(lines: readonly Line[]): boolean {
  const blank = lines.findLastIndex((line) => wordsOf(line) === '');
  return lines.slice(blank + 1).some((line) => wordsOf(line) === PROPOSED);
}

export interface TakenOut {
  /** Undefined: there was no list before. */
  readonly text: string | undefined;
  readonly outcome: 'restored' | 'only-line';
}

/** The list as it was before; where others added to what was put in, without its line alone; undefined where that is gone. */
export function takeOut(source: string, inserted: Inserted): TakenOut | undefined {
  const { length, print } = inserted;
  if (inserted.isNew && source.length === length && printOf(source) === print)
    return { text: undefined, outcome: 'restored' };
  const lines = linesOf(source);
  const bounds = lines.flatMap(({ start, text }) => [start, start + text.length]);
  const found = [...new Set(bounds)].filter((at) => printOf(source.slice(at, at + length)) === print);
  const [at] = found;
  if (at !== undefined && found.length === 1 && standsAlone(source, at, length))
    return { text: source.slice(0, at) + source.slice(at + length), outcome: 'restored' };
  return withoutLine(source, lines, inserted);
}

/** Whether nothing that others added depends on what was put in: a heading, an opening, an empty line. */
function standsAlone(source: string, at: number, length: number): boolean {
  const own = linesOf(source.slice(at, at + length));
  if (own.length === 1) return true;
  const next = linesOf(source.slice(at + length)).find((line) => hasContent(line));
  const opensPart = own.some((line) => wordsOf(line).startsWith('['));
  return next === undefined || wordsOf(next).startsWith('[') || (!opensPart && isOpening(wordsOf(next)));
}

function withoutLine(source: string, lines: readonly Line[], { line }: Inserted): TakenOut | undefined {
  const own = lines.filter(({ text }) => printOf(text.trim()) === line);
  const [found] = own;
  if (!found || own.length > 1) return undefined;
  const before = lines[lines.indexOf(found) - 1];
  const start = found.end === '' && before ? before.start + before.text.length : found.start;
  const end = found.start + found.text.length + found.end.length;
  return { text: source.slice(0, start) + source.slice(end), outcome: 'only-line' };
}

/** Characters of 6 bits: enough to know a line among some thousand. */
const PRINT_LENGTH = 7;

function printOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, PRINT_LENGTH);
}
