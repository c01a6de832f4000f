// What every part of the page works with: the state, the way to act, the words, a voice for screen readers, and how a message
// is said.
import type { OwnTextDraft, OwnTextResult } from '../../protocol/own-text.ts';
import type { Act, ActResult, MessageView, PersonView } from '../../protocol/protocol.ts';
import { plainText } from '../markdown/parse.ts';
import type { TextReader } from '../markdown/render.ts';
import type { PageWording } from '../wording/page-wording.ts';
import { wordingFor } from '../wording/wording.ts';
import type { Store } from './state.ts';

export interface App {
  readonly store: Store;
  /** Does it, and tells the visitor when it could not be done. */
  readonly act: (act: Act) => Promise<ActResult | undefined>;
  /** Says something to screen readers alone. */
  readonly announce: (text: string) => void;
  /** Shows a short notice, and says it. */
  readonly notify: (text: string) => void;
  readonly inspect: (on: boolean) => void;
  /** Has a text of one's own read, and opened; undefined where the server could not be reached. */
  readonly tryText: (draft: OwnTextDraft) => Promise<OwnTextResult | undefined>;
  /** Out of the room of one's own text, which forgets it. */
  readonly leave: () => Promise<void>;
}

/** A part of the page: made once, drawn again after each change. */
export interface PagePart {
  readonly node: HTMLElement;
  readonly draw: () => void;
}

export function wordsOf({ store }: App): PageWording {
  return wordingFor(store.state.locale);
}

/** How texts are read at the moment. */
export function readerOf(app: App): TextReader {
  const { state } = app.store;
  return {
    locale: state.locale,
    now: Date.now(),
    personName: (id) => state.people.get(id)?.name,
    placeName: (id) => state.places.find((place) => place.id === id)?.name,
    spoilerLabel: wordsOf(app).message.spoiler,
  };
}

/** The whole message in words, for screen readers and for copying. */
export function spokenMessage(app: App, message: MessageView): string {
  const nameOf = (id: string) => app.store.state.people.get(id)?.name ?? '';
  const parts = [
    message.content,
    ...message.embeds.flatMap(({ title, description }) => [title, description]),
  ];
  const text = parts.flatMap((part) => (part ? plainText(part, nameOf) : [])).join('. ');
  return wordsOf(app).message.said(authorOf(app, message).name, text);
}

export function authorOf(app: App, { author, authorName }: MessageView): PersonView {
  const { people } = app.store.state;
  return people.get(author) ?? { id: author, name: authorName, isBot: false };
}
