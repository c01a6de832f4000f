// Blocks -> those that may be the interview's, and who speaks in them. What is sifted out keeps its line and its reason; an
// advertisement goes up to the rule below, to the line that says it ends, or as far as no blank line stands.
import { BELOW_RULE, type Block, endsAsSentence, type LeftOut, type Reading, widthOf } from './block.ts';
import { type DialogueFound, findDialogue, splitTurns } from './dialogue.ts';
import { EDITORS_NOTE, type JunkAt, junkOf } from './junk.ts';
import { roleOf } from './label-words.ts';
import { labelsOf } from './labels.ts';
import { isLabelledBy, keyAt, reachOf, reasonsAt, voicesOf } from './left-out.ts';
import { TABLE } from './page-parts.ts';

export interface Sifted {
  /** The blocks that may belong to the interview. */
  readonly main: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  readonly found: DialogueFound;
}

/** How many headings of comments are tried as the article's end. */
const MOST_ENDS = 4;
/** Parts in which a page may hide its questions. */
const LENIENT = new Set([
  'a button',
  'a form or notice of the page',
  'a box beside the article',
  "the page's head",
  'read also',
  'a caption',
  TABLE,
]);

/** An item of a list that a text has below a heading such as `Related`; a dash may be a voice's. */
const ITEM = /^[*•·▪●]\s/u;

interface Sieve {
  readonly isChinese: boolean;
  readonly isForgiven: (aside: string) => boolean;
  /** Nobody's turn is left out for its words. */
  readonly isTurn: (block: Block) => boolean;
}

/** First without what stands around the article; where nothing is found, with some of it, since classes lie. */
export function findIn(reading: Reading, isChinese: boolean): Sifted {
  const strict = siftTwice(reading, { isChinese, isForgiven: () => false, isTurn: hasRole });
  if (strict.found.ok) return strict;
  const isForgiven = (aside: string) => LENIENT.has(aside);
  const lenient = siftTwice(reading, { isChinese, isForgiven, isTurn: hasRole });
  return lenient.found.ok ? lenient : strict;
}

/** Which names speak is known behind the first time only; none of their turns goes the second time. */
function siftTwice(reading: Reading, sieve: Sieve): Sifted {
  const first = sift(reading, sieve);
  const lost = turnsLost(reading.blocks, first);
  if (lost.size === 0) return first;
  const again = sift(reading, { ...sieve, isTurn: (block) => hasRole(block) || lost.has(block) });
  return again.found.ok ? again : first;
}

/** Between the turns, or in what was taken for a whole advertisement: below the last a list may begin with a name, too. */
function turnsLost(blocks: readonly Block[], { main, leftOut, found }: Sifted): ReadonlySet<Block> {
  if (!found.ok) return new Set();
  const voices = voicesOf(found.dialogue);
  const [first = 0, last = 0] = reachOf(blocks, main, found.dialogue.marks);
  const isConcerned = ({ line, reason }: LeftOut) =>
    reason === ADVERTISEMENT || line <= (blocks[last]?.line ?? line);
  const reasons = reasonsAt(leftOut, isConcerned);
  const isLost = (block: Block, at: number) => {
    const reason = block.aside === undefined && at >= first ? reasons.get(keyAt(block)) : undefined;
    if (reason === undefined || (at >= last && reason !== ADVERTISEMENT)) return false;
    return isLabelledBy(block, voices);
  };
  return new Set(blocks.filter(isLost));
}

