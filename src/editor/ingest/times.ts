// Times that layout sets beside the labels of a transcript, or alone above the entries of a live blog: they are nobody's words, and where
// one may be left at the head of somebody's, it is said.
import { type Block, endsAsQuestion, type Reading, type Remark } from './block.ts';
import type { ExchangeFound } from './exchanges.ts';
import { isNameLike, isNobodys, isShortFor, keyOf, roleOf } from './label-words.ts';
import { labelKeyIn } from './labels.ts';
import { cut as cutBlock } from './notes.ts';

const CLOCK = String.raw`\d{1,3}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d+)?`;
const BRACKETED = String.raw`[[(（【]\s?${CLOCK}\s?[\])）】]`;
const STAMP = `(?:${BRACKETED}|${CLOCK})`;
const NAME_END = String.raw`[^:：\n。！？!?；;“”「」『』<>\t]{0,39}?`;
const NAME = String.raw`(?!\d)(?=[^:：]*\p{L})${NAME_END}[^\s:：,，]`;
/** `Mara Voss (00:47)`, `Mara Voss00:47:`: a label, and the time up to the label's end. */
const BEHIND_NAME = new RegExp(
  `^(${NAME})(?:\\s+at\\s+|[\\s,，|·•@–—-]*)${STAMP}\\s*(?=[:：](?!\\d)|$)`,
  'u',
);
/** None of a time's own. */
const COLON = String.raw`(?:(?<![\s(（[【]\d{1,2})[:：]|[:：](?!\d))`;
/** `Mara Voss: (00:47) …`, `Mara Voss:00:47` */
const BEHIND_COLON = new RegExp(`^(${NAME}${COLON}[*_]*\\s*)${STAMP}\\s*(?:[-–—|·]\\s*)?`, 'u');
/** `Mara Voss (00:47) …`, `Mara Voss, 00:47 – …`, `[Mara Voss, 00:47] …`, `MV 00:47 …`: the words stand right behind. */
const WITHIN = new RegExp(
  `^([[(（【]?${NAME}|\\p{Lu}{2,4}(?=\\s))(?:\\s*[,，]?\\s*${BRACKETED}|[\\s,，|·•–—-]+${CLOCK}\\s*[|·•–—\\])）】-]|(?<=^\\p{Lu}{2,4})\\s+${CLOCK}(?=\\s))\\s*(?=\\S)`,
  'u',
);
/** `… [00:47]` */
const CLOSING = new RegExp(`\\s*${BRACKETED}$`, 'u');
/** Behind an element that holds the label. */
const BEHIND_ELEMENT = new RegExp(`^(\\s*[:：]?\\s*)${STAMP}\\s*`, 'u');
/** `[00:47] …` */
const OPENING = new RegExp(`^()${STAMP}\\s*(?:[-–—|·]\\s*)?(?=\\S)`, 'u');
const HALF = String.raw`(?:\s*[ap]\.?\s?m\b\.?)`;
const CLOCK_TIME = String.raw`(?:(?:(?:last )?updated|(?:first )?published|posted)(?: at)? |(?:上午|中午|下午|晚上|凌晨)\s*)?\d{1,2}(?:(?:[:：.]\d{2}){1,2}${HALF}?|${HALF})(?:\s+(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2}))?`;
const AGO = String.raw`\d{1,2}\s?(?:[smhd]|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?) ago|\d{1,2}\s*(?:秒[钟鐘]?|分[钟鐘]|小[时時]|天)前`;
/** `11.05 BST`, `2:05 p.m.`, `3h ago`, `[00:47]`, `00:47 --> 00:49` */
const ALONE_TIME = new RegExp(
  `^[[(（]?(?:${CLOCK_TIME}(?:\\s*[·•|]\\s*${CLOCK_TIME})?|${AGO}|${CLOCK}\\s*(?:-->|[-–—])\\s*${CLOCK})[\\])）]?$`,
  'iu',
);
/** Characters of a line that may be a label alone. */
const LONGEST_LABEL = 40;
/** Share of the blocks above which a time opens each paragraph of a transcript; below it somebody speaks of a time. */
const OPENS_MOST = 0.4;
const FEWEST_OPENINGS = 3;
/** Labels; a page's comments may name thousands. */
const MOST_LABELS = 60;

type Item = Pick<Block, 'text'> & Partial<Pick<Block, 'lead' | 'boldLead' | 'aside' | 'speaker'>>;
/** UTF-16 offsets, and what stands in its place. */
type Range = readonly [from: number, to: number, instead?: string];

interface Timed {
  /** Of the label beside it; empty without one. */
  readonly key: string;
  readonly range: Range;
  readonly place: 'label' | 'opening' | 'closing';
}

