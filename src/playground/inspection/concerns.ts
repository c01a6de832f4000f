// Whom a packet or request concerns alone: direct messages and interactions are one visitor's own affair, so that the
// inspector shows their contents to nobody else.
import type { LogEntry } from '../../simulator/inspection/log.ts';
import { isObject, type Json, stringIn } from '../../simulator/json.ts';
import type { WorldEvent } from '../../simulator/world/events.ts';

export interface Concerns {
  /** Learns from what happens which ids belong to whom. */
  readonly learn: (event: WorldEvent) => void;
  /** The id of the only person concerned; undefined where everybody may look. */
  readonly personIn: (entry: LogEntry) => string | undefined;
}

/** Interactions and conversations remembered; the oldest are forgotten, and Discord knows them no longer either. */
const MOST_REMEMBERED = 2_000;

export function watchConcerns(): Concerns {
  const owners = new Map<string, string>();
  /** So that a response is told like its request, which alone has the path. */
  const requests = new Map<number, string>();
  const ownerOfPath = (path: string) =>
    path
      .split(/[/?=&]/u)
      .map((part) => owners.get(part))
      .find((owner) => owner !== undefined);
  return {
    learn: (event) => {
      if (event.type === 'interaction-created') {
        const { id, token, user } = event.interaction;
        remember(owners, id, user.id);
        remember(owners, token, user.id);
      }
      if (event.type === 'channel-created' && event.channel.kind === 'dm') {
        remember(owners, event.channel.id, event.channel.participantIds[0] ?? '');
      }
    },
    personIn: (entry) => {
      switch (entry.kind) {
        case 'gateway':
          return ownerOfEvent(entry.payload) ?? owners.get(stringIn(entry.payload, 'channel_id') ?? '');
        case 'request': {
          const owner = ownerOfPath(entry.path);
          if (owner !== undefined) remember(requests, entry.request, owner);
          return owner;
        }
        case 'response':
          return requests.get(entry.request);
        case 'connection':
          return undefined;
      }
    },
  };
}

/** An interaction tells in itself whose it is. */
function ownerOfEvent(payload: Json): string | undefined {
  if (typeof payload['token'] !== 'string' || payload['application_id'] === undefined) return undefined;
  const member = isObject(payload['member']) ? payload['member'] : payload;
  return isObject(member['user']) ? stringIn(member['user'], 'id') : undefined;
}

function remember<K>(map: Map<K, string>, key: K, value: string): void {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= MOST_REMEMBERED) return;
    map.delete(oldest);
  }
}
