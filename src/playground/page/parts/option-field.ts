// One option of a command: a text with live suggestions, a choice, yes or no. The focus stays in the field; arrows choose among
// the suggestions above it, Enter or Tab takes one, Escape puts them away.
import type { ChoiceView, OptionView, TypedValue } from '../../protocol/protocol.ts';
import { el, on, setAttributes } from '../drawing/dom.ts';
import { type App, wordsOf } from '../model/app.ts';
import { inLocale } from '../wording/wording.ts';

export interface OptionField {
  readonly node: HTMLElement;
  readonly focus: () => void;
  /** Undefined while nothing is filled in. */
  readonly value: () => TypedValue | undefined;
}

export interface FieldOf {
  /** The command's own name. */
  readonly command: string;
  /** What the other options hold; the bot may want to know. */
  readonly others: () => Readonly<Record<string, TypedValue>>;
}

const LONGEST_OPTION = 6_000;
/** Milliseconds without a key before the bot is asked. */
const PAUSE_MS = 120;

export function createOptionField(app: App, option: OptionView, of: FieldOf): OptionField {
  const isChosen = option.type === 'boolean' || option.choices.length > 0;
  return isChosen ? choiceField(app, option) : textField(app, option, of);
}

function choiceField(app: App, option: OptionView): OptionField {
  const { yes, no } = wordsOf(app).command;
  const choices: readonly (readonly [string, TypedValue])[] =
    option.type === 'boolean'
      ? [
          [yes, true],
          [no, false],
        ]
      : option.choices.map(({ name, value }) => [name, value]);
  const entries = choices.map(([name], index) => el('option', { value: index }, name));
  const select = el('select', {}, ...entries);
  return {
    node: labelled(app, option, select),
    focus: () => select.focus(),
    value: () => choices[Number(select.value)]?.[1],
  };
}

function textField(app: App, option: OptionView, of: FieldOf): OptionField {
  const combobox = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' };
  const input = el('input', {
    type: 'text',
    maxlength: LONGEST_OPTION,
    autocomplete: 'off',
    ...(option.autocomplete ? combobox : {}),
  });
  const suggestions = createSuggestions(app, input);
  // As in Discord's client: the field shows a choice's name, and its value is what is sent while that name stands there.
  let chosen: ChoiceView | undefined;
  const complete = createCompletion(app, { option, of, input }, (choices) =>
    suggestions.show(
      choices.map((choice) => ({
        label: choice.name,
        take: () => {
          chosen = choice;
          input.value = choice.name;
        },
      })),
    ),
  );
  on(input, {
    focus: complete,
    input: complete,
    blur: () => suggestions.hide(),
    keydown: (event) => {
      suggestions.handles(event);
    },
  });
  const node = labelled(app, option, input);
  node.append(suggestions.node);
  return {
    node,
    focus: () => input.focus(),
    value: () => {
      const text = input.value.trim();
      if (text === '') return undefined;
      if (chosen?.name.trim() === text) return chosen.value;
      return option.type === 'number' ? Number(text) : text;
    },
  };
}

interface Completing {
  readonly option: OptionView;
  readonly of: FieldOf;
  readonly input: HTMLInputElement;
}

/** Asks the bot once the typing pauses, and shows only the answer to what stands there now. */
function createCompletion(
  app: App,
  { option, of, input }: Completing,
  show: (choices: readonly ChoiceView[]) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const typed = input.value;
    const asked = { name: of.command, values: of.others(), focused: option.id, typed };
    const result = await app.act({ kind: 'complete', place: app.store.state.place, ...asked });
    const isCurrent = input.value === typed && document.activeElement === input;
    if (isCurrent && result?.outcome === 'choices') show(result.choices);
  };
  return () => {
    if (!option.autocomplete) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), PAUSE_MS);
  };
}

let count = 0;

function labelled(app: App, option: OptionView, field: HTMLElement): HTMLElement {
  const { locale } = app.store.state;
  count += 1;
  const id = `option-${count}`;
  setAttributes(field, {
    id,
    'aria-describedby': `${id}-hint`,
    'aria-required': option.required ? 'true' : undefined,
  });
  return el(
    'div',
    { class: 'option-field' },
    el('label', { for: id }, inLocale(option.name, locale)),
    field,
    el('span', { class: 'sr-only', id: `${id}-hint` }, inLocale(option.description, locale)),
  );
}

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

let listCount = 0;

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
  listCount += 1;
  const id = `suggestions-${listCount}`;
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
