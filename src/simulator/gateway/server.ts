// The gateway: greets a connection, identifies or resumes it, beats its heart, and dispatches what happens.
import type { WebSocket } from 'ws';
import { eventProblems } from '../protocol/event-schemas.ts';
import type { Json } from '../protocol/json.ts';
import type { ViolationRecord, WireLog } from '../record/log.ts';
import { guildCreateJson } from '../wire/places.ts';
import { ownUserJson } from '../wire/users.ts';
import type { Guild, WorldEvent } from '../world/nouns.ts';
import { follow, type World } from '../world/world.ts';
import {
  type Connection,
  createConnection,
  createSession,
  OP,
  type Packet,
  type Session,
} from './connection.ts';
import { type GatewayEvent, gatewayEvents, isLetThrough } from './dispatch.ts';
import { CLOSE, hasIntent, judgeIdentify, type Portal, readResume } from './identify.ts';

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
  /** Close code for every IDENTIFY; undefined judges it by its contents. */
  refuseIdentify: number | undefined;
}

interface Fence {
  sequence: number;
  /** Requests left to send; a heartbeat may overtake the event just before it inside the client. */
  attempts: number;
  readonly pass: () => void;
}

/** The gateway as it is now; changed by the functions below and by GatewayControls. */
export interface Gateway {
  readonly options: GatewayOptions;
  readonly behaviour: Behaviour;
  connection: Connection | undefined;
  session: Session | undefined;
  fences: readonly Fence[];
  /** Sessions begun by IDENTIFY so far. */
  identifies: number;
  /** Sessions resumed so far. */
  resumes: number;
}

const API_VERSION = '10';
/** More than one repetition has not been seen; the bound keeps a broken client from a flood. */
const MAX_FENCE_ATTEMPTS = 20;

export function openGateway(options: GatewayOptions): Gateway {
  const gateway: Gateway = {
    options,
    behaviour: { heartbeats: 'acknowledged', resumes: 'replayed', refuseIdentify: undefined },
    connection: undefined,
    session: undefined,
    fences: [],
    identifies: 0,
    resumes: 0,
  };
  follow(options.world, (event) => publish(gateway, event));
  return gateway;
}

export function isReady({ connection }: Gateway): boolean {
  return connection?.authenticated ?? false;
}

export function accept(gateway: Gateway, socket: WebSocket, query: URLSearchParams): void {
  const { log, heartbeatMs } = gateway.options;
  const connection = createConnection(socket, log);
  log.add({ kind: 'connection', what: 'opened', code: undefined });
  connection.onClose(() => {
    if (gateway.connection === connection) gateway.connection = undefined;
  });
  if (query.get('v') !== API_VERSION) {
    connection.close(CLOSE.invalidVersion);
    return;
  }
  gateway.connection = connection;
  connection.onPacket((packet) => {
    const code = receive(gateway, connection, packet);
    if (code !== undefined) connection.close(code);
  });
  connection.send(OP.hello, { heartbeat_interval: heartbeatMs });
}

/** Sends an event to the session, or keeps it for a RESUME while the bot is away. */
export function publish(gateway: Gateway, event: WorldEvent): void {
  const { session } = gateway;
  if (session === undefined) return;
  for (const each of gatewayEvents(gateway.options.world, event, session.intents)) {
    if (isLetThrough(each, session.intents)) deliver(gateway, session, each);
    else withhold(gateway, each);
  }
}

/** Resolves when the bot has received everything sent so far: it then answers a heartbeat request. */
export function fence(gateway: Gateway): Promise<void> {
  return new Promise((pass) => {
    const sequence = gateway.session?.sequence ?? 0;
    gateway.fences = [...gateway.fences, { sequence, pass, attempts: MAX_FENCE_ATTEMPTS }];
    if (isReady(gateway)) gateway.connection?.send(OP.heartbeat, null);
  });
}

type NamedEvent = Pick<GatewayEvent, 'name' | 'payload'>;

