// Who is typing where one is.
import { type App, type Part, wordsOf } from '../app.ts';
import { el } from '../dom.ts';

export function createTyping(app: App): Part {
  const node = el('div', { class: 'typing' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    const { typists, place, people } = app.store.state;
    const now = Date.now();
    const here = typists.filter((typist) => typist.place === place && typist.until > now);
    const names = here.flatMap(({ person }) => people.get(person)?.name ?? []);
    node.textContent = names.length === 0 ? '' : wordsOf(app).typing(names);
    clearTimeout(timer);
    const ends = Math.min(...here.map(({ until }) => until));
    if (here.length > 0) timer = setTimeout(draw, ends - now);
  };
  return { node, draw };
}
