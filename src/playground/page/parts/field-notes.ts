// Below the field: that a message without a mention does not reach the bot, where it needs one, and how many characters are left
// once they run short.
import { el, setAttributes } from '../drawing/dom.ts';
import { type App, wordsOf } from '../model/app.ts';
import { messagesIn, placeNamed, type State } from '../model/state.ts';
import { LONGEST_MESSAGE, mentionBeingTyped, toWire } from './text-field.ts';

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
