// The playground as a whole: knowledge, simulated Discord, the real bot, visitors, inspector and web server, joined.
import { explain } from './explain.ts';
import { bundlePage } from './http/bundle.ts';
import { serve } from './http/server.ts';
import type { Subscription } from './http/socket.ts';
import { type Inspection, openInspection } from './inspection/inspection.ts';
import type { News } from './protocol.ts';
import { type Shelf, watchShelf } from './shelf.ts';
import { raiseStage } from './stage.ts';
import { newsFor } from './views/news.ts';
import { type House, knowledgeView, personView, snapshotFor } from './views/snapshot.ts';
import { perform } from './visitors/perform.ts';
import { openVisitors, type Visitor } from './visitors/visitors.ts';

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
  readonly botEnded: Promise<0 | 1>;
  readonly close: () => Promise<void>;
}

export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { shelf, version, now, onError, onLog = () => undefined } = options;
  const inspection = openInspection({ now, explain: (question) => explain(shelf.library, question) });
  const hearLog = (line: string) => {
    inspection.hearLog(line);
    onLog(line);
  };
  const stage = await raiseStage({ shelf, version, now, onLog: hearLog, onRaised: inspection.follow });
  const visitors = openVisitors(stage);
  const audience = new Set<(news: News) => void>();
  const house: House = { stage, shelf, visitors };
  const tellAll = (news: News) => {
    for (const tell of audience) tell(news);
  };
  const unwatch = watchShelf(shelf, onError);
  shelf.onChange(() => tellAll({ kind: 'knowledge', knowledge: knowledgeView(shelf) }));
  const server = await serve({
    ...options,
    assets: await bundlePage(),
    api: {
      visit: (locale) => {
        const visitor = visitors.admit(locale);
        if (visitor) tellAll({ kind: 'person', person: personView(visitor) });
        return visitor;
      },
      find: visitors.find,
      act: async (visitor, act) => {
        const result = await perform({ discord: stage.discord, visitor, act });
        if (act.kind === 'profile') tellAll({ kind: 'person', person: personView(visitor) });
        return result;
      },
    },
    hearing: {
      open: (token, tell) => {
        const visitor = visitors.find(token);
        return visitor && subscribe({ house, inspection, audience }, visitor, tell);
      },
    },
  });
  const close = async () => {
    unwatch();
    await server.close();
    await stage.strike();
  };
  return { port: server.port, botEnded: stage.botEnded, close };
}

interface Sources {
  readonly house: House;
  readonly inspection: Inspection;
  readonly audience: Set<(news: News) => void>;
}

function subscribe(sources: Sources, visitor: Visitor, tell: (news: News) => void): Subscription {
  const { house, inspection, audience } = sources;
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
