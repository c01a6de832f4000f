// What is left out among the turns and may be somebody's words all the same: a table, a box, whatever has a voice's label, and long
// runs of sentences. The editor is asked.
import { type Block, endsAsSentence, type LeftOut, type Remark, widthOf } from './block.ts';
import type { Dialogue } from './dialogue.ts';
import { keyOf } from './label-words.ts';
import { labelsOf } from './labels.ts';
import type { Mark } from './looks.ts';
import { TABLE, TABLE_DOUBT } from './page-parts.ts';

/** What an editor is told of a box among the turns. */
export const BOX_DOUBT = 'a box stands here, and is left out: are these the interviewee’s words?';
const DOUBTS = new Map([
  [TABLE, TABLE_DOUBT],
  ['a box beside the article', BOX_DOUBT],
]);

interface Sifted {
  readonly main: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  readonly dialogue: Dialogue;
}

/** `blocks`: the whole reading's; `leftOut`: what was sifted out of them. */
export function doubtsOfLeftOut(
  blocks: readonly Block[],
  { main, leftOut, dialogue }: Sifted,
): readonly Remark[] {
  const [first, last] = reachOf(blocks, main, dialogue.marks);
  const lost = reasonsAt(leftOut, ({ line }) => line <= (blocks[last]?.line ?? line));
  const voices = voicesOf(dialogue);
  const remarks: Remark[] = [];
  for (let at = first; at < last; at += 1) {
    const run = runFrom(at, last, (index) => lost.get(keyAt(blocks[index])));
    if (run === 0) continue;
    const own = blocks.slice(at, at + run);
    remarks.push(...doubtsOfRun(own, lost.get(keyAt(own[0])) ?? '', voices));
    at += run - 1;
  }
  return remarks;
}

/** Why blocks are left out, by their place: a page may have thousands that nobody asks about. */
export function reasonsAt(
  leftOut: readonly LeftOut[],
  isConcerned: (own: LeftOut) => boolean,
): ReadonlyMap<string, string> {
  return new Map(leftOut.filter(isConcerned).map((own) => [keyAt(own), own.reason]));
}

/** How many blocks from there on are left out for one reason. */
function runFrom(from: number, last: number, reasonAt: (index: number) => string | undefined): number {
  const reason = reasonAt(from);
  let end = from;
  while (reason !== undefined && end < last && reasonAt(end) === reason) end += 1;
  return end - from;
}

/** Columns of whole sentences; an advertisement or a notice has fewer. */
const LONG = 400;
const UNSEEN = 'hidden on the page';

function doubtsOfRun(run: readonly Block[], reason: string, voices: ReadonlySet<string>): readonly Remark[] {
  const { line = 1 } = run[0] ?? {};
  const known = DOUBTS.get(reason);
  if (known !== undefined) return [{ line, what: known }];
  if (reason === UNSEEN) return [];
  const said = run.filter(({ text }) => endsAsSentence(text));
  const width = said.reduce((sum, { text }) => sum + widthOf(text), 0);
  const spoken = said.find((block) => isLabelledBy(block, voices));
  if (spoken !== undefined)
    return [{ line: spoken.line, what: `left out as ${reason}; does one of the voices speak here?` }];
  return width > LONG ? [{ line, what: `much is left out here as ${reason}: is it the interview’s?` }] : [];
}

/** The place of a block that is left out. */
export function keyAt(own: Pick<Block, 'line' | 'text'> | undefined): string {
  return `${own?.line} ${own?.text}`;
}

/** Indices in the whole reading of the first turn and of the last. */
export function reachOf(
  blocks: readonly Block[],
  main: readonly Block[],
  marks: readonly Mark[],
): readonly [number, number] {
  const [first, last] = [main[marks[0]?.at ?? 0], main[marks.at(-1)?.at ?? 0]];
  // A turn may be a part of its block.
  const isIn = (turn: Block | undefined) => (block: Block) =>
    turn !== undefined && block.line === turn.line && block.text.includes(turn.text);
  return [Math.max(0, blocks.findIndex(isIn(first))), blocks.findLastIndex(isIn(last))];
}

/** The keys of all labels. */
export function voicesOf({ asker, answerer }: Dialogue): ReadonlySet<string> {
  return new Set([...asker, ...answerer].map(keyOf));
}

/** By a label that needs no repetition. `voices`: keys. */
export function isLabelledBy(block: Block, voices: ReadonlySet<string>): boolean {
  return labelsOf(block).some(({ key, isWeak }) => !isWeak && voices.has(key));
}
