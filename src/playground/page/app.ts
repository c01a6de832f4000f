// What every part of the page works with: the state, the way to act, the words, and a voice for screen readers.
import type { Act, ActResult } from '../protocol.ts';
import type { Reader } from './markdown/render.ts';
import type { Store } from './store.ts';
import type { PageWording } from './wording/page-wording.ts';
import { wordingFor } from './wording/wording.ts';

export interface App {
  readonly store: Store;
  /** Does it, and tells the visitor when it could not be done. */
  readonly act: (act: Act) => Promise<ActResult | undefined>;
  /** Says something to screen readers alone. */
  readonly announce: (text: string) => void;
  /** Shows a short notice, and says it. */
  readonly notify: (text: string) => void;
  readonly inspect: (on: boolean) => void;
}

/** A part of the page: made once, drawn again after each change. */
export interface Part {
  readonly node: HTMLElement;
  readonly draw: () => void;
}

export function wordsOf({ store }: App): PageWording {
  return wordingFor(store.state.locale);
}

/** How texts are read at the moment. */
export function readerOf(app: App): Reader {
  const { state } = app.store;
  return {
    locale: state.locale,
    now: Date.now(),
    personName: (id) => state.people.get(id)?.name,
    placeName: (id) => state.places.find((place) => place.id === id)?.name,
    spoilerLabel: wordsOf(app).message.spoiler,
  };
}
