// Submitting a modal: a person fills in its fields, as far as Discord's client lets them, and sends it.
import { isObject, type Json, objectsIn, stringIn } from '../protocol/json.ts';
import { type Filled, fieldsOf, unsendable } from '../protocol/modal-rules.ts';
import type { Interaction } from '../world/nouns.ts';
import { startInteraction } from './interact.ts';
import { cannot, enter, type Self } from './self.ts';

/** By a field's label or custom id; a field left out keeps what the bot put there. */
export type FormValues = Readonly<Record<string, Filled>>;

/** Submits the modal that the bot showed in response to an interaction of this person's. */
export function submitModal(self: Self, shownBy: Interaction, values: FormValues): Interaction {
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
