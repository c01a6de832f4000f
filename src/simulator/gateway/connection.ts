// One WebSocket connection to the bot: packets in and out, each logged.
import type { WebSocket } from 'ws';
import type { FormProblem } from '../inspection/form-errors.ts';
import type { WireLog } from '../inspection/log.ts';
import { isObject, type Json } from '../json.ts';
import type { SessionEvent } from './session.ts';

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