function sift(reading: Reading, { isChinese, isForgiven, isTurn }: Sieve): Sifted {
  const leftOut: LeftOut[] = [...reading.leftOut];
  const kept: Block[] = [];
  const ends: number[] = [];
  const junkAt = junkOf(reading.blocks, { isChinese, isSpoken: true });
  const advertisements = advertisementsIn(reading.blocks, junkAt, isTurn);
  const times = timesOf(reading.blocks);
  let above: string | undefined;
  let isHeaded = false;
  let isBelowRule = false;
  for (const [at, block] of reading.blocks.entries()) {
    const aside = block.aside !== undefined && !isForgiven(block.aside) ? block.aside : undefined;
    const junk = aside === undefined && !isTurn(block) ? junkAt(at) : undefined;
    if (junk?.ends === 'article') ends.push(kept.length);
    const isListed: boolean = ITEM.test(block.text) || (isHeaded && isHeadline(block, times));
    isHeaded = junk?.reason === READ_ALSO ? !NAMES_ONE.test(block.text) : isHeaded && isListed;
    if (junk?.ends === 'answer') above = junk.reason;
    else if (!isListed || isTurn(block)) above = undefined;
    const advertised = advertisements.has(at) ? ADVERTISEMENT : undefined;
    const reason = aside ?? advertised ?? (junk?.reason === EDITORS_NOTE ? undefined : junk?.reason) ?? above;
    if (reason === undefined)
      kept.push(isBelowRule ? { ...block, looks: [...block.looks, BELOW_RULE] } : block);
    else leftOut.push(leave(block, reason));
    const isRuled = junk?.ends === 'answer' && opensPart(at, reading.blocks);
    isBelowRule = RULE.test(block.text) || isRuled || (isBelowRule && reason !== undefined);
  }
  for (const end of ends.slice(0, MOST_ENDS)) {
    const sifted = cutAt(end, kept, leftOut);
    if (sifted.found.ok) return sifted;
  }
  return cutAt(kept.length, kept, leftOut);
}

const READ_ALSO = 'read also';
/** `Related: A harbour reopens` */
const NAMES_ONE = /[:：】\]]\s*[\p{L}\p{N}]/u;
/** Columns. */
const HEADLINE = { from: 10, to: 100 };

/** A line of plain text without an end mark, which nobody's label is. */
function isHeadline(block: Block, times: ReadonlyMap<string, number>): boolean {
  const { text, heading, boldLead, looks, continues } = block;
  const isPlain = heading === 0 && boldLead === 0 && looks.length === 0 && !continues;
  const width = widthOf(text);
  const isLine = width >= HEADLINE.from && width <= HEADLINE.to && times.get(text) === 1;
  if (!isPlain || !isLine || endsAsSentence(text) || /^[-–—―>]/.test(text)) return false;
  return labelsOf(block).every(({ isAlone }) => isAlone);
}

function timesOf(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { text } of blocks) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

function cutAt(end: number, kept: readonly Block[], leftOut: readonly LeftOut[]): Sifted {
  const main = splitTurns(kept.slice(0, end));
  const behind = kept.slice(end).map((block) => leave(block, 'behind the comments\u2019 heading'));
  return { main, leftOut: [...leftOut, ...behind], found: findDialogue(main) };
}

function leave({ line, last, text }: Block, reason: string): LeftOut {
  return { line, ...(last === undefined ? {} : { last }), text, reason };
}

/** A label that says who speaks makes it a turn, whatever it goes on with. */
function hasRole(block: Block): boolean {
  return labelsOf(block).some(({ key, isWeak }) => !isWeak && roleOf(key) !== undefined);
}

const ADVERTISEMENT = 'an advertisement';
/** Blocks that an advertisement between two rules, or between two lines that say so, may take. */
const LONGEST = 10;

