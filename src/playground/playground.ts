// The playground as a whole: knowledge, simulated Discord, the real bot, visitors, inspector and web server, joined.
import type { Shelf } from '../answer/shelf.ts';
import { explain, type Inspection, openInspection } from './house/inspection.ts';
import { perform } from './house/perform.ts';
import { openVisitors, raiseStage, type Stage, type Visitor } from './house/visitors.ts';
import type { Api } from './http/api.ts';
import { bundlePage, serve } from './http/server.ts';
import type { Subscription } from './http/socket.ts';
import type { News } from './protocol/protocol.ts';
import { openRooms, type Rooms } from './rooms.ts';
import { type House, knowledgeView, newsFor, personView, snapshotFor } from './views/news.ts';

export interface PlaygroundOptions {
  readonly shelf: Shelf;
  /** The bot's own, which `/status` tells. */
  readonly version: string;
  readonly address: string;
  readonly firstPort: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes each line of the bot's log. */
  readonly onLog?: (line: string) => void;
  /** Takes what went wrong within. */
  readonly onError: (error: unknown) => void;
}

export interface Playground {
  readonly port: number;
  /** Ends by itself only where the bot had to give up. */
  readonly botEnded: Stage['botEnded'];
  readonly close: () => Promise<void>;
}

export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { shelf, onError } = options;
  const main = await openFeed(options, { shelf, guildName: 'Reading Room', ownText: null });
  const rooms = openRooms<Feed>({
    home: main.house,
    furnish: (own, ownText) => openFeed(options, { shelf: own, guildName: 'Your own text', ownText }),
    onError,
  });
  const seatOf = (token: string): Seat | undefined => {
    const visitor = main.house.visitors.find(token);
    return visitor ? { place: main, visitor } : rooms.find(token);
  };
  shelf.onChange(() => tellAll(main, { kind: 'knowledge', knowledge: knowledgeView(main.house) }));
  const server = await serve({
    ...options,
    assets: await bundlePage(),
    api: apiOf(main, rooms, seatOf),
    newsSource: {
      open: (token, tell) => {
        const seat = seatOf(token);
        return seat && subscribe(seat, { tell, onLeft: rooms.sweep });
      },
    },
  });
  const close = async () => {
    await server.close();
    await rooms.close();
    await main.close();
  };
  return { port: server.port, botEnded: main.house.stage.botEnded, close };
}

/** One simulated Discord with its bot, as its visitors hear of it. */
async function openFeed(
  { version, now, onLog = () => undefined }: PlaygroundOptions,
  { guildName, shelf, ownText }: Pick<House, 'shelf' | 'ownText'> & { readonly guildName: string },
): Promise<Feed> {
  const inspection = openInspection({ now, explain: (question) => explain(shelf.library, question) });
  let isClosing = false;
  const hearLog = (line: string) => {
    inspection.hearLog(line);
    // What a bot loses that is being stopped is no trouble.
    if (!isClosing) onLog(line);
  };
  const close = () => {
    isClosing = true;
    return stage.strike();
  };
  const stage = await raiseStage({
    guildName,
    shelf,
    version,
    now,
    onLog: hearLog,
    onRaised: inspection.follow,
  });
  const house = { stage, shelf, visitors: openVisitors(stage), ownText };
  return { house, inspection, audience: new Set(), close };
}

interface Feed {
  readonly house: House;
  readonly inspection: Inspection;
  readonly audience: Set<(news: News) => void>;
  readonly close: () => Promise<void>;
}

/** A visitor, and the simulated Discord that they are in. */
interface Seat {
  readonly place: Feed;
  readonly visitor: Visitor;
}

function tellAll({ audience }: Feed, news: News): void {
  for (const tell of audience) tell(news);
}

/** Everybody learns of a new visitor, and of a new name. */
function apiOf(main: Feed, rooms: Rooms<Feed>, seatOf: (token: string) => Seat | undefined): Api {
  return {
    visit: (locale) => {
      const visitor = main.house.visitors.admit(locale);
      if (visitor) tellAll(main, { kind: 'person', person: personView(visitor) });
      return visitor;
    },
    find: (token) => seatOf(token)?.visitor,
    act: async (visitor, act) => {
      const { place = main } = seatOf(visitor.token) ?? {};
      const result = await perform({ discord: place.house.stage.discord, visitor, act });
      if (act.kind === 'profile') tellAll(place, { kind: 'person', person: personView(visitor) });
      return result;
    },
    tryText: rooms.tryText,
    leave: rooms.leave,
  };
}

interface Hearer {
  readonly tell: (news: News) => void;
  /** Called once the page is no longer there. */
  readonly onLeft: () => void;
}

function subscribe({ place, visitor }: Seat, { tell, onLeft }: Hearer): Subscription {
  const { house, inspection, audience } = place;
  const { discord } = house.stage;
  const { person, places } = visitor;
  const leave = house.visitors.arrive(visitor);
  let stopInspecting = () => {};
  tell({ kind: 'snapshot', snapshot: snapshotFor(house, visitor) });
  const unfollow = discord.follow((event) => {
    for (const news of newsFor({ discord, person, places }, event)) tell(news);
  });
  audience.add(tell);
  return {
    inspect: (on) => {
      stopInspecting();
      stopInspecting = () => {};
      if (!on) return;
      tell({ kind: 'records', records: inspection.recordsFor(person.id) });
      stopInspecting = inspection.subscribe(person.id, (record) =>
        tell({ kind: 'records', records: [record] }),
      );
    },
    close: () => {
      stopInspecting();
      unfollow();
      audience.delete(tell);
      leave();
      onLeft();
    },
  };
}
