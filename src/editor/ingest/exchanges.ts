// Marks -> exchanges: what belongs to each turn, and where the last answer ends.
import { BELOW_RULE } from './advertisements.ts';
import {
  type Block,
  endsAsSentence,
  isBold,
  type LeftOut,
  type Paragraph,
  paragraphsOf,
  type Remark,
  widthOf,
} from './block.ts';
import { CLOSING, closingIn, endsInDirection, noteBehind, withoutBracket } from './closing.ts';
import type { Fate } from './header.ts';
import { EDITORS_NOTE, endMarkIn, type Junk } from './junk.ts';
import type { Mark } from './looks.ts';
import { isNumberAlone, withoutNumbers } from './numbers.ts';
import { biographyLabel, tellsOf } from './person.ts';
import { DROPPED } from './read-page.ts';

export interface ExchangeFound {
  /** On one line. */
  readonly question: string;
  readonly line: number;
  readonly answer: readonly Paragraph[];
}

export interface Exchanges {
  readonly exchanges: readonly ExchangeFound[];
  readonly fates: ReadonlyMap<number, Fate>;
  /** Index of the first block behind the last answer. */
  readonly end: number;
  /** Ends of blocks that were cut off, their fates apart. */
  readonly leftOut: readonly LeftOut[];
  readonly unsure: readonly Remark[];
}

interface Source {
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  readonly names: readonly string[];
  /** Whoever asks or wrote it, where that is known. */
  readonly askers: readonly string[];
  readonly junkAt: (index: number) => Junk | undefined;
}

export function readExchanges(source: Source): Exchanges {
  const { blocks, marks } = source;
  const fates = new Map<number, Fate>();
  const end = withoutNote(endOfLast(source, fates), source);
  const turns = marks.map((mark, index) => {
    const next = marks[index + 1]?.at ?? end.index;
    const indices = range(mark.at, next).filter((at) => at === mark.at || belongs(at, source, fates));
    const textOf = (at: number) => {
      const own = blocks[at]?.text ?? '';
      const from = at === mark.at ? mark.words : 0;
      return own.slice(from, at === end.cut?.index ? end.cut.length : own.length);
    };
    return { ...mark, indices, paragraphs: paragraphsOf(blocks, indices, textOf) };
  });
  const exchanges: Taken[] = [];
  for (const { side, paragraphs, indices, at } of turns) {
    const last = exchanges.at(-1);
    if (side === 'answers' && last) {
      last.answer.push(...paragraphs);
      last.answeredAt.push(...indices);
    } else if (side === 'answers') setFates(fates, indices, { kept: false, what: NOT_ASKED });
    else if (last && last.answer.length === 0) {
      last.question = joinLines([last.question, ...paragraphs.map(({ text }) => text)]);
      last.askedAt.push(...indices);
    } else {
      const question = joinLines(paragraphs.map(({ text }) => text));
      const line = blocks[at]?.line ?? 1;
      exchanges.push({ question, line, answer: [], askedAt: [...indices], answeredAt: [] });
    }
  }
  const whole = exchanges.filter(({ question, answer }) => question !== '' && answer.length > 0);
  for (const own of exchanges) setTaken(fates, own, whole.indexOf(own) + 1);
  const { exchanges: told, leftOut } = withoutNumbers(whole);
  return {
    exchanges: told,
    fates,
    end: end.index,
    leftOut: [...end.leftOut, ...leftOut],
    unsure: doubtsBelow(source, end.index),
  };
}

interface Taken extends ExchangeFound {
  question: string;
  readonly answer: Paragraph[];
  readonly askedAt: number[];
  readonly answeredAt: number[];
}

const NOT_ASKED = 'an answer without a question';

/** `number` is 0 for what is no whole exchange, and so stands nowhere in the file. */
function setTaken(fates: Map<number, Fate>, { askedAt, answeredAt }: Taken, number: number): void {
  const kept = number > 0;
  setFates(fates, askedAt, { kept, what: kept ? `question ${number}` : 'a question without an answer' });
  setFates(fates, answeredAt, { kept, what: kept ? `answer ${number}` : NOT_ASKED });
}

