// What a test may do to the bot's gateway connection.
import type { Interaction, Message, WorldEvent } from '../world/nouns.ts';
import { OP } from './connection.ts';
import { type Behaviour, type Gateway, isReady, publish } from './server.ts';

export interface GatewayControls {
  /** Cuts the socket, as a network failure does; the bot may resume. */
  drop(): void;
  /** Closes the socket with one of Discord's close codes. */
  close(code: number): void;
  /** Opcode 7: asks the bot to reconnect and resume. */
  requestReconnect(): void;
  /** Opcode 9: the session is invalid; unless resumable, the bot must identify anew. */
  invalidateSession(how: { readonly resumable: boolean }): void;
  /** Whether heartbeats are acknowledged from now on; unanswered, the connection is a zombie. */
  heartbeatsAre(state: Behaviour['heartbeats']): void;
  /** What becomes of a RESUME from now on: replayed, never answered, or refused with opcode 9. */
  resumesAre(state: Behaviour['resumes']): void;
  /** Closes every IDENTIFY with this code from now on; undefined judges them again. */
  refuseIdentify(code: number | undefined): void;
  /** Delivers the MESSAGE_CREATE or INTERACTION_CREATE of something once more. */
  redeliver(again: Message | Interaction): void;
  /** Sessions begun by IDENTIFY so far. */
  readonly identifies: number;
  /** Sessions resumed so far. */
  readonly resumes: number;
  readonly isConnected: boolean;
}

export function controlsOf(gateway: Gateway): GatewayControls {
  const { behaviour } = gateway;
  return {
    drop: () => gateway.connection?.drop(),
    close: (code) => gateway.connection?.close(code),
    requestReconnect: () => gateway.connection?.send(OP.reconnect, null),
    invalidateSession: ({ resumable }) => {
      if (gateway.connection !== undefined) gateway.connection.authenticated = false;
      if (!resumable) gateway.session = undefined;
      gateway.connection?.send(OP.invalidSession, resumable);
    },
    heartbeatsAre: (state) => {
      behaviour.heartbeats = state;
    },
    resumesAre: (state) => {
      behaviour.resumes = state;
    },
    refuseIdentify: (code) => {
      behaviour.refuseIdentify = code;
    },
    redeliver: (again) => publish(gateway, creationOf(again)),
    get identifies() {
      return gateway.identifies;
    },
    get resumes() {
      return gateway.resumes;
    },
    get isConnected() {
      return isReady(gateway);
    },
  };
}

function creationOf(again: Message | Interaction): WorldEvent {
  return 'token' in again
    ? { type: 'interaction-created', interaction: again }
    : { type: 'message-created', message: again };
}
