// The gateway as it is now, with its sessions: dispatches what happens to the shard that it concerns.
import { eventProblems } from '../protocol/event-schemas.ts';
import type { ViolationRecord, WireLog } from '../record/log.ts';
import type { WorldEvent } from '../world/nouns.ts';
import { follow, type World } from '../world/world.ts';
import { type Connection, OP, type Session } from './connection.ts';
import { type GatewayEvent, gatewayEvents, isLetThrough } from './dispatch.ts';
import type { Portal } from './identify.ts';
import { isComplete, isFor } from './routing.ts';

export interface GatewayOptions {
  readonly world: World;
  readonly log: WireLog;
  readonly violations: ViolationRecord;
  readonly portal: () => Portal;
  readonly heartbeatMs: number;
  /** The WebSocket address, for READY's resume_gateway_url. */
  readonly url: () => string;
}

/** How the gateway behaves from now on; tests change it through GatewayControls. */
export interface Behaviour {
  heartbeats: 'acknowledged' | 'unanswered';
  resumes: 'replayed' | 'unanswered' | 'refused';
  /** `closed`: READY, and then close code 4000. */
  identifies: 'answered' | 'unanswered' | 'closed';
  /** Whether connections are taken at all, or refused with 503. */
  upgrades: 'accepted' | 'refused';
  /** The shard whose IDENTIFY and RESUME are never answered. */
  hungShard: number | undefined;
  /** Close code for every IDENTIFY; undefined judges it by its contents. */
  refuseIdentify: number | undefined;
}

export interface Fence {
  readonly shard: number;
  sequence: number;
  /** Requests left to send; a heartbeat may overtake the event just before it inside the client. */
  attempts: number;
  readonly pass: () => void;
}

/** The gateway as it is now; changed by the functions below and by GatewayControls. */
export interface Gateway {
  readonly options: GatewayOptions;
  readonly behaviour: Behaviour;
  readonly connections: Set<Connection>;
  /** One for each shard, the latest last. */
  sessions: readonly Session[];
  fences: readonly Fence[];
  /** Sessions begun by IDENTIFY so far. */
  identifies: number;
  /** Sessions resumed so far. */
  resumes: number;
}

/** More than one repetition has not been seen; the bound keeps a broken client from a flood. */
const MAX_FENCE_ATTEMPTS = 20;

export function openGateway(options: GatewayOptions): Gateway {
  const gateway: Gateway = {
    options,
    behaviour: {
      heartbeats: 'acknowledged',
      resumes: 'replayed',
      identifies: 'answered',
      upgrades: 'accepted',
      hungShard: undefined,
      refuseIdentify: undefined,
    },
    connections: new Set(),
    sessions: [],
    fences: [],
    identifies: 0,
    resumes: 0,
  };
  follow(options.world, (event) => publish(gateway, event));
  return gateway;
}

export function isReady({ sessions }: Gateway): boolean {
  return isComplete(sessions);
}

export function endSession(gateway: Gateway, session: Session): void {
  gateway.sessions = gateway.sessions.filter((each) => each !== session);
}

/** Sends an event to the session of its shard, or keeps it for a RESUME while the bot is away. */
export function publish(gateway: Gateway, event: WorldEvent): void {
  for (const session of gateway.sessions) {
    for (const each of gatewayEvents(gateway.options.world, event, session.intents)) {
      if (!isFor(session.shard, each)) continue;
      if (isLetThrough(each, session.intents)) deliver(gateway, session, each);
      else withhold(gateway, each);
    }
  }
}

/** Resolves when the bot has received everything sent so far: each shard then answers a heartbeat request. */
export async function fence(gateway: Gateway): Promise<void> {
  await Promise.all(gateway.sessions.map((session) => fenceSession(gateway, session)));
}

function fenceSession(
  gateway: Gateway,
  { shard, sequence, isConnected, connection }: Session,
): Promise<void> {
  return new Promise((pass) => {
    const own = { shard: shard.id, sequence, pass, attempts: MAX_FENCE_ATTEMPTS };
    gateway.fences = [...gateway.fences, own];
    if (isConnected) connection?.send(OP.heartbeat, null);
  });
}

type NamedEvent = Pick<GatewayEvent, 'name' | 'payload'>;

export function deliver(gateway: Gateway, session: Session, { name, payload }: NamedEvent): void {
  const problems = eventProblems(name, payload);
  gateway.options.violations.add({ by: 'simulator', what: `${name} event`, problems, value: payload });
  const event = session.record(name, payload);
  if (session.isConnected) session.connection?.dispatch(event, problems);
  else withhold(gateway, { name, payload });
}

function withhold({ options }: Gateway, { name, payload }: NamedEvent): void {
  options.log.add({
    kind: 'gateway',
    direction: 'to-bot',
    name,
    payload,
    delivered: false,
    problems: [],
  });
}

/** A heartbeat that has reached these fences lets them pass. */
export function passFences(gateway: Gateway, connection: Connection, reached: number): void {
  const isPassed = (each: Fence) => each.shard === connection.session?.shard.id && each.sequence <= reached;
  const passed = gateway.fences.filter(isPassed);
  gateway.fences = gateway.fences.filter((each) => !isPassed(each));
  for (const { pass } of passed) pass();
}

export function askAgain({ fences }: Gateway, connection: Connection): void {
  const own = connection.session?.shard.id;
  const open = fences.find(({ attempts, shard }) => attempts > 0 && shard === own);
  if (open === undefined || !connection.authenticated) return;
  open.attempts -= 1;
  connection.send(OP.heartbeat, null);
}