/** `----`, `* * *`, as a text draws it. */
const RULE = /^(?:[-–—=_~*·.+#] ?){3,}$/u;
const SAYS_SO =
  /^[^\p{L}]*(?:advertisements?|ads?|sponsored(?: content| message)?|promotion|paid message|广告|廣告|赞助|贊助|推广|推廣)[^\p{L}]*$/iu;
const ENDS =
  /^[^\p{L}]*(?:end(?: of)? (?:the )?(?:advertisement|ad|sponsored content|promotion)|advertisement ends?|(?:story|article|interview|text) continues.*|(?:广告|廣告)(?:结束|結束|完)|以上(?:为|為)?(?:广告|廣告))[^\p{L}]*$/iu;
/** An address, a price, a shop's hours: between two rules nobody says so. */
const OFFERS =
  /https?:|www\.|\.example\b|[\w.]+@[\w.]+|[$£€¥￥]\s?\d|\d\s?(?:元|%|折)|\b(?:call|order|book(?:ings)?|tickets?|subscribe|open|save|free|shop|buy|visit us)\b|(?:订阅|訂閱|购买|購買|预购|預購|预订|預訂|报名|報名|扫码|掃碼|电话|電話|优惠|優惠|门票|門票)/i;

/** Indices of what belongs to advertisements; `isTurn`: nobody's turn is one. */
function advertisementsIn(
  blocks: readonly Block[],
  junkAt: JunkAt,
  isTurn: (block: Block) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [at, block] of blocks.entries()) {
    const isLabelled =
      SAYS_SO.test(block.text) || (block.text.length < 60 && junkAt(at)?.reason === ADVERTISEMENT);
    const opens = isRule(at, blocks) || opensPart(at, blocks);
    if (!isLabelled && !opens) continue;
    for (const index of spanFrom(at, blocks, { isLabelled, isTurn })) found.add(index);
  }
  return found;
}

interface Asked {
  readonly isLabelled: boolean;
  readonly isTurn: (block: Block) => boolean;
}

function spanFrom(at: number, blocks: readonly Block[], { isLabelled, isTurn }: Asked): readonly number[] {
  const isOwn = (index: number) => {
    const block = blocks[index];
    return block !== undefined && !isTurn(block) && block.heading === 0;
  };
  // `———— 广告 ————` draws its own.
  const isDrawn = /[-–—=_~*]{3,}/.test(blocks[at]?.text ?? '');
  const opens = isDrawn || opensPart(at, blocks) || isRule(at - 1, blocks) || isRule(at, blocks);
  let end = isRule(at, blocks) ? at + 1 : at;
  while (isOwn(end) && end - at < LONGEST && !isRule(end, blocks) && !(end > at && opensPart(end, blocks))) {
    if (isLabelled && end > at && ENDS.test(blocks[end]?.text ?? '')) return range(at, end + 1);
    end += 1;
  }
  const isClosed = isRule(end, blocks) || (end > at && opensPart(end, blocks));
  const text = blocks.slice(at, end).map((own) => own.text);
  const saysSo = isLabelled || SAYS_SO.test(text.find((own) => !RULE.test(own)) ?? '');
  const isShort = text.join('').length < 400;
  if (opens && isClosed && isShort && (saysSo || OFFERS.test(text.join('\n'))))
    return range(isRule(at, blocks) ? at + 1 : at, end);
  if (!isLabelled) return [];
  const box = inBox(at, blocks, isOwn);
  return box.length > 1 ? box : adjacent(at, blocks, isOwn);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

/** On a page the rest of the box that it opens, which has nothing before it or behind another box. */
function inBox(at: number, blocks: readonly Block[], isOwn: (index: number) => boolean): readonly number[] {
  const box = blocks[at]?.box ?? 0;
  if (box === 0 || blocks[at - 1]?.box === box) return [];
  let end = at + 1;
  while (isOwn(end) && blocks[end]?.box === box) end += 1;
  const isWhole = !blocks.some((own, index) => own.box === box && (index < at || index >= end));
  return end - at <= LONGEST_STANZA && isWhole ? range(at, end) : [];
}

/** Lines. */
const LONGEST_STANZA = 5;

/** In a text the lines right below, without a blank one between, where blank lines part it from the rest. */
function adjacent(
  at: number,
  blocks: readonly Block[],
  isOwn: (index: number) => boolean,
): readonly number[] {
  if (blocks[at]?.line === lastOf(blocks[at - 1]) + 1) return [];
  let end = at + 1;
  while (isOwn(end) && isPlain(blocks[end]) && blocks[end]?.line === lastOf(blocks[end - 1]) + 1) end += 1;
  return end - at <= LONGEST_STANZA ? range(at, end) : [];
}

/** Of a plain text, whose blocks stand in no box. */
function isPlain(block: Block | undefined): boolean {
  return block?.box === 0;
}

function lastOf(block: Block | undefined): number {
  return block?.last ?? block?.line ?? -1;
}

function isRule(at: number, blocks: readonly Block[]): boolean {
  return RULE.test(blocks[at]?.text ?? '');
}

/** A rule without text, as a page has it, stands before it. */
function opensPart(at: number, blocks: readonly Block[]): boolean {
  return blocks[at]?.looks.includes(BELOW_RULE) === true;
}
