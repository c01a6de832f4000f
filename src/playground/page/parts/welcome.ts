// The beginning of a conversation: how to ask, and questions to begin with.
import { type App, wordsOf } from '../app.ts';
import { button, el } from '../dom.ts';
import { placeNamed, placeTitle } from '../state.ts';

export function welcomeNode(app: App): HTMLElement {
  const { state } = app.store;
  const { welcome } = wordsOf(app);
  const place = placeNamed(state, state.place);
  const isDirect = place?.kind === 'direct';
  const title = isDirect ? welcome.direct(state.bot.name) : welcome.channel(placeTitle(place));
  const examples = state.knowledge.examples[state.locale];
  return el(
    'section',
    { class: 'welcome', 'aria-labelledby': 'welcome-title' },
    el('h2', { id: 'welcome-title' }, title),
    el('p', {}, isDirect ? welcome.howToDirect : welcome.howTo(state.bot.name)),
    examples.length === 0 ? null : el('h3', {}, welcome.examples),
    el(
      'div',
      { class: 'examples' },
      ...examples.map((question) =>
        button(question, { class: 'example' }, () => {
          const text = isDirect ? question : `<@${state.bot.id}> ${question}`;
          void app.act({ kind: 'say', place: state.place, text, replyTo: null, ping: true });
        }),
      ),
    ),
  );
}