function setFates(fates: Map<number, Fate>, indices: readonly number[], fate: Fate): void {
  for (const index of indices) fates.set(index, fate);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}

/** Whether a block between two marks is the speaker's: no title between exchanges, no advertisement, nothing of another box. */
function belongs(at: number, source: Source, fates: Map<number, Fate>): boolean {
  const reason = strayReason(at, source);
  if (reason !== undefined) fates.set(at, { kept: false, what: reason });
  return reason === undefined;
}

function strayReason(at: number, { blocks, marks, askers, junkAt }: Source): string | undefined {
  const block = blocks[at];
  if (!block) return undefined;
  if (junkAt(at)?.reason === EDITORS_NOTE) return EDITORS_NOTE;
  const isBelow = at > (marks.at(-1)?.at ?? at);
  if (isBelow && closingIn(block) === 'note') return CLOSING;
  if (isBelow && tellsOf(block.text, askers)) return 'about whoever asks or wrote it';
  const isAboveQuestion = marks.some((mark) => mark.at === at + 1 && mark.side === 'asks');
  if (isAboveQuestion && isNumberAlone(block.text)) return 'the number of a question';
  if (isRepetition(block, at, blocks)) return 'a quotation set apart, which the text has as well';
  if (block.heading > 0) return 'a title between the exchanges';
  if (isInBox(at, { blocks, marks })) return 'a box with a title of its own';
  const isTitle =
    isBold(block) && widthOf(block.text) <= 60 && !endsAsSentence(block.text) && !block.continues;
  if (isTitle) return 'a title between the exchanges';
  const isElsewhere = block.looks.includes(DROPPED) && !boxesOf({ blocks, marks }).has(block.box);
  return isElsewhere ? 'not part of the article, as the article extractor sees it' : undefined;
}

const BOXES = new WeakMap<readonly Mark[], ReadonlySet<number>>();

/** The boxes in which turns stand; behind a label alone its words stand in a box of their own. */
function boxesOf({ blocks, marks }: Pick<Source, 'blocks' | 'marks'>): ReadonlySet<number> {
  const known =
    BOXES.get(marks) ??
    new Set(
      marks.flatMap(({ at, words }) => {
        const isAlone = words >= (blocks[at]?.text.length ?? 0);
        return [at, ...(isAlone ? [at + 1] : [])].flatMap((index) => blocks[index]?.box ?? []);
      }),
    );
  BOXES.set(marks, known);
  return known;
}

/** Facts or figures below a heading that stands where no turn stands; a sentence there is the speaker's all the same. */
function isInBox(at: number, { blocks, marks }: Pick<Source, 'blocks' | 'marks'>): boolean {
  const boxes = boxesOf({ blocks, marks });
  const isApart = (index: number) => !boxes.has(blocks[index]?.box ?? 0);
  if (!isApart(at) || endsAsSentence(blocks[at]?.text ?? '')) return false;
  const above = range(Math.max(0, at - NEAR), at);
  const from = above.findLastIndex((index) => !isApart(index)) + 1;
  return above.slice(from).some((index) => (blocks[index]?.heading ?? 0) > 0);
}

