// What whoever watches the bot from outside is told: numbers, and names from closed lists; never a member's word or id.
import type { Status } from 'discord.js';
import type { Reply } from '../../answer/reply.ts';

export const SURFACES = ['message', 'edit', 'command', 'menu', 'control', 'form'] as const;
export type Surface = (typeof SURFACES)[number];

export const OUTCOMES = [
  'answer',
  'suggest',
  'abstain',
  'guide',
  'limited',
  'hint',
] as const satisfies readonly (Reply['outcome'] | 'guide' | 'limited' | 'hint')[];
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Why an answer, or other work, is given up. `gone`: its place or moment no longer exists. `forbidden`: the bot may not. `late`: Discord or
 * we would not take it any more. `unreachable`: no answer from Discord. `refused`: an answer that is none of these. `fault`:
 * ours.
 */
export const LOSSES = ['gone', 'forbidden', 'late', 'unreachable', 'refused', 'fault'] as const;
export type Loss = (typeof LOSSES)[number];

/** Work whose failure costs nobody an answer: an answer that goes with its question, what is offered while somebody types. */
export const SIDE_WORK = ['deletion', 'suggestions', 'start', 'commands'] as const;
export type SideWork = (typeof SIDE_WORK)[number];

/** How a connection comes back: with its session, so that nothing is missed, or with a new one. */
export const RETURNS = ['resumed', 'anew'] as const;
export type Return = (typeof RETURNS)[number];

export interface Vitals {
  readonly question: (question: WatchedQuestion) => void;
  readonly lost: (loss: Loss) => void;
  readonly failed: (work: SideWork, loss: Loss) => void;
  readonly reconnected: (shard: number, how: Return) => void;
  /** Discord asked to slow down (429). */
  readonly waited: () => void;
  /** Hands over the way to look at the connections. */
  readonly follow: (connections: () => readonly Connection[]) => void;
}

export interface WatchedQuestion {
  readonly outcome: Outcome;
  readonly surface: Surface;
  /** The id of the interview that answered; undefined where none did. */
  readonly interview: string | undefined;
  /** From the event to the end of sending. */
  readonly milliseconds: number;
}

export interface Connection {
  readonly shard: number;
  readonly state: keyof typeof Status;
  /** Milliseconds of the last heartbeat; undefined before the first. */
  readonly ping: number | undefined;
  /** Milliseconds since Discord was last heard; undefined while it has not answered a login. */
  readonly silence: number | undefined;
  /** Whether that was lately. */
  readonly isHeard: boolean;
}

export const NOBODY_WATCHES: Vitals = {
  question: () => undefined,
  lost: () => undefined,
  failed: () => undefined,
  reconnected: () => undefined,
  waited: () => undefined,
  follow: () => undefined,
};
