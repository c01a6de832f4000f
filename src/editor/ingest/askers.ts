// Several voices that ask, and one that answers nearly all of them: two interviewers, a host and the audience.
import { type Block, widthOf } from './block.ts';
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