/** The times that are no words, as UTF-16 ranges by index: all of a text, or beside a label that has one again. */
function timesIn(items: readonly Item[]): ReadonlyMap<number, Range> {
  const shown = [...items.entries()].filter(
    ([, { aside, speaker }]) => aside === undefined && speaker === undefined,
  );
  const alone = shown.filter(([at, { text }]) => ALONE_TIME.test(text.trim()) && !isAnswer(at, items));
  const timed = shown.flatMap(([at, item]) => {
    const found = timedIn(item);
    return found ? [[at, found] as const] : [];
  });
  const counts = new Map<string, number>();
  for (const [, { key }] of timed) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keys = [...counts.keys()].slice(0, MOST_LABELS);
  const areMost = (['opening', 'closing'] as const).filter((place) => {
    const all = timed.filter(([, own]) => own.place === place).length;
    return all >= FEWEST_OPENINGS && all >= shown.length * OPENS_MOST;
  });
  const isLabel = (key: string) =>
    key !== '' &&
    !isNobodys(key) &&
    (roleOf(key) !== undefined ||
      (counts.get(key) ?? 0) > 1 ||
      keys.some((other) => other !== key && (isShortFor(other, key) || isShortFor(key, other))));
  const beside = timed.filter(([, { key, place }]) => areMost.some((own) => own === place) || isLabel(key));
  return new Map([
    ...beside.map(([at, { range }]): [number, Range] => [at, range]),
    ...(alone.length > 1 ? alone.map(([at, { text }]): [number, Range] => [at, [0, text.length]]) : []),
  ]);
}

/** `When do you get up?`, `5:30` */
function isAnswer(at: number, items: readonly Item[]): boolean {
  const isQuestion = (index: number) => endsAsQuestion(items[index]?.text ?? '');
  return isQuestion(at - 1) && (isQuestion(at + 1) || at + 1 === items.length);
}

function timedIn({ text, lead, boldLead = 0 }: Item): Timed | undefined {
  if (!/\d/.test(text.slice(0, LONGEST_LABEL * 2) + text.slice(-LONGEST_CLOCK))) return undefined;
  const own = lead ?? boldLead;
  const head = text.slice(0, own);
  const behind = own > 0 ? BEHIND_ELEMENT.exec(text.slice(own)) : null;
  if (behind) return { key: keyOf(head), range: rangeOf(behind, own), place: 'label' };
  const named = BEHIND_NAME.exec(head) ?? BEHIND_NAME.exec(text) ?? BEHIND_COLON.exec(text);
  if (named) {
    const [from, to] = rangeOf(named, 0);
    // No label that stands alone has a comma or a number.
    const isPlain = to < text.length || !/[,，\d]/.test(text.slice(0, from));
    return { key: keyOf(named[1] ?? ''), range: [from, to, isPlain ? '' : ':'], place: 'label' };
  }
  return timedWithin(text) ?? timedAtEdge(text);
}

function timedWithin(text: string): Timed | undefined {
  const found = WITHIN.exec(text);
  const name = found?.[1] ?? '';
  if (!found || !(isNameLike(name) || roleOf(keyOf(name)) !== undefined)) return undefined;
  return { key: keyOf(name), range: [...rangeOf(found, 0), ': '] as const, place: 'label' };
}

function timedAtEdge(text: string): Timed | undefined {
  const opening = OPENING.exec(text);
  const closing = CLOSING.exec(text.slice(-LONGEST_CLOCK));
  if (!opening && !closing) return undefined;
  if (!opening) {
    const from = text.length - (closing?.[0].length ?? 0);
    return { key: '', range: [from, text.length], place: 'closing' };
  }
  const rest = text.slice(opening[0].length);
  const isAlone = rest.length <= LONGEST_LABEL && !/[,，。！？!?；;]|\.$/u.test(rest);
  const key = labelKeyIn(rest) ?? (isAlone ? keyOf(rest) : '');
  return { key, range: rangeOf(opening, 0), place: 'opening' };
}

/** Characters. */
const LONGEST_CLOCK = 16;

function rangeOf([whole, before = '']: RegExpExecArray, offset: number): readonly [number, number] {
  return [offset + before.length, offset + whole.length];
}

const TIME = 'a time';

/** Blocks without the times beside labels; those that are nothing else are set apart. */
export function withoutTimes(reading: Reading): Reading {
  const blocks = parted(reading.blocks, (block, [from, to, instead = '']) => {
    const own = cutBlock(block, [from, to]);
    return { ...own, text: own.text.slice(0, from) + instead + own.text.slice(from) };
  }).map(({ item, isTime }) => (isTime ? { ...item, aside: TIME } : item));
  return { ...reading, blocks };
}

/** Lines without the times beside labels, by which they are told from wrapped ones. */
export function withoutTimesBeside<L extends { readonly text: string }>(lines: readonly L[]): readonly L[] {
  return parted(lines, (line, [from, to, instead = '']) => ({
    ...line,
    text: line.text.slice(0, from) + instead + line.text.slice(to),
  })).map(({ item }) => item);
}

function parted<I extends Item>(items: readonly I[], cutItem: (item: I, range: Range) => I) {
  const times = timesIn(items);
  return items.map((item, at) => {
    const range = times.get(at);
    const isTime = range !== undefined && range[1] - range[0] >= item.text.length;
    return { item: range === undefined || isTime ? item : cutItem(item, range), isTime };
  });
}

/** Where a section's words begin with figures and a bracket, or a time. */
const BEGINS_AS_TIME = new RegExp(`^(?:${STAMP}|\\d{1,3}[\\])）】])`, 'u');

export function timesLeft(exchanges: readonly ExchangeFound[]): readonly Remark[] {
  const what = 'what looks like a time, or its end, opens these words, and is kept: is it part of them?';
  return exchanges
    .flatMap(({ question, line, answer }) => [{ text: question, line }, ...answer])
    .flatMap(({ text, line }) => (BEGINS_AS_TIME.test(text) ? [{ line, what }] : []));
}
