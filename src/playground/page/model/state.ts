// What the page knows and shows now: one immutable value. Every change makes a new one, and everything redraws from it.
import type { OwnFile } from '../../protocol/own-text.ts';
import type {
  CommandView,
  KnowledgeView,
  MessageView,
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
export function withSnapshot(state: State, snapshot: SnapshotView): State {
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
