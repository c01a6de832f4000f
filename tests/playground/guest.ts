// A playground for a test, and guests of it who speak its protocol as the page does; everything ends with the test.
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { openShelf, type Shelf } from '../../src/answer/shelf.ts';
import { loadKnowledge, watchKnowledge } from '../../src/load-knowledge.ts';
import { openPlayground } from '../../src/playground/playground.ts';
import type {
  Act,
  ActResult,
  MessageView,
  News,
  PageLocale,
  SnapshotView,
} from '../../src/playground/protocol/protocol.ts';
import type { RecordView } from '../../src/playground/protocol/records.ts';
import { dictionary } from '../loaded.ts';

export interface House {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly errors: readonly unknown[];
  readonly enter: (locale?: PageLocale) => Promise<Guest>;
  /** As the page does that holds this token. */
  readonly join: (token: string) => Promise<Guest>;
}

export interface Guest {
  readonly token: string;
  readonly snapshot: SnapshotView;
  readonly news: readonly News[];
  readonly act: (act: Act) => Promise<ActResult>;
  /** The first news, past or to come, that this finds something in. */
  readonly hears: <T>(find: (news: News) => T | undefined) => Promise<T>;
  /** The bot's first message that fits, as it is when it is complete. */
  readonly reads: (fits: (message: MessageView) => boolean) => Promise<MessageView>;
  /** Opens the inspector; the records come as news. */
  readonly inspect: () => void;
  /** Closes the page. */
  readonly departs: () => void;
  readonly place: (name: string) => string;
}

const SHIPPED = 'knowledge';
/** No test edits the interviews as they ship: their index is built once. */
const shipped = await shelfOf(SHIPPED);

async function shelfOf(folder: string): Promise<Shelf> {
  const load = async () => ({ ...(await loadKnowledge(folder)), dictionary });
  const opened = await openShelf({ load, now: Date.now });
  if (!opened.ok) throw new Error(`the test's folder ${folder} holds no interview`);
  return opened.shelf;
}

export async function openHouse(folder = SHIPPED): Promise<House> {
  const shelf = folder === SHIPPED ? shipped : await shelfOf(folder);
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const playground = await openPlayground({
    shelf,
    version: '1.2.3',
    address: '127.0.0.1',
    firstPort: 0,
    now: Date.now,
    onError,
  });
  onTestFinished(() => playground.close());
  const unwatch = watchKnowledge(folder, { onChange: () => void shelf.look().catch(onError), onError });
  onTestFinished(() => unwatch());
  const origin = `http://127.0.0.1:${playground.port}`;
  return {
    origin,
    errors,
    enter: (locale = 'en-US') => enter(origin, locale),
    join: (token) => join(origin, token),
  };
}

export function post(
  origin: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  return fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin, ...headers },
    body: JSON.stringify(body),
  });
}

async function enter(origin: string, locale: PageLocale): Promise<Guest> {
  const { token } = (await (await post(origin, '/api/visit', { locale })).json()) as { token: string };
  return join(origin, token);
}

async function join(origin: string, token: string): Promise<Guest> {
  const news: News[] = [];
  const waiting = new Set<(heard: News) => void>();
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, { origin });
  socket.on('open', () => socket.send(JSON.stringify({ kind: 'hello', token })));
  socket.on('message', (data) => {
    const heard = JSON.parse(String(data)) as News;
    news.push(heard);
    for (const wait of waiting) wait(heard);
  });
  const hears = <T>(find: (heard: News) => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      for (const heard of news) {
        const found = find(heard);
        if (found !== undefined) return resolve(found);
      }
      const wait = (heard: News) => {
        const found = find(heard);
        if (found === undefined) return;
        waiting.delete(wait);
        resolve(found);
      };
      waiting.add(wait);
    });
  const snapshot = await hears((heard) => (heard.kind === 'snapshot' ? heard.snapshot : undefined));
  return {
    token,
    snapshot,
    news,
    hears,
    act: async (act) =>
      (await (await post(origin, '/api/act', act, { Authorization: `Bearer ${token}` })).json()) as ActResult,
    reads: (fits) =>
      hears((heard) =>
        (heard.kind === 'posted' || heard.kind === 'changed') &&
        heard.message.author === snapshot.bot.id &&
        !heard.message.isThinking &&
        fits(heard.message)
          ? heard.message
          : undefined,
      ),
    inspect: () => socket.send(JSON.stringify({ kind: 'inspect', on: true })),
    departs: () => socket.close(),
    place: (name) => {
      const place = snapshot.places.find((each) => each.name === name);
      if (!place) throw new Error(`there is no place ${name}`);
      return place.id;
    },
  };
}

export function recordsIn(news: News): readonly RecordView[] {
  return news.kind === 'records' ? news.records : [];
}

/** What a visitor writes in a channel. */
export function say(place: string, text: string): Act {
  return { kind: 'say', place, text, replyTo: null, ping: true };
}
