// A field for a message: as high as its text, with mentions as a person types them (`@Verbatim`), not as Discord sends them
// (`<@1234>`); and what is said below it.
import type { PersonView } from '../../protocol/protocol.ts';
import { el, setAttributes } from '../drawing/dom.ts';
import { type App, wordsOf } from '../model/app.ts';
import { messagesIn, placeNamed, type State } from '../model/state.ts';

/** Characters that Discord takes in a message. */
export const LONGEST_MESSAGE = 2_000;

/** The longest name wins, where one begins with another. */
export function toWire(text: string, people: Iterable<PersonView>): string {
  const byLength = [...people].toSorted((a, b) => b.name.length - a.name.length);
  let rest = text;
  let wire = '';
  while (rest !== '') {
    const named = rest.startsWith('@') && byLength.find(({ name }) => rest.startsWith(name, 1));
    wire += named ? `<@${named.id}>` : rest[0];
    rest = rest.slice(named ? named.name.length + 1 : 1);
  }
  return wire;
}

export function fromWire(text: string, people: ReadonlyMap<string, PersonView>): string {
  return text.replace(/<@!?(\d+)>/gu, (mention, id: string) => {
    const person = people.get(id);
    return person ? `@${person.name}` : mention;
  });
}

/** What is being typed after an @ at the end of a text; undefined where nothing is. */
export function mentionBeingTyped(before: string): string | undefined {
  return /(?:^|\s)@([^\s@]{0,32})$/u.exec(before)?.[1];
}

/** As high as its text, up to a limit of the style sheet. */
export function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

export interface FieldNotes {
  readonly node: HTMLElement;
  /** Tells of the text as it now stands. */
  readonly tell: (typed: string) => void;
  /** A message was sent, and the field is empty: what was said of it stays until the next one is begun. */
  readonly keep: () => void;
  readonly draw: () => void;
}

/** Discord counts from so many characters before its limit on. */
const COUNTED_FROM = 200;

export function createFieldNotes(app: App): FieldNotes {
  const hint = el('span', { class: 'field-hint', role: 'status' });
  const left = el('span', { class: 'field-left' });
  const node = el('div', { class: 'field-notes', hidden: true }, hint, left);
  let typed = '';
  let isKept = false;
  let shownPlace = '';
  const show = (isUnheard: boolean, remaining: number) => {
    const words = wordsOf(app).composer;
    const said = isUnheard ? words.unheard(app.store.state.bot.name) : '';
    // Said once, not at each key.
    if (hint.textContent !== said) hint.textContent = said;
    const isShort = remaining < COUNTED_FROM;
    left.textContent = isShort ? String(remaining) : '';
    setAttributes(left, { title: isShort ? words.left(remaining) : undefined });
    left.classList.toggle('is-over', remaining < 0);
    node.hidden = said === '' && !isShort;
  };
  const tell = (text: string) => {
    isKept = false;
    typed = text;
    show(isUnheardIn(app.store.state, text), remainingIn(app.store.state, text));
  };
  return {
    node,
    tell,
    keep: () => {
      isKept = true;
      show(isUnheardIn(app.store.state, typed), LONGEST_MESSAGE);
    },
    draw: () => {
      const { place } = app.store.state;
      if (shownPlace !== place) tell('');
      else if (!isKept) tell(typed);
      shownPlace = place;
    },
  };
}

/** Characters, as Discord counts what is sent. */
export function remainingIn({ people }: State, typed: string): number {
  return LONGEST_MESSAGE - toWire(typed.trim(), people.values()).length;
}

/** In a channel the bot hears only what mentions it; a reply with ping to a message of its own does. */
function isUnheardIn(state: State, typed: string): boolean {
  const { place, people, bot, replyingTo } = state;
  const text = typed.trim();
  if (text === '' || text.startsWith('/') || placeNamed(state, place)?.kind === 'direct') return false;
  if (mentionBeingTyped(typed) !== undefined) return false;
  const target = messagesIn(state, place).find(({ id }) => id === replyingTo?.message);
  const repliesToBot = replyingTo?.ping === true && target?.author === bot.id;
  return !repliesToBot && !toWire(text, people.values()).includes(`<@${bot.id}>`);
}
