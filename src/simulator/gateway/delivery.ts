// The gateway as it is now, with its sessions: dispatches what happens to the shard that it concerns, each payload held to
// Discord's REST schemas where the event carries the same object.
import * as spec from 'discord-api-spec/zod';
import { z } from 'zod/mini';
import { isObject, type Json } from '../protocol/json.ts';
import { closestProblems, type FormProblem, type Schema, schemaProblems } from '../protocol/problems.ts';
import type { ViolationRecord, WireLog } from '../record/log.ts';
import type { WorldEvent } from '../world/nouns.ts';
import { follow, type World } from '../world/world.ts';
import { type Connection, OP, type Session } from './connection.ts';
import { type GatewayEvent, gatewayEvents, isLetThrough } from './dispatch.ts';
import { isComplete, isFor, type Portal } from './identify.ts';

export interface GatewayOptions {
  readonly world: World;
  readonly log: WireLog;
  readonly violations: ViolationRecord;
  readonly portal: () => Portal;
  readonly heartbeatMs: number;
  /** The WebSocket address, for READY's resume_gateway_url. */
  readonly url: () => string;
  readonly checksItself: boolean;
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
  /** What each event says in place of what it should; undefined: as it should. */
  distort: Distortion | undefined;
}

/** The payload as it is sent; the same one where nothing is wrong with it. */
export type Distortion = (name: string, payload: Json) => Json;

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
      distort: undefined,
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

export function deliver(gateway: Gateway, session: Session, right: NamedEvent): void {
  const { name } = right;
  const payload = gateway.behaviour.distort?.(name, right.payload) ?? right.payload;
  const problems = gateway.options.checksItself ? eventProblems(name, payload) : [];
  // What a test distorts breaks the rules on purpose.
  if (payload === right.payload)
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

const id = z.string().check(z.regex(/^\d+$/u));

const deletion = z.object({ id, channel_id: id, guild_id: z.optional(id) });

/** Discord publishes no schema for interactions; this follows its documentation. */
const interaction = z.object({
  id,
  application_id: id,
  type: z.literal([2, 3, 4, 5]),
  token: z.string(),
  version: z.literal(1),
  channel_id: id,
  context: z.literal([0, 1, 2]),
  locale: z.string(),
  guild_locale: z.optional(z.string()),
  app_permissions: z.string(),
  authorizing_integration_owners: z.record(z.string(), id),
  entitlements: z.array(z.unknown()),
  data: z.record(z.string(), z.unknown()),
});

const CHANNELS = [spec.GuildChannelResponseSchema, spec.ThreadResponseSchema];

const SCHEMAS: Readonly<Record<string, readonly Schema[]>> = {
  READY: [z.object({ v: z.literal(10), user: spec.UserPIIResponseSchema, resume_gateway_url: z.url() })],
  GUILD_CREATE: [spec.GuildResponseSchema],
  GUILD_MEMBER_ADD: [spec.GuildMemberResponseSchema],
  GUILD_MEMBER_UPDATE: [spec.GuildMemberResponseSchema],
  GUILD_ROLE_CREATE: [z.object({ guild_id: id, role: spec.GuildRoleResponseSchema })],
  CHANNEL_CREATE: CHANNELS,
  CHANNEL_UPDATE: CHANNELS,
  CHANNEL_DELETE: CHANNELS,
  THREAD_CREATE: CHANNELS,
  THREAD_UPDATE: CHANNELS,
  THREAD_DELETE: CHANNELS,
  THREAD_MEMBERS_UPDATE: [z.object({ id, guild_id: id, added_members: z.array(z.object({ user_id: id })) })],
  MESSAGE_CREATE: [spec.MessageResponseSchema],
  MESSAGE_UPDATE: [spec.MessageResponseSchema],
  MESSAGE_DELETE: [deletion],
  MESSAGE_DELETE_BULK: [z.object({ ids: z.array(id), channel_id: id })],
  INTERACTION_CREATE: [interaction],
};

function eventProblems(name: string, payload: Json): readonly FormProblem[] {
  const schemas = SCHEMAS[name] ?? [];
  const own = schemas.length === 0 ? [] : closestProblems(schemas, payload);
  const { channel, message } = payload;
  return [
    ...own,
    ...(isObject(message) ? schemaProblems(spec.MessageResponseSchema, message) : []),
    ...(isObject(channel) ? closestProblems(ANY_CHANNEL, channel) : []),
  ];
}

const ANY_CHANNEL = [...CHANNELS, spec.PrivateChannelResponseSchema, spec.PrivateGroupChannelResponseSchema];
