// One WebSocket connection to the bot, each packet logged; and the session that outlives it, for a RESUME.
import type { WebSocket } from 'ws';
import { isObject, type Json } from '../protocol/json.ts';
import type { FormProblem } from '../protocol/problems.ts';
import type { WireLog } from '../record/log.ts';

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

export class Connection {
  readonly #socket: WebSocket;
  readonly #log: WireLog;
  /** A client that identified or resumed on this connection. */
  authenticated = false;

  constructor(socket: WebSocket, log: WireLog) {
    this.#socket = socket;
    this.#log = log;
  }

  send(op: number, data: unknown): void {
    const payload = { op, d: data };
    this.#log.add({
      kind: 'gateway',
      direction: 'to-bot',
      name: opName(op),
      payload,
      delivered: true,
      problems: [],
    });
    this.#socket.send(JSON.stringify(payload));
  }

  dispatch({ sequence, name, payload }: SessionEvent, problems: readonly FormProblem[]): void {
    this.#log.add({ kind: 'gateway', direction: 'to-bot', name, payload, delivered: true, problems });
    this.#socket.send(JSON.stringify({ op: OP.dispatch, t: name, s: sequence, d: payload }));
  }

  close(code: number): void {
    this.authenticated = false;
    this.#socket.close(code);
  }

  /** Cuts the connection without a closing handshake. */
  drop(): void {
    this.authenticated = false;
    this.#socket.terminate();
  }

  onPacket(listener: (packet: Packet | undefined) => void): void {
    this.#socket.on('message', (data) => {
      const packet = readPacket(String(data));
      const payload: Json = { op: packet?.op, d: packet?.d };
      const name = packet === undefined ? 'undecodable' : opName(packet.op);
      this.#log.add({ kind: 'gateway', direction: 'from-bot', name, payload, delivered: true, problems: [] });
      listener(packet);
    });
  }

  onClose(listener: () => void): void {
    this.#socket.on('close', (code) => {
      this.#log.add({ kind: 'connection', what: 'closed', code });
      listener();
    });
  }
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

export class Session {
  readonly id: string;
  readonly intents: number;
  #events: SessionEvent[] = [];
  #sequence = 0;

  constructor(id: string, intents: number) {
    this.id = id;
    this.intents = intents;
  }

  get sequence(): number {
    return this.#sequence;
  }

  record(name: string, payload: Json): SessionEvent {
    this.#sequence += 1;
    const event = { sequence: this.#sequence, name, payload };
    this.#events.push(event);
    if (this.#events.length > MAX_REPLAY) this.#events = this.#events.slice(-MAX_REPLAY);
    return event;
  }

  /** What the client has missed since the sequence number it names. */
  since(sequence: number): readonly SessionEvent[] {
    return this.#events.filter((event) => event.sequence > sequence);
  }
}
