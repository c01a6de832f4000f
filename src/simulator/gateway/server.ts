// The gateway's end of a connection: greets it, identifies or resumes it, beats its heart.
import type { WebSocket } from 'ws';
import type { Json } from '../protocol/json.ts';
import { guildCreateJson } from '../wire/places.ts';
import { ownUserJson } from '../wire/users.ts';
import type { Guild } from '../world/nouns.ts';
import type { World } from '../world/world.ts';
import {
  type Connection,
  createConnection,
  createSession,
  OP,
  type Packet,
  type Session,
} from './connection.ts';
import { askAgain, deliver, endSession, type Gateway, passFences } from './delivery.ts';
import { CLOSE, hasIntent, isGuildOn, isSameShard, judgeIdentify, readResume } from './identify.ts';

const API_VERSION = '10';
export function accept(gateway: Gateway, socket: WebSocket, query: URLSearchParams): void {
  const { log, heartbeatMs } = gateway.options;
  const connection = createConnection(socket, log);
  log.add({ kind: 'connection', what: 'opened', code: undefined });
  connection.onClose((code) => forget(gateway, connection, code));
  if (query.get('v') !== API_VERSION) {
    connection.close(CLOSE.invalidVersion);
    return;
  }
  gateway.connections.add(connection);
  connection.onPacket((packet) => {
    const code = receive(gateway, connection, packet);
    if (code !== undefined) connection.close(code);
  });
  connection.send(OP.hello, { heartbeat_interval: heartbeatMs });
}

/** A client that closes with 1000 has logged out: its session is over. */
const LOGGED_OUT = 1000;

function forget(gateway: Gateway, connection: Connection, code: number): void {
  gateway.connections.delete(connection);
  const { session } = connection;
  if (session?.connection !== connection) return;
  session.connection = undefined;
  if (code === LOGGED_OUT) endSession(gateway, session);
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
  passFences(gateway, connection, typeof sequence === 'number' ? sequence : 0);
  askAgain(gateway, connection);
  return undefined;
}

function identify(gateway: Gateway, connection: Connection, data: unknown): number | undefined {
  const { behaviour, options } = gateway;
  if (behaviour.refuseIdentify !== undefined) return behaviour.refuseIdentify;
  const judgement = judgeIdentify(data, options.portal());
  if (!judgement.accepted) return judgement.code;
  const { intents, shard } = judgement;
  gateway.identifies += 1;
  if (behaviour.identifies === 'unanswered' || behaviour.hungShard === shard.id) return undefined;
  const session = createSession({ id: `session-${options.world.newId()}`, intents, shard });
  gateway.sessions = [...gateway.sessions.filter((each) => !isReplaced(each, session)), session];
  attach(session, connection);
  welcome(gateway, session);
  // A new session counts its events anew.
  for (const each of gateway.fences) if (each.shard === shard.id) each.sequence = session.sequence;
  askAgain(gateway, connection);
  return behaviour.identifies === 'closed' ? CLOSE.unknownError : undefined;
}

/** The same shard's, or one of a process that ran with another number of shards and is gone. */
function isReplaced(old: Session, { shard }: Session): boolean {
  return isSameShard(old.shard, shard) || (old.shard.count !== shard.count && !old.isConnected);
}

function attach(session: Session, connection: Connection): void {
  session.connection = connection;
  connection.session = session;
  connection.authenticated = true;
}

function welcome(gateway: Gateway, session: Session): void {
  const { world } = gateway.options;
  const guilds = joinedGuilds(world).filter(({ id }) => isGuildOn(session.shard, id));
  deliver(gateway, session, { name: 'READY', payload: readyJson(gateway, session, guilds) });
  if (!hasIntent(session.intents, 'Guilds')) return;
  for (const guild of guilds)
    deliver(gateway, session, { name: 'GUILD_CREATE', payload: guildCreateJson(world, guild) });
}

function joinedGuilds({ guilds }: World): readonly Guild[] {
  return [...guilds.values()].filter(({ botIsMember }) => botIsMember);
}

function readyJson({ options: { world, url } }: Gateway, session: Session, guilds: readonly Guild[]): Json {
  return {
    v: 10,
    user: ownUserJson(world.bot),
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url(),
    application: { id: world.bot.id, flags: 0 },
    shard: [session.shard.id, session.shard.count],
  };
}

function resume(gateway: Gateway, connection: Connection, data: unknown): number | undefined {
  const { sessions, behaviour } = gateway;
  if (behaviour.resumes === 'unanswered') return undefined;
  const request = readResume(data, gateway.options.portal());
  if (request === undefined) return CLOSE.authenticationFailed;
  const session = sessions.find(({ id }) => id === request.sessionId);
  if (behaviour.resumes === 'refused' || session === undefined) {
    connection.send(OP.invalidSession, false);
    return undefined;
  }
  if (session.shard.id === behaviour.hungShard) return undefined;
  gateway.resumes += 1;
  attach(session, connection);
  for (const missed of session.since(request.sequence)) connection.dispatch(missed, []);
  deliver(gateway, session, { name: 'RESUMED', payload: { _trace: [] } });
  askAgain(gateway, connection);
  return undefined;
}
