// What happens in the simulated Discord -> the news for one visitor; what is not theirs to see is no news.
import type { WorldEvent } from '../../simulator/world/events.ts';
import type { News } from '../protocol.ts';
import { isVisible, messageView, type Onlooker } from './message.ts';

export interface Reader extends Onlooker {
  /** Ids of the places this visitor can enter. */
  readonly places: ReadonlySet<string>;
}

export function newsFor(reader: Reader, event: WorldEvent): readonly News[] {
  switch (event.type) {
    case 'message-created':
    case 'message-updated': {
      const { message } = event;
      if (!reader.places.has(message.channelId) || !isVisible(reader, message)) return [];
      const kind = event.type === 'message-created' ? 'posted' : 'changed';
      return [{ kind, message: messageView(reader, message) }];
    }
    case 'message-deleted': {
      const { channelId, id } = event.message;
      if (!reader.places.has(channelId) || !isVisible(reader, event.message)) return [];
      return [{ kind: 'gone', place: channelId, messages: [id] }];
    }
    case 'messages-purged': {
      const { channel, messages } = event;
      return reader.places.has(channel.id)
        ? [{ kind: 'gone', place: channel.id, messages: messages.map(({ id }) => id) }]
        : [];
    }
    case 'typing-started': {
      const { channel, user } = event;
      return reader.places.has(channel.id) && user.id !== reader.person.id
        ? [{ kind: 'typing', place: channel.id, person: user.id }]
        : [];
    }
    case 'guild-created':
    case 'role-created':
    case 'member-joined':
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
    case 'interaction-created':
    case 'interaction-responded':
      return [];
  }
}
