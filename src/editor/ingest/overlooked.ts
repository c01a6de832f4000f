// Labels that stand once and are somebody's all the same: the first turns' full form, and a question between two turns of one voice.
import { type Block, endsAsQuestion, endsAsSentence } from './block.ts';
import { isNameLike, isNobodys, isShortFor, roleOf } from './label-words.ts';
import type { Label } from './labels.ts';

type Offered = readonly (readonly Label[])[];

/** The keys of `offered` with those, beside the accepted ones, that the labels around them speak for. */
export function withOverlooked(
  offered: Offered,
  accepted: ReadonlySet<string>,
  blocks: readonly Block[],
): ReadonlySet<string> {
  const found = overlookedKeys(offered, accepted, blocks);
  return found.size === 0 ? accepted : withOverlooked(offered, new Set([...accepted, ...found]), blocks);
}

function overlookedKeys(
  offered: Offered,
  accepted: ReadonlySet<string>,
  blocks: readonly Block[],
): ReadonlySet<string> {
  const keyAt = (at: number) => offered[at]?.find(({ key }) => accepted.has(key))?.key;
  const turns = [...offered.keys()].filter((at) => keyAt(at) !== undefined);
  const [first] = turns;
  if (first === undefined) return new Set();
  const singles = singlesIn(offered, accepted);
  const found = new Set<string>();
  for (const [at, label] of singles) {
    const before = turns.findLast((turn) => turn < at);
    const after = turns.find((turn) => turn > at);
    const isFuller = [...accepted].some(
      (key) => isShortFor(key, label.key) && roleOf(key) === undefined && at < firstOf(key, turns, keyAt),
    );
    const isNamed = isNameLike(label.printed);
    if (isFuller || (isNamed && isBetween(at, [before, after], { keyAt, blocks }))) found.add(label.key);
  }
  for (const key of openings(first, new Map(singles), { blocks, found })) found.add(key);
  return found;
}

interface Around {
  readonly keyAt: (at: number) => string | undefined;
  readonly blocks: readonly Block[];
}

/** Between two turns of one voice: it asks between two answers, or answers between two questions. */
function isBetween(
  at: number,
  [before, after]: readonly [number | undefined, number | undefined],
  { keyAt, blocks }: Around,
): boolean {
  if (before === undefined || after === undefined) return false;
  const [own = '', other = ''] = [keyAt(before), keyAt(after)];
  if (!isShortFor(own, other) && !isShortFor(other, own)) return false;
  return asks(at, after, blocks) !== asks(before, at, blocks);
}

function firstOf(key: string, turns: readonly number[], keyAt: (at: number) => string | undefined): number {
  return turns.find((at) => keyAt(at) === key) ?? -1;
}

/** Strong labels that stand once, and say who speaks. */
function singlesIn(offered: Offered, accepted: ReadonlySet<string>): readonly (readonly [number, Label])[] {
  const counts = new Map<string, number>();
  for (const labels of offered)
    for (const key of new Set(labels.map((label) => label.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return offered.flatMap((labels, at) => {
    if (labels.some(({ key }) => accepted.has(key))) return [];
    const isOwn = ({ isWeak, isBracketed, key, printed }: Label) =>
      (!isWeak || isBracketed === true) &&
      counts.get(key) === 1 &&
      !isNobodys(key) &&
      !/^[*•·]\s/.test(printed);
    const label = labels.find(isOwn);
    return label ? [[at, label] as const] : [];
  });
}

/** Whether the words up to the next turn end in a question. */
function asks(at: number, next: number, blocks: readonly Block[]): boolean {
  return endsAsQuestion(blocks[at]?.text ?? '') || endsAsQuestion(blocks[next - 1]?.text ?? '');
}

/** Blocks of a first answer. */
const LONGEST_TURN = 8;
/** Characters; a longer opening is a sentence that leads over. */
const LONGEST_OPENING = 10;
const SAYS = /[说說问問是道的]$/u;

/** Labels right above the first turn, from one that asks: the voices had other labels there. */
function openings(
  first: number,
  singles: ReadonlyMap<number, Label>,
  { blocks, found }: { readonly blocks: readonly Block[]; readonly found: ReadonlySet<string> },
): readonly string[] {
  const start = [...singles.keys()].filter((at) => found.has(singles.get(at)?.key ?? '') && at < first)[0];
  const above: number[] = [];
  const end = start ?? first;
  for (let at = end - 1; at >= 0 && at >= end - LONGEST_TURN * 2; at -= 1) {
    const block = blocks[at] as Block;
    const isNear = (above.at(-1) ?? end) - at <= LONGEST_TURN;
    if (block.heading > 0 || !isNear) break;
    const label = singles.get(at);
    if (label && isVoice(label) && endsAsSentence(block.text)) above.push(at);
  }
  const isAsked = (at: number) =>
    endsAsQuestion(blocks[at]?.text ?? '') && (at + 1 === end || above.includes(at + 1));
  const from = above.findLast(isAsked);
  if (from === undefined) return [];
  return above.filter((at) => at >= from).map((at) => singles.get(at)?.key ?? '');
}

function isVoice({ printed, key }: Label): boolean {
  if (/\p{Script=Han}/u.test(key)) return key.length <= LONGEST_OPENING && !SAYS.test(key);
  return isNameLike(printed) || roleOf(key) !== undefined;
}
