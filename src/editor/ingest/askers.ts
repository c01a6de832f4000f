// Several voices that ask, and one that answers nearly all of them: two interviewers, a host and the audience; and what may be
// said above the first question.
import { type Block, endsAsSentence, type Remark, widthOf } from './block.ts';
import { isNameLike, isNobodys } from './label-words.ts';
import { bare, type Label, labelsOf } from './labels.ts';
import type { LabelledTurn, Voice } from './voices.ts';

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
