// Voices beside the two that alternate: labels that stand once and are somebody's all the same, and several voices that ask one; and
// what may be said above the first question.
import { type Block, endsAsQuestion, endsAsSentence, isBold, type Remark, widthOf } from './block.ts';
import { kindOf } from './header-lines.ts';
import { isNameLike, isNobodys, isShortFor, roleOf } from './label-words.ts';
import { bare, type Label, labelsOf } from './labels.ts';
import type { LabelledTurn, Voice } from './voices.ts';

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
    const isFuller = [...accepted].some((key) => {
      if (!isShortFor(key, label.key) || roleOf(key) !== undefined) return false;
      const short = firstOf(key, turns, keyAt);
      return at < short && (!label.isAlone || isSetAlike(at, short, blocks));
    });
    const isNamed = !isFuller && !label.isAlone && isNameLike(label.printed);
    const around = isNamed
      ? ([turns.findLast((turn) => turn < at), turns.find((turn) => turn > at)] as const)
      : undefined;
    if (isFuller || (around && isBetween(at, around, { keyAt, blocks }))) found.add(label.key);
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

function isByline(text: string): boolean {
  return kindOf({ text, line: 1, at: [] }) === 'byline';
}

/** Two labels on lines of their own, neither of which is a headline more than the other. */
function isSetAlike(at: number, other: number, blocks: readonly Block[]): boolean {
  const [one, two] = [blocks[at], blocks[other]];
  if (!one || !two) return false;
  return one.heading === two.heading && isBold(one) === isBold(two) && isAloneIn(two);
}

function isAloneIn(block: Block): boolean {
  return labelsOf(block).some(({ isAlone, words }) => isAlone || words >= block.text.length);
}

/** Labels that stand once, and say who speaks: strong ones, and names on lines of their own. */
function singlesIn(offered: Offered, accepted: ReadonlySet<string>): readonly (readonly [number, Label])[] {
  const counts = new Map<string, number>();
  for (const labels of offered)
    for (const key of new Set(labels.map((label) => label.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return offered.flatMap((labels, at) => {
    if (labels.some(({ key }) => accepted.has(key))) return [];
    const isOwn = ({ isWeak, isBracketed, isAlone, key, printed }: Label) =>
      (!isWeak || isBracketed === true || (isAlone && isNameLike(printed) && !isByline(printed))) &&
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
    if (label && !label.isAlone && isVoice(label) && endsAsSentence(block.text)) above.push(at);
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

/** Of a voice's turns: how many the interviewee's must follow. */
const ANSWERED = 0.7;
/** Of a voice's turns: how many must end in a question where nothing else says that it asks. */
const ASKED = 0.25;
/** Turns; of a voice with fewer the share of questions tells nothing. */
const FEW = 3;

/** Those of `others` that ask `answerer` beside `asker`: a turn of theirs is answered, and they ask more and say less. */
export function furtherAskers(
  others: readonly Voice[],
  turns: readonly LabelledTurn[],
  {
    asker,
    answerer,
    blocks,
  }: { readonly asker: Voice; readonly answerer: Voice; readonly blocks: readonly Block[] },
): readonly Voice[] {
  const sizes = sizesOf(turns, blocks);
  const isAnswered = (at: number) => {
    const next = turns.slice(at + 1).find(({ voice }) => voice !== asker && !others.includes(voice));
    const following = turns[at + 1]?.voice;
    return next !== undefined && (following === answerer || following === asker);
  };
  return others.filter((voice) => {
    const own = turns.flatMap((turn, at) => (turn.voice === voice ? [at] : []));
    if (own.length === 0) return false;
    const answered = own.filter(isAnswered).length;
    if (answered < own.length * ANSWERED) return false;
    const isAsking =
      voice.role === 'asks' || voice.questions / voice.at.length >= leastShare(voice, answerer);
    return isAsking && (sizes.get(voice) ?? 0) < (sizes.get(answerer) ?? 0);
  });
}

function leastShare({ at }: Voice, answerer: Voice): number {
  const answered = answerer.questions / answerer.at.length;
  return at.length < FEW ? 0.5 : Math.max(ASKED, answered + 0.1);
}

/** Columns that each voice says. */
function sizesOf(turns: readonly LabelledTurn[], blocks: readonly Block[]): ReadonlyMap<Voice, number> {
  const sizes = new Map<Voice, number>();
  for (const [index, { at, voice }] of turns.entries()) {
    const said = blocks.slice(at, turns[index + 1]?.at ?? at + 1);
    const width = said.reduce((sum, { text }) => sum + widthOf(text), 0);
    sizes.set(voice, (sizes.get(voice) ?? 0) + width);
  }
  return sizes;
}

/** Blocks. */
const NEAR = 12;

/** What has a label and stands above the first question: it would be lost in the introduction unseen. */
export function saidBefore(
  first: number,
  turns: readonly LabelledTurn[],
  blocks: readonly Block[],
): readonly Remark[] {
  const known = new Map(turns.map(({ at, voice }) => [at, voice.names[0]]));
  return blocks.slice(Math.max(0, first - NEAR), first).flatMap((block, offset) => {
    const at = Math.max(0, first - NEAR) + offset;
    const name = known.get(at) ?? labelsOf(block).find(isOfName)?.printed;
    if (name === undefined || !endsAsSentence(block.text)) return [];
    return [
      {
        line: block.line,
        what: `“${bare(name)}” may be a voice’s label above the first question: who says this?`,
      },
    ];
  });
}

function isOfName({ isWeak, printed, key }: Label): boolean {
  return !isWeak && isNameLike(printed) && !isNobodys(key);
}