function deliver(gateway: Gateway, session: Session, { name, payload }: NamedEvent): void {
  const problems = eventProblems(name, payload);
  gateway.options.violations.add({ by: 'simulator', what: `${name} event`, problems, value: payload });
  const event = session.record(name, payload);
  if (gateway.connection?.authenticated) gateway.connection.dispatch(event, problems);
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

/** @returns the close code when the packet is one that ends the connection */
function receive(gateway: Gateway, connection: Connection, packet: Packet | undefined): number | undefined {
  const { authenticated } = connection;
  switch (packet?.op) {
    case undefined:
      return CLOSE.decodeError;
    case OP.heartbeat:
      return beat(gateway, connection, packet.d);
    case OP.identify:
      return authenticated ? CLOSE.alreadyAuthenticated : identify(gateway, connection, packet.d);
    case OP.resume:
      return authenticated ? CLOSE.alreadyAuthenticated : resume(gateway, connection, packet.d);
    case OP.presence:
    case OP.voiceState:
    case OP.requestMembers:
      return authenticated ? undefined : CLOSE.notAuthenticated;
    default:
      return CLOSE.unknownOpcode;
  }
}

function beat(gateway: Gateway, connection: Connection, sequence: unknown): undefined {
  if (gateway.behaviour.heartbeats === 'acknowledged') connection.send(OP.heartbeatAck, null);
  const reached = typeof sequence === 'number' ? sequence : 0;
  const passed = gateway.fences.filter((each) => each.sequence <= reached);
  gateway.fences = gateway.fences.filter((each) => each.sequence > reached);
  for (const { pass } of passed) pass();
  askAgain(gateway, connection);
  return undefined;
}

function askAgain({ fences }: Gateway, connection: Connection): void {
  const open = fences.find(({ attempts }) => attempts > 0);
  if (open === undefined || !connection.authenticated) return;
  open.attempts -= 1;
  connection.send(OP.heartbeat, null);
}

function identify(gateway: Gateway, connection: Connection, data: unknown): number | undefined {
  const { portal, world } = gateway.options;
  if (gateway.behaviour.refuseIdentify !== undefined) return gateway.behaviour.refuseIdentify;
  const judgement = judgeIdentify(data, portal());
  if (!judgement.accepted) return judgement.code;
  const session = createSession(`session-${world.newId()}`, judgement.intents);
  gateway.session = session;
  gateway.identifies += 1;
  connection.authenticated = true;
  deliver(gateway, session, { name: 'READY', payload: readyJson(gateway, session) });
  if (hasIntent(session.intents, 'Guilds')) {
    for (const guild of joinedGuilds(world))
      deliver(gateway, session, { name: 'GUILD_CREATE', payload: guildCreateJson(world, guild) });
  }
  // A new session counts its events anew.
  for (const each of gateway.fences) each.sequence = session.sequence;
  askAgain(gateway, connection);
  return undefined;
}

function joinedGuilds({ guilds }: World): readonly Guild[] {
  return [...guilds.values()].filter(({ botIsMember }) => botIsMember);
}

function readyJson({ options: { world, url } }: Gateway, session: Session): Json {
  return {
    v: 10,
    user: ownUserJson(world.bot),
    guilds: joinedGuilds(world).map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url(),
    application: { id: world.bot.id, flags: 0 },
    shard: [0, 1],
  };
}

function resume(gateway: Gateway, connection: Connection, data: unknown): number | undefined {
  const { session, behaviour } = gateway;
  if (behaviour.resumes === 'unanswered') return undefined;
  const request = readResume(data, gateway.options.portal());
  if (request === undefined) return CLOSE.authenticationFailed;
  if (behaviour.resumes === 'refused' || session === undefined || session.id !== request.sessionId) {
    connection.send(OP.invalidSession, false);
    return undefined;
  }
  gateway.resumes += 1;
  connection.authenticated = true;
  for (const missed of session.since(request.sequence)) connection.dispatch(missed, []);
  deliver(gateway, session, { name: 'RESUMED', payload: { _trace: [] } });
  askAgain(gateway, connection);
  return undefined;
}
