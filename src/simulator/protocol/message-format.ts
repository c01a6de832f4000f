// What a message is made of: flags and types by their Discord names, components as Discord stores them.
import { isObject, type Json, objectsIn, stringIn, withoutEmpty } from './json.ts';

export const FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export const MESSAGE_TYPE = {
  ordinary: 0,
  userJoined: 7,
  reply: 19,
  chatInputResponse: 20,
  contextMenuResponse: 23,
} as const;

export function hasFlag(flags: number, flag: number): boolean {
  return (flags & flag) !== 0;
}

export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  separator: 14,
  container: 17,
  label: 18,
} as const;

/** A component, then all components inside it, in reading order. */
export function everyComponent(components: readonly Json[]): readonly Json[] {
  return components.flatMap((component) => {
    const alone = [component['accessory'], component['component']].filter(isObject);
    const children = [...objectsIn(component['components']), ...alone];
    return [component, ...everyComponent(children)];
  });
}

export function textOfComponents(components: readonly Json[]): readonly string[] {
  return everyComponent(components)
    .filter((component) => component['type'] === COMPONENT.text)
    .flatMap((component) => stringIn(component, 'content') ?? []);
}

export function storeComponents(components: unknown): readonly Json[] {
  let next = 0;
  const store = (component: Json): Json => {
    next += 1;
    const id = typeof component['id'] === 'number' ? component['id'] : next;
    const children = component['components'];
    const { accessory, component: field } = component;
    return {
      ...defaultsFor(component),
      ...withoutEmpty(component),
      id,
      ...(Array.isArray(children) ? { components: objectsIn(children).map(store) } : {}),
      ...(isObject(accessory) ? { accessory: store(accessory) } : {}),
      ...(isObject(field) ? { component: store(field) } : {}),
    };
  };
  return objectsIn(components).map(store);
}

function defaultsFor({ type }: Json): Json {
  switch (type) {
    case COMPONENT.stringSelect:
    case COMPONENT.userSelect:
    case COMPONENT.roleSelect:
    case COMPONENT.mentionableSelect:
    case COMPONENT.channelSelect:
      return { min_values: 1, max_values: 1 };
    case COMPONENT.separator:
      return { spacing: 1, divider: true };
    case COMPONENT.container:
      return { accent_color: null, spoiler: false };
    default:
      return {};
  }
}
