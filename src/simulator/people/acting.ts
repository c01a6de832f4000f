// What starts an interaction: a person runs and types commands, presses buttons, chooses from menus, right-clicks messages, and
// fills in and submits forms, as far as Discord's client lets them.
import { isObject, type Json, objectsIn, stringIn } from '../protocol/json.ts';
import { COMPONENT, everyComponent } from '../protocol/message-format.ts';
import { type Filled, fieldsOf, unsendable } from '../protocol/modal-rules.ts';
import { messageJson } from '../wire/messages.ts';
import type { Choice, Interaction, Message } from '../world/nouns.ts';
import { type CommandUse, type OptionValues, startCommand } from './commands.ts';
import { commandData, componentData, findOffer, ownersOf, startInteraction } from './interact.ts';
import { cannot, current, enter, type Place, type Self } from './talking.ts';

export interface Acting {
  /** Runs a slash command, e.g. `runs('/ask', { question: '…', private: true }, { in: channel })`. */
  runs(path: string, values: OptionValues, where: { readonly in: Place }): Promise<Interaction>;
  /** Types into the last of these options, the others being filled in, and resolves with the choices offered. */
  types(path: string, values: OptionValues, where: { readonly in: Place }): Promise<readonly Choice[]>;
  /** Presses a button, found by its label or custom id. */
  presses(message: Message, labelOrId: string): Promise<Interaction>;
  /** Chooses values in a select menu, found by its custom id. */
  selects(message: Message, customId: string, values: readonly string[]): Promise<Interaction>;
  /** Sends what a message or a form of an earlier version still offers, and this one does not. */
  sendsOld(message: Message, kind: 'component' | 'modal-submit', data: Json): Promise<Interaction>;
  /** Fills in and sends the modal that the bot showed for an interaction, e.g. the press of a button. */
  submits(shownBy: Interaction, values: FormValues): Promise<Interaction>;
  /** Right-clicks a message and uses a message command on it. */
  usesOn(name: string, message: Message): Promise<Interaction>;
}

const MESSAGE_COMMAND = 3;

export function acting(self: Self): Acting {
  return {
    runs: async (path, values, { in: place }) => start(self, place, { path, values }),
    types: async (path, values, { in: place }) => {
      const focused = Object.keys(values).at(-1) ?? '';
      const { id, label } = start(self, place, { path, values, focused });
      return self.waits.until(`choices for ${label}`, () => {
        const response = self.world.interactions.get(id)?.response;
        return response?.state === 'choices' ? response.choices : undefined;
      });
    },
    presses: async (message, labelOrId) => {
      const button = findButton(current(self, message), labelOrId);
      if (!button.usable) throw cannot(self, `press "${labelOrId}"`, button.why);
      const label = `presses ‹${button.component['label'] ?? labelOrId}›`;
      return useComponent(self, message, { data: componentData(button.component), label });
    },
    selects: async (message, customId, values) => {
      const menu = findMenu(current(self, message), customId, values);
      if (!menu.usable) throw cannot(self, `choose ${values.join(', ')} in "${customId}"`, menu.why);
      const label = `selects ${values.join(', ')}`;
      return useComponent(self, message, { data: componentData(menu.component, values), label });
    },
    sendsOld: async (message, kind, data) =>
      useComponent(self, message, { kind, data, label: `sends an old ${kind} ${data['custom_id']}` }),
    submits: async (shownBy, values) => submitModal(self, shownBy, values),
    usesOn: async (name, message) => useMessageCommand(self, name, message),
  };
}

function start(self: Self, place: Place, use: Omit<CommandUse, 'channel'>): Interaction {
  return startCommand(self.world, self.actor, { ...use, channel: enter(self, place) });
}

function useMessageCommand(self: Self, name: string, message: Message): Interaction {
  const { world, actor } = self;
  const channel = enter(self, { id: message.channelId });
  const target = current(self, message);
  const { command, owners } = findOffer(world, actor, { name, type: MESSAGE_COMMAND, channel });
  const resolved = { messages: { [target.id]: messageJson(world, target) } };
  const data = { ...commandData(command), target_id: target.id, resolved };
  const label = `uses "${name}" on "${target.content}"`;
  return startInteraction(world, actor, { kind: 'message-command', channel, data, label, owners });
}

interface ComponentUse {
  readonly kind?: 'component' | 'modal-submit';
  readonly data: Json;
  readonly label: string;
}

