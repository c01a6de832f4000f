// What a message is made of: flags and types by their Discord names, components as Discord stores them, lengths and addresses.
// Lengths are UTF-16 units, the strictest reading of Discord's "characters": Zod counts code points since 4.5.
import { isObject, type Json, objectsIn, stringIn, withoutEmpty } from './json.ts';
import { type FormProblem, problem, tooLong } from './problems.ts';

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

type Limits = Readonly<Record<string, number>>;

/** Documentation, "Message Resource", "Embed Limits". */
const EMBED: Limits = { title: 256, description: 4096 };
const EMBED_FOOTER: Limits = { text: 2048 };
const EMBED_AUTHOR: Limits = { name: 256 };
const EMBED_FIELD: Limits = { name: 256, value: 1024 };
/** Documentation, "Component Reference": Button, String Select, Text Input, Label. */
const BUTTON: Limits = { label: 80, custom_id: 100, url: 512 };
const SELECT: Limits = { placeholder: 150, custom_id: 100 };
const SELECT_OPTION: Limits = { label: 100, value: 100, description: 100 };
/** Documentation, "Application Commands", "Application Command Option Choice Structure". */
const CHOICE: Limits = { name: 100, value: 100 };
/** The same, "Application Command Structure" and "Application Command Option Structure"; localised texts as well. */
const MAX_DESCRIPTION = 100;

/** @param body a message to create, or the result of an edit */
export function lengthProblems(body: Json): readonly FormProblem[] {
  const embeds = objectsIn(body['embeds']).flatMap((embed, index) => embedProblems(embed, ['embeds', index]));
  const components = everyComponent(objectsIn(body['components'])).flatMap(componentProblems);
  return [...embeds, ...components];
}

/** @param data of an autocomplete's response */
export function choiceLengthProblems(data: Json): readonly FormProblem[] {
  return objectsIn(data['choices']).flatMap((choice, index) =>
    overLimits(choice, CHOICE, ['choices', index]),
  );
}

/** @param described a command, or an option of one */
export function descriptionLengthProblems(described: Json, path: Path): readonly FormProblem[] {
  const localised = described['description_localizations'];
  const limits = (texts: Json) => Object.fromEntries(Object.keys(texts).map((key) => [key, MAX_DESCRIPTION]));
  return [
    ...overLimits(described, { description: MAX_DESCRIPTION }, path),
    ...(isObject(localised)
      ? overLimits(localised, limits(localised), [...path, 'description_localizations'])
      : []),
    ...objectsIn(described['options']).flatMap((option, index) =>
      descriptionLengthProblems(option, [...path, 'options', index]),
    ),
  ];
}

type Path = readonly PropertyKey[];

function embedProblems(embed: Json, path: Path): readonly FormProblem[] {
  const { footer, author } = embed;
  return [
    ...overLimits(embed, EMBED, path),
    ...(isObject(footer) ? overLimits(footer, EMBED_FOOTER, [...path, 'footer']) : []),
    ...(isObject(author) ? overLimits(author, EMBED_AUTHOR, [...path, 'author']) : []),
    ...objectsIn(embed['fields']).flatMap((field, index) =>
      overLimits(field, EMBED_FIELD, [...path, 'fields', index]),
    ),
  ];
}

function componentProblems(component: Json): readonly FormProblem[] {
  if (component['type'] === COMPONENT.button) return overLimits(component, BUTTON, ['components', 'button']);
  return [
    ...overLimits(component, SELECT, ['components', 'select']),
    ...objectsIn(component['options']).flatMap((option, index) =>
      overLimits(option, SELECT_OPTION, ['components', 'select', 'options', index]),
    ),
  ];
}

/** Only what the schemas let pass: the rest is told by them. */
function overLimits(source: Json, limits: Limits, path: Path): readonly FormProblem[] {
  return Object.entries(limits).flatMap(([key, max]) => {
    const text = source[key];
    const isOver = typeof text === 'string' && text.length > max && [...text].length <= max;
    return isOver ? [tooLong([...path, key], max)] : [];
  });
}

/** discord.js#5724, discord-api-docs#5837: `Scheme "" is not supported. Scheme must be one of ('http', 'https').` */
const WEB = ['http', 'https'];
/** Pictures may also be files of the same request (documentation, "Using attachments within embeds"). */
const PICTURE = [...WEB, 'attachment'];
/** Link buttons may also lead into Discord's client (documentation, "Component Reference", "Button"). */
const OF_BUTTON = [...WEB, 'discord'];

/** @param body a message to create, or the result of an edit */
export function addressProblems(body: Json): readonly FormProblem[] {
  const inEmbeds = objectsIn(body['embeds']).flatMap((embed, index) =>
    embedAddresses(embed).flatMap(({ path, address, schemes }) =>
      problemsOf(['embeds', index, ...path], address, schemes),
    ),
  );
  const inButtons = everyComponent(objectsIn(body['components'])).flatMap((component) => {
    const url = component['type'] === COMPONENT.button ? stringIn(component, 'url') : undefined;
    return url === undefined ? [] : problemsOf(['components', 'button', 'url'], url, OF_BUTTON);
  });
  return [...inEmbeds, ...inButtons];
}

interface Address {
  readonly path: readonly string[];
  readonly address: string;
  readonly schemes: readonly string[];
}

const EMBED_PLACES: readonly (readonly [path: readonly string[], schemes: readonly string[]])[] = [
  [['url'], WEB],
  [['author', 'url'], WEB],
  [['author', 'icon_url'], PICTURE],
  [['footer', 'icon_url'], PICTURE],
  [['image', 'url'], PICTURE],
  [['thumbnail', 'url'], PICTURE],
];

function embedAddresses(embed: Json): readonly Address[] {
  return EMBED_PLACES.flatMap(([path, schemes]) => {
    const address = path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), embed);
    return typeof address === 'string' ? [{ path, address, schemes }] : [];
  });
}

function problemsOf(
  path: readonly PropertyKey[],
  address: string,
  schemes: readonly string[],
): readonly FormProblem[] {
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(address)?.[1]?.toLowerCase() ?? '';
  const listed = `(${schemes.map((known) => `'${known}'`).join(', ')})`;
  if (!schemes.includes(scheme)) {
    const message = `Scheme "${scheme}" is not supported. Scheme must be one of ${listed}.`;
    return [problem(path, 'URL_TYPE_INVALID_SCHEME', message)];
  }
  return WEB.includes(scheme) && !isWellFormed(address)
    ? [problem(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')]
    : [];
}

/**
 * A host without a dot is refused as well (go-gitea/gitea#14379, grafana#65270, bugsink#280), and so is white space; an
 * address that is not encoded is reported to be, which is not documented.
 */
function isWellFormed(address: string): boolean {
  return (
    /^[\x21-\x7e]+$/.test(address) && URL.canParse(address) && /[^.]\.[^.]/u.test(new URL(address).hostname)
  );
}
