// The state after a piece of news.
import type { MessageView, News } from '../../protocol/protocol.ts';
import type { RecordView } from '../../protocol/records.ts';
import { messagesIn, type State, withSnapshot } from './state.ts';

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
