// Suggestions above a text field. The focus stays in the field; arrows choose, Enter or Tab takes, Escape puts away.
import { el, on, setAttributes } from '../drawing/dom.ts';
import { type App, wordsOf } from '../model/app.ts';

export interface FieldSuggestion {
  readonly label: string;
  readonly detail?: string;
  readonly take: () => void;
}

export interface Suggestions {
  readonly node: HTMLElement;
  readonly show: (items: readonly FieldSuggestion[]) => void;
  readonly hide: () => void;
  /** Whether the key was meant for the suggestions. */
  readonly handles: (event: KeyboardEvent) => boolean;
}

let count = 0;

export function createSuggestions(app: App, field: HTMLElement): Suggestions {
  const { node, show, hide, move, take, isShown } = createList(app, field);
  const handles = (event: KeyboardEvent): boolean => {
    if (!isShown() || event.isComposing) return false;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take();
    else if (event.key === 'Escape') hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { node, show, hide, handles };
}

interface List extends Omit<Suggestions, 'handles'> {
  readonly move: (by: number) => void;
  /** Takes the active suggestion. */
  readonly take: () => void;
  readonly isShown: () => boolean;
}

function createList(app: App, field: HTMLElement): List {
  count += 1;
  const id = `suggestions-${count}`;
  const node = el('div', { class: 'suggestions', role: 'listbox', id, hidden: true });
  let items: readonly FieldSuggestion[] = [];
  let active = 0;
  const mark = () => {
    markOption(node, active);
    setAttributes(field, { 'aria-activedescendant': items.length > 0 ? `${id}-${active}` : undefined });
  };
  const hide = () => {
    items = [];
    node.hidden = true;
    setAttributes(field, { 'aria-activedescendant': undefined });
    tieList(field, undefined);
  };
  const take = (index: number) => {
    const chosen = items[index];
    hide();
    chosen?.take();
  };
  const show = (shown: readonly FieldSuggestion[]) => {
    if (shown.length === 0) return hide();
    items = shown;
    active = 0;
    node.setAttribute('aria-label', wordsOf(app).composer.suggestions);
    node.replaceChildren(
      ...shown.map((item, index) => optionNode(item, `${id}-${index}`, () => take(index))),
    );
    node.hidden = false;
    tieList(field, id);
    mark();
    app.announce(wordsOf(app).composer.found(shown.length));
  };
  const move = (by: number) => {
    active = (active + by + items.length) % items.length;
    mark();
  };
  return { node, show, hide, move, take: () => take(active), isShown: () => items.length > 0 };
}

function markOption(list: HTMLElement, active: number): void {
  [...list.children].forEach((option, index) => {
    option.setAttribute('aria-selected', String(index === active));
    if (index === active) option.scrollIntoView({ block: 'nearest' });
  });
}

/** Names the list that belongs to the field; undefined while none is shown. */
function tieList(field: HTMLElement, id: string | undefined): void {
  setAttributes(field, { 'aria-controls': id });
  if (field.getAttribute('role') === 'combobox')
    field.setAttribute('aria-expanded', String(id !== undefined));
}

function optionNode({ label, detail }: FieldSuggestion, id: string, take: () => void): HTMLElement {
  const more = detail === undefined ? null : el('span', { class: 'menu-detail' }, detail);
  const option = el('div', { class: 'menu-item', role: 'option', id }, el('span', {}, label), more);
  return on(option, {
    // The field would lose the focus, and with it the suggestions, before the click.
    pointerdown: (event) => event.preventDefault(),
    click: take,
  });
}
