// What a test may do to the bot's gateway connection.
import type { Interaction, Message, WorldEvent } from '../world/nouns.ts';
import { OP } from './connection.ts';
import type { Behaviour, GatewayServer } from './server.ts';

export class GatewayControls {
  readonly #server: GatewayServer;

  constructor(server: GatewayServer) {
    this.#server = server;
  }

  /** Cuts the socket, as a network failure does; the bot may resume. */
  drop(): void {
    this.#server.connection?.drop();
  }

  /** Closes the socket with one of Discord's close codes. */
  close(code: number): void {
    this.#server.connection?.close(code);
  }

  /** Opcode 7: asks the bot to reconnect and resume. */
  requestReconnect(): void {
    this.#server.connection?.send(OP.reconnect, null);
  }

  /** Opcode 9: the session is invalid; unless resumable, the bot must identify anew. */
  invalidateSession({ resumable }: { readonly resumable: boolean }): void {
    const connection = this.#server.connection;
    if (connection !== undefined) connection.authenticated = false;
    if (!resumable) this.#server.forgetSession();
    connection?.send(OP.invalidSession, resumable);
  }

  /** Whether heartbeats are acknowledged from now on; unanswered, the connection is a zombie. */
  heartbeatsAre(state: Behaviour['heartbeats']): void {
    this.#server.behaviour.heartbeats = state;
  }

  /** What becomes of a RESUME from now on: replayed, never answered, or refused with opcode 9. */
  resumesAre(state: Behaviour['resumes']): void {
    this.#server.behaviour.resumes = state;
  }

  /** Closes every IDENTIFY with this code from now on; undefined judges them again. */
  refuseIdentify(code: number | undefined): void {
    this.#server.behaviour.refuseIdentify = code;
  }

  /** Delivers the MESSAGE_CREATE or INTERACTION_CREATE of something once more. */
  redeliver(again: Message | Interaction): void {
    this.#server.publish(creationOf(again));
  }

  /** Sessions begun by IDENTIFY so far. */
  get identifies(): number {
    return this.#server.identifies;
  }

  /** Sessions resumed so far. */
  get resumes(): number {
    return this.#server.resumes;
  }

  get isConnected(): boolean {
    return this.#server.isReady;
  }
}

function creationOf(again: Message | Interaction): WorldEvent {
  return 'token' in again
    ? { type: 'interaction-created', interaction: again }
    : { type: 'message-created', message: again };
}
