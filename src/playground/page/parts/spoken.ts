// A message in words: who wrote it, and all that it says.
import type { MessageView, PersonView } from '../../protocol.ts';
import { type App, wordsOf } from '../app.ts';
import { plainText } from '../markdown/plain.ts';

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
