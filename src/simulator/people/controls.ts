// Buttons and menus of a message as a person can use them, or why not.
import { type Json, objectsIn, stringIn } from '../protocol/json.ts';
import { COMPONENT, everyComponent } from '../protocol/message-format.ts';
import type { Message } from '../world/nouns.ts';

export type Control =
  | { readonly usable: true; readonly component: Json }
  | { readonly usable: false; readonly why: string };

/** The button with this label or custom id. */
export function findButton({ components }: Message, labelOrId: string): Control {
  const button = everyComponent(components).find(
    (each) => each['type'] === COMPONENT.button && [each['label'], each['custom_id']].includes(labelOrId),
  );
  return isUsable(button)
    ? { usable: true, component: button }
    : no('there is no such button, or it is disabled');
}

/** The menu with this custom id, if it takes these values. */
export function findMenu({ components }: Message, customId: string, values: readonly string[]): Control {
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