function useComponent(self: Self, message: Message, use: ComponentUse): Interaction {
  const { kind = 'component', data, label } = use;
  const { world, actor } = self;
  const channel = enter(self, { id: message.channelId });
  const brought =
    message.interactionId === undefined ? undefined : world.interactions.get(message.interactionId);
  const owners = brought?.owners ?? ownersOf(world, actor, { channel, types: [0, 1] });
  const component = { kind, channel, data, label, owners, sourceId: message.id } as const;
  return startInteraction(world, actor, component);
}

type Control =
  | { readonly usable: true; readonly component: Json }
  | { readonly usable: false; readonly why: string };

/** The button with this label or custom id. */
function findButton({ components }: Message, labelOrId: string): Control {
  const button = everyComponent(components).find(
    (each) => each['type'] === COMPONENT.button && [each['label'], each['custom_id']].includes(labelOrId),
  );
  return isUsable(button)
    ? { usable: true, component: button }
    : no('there is no such button, or it is disabled');
}

/** The menu with this custom id, if it takes these values. */
function findMenu({ components }: Message, customId: string, values: readonly string[]): Control {
  const menu = everyComponent(components).find(
    (each) => each['custom_id'] === customId && each['type'] !== COMPONENT.button,
  );
  if (!isUsable(menu)) return no('there is no such menu, or it is disabled');
  const offered = objectsIn(menu['options']).map(({ value }) => value);
  if (menu['type'] === COMPONENT.stringSelect && values.some((value) => !offered.includes(value))) {
    return no(`the menu offers ${offered.join(', ')}`);
  }
  const fits =
    values.length >= Number(menu['min_values'] ?? 1) && values.length <= Number(menu['max_values'] ?? 1);
  return fits ? { usable: true, component: menu } : no('the menu takes another number of values');
}

function isUsable(component: Json | undefined): component is Json {
  return (
    component !== undefined &&
    component['disabled'] !== true &&
    stringIn(component, 'custom_id') !== undefined
  );
}

function no(why: string): Control {
  return { usable: false, why };
}

/** By a field's label or custom id; a field left out keeps what the bot put there. */
export type FormValues = Readonly<Record<string, Filled>>;

/** Submits the modal that the bot showed in response to an interaction of this person's. */
function submitModal(self: Self, shownBy: Interaction, values: FormValues): Interaction {
  const { world, actor } = self;
  const opened = world.interactions.get(shownBy.id);
  if (opened?.response.state !== 'modal') throw cannot(self, 'submit a modal', 'none was shown');
  if (opened.user.id !== actor.user.id) throw cannot(self, 'submit a modal', 'it was shown to somebody else');
  const { customId, components, title } = opened.response;
  const fields = fieldsOf(components);
  const unknown = Object.keys(values).find(
    (name) => !fields.some(({ label, field }) => isNamed(name, label, field)),
  );
  if (unknown !== undefined) throw cannot(self, `fill in "${unknown}"`, 'the modal has no such field');
  const filledIn = (field: Json, label: string): Json => {
    const [, given] = Object.entries(values).find(([name]) => isNamed(name, label, field)) ?? [];
    const filled = given ?? presetOf(field);
    const why = unsendable(field, filled);
    if (why !== undefined) throw cannot(self, `submit "${label}"`, why);
    const { type, id, custom_id } = field;
    return { type, id, custom_id, ...(typeof filled === 'string' ? { value: filled } : { values: filled }) };
  };
  const data = { custom_id: customId, components: components.map((top) => submitted(top, filledIn)) };
  const { owners, sourceId } = opened;
  return startInteraction(world, actor, {
    ...{ kind: 'modal-submit', data, owners, triggerId: opened.id, label: `submits ‹${title}›` },
    ...{ channel: enter(self, { id: opened.channelId }), ...(sourceId === undefined ? {} : { sourceId }) },
  });
}

function isNamed(name: string, label: string, field: Json): boolean {
  return name === label || name === field['custom_id'];
}

/** What stands in the field before anybody touches it. */
function presetOf(field: Json): Filled {
  const options = field['options'];
  if (!Array.isArray(options)) return stringIn(field, 'value') ?? '';
  return objectsIn(options).flatMap((option) =>
    option['default'] === true ? (stringIn(option, 'value') ?? []) : [],
  );
}

function submitted(top: Json, filledIn: (field: Json, label: string) => Json): Json {
  const { type, id, component } = top;
  const label = stringIn(top, 'label') ?? '';
  if (isObject(component)) return { type, id, component: filledIn(component, label) };
  const rows = objectsIn(top['components']);
  return rows.length === 0
    ? { type, id }
    : { type, id, components: rows.map((field) => filledIn(field, stringIn(field, 'label') ?? '')) };
}
