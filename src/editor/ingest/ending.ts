// Where the last answer ends, and what stands behind it, or beside the interview: the biography; everything else is left out with
// its reason.
import { fold } from '../../language/fold.ts';
import {
  BELOW_RULE,
  type Block,
  endsAsSentence,
  type Paragraph,
  paragraphsOf,
  type Reading,
} from './block.ts';
import {
  type BiographyLabel,
  biographyLabel,
  endsInDirection,
  speaksOfOneself,
  tellsOf,
  withoutBracket,
} from './closing.ts';
import type { Fate } from './header.ts';
import { endMarkIn, type Junk, junkOf } from './junk.ts';
import type { Mark } from './looks.ts';
import { BOXED } from './page-runs.ts';

export interface Ending {
  readonly biography: readonly Paragraph[];
  readonly fates: ReadonlyMap<number, Fate>;
  readonly unsure: readonly { readonly line: number; readonly what: string }[];
}

export interface Turns {
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  /** The interviewee. */
  readonly names: readonly string[];
  readonly junkAt: (index: number) => Junk | undefined;
}

export interface End {
  readonly index: number;
  /** Where an end mark stands in the last answer's text. */
  readonly cut: { readonly index: number; readonly length: number } | undefined;
}

/** `--`, `———`, a rule of a page: below it stands something else, unless rules part other answers, too. */
function endsByRule(at: number, { blocks, marks }: Turns): boolean {
  const block = blocks[at];
  if (!block?.looks.includes(BELOW_RULE)) return /^(?:[-–—=_~*] ?){2,}$/u.test(block?.text ?? '');
  const turns = new Set(marks.map((mark) => mark.at));
  const isParted = (index: number) => blocks[index]?.looks.includes(BELOW_RULE) && !turns.has(index);
  const [first = 0, last = 0] = [marks[0]?.at, marks.at(-1)?.at];
  return !blocks.slice(first, last).some((_, offset) => isParted(first + offset));
}

/** The last answer goes on to an end mark, a heading, a biography, another box, or a line that is no sentence. */
export function endOfLast(source: Turns, fates: Map<number, Fate>): End {
  const { blocks, marks, names, junkAt } = source;
  const last = marks.at(-1);
  if (!last) return { index: 0, cut: undefined };
  const isLabel = last.words >= (blocks[last.at]?.text.length ?? 0);
  // Behind a label alone its words stand in a box of their own.
  const spoken = blocks.slice(marks[0]?.at ?? 0, last.at + (isLabel ? 2 : 1));
  const boxes = new Set(spoken.map(({ box }) => box));
  for (let at = last.at; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const here: End = { index: at, cut: undefined };
    const mark = endMarkIn(block.text);
    const isOwn = at === last.at || (isLabel && at === last.at + 1);
    if (!isOwn && isOfPerson(block, names)) return here;
    if (mark !== undefined && mark > 0) return { index: at + 1, cut: { index: at, length: mark } };
    if (mark === 0) {
      fates.set(at, { kept: false, what: 'the mark of the end' });
      return here;
    }
    if (at === last.at || isBoxWithin(at, blocks, boxes)) continue;
    const junk = junkAt(at);
    if (block.heading > 0 || !boxes.has(block.box) || endsByRule(at, source) || junk?.ends) return here;
    const isSentence =
      block.continues ||
      endsAsSentence(block.text) ||
      endsAsSentence(withoutBracket(block.text)) ||
      endsInDirection(block.text) ||
      blocks[at + 1]?.continues === true;
    if (!junk && !isSentence && !isOwn) return here;
  }
  return { index: blocks.length, cut: undefined };
}

/** The label of a biography, or its text; the mark of the end may stand behind it. */
function isOfPerson(block: Block, names: readonly string[]): boolean {
  if (biographyLabel(block, names)) return true;
  return !block.continues && tellsOf(withoutMark(block.text), names);
}

function withoutMark(text: string): string {
  const end = endMarkIn(text);
  return end === undefined || end === 0 ? text : text.slice(0, end);
}

/** Blocks that a box within the last answer may take. */
const MOST_BOXED = 6;

/** A box by its class, behind which the answer goes on. */
function isBoxWithin(at: number, blocks: readonly Block[], boxes: ReadonlySet<number>): boolean {
  const isBoxed = (block: Block | undefined) => block?.looks.includes(BOXED) === true;
  if (!isBoxed(blocks[at]) || boxes.has(blocks[at]?.box ?? 0)) return false;
  const next = blocks.slice(at, at + MOST_BOXED).find((block) => !isBoxed(block));
  return next !== undefined && next.heading === 0 && boxes.has(next.box) && endsAsSentence(next.text);
}

interface Source {
  readonly blocks: readonly Block[];
  readonly names: readonly string[];
  /** Whether a block is already somebody's words. */
  readonly isTaken: (index: number) => boolean;
  /** Index of the first block behind the last answer. */
  readonly end: number;
  readonly junkAt: (index: number) => Junk | undefined;
}

