// The gateway: greets a connection, identifies or resumes it, beats its heart, and dispatches what happens.
import type { WebSocket } from 'ws';
import { eventProblems } from '../protocol/event-schemas.ts';
import type { Json } from '../protocol/json.ts';
import type { ViolationRecord, WireLog } from '../record/log.ts';
import { guildCreateJson } from '../wire/places.ts';
import { ownUserJson } from '../wire/users.ts';
import type { WorldEvent } from '../world/nouns.ts';
import type { World } from '../world/world.ts';
import { Connection, OP, type Packet, Session } from './connection.ts';
import { gatewayEvents, isLetThrough } from './dispatch.ts';
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

const API_VERSION = '10';
/** More than one repetition has not been seen; the bound keeps a broken client from a flood. */
const MAX_FENCE_ATTEMPTS = 20;

export class GatewayServer {
  readonly behaviour: Behaviour = {
    heartbeats: 'acknowledged',
    resumes: 'replayed',
    refuseIdentify: undefined,
  };
  readonly #options: GatewayOptions;
  #connection: Connection | undefined;
  #session: Session | undefined;
  #fences: Fence[] = [];
  #identifies = 0;
  #resumes = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
    options.world.listen((event) => this.publish(event));
  }

  get connection(): Connection | undefined {
    return this.#connection;
  }

  /** Sessions begun by IDENTIFY so far. */
  get identifies(): number {
    return this.#identifies;
  }

  /** Sessions resumed so far. */
  get resumes(): number {
    return this.#resumes;
  }

  get isReady(): boolean {
    return this.#connection?.authenticated ?? false;
  }

  accept(socket: WebSocket, query: URLSearchParams): void {
    const { log, heartbeatMs } = this.#options;
    const connection = new Connection(socket, log);
    log.add({ kind: 'connection', what: 'opened', code: undefined });
    connection.onClose(() => {
      if (this.#connection === connection) this.#connection = undefined;
    });
    if (query.get('v') !== API_VERSION) {
      connection.close(CLOSE.invalidVersion);
      return;
    }
    this.#connection = connection;
    connection.onPacket((packet) => this.#receive(connection, packet));
    connection.send(OP.hello, { heartbeat_interval: heartbeatMs });
  }

  /** Sends an event to the session, or keeps it for a RESUME while the bot is away. */
  publish(event: WorldEvent): void {
    const session = this.#session;
    if (session === undefined) return;
    for (const each of gatewayEvents(this.#options.world, event, session.intents)) {
      if (isLetThrough(each, session.intents)) this.#deliver(session, each.name, each.payload);
      else this.#withhold(each.name, each.payload);
    }
  }

  /** Resolves when the bot has received everything sent so far: it then answers a heartbeat request. */
  fence(): Promise<void> {
    return new Promise((pass) => {
      const sequence = this.#session?.sequence ?? 0;
      this.#fences.push({ sequence, pass, attempts: MAX_FENCE_ATTEMPTS });
      if (this.isReady) this.#connection?.send(OP.heartbeat, null);
    });
  }

  forgetSession(): void {
    this.#session = undefined;
  }

  #deliver(session: Session, name: string, payload: Json): void {
    const problems = eventProblems(name, payload);
    this.#options.violations.add({ by: 'simulator', what: `${name} event`, problems, value: payload });
    const event = session.record(name, payload);
    if (this.#connection?.authenticated) this.#connection.dispatch(event, problems);
    else this.#withhold(name, payload);
  }

  #withhold(name: string, payload: Json): void {
    const record = {
      kind: 'gateway',
      direction: 'to-bot',
      name,
      payload,
      delivered: false,
      problems: [],
    } as const;
    this.#options.log.add(record);
  }

  #receive(connection: Connection, packet: Packet | undefined): void {
    const code = this.#handle(connection, packet);
    if (code !== undefined) connection.close(code);
  }

  /** @returns the close code when the packet is one that ends the connection */
  #handle(connection: Connection, packet: Packet | undefined): number | undefined {
    const { authenticated } = connection;
    switch (packet?.op) {
      case undefined:
        return CLOSE.decodeError;
      case OP.heartbeat:
        return this.#beat(connection, packet.d);
      case OP.identify:
        return authenticated ? CLOSE.alreadyAuthenticated : this.#identify(connection, packet.d);
      case OP.resume:
        return authenticated ? CLOSE.alreadyAuthenticated : this.#resume(connection, packet.d);
      case OP.presence:
      case OP.voiceState:
      case OP.requestMembers:
        return authenticated ? undefined : CLOSE.notAuthenticated;
      default:
        return CLOSE.unknownOpcode;
    }
  }

  #beat(connection: Connection, sequence: unknown): undefined {
    if (this.behaviour.heartbeats === 'acknowledged') connection.send(OP.heartbeatAck, null);
    const reached = typeof sequence === 'number' ? sequence : 0;
    const passed = this.#fences.filter((fence) => fence.sequence <= reached);
    this.#fences = this.#fences.filter((fence) => fence.sequence > reached);
    for (const { pass } of passed) pass();
    this.#askAgain(connection);
    return undefined;
  }

  #askAgain(connection: Connection): void {
    const open = this.#fences.find(({ attempts }) => attempts > 0);
    if (open === undefined || !connection.authenticated) return;
    open.attempts -= 1;
    connection.send(OP.heartbeat, null);
  }

  #identify(connection: Connection, data: unknown): number | undefined {
    const { portal, world } = this.#options;
    if (this.behaviour.refuseIdentify !== undefined) return this.behaviour.refuseIdentify;
    const verdict = judgeIdentify(data, portal());
    if (!verdict.accepted) return verdict.code;
    const session = new Session(`session-${world.newId()}`, verdict.intents);
    this.#session = session;
    this.#identifies += 1;
    connection.authenticated = true;
    this.#deliver(session, 'READY', this.#readyJson(session));
    if (hasIntent(session.intents, 'Guilds')) this.#sendGuilds(session);
    // A new session counts its events anew.
    for (const fence of this.#fences) fence.sequence = session.sequence;
    this.#askAgain(connection);
    return undefined;
  }

  #sendGuilds(session: Session): void {
    const { world } = this.#options;
    const joined = [...world.guilds.values()].filter(({ botIsMember }) => botIsMember);
    for (const guild of joined) this.#deliver(session, 'GUILD_CREATE', guildCreateJson(world, guild));
  }

  #readyJson(session: Session): Json {
    const { world, url } = this.#options;
    const joined = [...world.guilds.values()].filter(({ botIsMember }) => botIsMember);
    return {
      v: 10,
      user: ownUserJson(world.bot),
      guilds: joined.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      application: { id: world.bot.id, flags: 0 },
      shard: [0, 1],
    };
  }

  #resume(connection: Connection, data: unknown): number | undefined {
    if (this.behaviour.resumes === 'unanswered') return undefined;
    const request = readResume(data, this.#options.portal());
    if (request === undefined) return CLOSE.authenticationFailed;
    const session = this.#session;
    if (this.behaviour.resumes === 'refused' || session === undefined || session.id !== request.sessionId) {
      connection.send(OP.invalidSession, false);
      return undefined;
    }
    this.#resumes += 1;
    connection.authenticated = true;
    for (const missed of session.since(request.sequence)) connection.dispatch(missed, []);
    this.#deliver(session, 'RESUMED', { _trace: [] });
    this.#askAgain(connection);
    return undefined;
  }
}
