// The playground as a whole: knowledge, simulated Discord, the real bot, visitors, inspector and web server, joined.
import type { Shelf } from '../answer/shelf.ts';
import { type Inspection, openInspection } from './house/inspection.ts';
import { perform } from './house/perform.ts';
import { raiseStage, type Stage } from './house/stage.ts';
import { openVisitors, type Visitor } from './house/visitors.ts';
import type { Api } from './http/api.ts';
import { bundlePage } from './http/page-files.ts';
import { serve } from './http/server.ts';
import type { Subscription } from './http/socket.ts';
import type { News } from './protocol/protocol.ts';
import { explain } from './views/explain.ts';
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
  const { shelf, version, now, onLog = () => undefined } = options;
  const inspection = openInspection({ now, explain: (question) => explain(shelf.library, question) });
  const hearLog = (line: string) => {
    inspection.hearLog(line);
    onLog(line);
  };
  const stage = await raiseStage({ shelf, version, now, onLog: hearLog, onRaised: inspection.follow });
  const visitors = openVisitors(stage);
  const audience = new Set<(news: News) => void>();
  const feed: Feed = { house: { stage, shelf, visitors }, inspection, audience };
  shelf.onChange(() => tellAll(feed, { kind: 'knowledge', knowledge: knowledgeView(feed.house) }));
  const server = await serve({
    ...options,
    assets: await bundlePage(),
    api: apiOf(feed),
    newsSource: {
      open: (token, tell) => {
        const visitor = visitors.find(token);
        return visitor && subscribe(feed, visitor, tell);
      },
    },
  });
  const close = async () => {
    await server.close();
    await stage.strike();
  };
  return { port: server.port, botEnded: stage.botEnded, close };
}

interface Feed {
  readonly house: House;
  readonly inspection: Inspection;
  readonly audience: Set<(news: News) => void>;
}

function tellAll({ audience }: Feed, news: News): void {
  for (const tell of audience) tell(news);
}

/** Everybody learns of a new visitor, and of a new name. */
function apiOf(feed: Feed): Api {
  const { stage, visitors } = feed.house;
  return {
    visit: (locale) => {
      const visitor = visitors.admit(locale);
      if (visitor) tellAll(feed, { kind: 'person', person: personView(visitor) });
      return visitor;
    },
    find: visitors.find,
    act: async (visitor, act) => {
      const result = await perform({ discord: stage.discord, visitor, act });
      if (act.kind === 'profile') tellAll(feed, { kind: 'person', person: personView(visitor) });
      return result;
    },
  };
}

function subscribe(feed: Feed, visitor: Visitor, tell: (news: News) => void): Subscription {
  const { house, inspection, audience } = feed;
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
    },
  };
}
