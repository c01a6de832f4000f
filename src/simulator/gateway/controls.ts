// What a test may do to the bot's gateway connection.
import type { Interaction, Message, WorldEvent } from '../world/nouns.ts';
import { OP } from './connection.ts';
import { type Behaviour, type Distortion, endSession, type Gateway, isReady, publish } from './delivery.ts';

/** One shard; left out, all. */
export interface Which {
  readonly shard: number;
}

export interface GatewayControls {
  /** Cuts the socket, as a network failure does; the bot may resume. */
  drop(which?: Which): void;
  /** Closes the socket with one of Discord's close codes. */
  close(code: number, which?: Which): void;
  /** Opcode 7: asks the bot to reconnect and resume. */
  requestReconnect(): void;
  /** Opcode 9: the session is invalid; unless resumable, the bot must identify anew. */
  invalidateSession(how: { readonly resumable: boolean }): void;
  /** Whether heartbeats are acknowledged from now on; unanswered, the connection is a zombie. */
  heartbeatsAre(state: Behaviour['heartbeats']): void;
  /** What becomes of a RESUME from now on: replayed, never answered, or refused with opcode 9. */
  resumesAre(state: Behaviour['resumes']): void;
  /** What becomes of an IDENTIFY from now on: READY, nothing, or READY and then close code 4000. */
  identifiesAre(state: Behaviour['identifies']): void;
  /** Whether connections are taken from now on, or refused with 503. */
  upgradesAre(state: Behaviour['upgrades']): void;
  /** The shard whose IDENTIFY and RESUME are not answered from now on; undefined: none. */
  hangs(shard: number | undefined): void;
  /** Closes every IDENTIFY with this code from now on; undefined judges them again. */
  refuseIdentify(code: number | undefined): void;
  /** Changes what every event says from now on, as a Discord with a fault of its own would; undefined: no more. */
  distorts(distortion: Distortion | undefined): void;
  /** Delivers the MESSAGE_CREATE or INTERACTION_CREATE of something once more. */
  redeliver(again: Message | Interaction): void;
  /** Sessions begun by IDENTIFY so far. */
  readonly identifies: number;
  /** Sessions resumed so far. */
  readonly resumes: number;
  readonly isConnected: boolean;
  /** The shards that are connected now, as `id/count`, in the order of their sessions. */
  readonly shards: readonly string[];
}

export function controlsOf(gateway: Gateway): GatewayControls {
  const { behaviour } = gateway;
  const those = (which?: Which) =>
    [...gateway.connections].filter(
      ({ session }) => which === undefined || session?.shard.id === which.shard,
    );
  return {
    drop: (which) => {
      for (const connection of those(which)) connection.drop();
    },
    close: (code, which) => {
      for (const connection of those(which)) connection.close(code);
    },
    requestReconnect: () => {
      for (const connection of those()) connection.send(OP.reconnect, null);
    },
    invalidateSession: ({ resumable }) => {
      for (const connection of those()) {
        connection.authenticated = false;
        if (!resumable && connection.session) endSession(gateway, connection.session);
        connection.send(OP.invalidSession, resumable);
      }
    },
    identifiesAre: (state) => {
      behaviour.identifies = state;
    },
    upgradesAre: (state) => {
      behaviour.upgrades = state;
    },
    hangs: (shard) => {
      behaviour.hungShard = shard;
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
    distorts: (distortion) => {
      behaviour.distort = distortion;
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
    get shards() {
      return gateway.sessions
        .filter(({ isConnected }) => isConnected)
        .map(({ shard }) => `${shard.id}/${shard.count}`);
    },
  };
}

function creationOf(again: Message | Interaction): WorldEvent {
  return 'token' in again
    ? { type: 'interaction-created', interaction: again }
    : { type: 'message-created', message: again };
}