/** Near by, a longer block of the text has the same words. */
function isRepetition({ text }: Block, at: number, blocks: readonly Block[]): boolean {
  const words = text.replace(/^["'“‘「『]+|["'”’」』.。…]+$/gu, '').toLowerCase();
  if (widthOf(words) < 16) return false;
  return blocks
    .slice(Math.max(0, at - NEAR), at + NEAR)
    .some((other) => other.text !== text && other.text.toLowerCase().includes(words));
}

/** Blocks. */
const NEAR = 12;

interface End {
  readonly index: number;
  /** Where an end mark stands in the last answer's text. */
  readonly cut: { readonly index: number; readonly length: number } | undefined;
}

/** `--`, `———`, a rule of a page: below it stands something else, unless rules part other answers, too. */
function endsByRule(at: number, { blocks, marks }: Source): boolean {
  const block = blocks[at];
  if (!block?.looks.includes(BELOW_RULE)) return /^(?:[-–—=_~*] ?){2,}$/u.test(block?.text ?? '');
  const turns = new Set(marks.map((mark) => mark.at));
  const isParted = (index: number) => blocks[index]?.looks.includes(BELOW_RULE) && !turns.has(index);
  return !range(marks[0]?.at ?? 0, marks.at(-1)?.at ?? 0).some(isParted);
}

/** The last answer goes on to an end mark, a heading, a biography, another box, or a line that is no sentence. */
function endOfLast(source: Source, fates: Map<number, Fate>): End {
  const { blocks, marks, names, junkAt } = source;
  const last = marks.at(-1);
  if (!last) return { index: 0, cut: undefined };
  const isLabel = last.words >= (blocks[last.at]?.text.length ?? 0);
  // Behind a label alone its words stand in a box of their own.
  const spoken = blocks.slice(marks[0]?.at ?? 0, last.at + (isLabel ? 2 : 1));
  const boxes = new Set(spoken.map(({ box }) => box));
  for (let at = last.at; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const isFirst = at === last.at;
    const isAlone = isFirst && isLabel;
    const mark = endMarkIn(block.text);
    if (mark !== undefined && mark > 0) return { index: at + 1, cut: { index: at, length: mark } };
    if (mark === 0) {
      fates.set(at, { kept: false, what: 'the mark of the end' });
      return { index: at, cut: undefined };
    }
    if (isFirst || isAlone) continue;
    if (block.heading > 0 || biographyLabel(block, names) || !boxes.has(block.box) || endsByRule(at, source))
      return { index: at, cut: undefined };
    if (!block.continues && tellsOf(block.text, names)) return { index: at, cut: undefined };
    const junk = junkAt(at);
    if (junk?.ends) return { index: at, cut: undefined };
    const isSentence =
      block.continues ||
      endsAsSentence(block.text) ||
      endsAsSentence(withoutBracket(block.text)) ||
      endsInDirection(block.text) ||
      blocks[at + 1]?.continues === true;
    if (!junk && !isSentence && at !== last.at + 1) return { index: at, cut: undefined };
    if (!junk && !isSentence && last.words < (blocks[last.at]?.text.length ?? 0))
      return { index: at, cut: undefined };
  }
  return { index: blocks.length, cut: undefined };
}

/** A note in brackets behind the last answer's own words is cut off as an end mark is, and reported. */
function withoutNote(end: End, source: Source): End & Pick<Exchanges, 'leftOut'> {
  const { blocks, marks } = source;
  const from = marks.at(-1)?.at ?? 0;
  const isOwn = (at: number) => at === from || strayReason(at, source) === undefined;
  const index = range(from, end.index).findLast(isOwn) ?? -1;
  const block = blocks[index];
  if (!block) return { ...end, leftOut: [] };
  const text = index === end.cut?.index ? block.text.slice(0, end.cut.length) : block.text;
  const length = noteBehind(text);
  if (length === undefined) return { ...end, leftOut: [] };
  const note = { line: block.line, text: text.slice(length).trim(), reason: CLOSING };
  return { ...end, cut: { index, length }, leftOut: [note] };
}

/** What may be a note and was kept as the last answer's words. */
function doubtsBelow({ blocks, marks }: Source, end: number): readonly Remark[] {
  const last = marks.at(-1)?.at ?? end;
  const isItalic = blocks[last]?.italic === true;
  return range(last + 1, end).flatMap((at) => {
    const block = blocks[at];
    if (!block || (block.italic && isItalic) || closingIn(block) !== 'doubt') return [];
    return [
      {
        line: block.line,
        what: 'the end of the last answer may be a note by the editors: is it the interviewee’s?',
      },
    ];
  });
}

/** One line; between Chinese characters without a space. */
function joinLines(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((all, line) => {
      const isWide =
        /[\u2e80-\u9fff\uff00-\uff60”]$/.test(all) && /^[\u2e80-\u9fff\uff00-\uff60“]/.test(line);
      return all === '' || isWide ? all + line : `${all} ${line}`;
    }, '');
}
