// One option of a command: a text with live suggestions, a choice, yes or no.
import type { ChoiceView, OptionView, TypedValue } from '../../protocol/protocol.ts';
import { el, on, setAttributes } from '../drawing/dom.ts';
import { type App, wordsOf } from '../model/app.ts';
import { inLocale } from '../wording/wording.ts';
import { createSuggestions } from './suggestions.ts';

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
