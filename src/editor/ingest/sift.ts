// Blocks -> those that may be the interview's, and who speaks in them. What is sifted out keeps its line and its reason.
import { ADVERTISEMENT, advertisementsIn, BELOW_RULE, RULE } from './advertisements.ts';
import type { Block, LeftOut, Reading } from './block.ts';
import { type DialogueFound, findDialogue, splitTurns } from './dialogue.ts';
import { EDITORS_NOTE, junkOf } from './junk.ts';
import { roleOf } from './label-words.ts';
import { labelsOf } from './labels.ts';
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

/** First without what stands around the article; where nothing is found, with some of it, since classes lie. */
export function findIn(reading: Reading, isChinese: boolean): Sifted {
  const strict = sift(reading, isChinese, () => false);
  if (strict.found.ok) return strict;
  const lenient = sift(reading, isChinese, (aside) => LENIENT.has(aside));
  return lenient.found.ok ? lenient : strict;
}

function sift(reading: Reading, isChinese: boolean, isForgiven: (aside: string) => boolean): Sifted {
  const leftOut: LeftOut[] = [...reading.leftOut];
  const kept: Block[] = [];
  const ends: number[] = [];
  const junkAt = junkOf(reading.blocks, { isChinese, isSpoken: true });
  const advertisements = advertisementsIn(reading.blocks, junkAt, isTurn);
  let above: string | undefined;
  let isBelowRule = false;
  for (const [at, block] of reading.blocks.entries()) {
    const aside = block.aside !== undefined && !isForgiven(block.aside) ? block.aside : undefined;
    const junk = aside === undefined && !isTurn(block) ? junkAt(at) : undefined;
    if (junk?.ends === 'article') ends.push(kept.length);
    if (junk?.ends === 'answer') above = junk.reason;
    else if (!ITEM.test(block.text) || isTurn(block)) above = undefined;
    const advertised = advertisements.has(at) ? ADVERTISEMENT : undefined;
    const reason = aside ?? advertised ?? (junk?.reason === EDITORS_NOTE ? undefined : junk?.reason) ?? above;
    if (reason === undefined)
      kept.push(isBelowRule ? { ...block, looks: [...block.looks, BELOW_RULE] } : block);
    else leftOut.push(leave(block, reason));
    isBelowRule = RULE.test(block.text) || (isBelowRule && reason !== undefined);
  }
  for (const end of ends.slice(0, MOST_ENDS)) {
    const sifted = cutAt(end, kept, leftOut);
    if (sifted.found.ok) return sifted;
  }
  return cutAt(kept.length, kept, leftOut);
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
function isTurn(block: Block): boolean {
  return labelsOf(block).some(({ key, isWeak }) => !isWeak && roleOf(key) !== undefined);
}
