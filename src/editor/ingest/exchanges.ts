// Marks -> exchanges: what belongs to each turn, and where the last answer ends.
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
import { CLOSING, closingIn, doubtsBelow, noteBehind, pointsTo, tellsOf } from './closing.ts';
import { type End, endOfLast, type Turns } from './ending.ts';
import type { Fate } from './header.ts';
import { joinLines } from './joining.ts';
import { EDITORS_NOTE } from './junk.ts';
import { isNameLike, isShortFor, keyOf } from './label-words.ts';
import { BOX_DOUBT } from './left-out.ts';
import type { Mark } from './looks.ts';
import { isNumberAlone, withoutNumbers } from './numbers.ts';
import { isCreditedCaption, isNumberedCaption } from './page-parts.ts';
import { BOXED } from './page-runs.ts';
import { DROPPED } from './read-page.ts';
import { timesLeft } from './times.ts';

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

interface Source extends Turns {
  /** Whoever asks or wrote it, where that is known. */
  readonly askers: readonly string[];
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
    unsure: [
      ...doubtsWithin(source, fates),
      ...timesLeft(told),
      ...doubtsBelow(source, end.index, (at) => fates.get(at)?.kept === false),
    ],
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

function strayReason(at: number, source: Source): string | undefined {
  const { blocks, marks, names, askers, junkAt } = source;
  const block = blocks[at];
  if (!block) return undefined;
  if (junkAt(at)?.reason === EDITORS_NOTE) return EDITORS_NOTE;
  const isBelow = at > (marks.at(-1)?.at ?? at);
  if (isBelow && closingIn(block) === 'note') return CLOSING;
  if (isBelow && pointsTo(block.text, [...names, ...askers])) return CLOSING;
  if (isBelow && tellsOf(block.text, askers)) return OF_ASKER;
  const isAboveQuestion = marks.some((mark) => mark.at === at + 1 && mark.side === 'asks');
  if (isAboveQuestion && isNumberAlone(block.text)) return 'the number of a question';
  if (isRepetition(block, at, blocks)) return 'a quotation set apart, which the text has as well';
  const box = boxReason(at, { blocks, marks });
  if (box !== undefined) return box;
  if (isCreditedCaption(block.text) || isNumberedCaption(block)) return 'a caption';
  if (block.heading > 0) return TITLE;
  if (isNumberAlone(block.text) && isAboveTitle(at, source)) return 'the number of a title';
  const isTitle =
    isBold(block) && widthOf(block.text) <= 60 && !endsAsSentence(block.text) && !block.continues;
  if (isTitle) return TITLE;
  const isElsewhere = block.looks.includes(DROPPED) && !boxesOf({ blocks, marks }).has(block.box);
  return isElsewhere ? 'not part of the article, as the article extractor sees it' : undefined;
}

const TITLE = 'a title between the exchanges';
const OF_ASKER = 'about whoever asks or wrote it';

/** Nobody's whole answer, which may be a number. */
function isAboveTitle(at: number, source: Source): boolean {
  const { blocks, marks } = source;
  const above = marks.find((mark) => mark.at === at - 1);
  const isAnswer = above !== undefined && above.words >= (blocks[at - 1]?.text.length ?? 0);
  const isTurn = marks.some((mark) => mark.at === at + 1);
  return !isAnswer && !isTurn && strayReason(at + 1, source) === TITLE;
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

const BOX = 'a box beside the text';
/** Columns; a longer part below a heading is text. */
const LARGEST_BOX = 600;

/** A box in which no turn stands: by its class, or because it opens with a heading, and the text goes on behind it. */
function boxReason(at: number, turns: Pick<Source, 'blocks' | 'marks'>): string | undefined {
  const { blocks, marks } = turns;
  const boxes = boxesOf(turns);
  const isApart = (index: number) => !boxes.has(blocks[index]?.box ?? 0);
  if (!isApart(at)) return undefined;
  const isBoxed = blocks[at]?.looks.includes(BOXED) === true;
  if (isBoxed && !marks.some((mark) => blocks[mark.at]?.looks.includes(BOXED))) return BOX;
  const above = range(Math.max(0, at - NEAR), at);
  const from = above.findLastIndex((index) => !isApart(index)) + 1;
  const [first = at] = above.slice(from);
  const isHeading = (index: number) => (blocks[index]?.heading ?? 0) > 0;
  if (first === at && !isHeading(at)) return undefined;
  const own = range(first, at + NEAR);
  const end = own.find((index) => !isApart(index));
  const inside = own.slice(0, own.indexOf(end ?? -1));
  const width = inside.reduce((sum, index) => sum + widthOf(blocks[index]?.text ?? ''), 0);
  const isOne = inside.every((index) => blocks[index]?.box === blocks[first]?.box) && inside.length > 1;
  if (isHeading(first) && end !== undefined && isOne && width <= LARGEST_BOX) return BOX;
  const isFact = !endsAsSentence(blocks[at]?.text ?? '') && !isHeading(at);
  return isFact && above.slice(from).some(isHeading) ? 'a box with a title of its own' : undefined;
}

/** Each box that was left out among the turns, once; a name taken for a title; a note that tells of two. */
function doubtsWithin(
  { blocks, names, askers }: Source,
  fates: ReadonlyMap<number, Fate>,
): readonly Remark[] {
  const people = [...names, ...askers].map(keyOf);
  const isPerson = (key: string) => people.some((own) => isShortFor(own, key) || isShortFor(key, own));
  return [...fates].flatMap(([index, { what }]) => {
    const { line = 1, text = '' } = blocks[index] ?? {};
    if (what === BOX) return fates.get(index - 1)?.what === BOX ? [] : [{ line, what: BOX_DOUBT }];
    if (what === OF_ASKER && names.some((name) => text.includes(name)))
      return [{ line, what: 'left out as about whoever asks; it tells of the interviewee, too' }];
    const isName = what === TITLE && isNameLike(text) && isPerson(keyOf(text));
    return isName
      ? [{ line, what: `“${text}” stands alone here, and is left out: does somebody speak below?` }]
      : [];
  });
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
