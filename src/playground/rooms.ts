// The rooms of visitors' own texts: each a server of its own on a simulated Discord of its own, with the real bot, for one visitor,
// so that nobody else sees the text or what is asked of it. One a visitor, few at once, gone with the playground.
import type { Shelf } from '../answer/shelf.ts';
import { readOwnText, shelfOf } from './house/own-text.ts';
import type { Visitor, Visitors } from './house/visitors.ts';
import type { OwnFile, OwnTextDraft, OwnTextResult } from './protocol/own-text.ts';

/** What the rooms need of a server with a bot in it. */
export interface Place {
  readonly house: { readonly shelf: Shelf; readonly visitors: Visitors };
  readonly close: () => Promise<void>;
}

export interface RoomsOptions<P extends Place> {
  /** Where the visitors come from, and where they go back to. */
  readonly home: P['house'];
  readonly furnish: (shelf: Shelf, ownText: OwnFile) => Promise<P>;
  readonly onError: (error: unknown) => void;
}

export interface Rooms<P> {
  readonly find: (token: string) => { readonly place: P; readonly visitor: Visitor } | undefined;
  readonly tryText: (visitor: Visitor, draft: OwnTextDraft) => Promise<OwnTextResult>;
  /** Forgets the room's text once no page shows it; the visitor as they are at home, undefined for who is in no room. */
  readonly leave: (visitor: Visitor) => Visitor | undefined;
  /** Closes the rooms that were left and that no page shows. */
  readonly sweep: () => void;
  readonly close: () => Promise<void>;
}

/** Each is a bot, a simulated Discord and an index: some 3 MB with an interview of ordinary length. */
const MOST_ROOMS = 4;
/** Texts read at once: reading holds up everybody else's answers. */
const MOST_READING = 2;

interface Room<P> {
  readonly place: P;
  readonly owner: Visitor;
  readonly guest: Visitor;
  /** Lets home forget that the owner is there. */
  readonly release: () => void;
}

export function openRooms<P extends Place>({ home, furnish, onError }: RoomsOptions<P>): Rooms<P> {
  /** By the token that names the visitor in it; the oldest first. */
  const rooms = new Map<string, Room<P>>();
  const left = new Set<Room<P>>();
  const reading = new Set<Visitor>();
  const isAway = ({ place }: Room<P>) => place.house.visitors.areAway();
  const close = async (room: Room<P>) => {
    rooms.delete(room.guest.token);
    left.delete(room);
    room.release();
    await room.place.close();
  };
  const sweep = () => {
    for (const room of [...left].filter(isAway)) close(room).catch(onError);
  };
  const roomOf = (owner: Visitor) =>
    [...rooms.values()].find((room) => room.owner === owner && !left.has(room));
  const makeRoom = (replaced: Room<P> | undefined): boolean => {
    const others = [...rooms.values()].filter((room) => room !== replaced);
    if (others.length < MOST_ROOMS) return true;
    const away = others.find(isAway);
    if (away) close(away).catch(onError);
    return away !== undefined;
  };
  const enter = async (owner: Visitor, ownText: OwnFile, shelf: Shelf): Promise<OwnTextResult> => {
    const replaced = roomOf(owner);
    if (!makeRoom(replaced)) return { outcome: 'full' };
    const place = await furnish(shelf, ownText);
    const { name, user } = owner.person;
    const guest = place.house.visitors.admit('en-US');
    if (!guest) throw new Error('a new room is full');
    guest.person.changes({ name, locale: user.locale });
    rooms.set(guest.token, { place, owner, guest, release: home.visitors.arrive(owner) });
    if (replaced) left.add(replaced);
    sweep();
    return { outcome: 'opened', token: guest.token };
  };
  const read = async (owner: Visitor, draft: OwnTextDraft): Promise<OwnTextResult> => {
    const result = await readOwnText(draft);
    if (result.outcome !== 'read' || !draft.opens) return result;
    const shelf = shelfOf(result.file, home.shelf.source);
    return shelf ? enter(owner, result.file, shelf) : result;
  };
  return {
    find: (token) => {
      const room = rooms.get(token);
      return room && { place: room.place, visitor: room.guest };
    },
    tryText: async (visitor, draft) => {
      const owner = rooms.get(visitor.token)?.owner ?? visitor;
      if (reading.has(owner) || reading.size >= MOST_READING) return { outcome: 'busy' };
      reading.add(owner);
      try {
        return await read(owner, draft);
      } finally {
        reading.delete(owner);
      }
    },
    leave: ({ token }) => {
      const room = rooms.get(token);
      if (!room) return undefined;
      left.add(room);
      sweep();
      return room.owner;
    },
    sweep,
    close: async () => {
      await Promise.all([...rooms.values()].map(close));
    },
  };
}
