// What the page knows and shows now: one immutable value. Every change makes a new one, all news does, and everything redraws
// from it.
import type { OwnFile } from '../../protocol/own-text.ts';
import type {
  CommandView,
  KnowledgeView,
  MessageView,
  News,
  PageLocale,
  PersonView,
  PlaceView,
  SnapshotView,
} from '../../protocol/protocol.ts';
import type { RecordView } from '../../protocol/records.ts';

export type Theme = 'dark' | 'light';

export interface Typist {
  readonly person: string;
  readonly place: string;
  /** Milliseconds since 1970; Discord shows typing for ten seconds. */
  readonly until: number;
}

export interface State {
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly locale: PageLocale;
  readonly theme: Theme;
  readonly you: PersonView;
  readonly bot: PersonView;
  readonly guild: string;
  readonly people: ReadonlyMap<string, PersonView>;
  readonly places: readonly PlaceView[];
  readonly commands: readonly CommandView[];
  /** Oldest first, by place. */
  readonly messages: ReadonlyMap<string, readonly MessageView[]>;
  readonly knowledge: KnowledgeView;
  /** The place that is shown. */
  readonly place: string;
  readonly unread: ReadonlyMap<string, number>;
  readonly typists: readonly Typist[];
  readonly replyingTo: { readonly message: string; readonly ping: boolean } | null;
  readonly editing: string | null;
  readonly isInspecting: boolean;
  readonly records: readonly RecordView[];
  /** On a narrow screen the list of places lies over the conversation. */
  readonly isNavigating: boolean;
  /** Set while one is in the room of one's own text. */
  readonly ownText: OwnFile | null;
}

const NOBODY: PersonView = { id: '', name: '', isBot: false };

const UNKNOWN = { text: '', titles: [] };

export function initialState(locale: PageLocale, theme: Theme): State {
  return {
    connection: 'connecting',
    locale,
    theme,
    you: NOBODY,
    bot: NOBODY,
    guild: '',
    people: new Map(),
    places: [],
    commands: [],
    messages: new Map(),
    knowledge: {
      introduction: { 'en-US': UNKNOWN, 'zh-CN': UNKNOWN, 'zh-TW': UNKNOWN },
      examples: { 'en-US': [], 'zh-CN': [], 'zh-TW': [] },
      problems: [],
    },
    place: '',
    unread: new Map(),
    typists: [],
    replyingTo: null,
    editing: null,
    isInspecting: false,
    records: [],
    isNavigating: false,
    ownText: null,
  };
}

const ELSEWHERE = { unread: new Map<string, number>(), replyingTo: null, editing: null, records: [] };

/** The state after a (re)connection: what was being done stays, as far as it still makes sense. */
function withSnapshot(state: State, snapshot: SnapshotView): State {
  const { guild, you, bot, people, places, commands, messages, knowledge, ownText } = snapshot;
  // Another member is in another room, whose inspector begins anew.
  const elsewhere = you.id === state.you.id ? {} : ELSEWHERE;
  const isThere = places.some(({ id }) => id === state.place);
  return {
    ...state,
    ...elsewhere,
    ...{ connection: 'open', guild, you, bot, places, commands, knowledge, ownText },
    people: new Map(people.map((person) => [person.id, person])),
    messages: new Map(places.map(({ id }) => [id, messages.filter(({ place }) => place === id)])),
    place: isThere ? state.place : (places[0]?.id ?? ''),
    typists: [],
  };
}

export function messagesIn(state: State, place: string): readonly MessageView[] {
  return state.messages.get(place) ?? [];
}

export function placeNamed(state: State, id: string): PlaceView | undefined {
  return state.places.find((place) => place.id === id);
}

/** As a title shows it: `#general`, `@Verbatim`. */
export function placeTitle(place: PlaceView | undefined): string {
  if (!place) return '';
  return `${place.kind === 'direct' ? '@' : '#'}${place.name}`;
}

export interface Store {
  readonly state: State;
  readonly change: (patch: Partial<State>) => void;
  readonly replace: (next: State) => void;
  readonly onChange: (draw: (state: State) => void) => void;
}

export function createStore(initial: State): Store {
  const views: ((state: State) => void)[] = [];
  let state = initial;
  let isScheduled = false;
  const replace = (next: State) => {
    state = next;
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      for (const draw of views) draw(state);
    });
  };
  return {
    get state() {
      return state;
    },
    replace,
    change: (patch) => replace({ ...state, ...patch }),
    onChange: (draw) => {
      views.push(draw);
    },
  };
}

/** As many as the server keeps. */
const MOST_MESSAGES = 200;
const MOST_RECORDS = 400;
/** Milliseconds that Discord shows somebody as typing. */
const TYPING_MS = 10_000;

/** @param now milliseconds since 1970 */
export function afterNews(state: State, news: News, now: number): State {
  switch (news.kind) {
    case 'snapshot':
      return withSnapshot(state, news.snapshot);
    case 'posted':
      return afterPost(state, news.message);
    case 'changed':
      return withMessages(state, news.message.place, (messages) =>
        messages.map((message) => (message.id === news.message.id ? news.message : message)),
      );
    case 'gone':
      return afterDeletion(state, news.place, news.messages);
    case 'typing': {
      const { place, person } = news;
      const others = state.typists.filter((each) => each.person !== person || each.place !== place);
      return { ...state, typists: [...others, { person, place, until: now + TYPING_MS }] };
    }
    case 'person': {
      const { person } = news;
      const people = new Map(state.people).set(person.id, person);
      return { ...state, people, you: person.id === state.you.id ? person : state.you };
    }
    case 'knowledge':
      return { ...state, knowledge: news.knowledge };
    case 'records':
      return { ...state, records: withRecords(state.records, news.records) };
  }
}

function afterPost(state: State, message: MessageView): State {
  const { place, author } = message;
  const isElsewhere = place !== state.place && author !== state.you.id;
  const unread = isElsewhere
    ? new Map(state.unread).set(place, (state.unread.get(place) ?? 0) + 1)
    : state.unread;
  const typists = state.typists.filter((each) => each.person !== author || each.place !== place);
  const next = withMessages({ ...state, typists, unread }, place, (messages) => [
    ...messages.filter(({ id }) => id !== message.id),
    message,
  ]);
  return next;
}

function afterDeletion(state: State, place: string, gone: readonly string[]): State {
  const isGone = (id: string | undefined) => id !== undefined && gone.includes(id);
  const next = withMessages(state, place, (messages) => messages.filter(({ id }) => !isGone(id)).map(unlink));
  const replyingTo = isGone(state.replyingTo?.message) ? null : state.replyingTo;
  return { ...next, replyingTo, editing: isGone(state.editing ?? undefined) ? null : state.editing };

  function unlink(message: MessageView): MessageView {
    const { replyTo } = message;
    return replyTo?.kind === 'message' && isGone(replyTo.id)
      ? { ...message, replyTo: { kind: 'gone' } }
      : message;
  }
}

function withMessages(
  state: State,
  place: string,
  change: (messages: readonly MessageView[]) => readonly MessageView[],
): State {
  const changed = change(messagesIn(state, place)).slice(-MOST_MESSAGES);
  return { ...state, messages: new Map(state.messages).set(place, changed) };
}

/** The first batch after opening holds what is already there. */
function withRecords(before: readonly RecordView[], fresh: readonly RecordView[]): readonly RecordView[] {
  const known = new Set(fresh.map(({ number }) => number));
  return [...before.filter(({ number }) => !known.has(number)), ...fresh].slice(-MOST_RECORDS);
}
