// One WebSocket connection to the bot, each packet logged; and the session that outlives it, for a RESUME.
import type { WebSocket } from 'ws';
import { isObject, type Json } from '../protocol/json.ts';
import type { FormProblem } from '../protocol/problems.ts';
import type { WireLog } from '../record/log.ts';
import type { Shard } from './identify.ts';

export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

export interface Packet {
  readonly op: number;
  readonly d: unknown;
}

export interface Connection {
  /** A client that identified or resumed on this connection. */
  authenticated: boolean;
  /** Of the client that identified or resumed here, also when that is no longer valid. */
  session: Session | undefined;
  send(op: number, data: unknown): void;
  dispatch(event: SessionEvent, problems: readonly FormProblem[]): void;
  close(code: number): void;
  /** Cuts the connection without a closing handshake. */
  drop(): void;
  onPacket(listener: (packet: Packet | undefined) => void): void;
  onClose(listener: (code: number) => void): void;
}

export function createConnection(socket: WebSocket, log: WireLog): Connection {
  const toBot = { kind: 'gateway', direction: 'to-bot', delivered: true } as const;
  const connection: Connection = {
    authenticated: false,
    session: undefined,
    send: (op, data) => {
      const payload = { op, d: data };
      log.add({ ...toBot, name: opName(op), payload, problems: [] });
      socket.send(JSON.stringify(payload));
    },
    dispatch: ({ sequence, name, payload }, problems) => {
      log.add({ ...toBot, name, payload, problems });
      socket.send(JSON.stringify({ op: OP.dispatch, t: name, s: sequence, d: payload }));
    },
    close: (code) => {
      connection.authenticated = false;
      socket.close(code);
    },
    drop: () => {
      connection.authenticated = false;
      socket.terminate();
    },
    onPacket: (listener) => {
      socket.on('message', (data) => listener(receive(String(data), log)));
    },
    onClose: (listener) => {
      socket.on('close', (code) => {
        log.add({ kind: 'connection', what: 'closed', code });
        listener(code);
      });
    },
  };
  return connection;
}

function receive(text: string, log: WireLog): Packet | undefined {
  const packet = readPacket(text);
  const payload: Json = { op: packet?.op, d: packet?.d };
  const name = packet === undefined ? 'undecodable' : opName(packet.op);
  log.add({ kind: 'gateway', direction: 'from-bot', name, payload, delivered: true, problems: [] });
  return packet;
}

function opName(op: number): string {
  return Object.entries(OP).find(([, value]) => value === op)?.[0] ?? `opcode ${op}`;
}

function readPacket(text: string): Packet | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && typeof value['op'] === 'number'
      ? { op: value['op'], d: value['d'] }
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Events kept for replay; Discord's own number is not published. */
const MAX_REPLAY = 1000;

export interface SessionEvent {
  readonly sequence: number;
  readonly name: string;
  readonly payload: Json;
}

/** One identified session: numbers its events and keeps them for a RESUME. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  /** Where its events go now. */
  connection: Connection | undefined;
  readonly sequence: number;
  readonly isConnected: boolean;
  record(name: string, payload: Json): SessionEvent;
  /** What the client has missed since the sequence number it names. */
  since(sequence: number): readonly SessionEvent[];
}

export function createSession({ id, intents, shard }: Pick<Session, 'id' | 'intents' | 'shard'>): Session {
  let events: SessionEvent[] = [];
  let sequence = 0;
  const session: Session = {
    id,
    intents,
    shard,
    connection: undefined,
    get isConnected() {
      return session.connection?.authenticated ?? false;
    },
    get sequence() {
      return sequence;
    },
    record: (name, payload) => {
      sequence += 1;
      const event = { sequence, name, payload };
      events.push(event);
      if (events.length > MAX_REPLAY) events = events.slice(-MAX_REPLAY);
      return event;
    },
    since: (seen) => events.filter((event) => event.sequence > seen),
  };
  return session;
}