/** Below a label anywhere but in a turn, else the paragraphs behind the last answer that tell of the person. */
export function readEnding(source: Source): Ending {
  const fates = new Map<number, Fate>();
  const unsure: { line: number; what: string }[] = [];
  const biography = labelled(source, fates, unsure) ?? unlabelled(source, fates, unsure);
  return { biography: biography ?? [], fates, unsure };
}

type Remarks = { line: number; what: string }[];

function labelled(
  source: Source,
  fates: Map<number, Fate>,
  unsure: Remarks,
): readonly Paragraph[] | undefined {
  const { blocks, names, isTaken } = source;
  const behind = [...blocks.keys()].slice(source.end);
  for (const at of [...behind, ...[...blocks.keys()].slice(0, source.end)]) {
    const block = blocks[at];
    const label = block && !isTaken(at) ? labelAt(at, source) : undefined;
    if (!block || !label) continue;
    const indices = textBelow(at, label.words, source);
    const found = paragraphsOf(blocks, indices, (index) => textAt(index, at, label.words, blocks));
    if (found.length === 0) continue;
    const text = found.map((paragraph) => paragraph.text).join('\n');
    if (label.ofAuthor && names.length > 0 && !names.some((name) => text.includes(name))) {
      for (const index of indices)
        fates.set(index, { kept: false, what: 'about the author, who is not the interviewee' });
      continue;
    }
    if (label.ofAuthor)
      unsure.push({
        line: block.line,
        what: 'taken for the biography, although it is headed as the author’s',
      });
    for (const index of [at, ...indices]) fates.set(index, { kept: true, what: 'biography' });
    return found;
  }
  return undefined;
}

/** Behind the last answer the whole name alone is a label, too, where what follows speaks of nobody's self. */
function labelAt(at: number, { blocks, names, end }: Source): BiographyLabel | undefined {
  const { text } = blocks[at] as Block;
  const own = fold(text);
  const isName = names.some((name) => fold(name) === own && /\s|\p{Script=Han}{2}/u.test(name));
  const isHeading = at >= end && isName && !speaksOfOneself(blocks[at + 1]?.text ?? '');
  return isHeading ? { words: text.length, ofAuthor: false } : biographyLabel(blocks[at] as Block, names);
}

function textAt(index: number, label: number, words: number, blocks: readonly Block[]): string {
  return withoutMark(blocks[index]?.text ?? '').slice(index === label ? words : 0);
}

/** The sentences that follow in one box, up to what is none. */
function textBelow(label: number, words: number, { blocks, isTaken, junkAt }: Source): readonly number[] {
  const hasOwn = words < (blocks[label]?.text.length ?? 0);
  const indices = hasOwn ? [label] : [];
  let box = hasOwn ? blocks[label]?.box : undefined;
  for (let at = label + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || isTaken(at) || junkAt(at) || block.heading > 0 || endMarkIn(block.text) === 0) break;
    if (box !== undefined && block.box !== box) break;
    const text = withoutMark(block.text);
    if (!endsAsSentence(text) && blocks[at + 1]?.continues !== true) break;
    box = block.box;
    indices.push(at);
    if (text !== block.text) break;
  }
  return indices;
}

/** Of the last answer only what begins with the name: its words would be put into the interviewee's mouth otherwise. */
function unlabelled(
  source: Source,
  fates: Map<number, Fate>,
  unsure: Remarks,
): readonly Paragraph[] | undefined {
  const { blocks, names, end, junkAt } = source;
  const textOf = (index: number) => withoutMark(blocks[index]?.text ?? '');
  const after = paragraphsOf(blocks, [...blocks.keys()].slice(end), textOf).find(
    ({ text, at }) => tellsOf(text, names) && at.every((index) => !junkAt(index) && !source.isTaken(index)),
  );
  if (!after) return undefined;
  for (const index of after.at) fates.set(index, { kept: true, what: 'biography' });
  unsure.push({
    line: after.line,
    what: 'taken for the biography, because it begins with the name and tells of the person',
  });
  return [after];
}

interface Beside {
  readonly biography: readonly Paragraph[];
  readonly lines: ReadonlySet<number>;
  readonly kept: readonly { readonly line: number; readonly what: string }[];
}

/** A biography with a label may stand in a box beside the article. */
export function besideBiography(
  reading: Reading,
  names: readonly string[],
  isChinese: boolean,
): Beside | undefined {
  const blocks = reading.blocks.filter(({ aside }) => aside !== undefined && aside !== 'hidden on the page');
  const junkAt = junkOf(blocks, { isChinese, isSpoken: false });
  const { biography, fates } = readEnding({
    blocks,
    names,
    isTaken: () => false,
    end: blocks.length,
    junkAt,
  });
  if (biography.length === 0) return undefined;
  const own = blocks.filter((_, index) => fates.get(index)?.kept);
  return {
    biography,
    lines: new Set(own.map(({ line }) => line)),
    kept: own.map(({ line }) => ({ line, what: 'biography' })),
  };
}
