// What is made to go wrong, from a seed: requests that fail, connections that break, sessions that end, files that change.
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedDiscord } from '../../src/simulator/discord.ts';
import type { Fault } from '../../src/simulator/rest/faults.ts';
import type { Dice } from './dice.ts';
import type { Gap } from './ledger.ts';

type Target = Parameters<SimulatedDiscord['faults']['on']>[0];

interface Mishap {
  readonly share: number;
  readonly route: Target;
  readonly fault: Fault;
  readonly times?: number;
}

const [MESSAGE, RESPONSE] = ['create_message', 'create_interaction_response'] as const;
const [STORED, NOT_STORED] = [{ stored: true }, { stored: false }] as const;
/** The library asks so often before it gives up. */
const UNTIL_GIVEN_UP = 4;

/** What carries answers, and how often it is hit beside the others: edits are rare. */
const ANSWERING = [
  { route: MESSAGE, often: 1 },
  { route: RESPONSE, often: 1 },
  { route: 'update_message', often: 0.2 },
] as const;

const TO_ANSWERS: readonly Omit<Mishap, 'route'>[] = [
  { share: 8, fault: { kind: 'server-error', status: 502, ...STORED } },
  { share: 6, fault: { kind: 'server-error', status: 500, ...NOT_STORED } },
  { share: 2, fault: { kind: 'server-error', status: 503, ...NOT_STORED }, times: UNTIL_GIVEN_UP },
  { share: 2, fault: { kind: 'server-error', status: 502, ...STORED }, times: UNTIL_GIVEN_UP },
  { share: 6, fault: { kind: 'cut', ...NOT_STORED } },
  { share: 6, fault: { kind: 'cut', ...STORED } },
  { share: 4, fault: { kind: 'cut', ...STORED, reset: true } },
  { share: 2, fault: { kind: 'cut', ...NOT_STORED }, times: 2 },
  { share: 2, fault: { kind: 'html', status: 502 } },
  { share: 6, fault: { kind: 'slow', milliseconds: 800 } },
  { share: 2, fault: { kind: 'slow', milliseconds: 2_500 } },
  { share: 4, fault: { kind: 'rate-limited', seconds: 0.4 } },
];

const MISHAPS: readonly Mishap[] = [
  ...ANSWERING.flatMap(({ route, often }) =>
    TO_ANSWERS.map((mishap): Mishap => ({ ...mishap, route, share: mishap.share * often })),
  ),
  { share: 4, route: MESSAGE, fault: { kind: 'rate-limited', seconds: 0.8, global: true } },
  { share: 2, route: MESSAGE, fault: { kind: 'refused', as: 'missingPermissions' } },
  { share: 2, route: MESSAGE, fault: { kind: 'refused', as: 'unknownChannel' } },
  { share: 2, route: MESSAGE, fault: { kind: 'refused', as: 'malformed' } },
  { share: 2, route: RESPONSE, fault: { kind: 'refused', as: 'unknownInteraction' } },
  ...(['update_original_webhook_message', 'execute_webhook', 'delete_message'] as const).flatMap(
    (route): readonly Mishap[] => [
      { share: 2, route, fault: { kind: 'server-error', status: 502, ...STORED } },
      { share: 2, route, fault: { kind: 'cut', ...NOT_STORED } },
    ],
  ),
];

export function plan({ faults }: SimulatedDiscord, dice: Dice): void {
  const { route, fault, times = 1 } = dice.weigh(MISHAPS);
  faults.on(route, fault, { times });
}

interface Storm {
  readonly name: string;
  /** Whether Discord ends the session, so that what happens meanwhile is never told. */
  readonly endsSession: boolean;
  readonly break: (discord: SimulatedDiscord) => void | Promise<void>;
}

const UNREACHABLE_MS = 3_000;

/** What happens to the gateway, in this order, over and over. */
export const STORMS: readonly Storm[] = [
  { name: 'socket dropped', endsSession: false, break: ({ gateway }) => gateway.drop() },
  {
    name: 'RESUME refused',
    endsSession: true,
    break: ({ gateway }) => {
      gateway.resumesAre('refused');
      gateway.drop();
    },
  },
  { name: 'opcode 7', endsSession: false, break: ({ gateway }) => gateway.requestReconnect() },
  { name: 'close code 4000', endsSession: false, break: ({ gateway }) => gateway.close(4000) },
  {
    name: 'opcode 9',
    endsSession: true,
    break: ({ gateway }) => gateway.invalidateSession({ resumable: false }),
  },
  {
    name: 'gateway away for 3 s',
    endsSession: false,
    break: async ({ gateway }) => {
      gateway.upgradesAre('refused');
      gateway.drop();
      await delay(UNREACHABLE_MS);
      gateway.upgradesAre('accepted');
    },
  },
];

export interface StormOptions {
  readonly now: () => number;
  readonly shards: number;
}

const LOOK_MS = 20;
/** The bot's own pauses grow to minutes. */
const LONGEST_STORM_MS = 400_000;
/** What was sent so long before a connection broke may not have been read: a busy machine lags behind. */
const ON_ITS_WAY_MS = 10_000;

/** Breaks the connection and waits until the bot is back; the span in which it was told nothing, where there is one. */
export async function blow(
  storm: Storm,
  discord: SimulatedDiscord,
  { now, shards }: StormOptions,
): Promise<Gap | undefined> {
  const { gateway } = discord;
  const from = now();
  const before = { identifies: gateway.identifies, resumes: gateway.resumes };
  await storm.break(discord);
  const isBack = () =>
    gateway.isConnected &&
    (storm.endsSession
      ? gateway.identifies >= before.identifies + shards
      : gateway.identifies + gateway.resumes >= before.identifies + before.resumes + shards);
  while (!isBack() && now() - from < LONGEST_STORM_MS) await delay(LOOK_MS);
  gateway.resumesAre('replayed');
  const to = now();
  return storm.endsSession ? { from: from - ON_ITS_WAY_MS, to } : undefined;
}
