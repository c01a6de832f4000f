// Discord's rules for messages and their components that its published schema does not tell.
import { isObject, type Json, objectsIn, stringIn } from './json.ts';
import {
  addressProblems,
  COMPONENT,
  everyComponent,
  FLAG,
  hasFlag,
  lengthProblems,
  textOfComponents,
} from './message-format.ts';
import { type FormProblem, problem, tooLong } from './problems.ts';

/** Characters (UTF-16 units, the strictest reading) in a message's content. */
const MAX_CONTENT = 2000;
/** Characters in all embeds of a message together. */
const MAX_EMBEDS_TOGETHER = 6000;

/** @param body a message to create, or the result of an edit */
export function messageProblems(body: Json): readonly FormProblem[] {
  return [
    ...contentProblems(body),
    ...embedProblems(body),
    ...addressProblems(body),
    ...lengthProblems(body),
    ...allowedMentionProblems(body),
    ...componentProblems(body['components']),
    ...(isV2(body) ? v2Problems(body) : classicProblems(body['components'])),
  ];
}

/** Discord refuses a message with nothing in it: code 50006. */
export function isEmptyMessage(body: Json): boolean {
  return (
    (stringIn(body, 'content') ?? '').trim() === '' &&
    ['embeds', 'components', 'attachments', 'sticker_ids'].every(
      (key) => objectsOrStrings(body[key]) === 0,
    ) &&
    !isObject(body['poll'])
  );
}

function isV2(body: Json): boolean {
  return typeof body['flags'] === 'number' && hasFlag(body['flags'], FLAG.componentsV2);
}

function objectsOrStrings(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function contentProblems(body: Json): readonly FormProblem[] {
  return (stringIn(body, 'content') ?? '').length > MAX_CONTENT ? [tooLong(['content'], MAX_CONTENT)] : [];
}

function embedProblems(body: Json): readonly FormProblem[] {
  const embeds = objectsIn(body['embeds']);
  const total = embeds.map(embedLength).reduce((sum, length) => sum + length, 0);
  const empty = embeds.flatMap((embed, index) =>
    Object.values(embed).every((value) => value === null || value === '')
      ? [problem(['embeds', index], 'BASE_TYPE_REQUIRED', 'This field is required')]
      : [],
  );
  if (total <= MAX_EMBEDS_TOGETHER) return empty;
  const message = `Embed size exceeds maximum size of ${MAX_EMBEDS_TOGETHER}`;
  return [...empty, problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', message)];
}

function embedLength(embed: Json): number {
  const inner = (key: string, name: string): string => {
    const value = embed[key];
    return isObject(value) ? (stringIn(value, name) ?? '') : '';
  };
  const fields = objectsIn(embed['fields']).flatMap((field) => [
    stringIn(field, 'name') ?? '',
    stringIn(field, 'value') ?? '',
  ]);
  const own = [stringIn(embed, 'title') ?? '', stringIn(embed, 'description') ?? ''];
  return [...own, inner('footer', 'text'), inner('author', 'name'), ...fields].join('').length;
}

function allowedMentionProblems(body: Json): readonly FormProblem[] {
  const allowed = body['allowed_mentions'];
  if (!isObject(allowed)) return [];
  const parse = Array.isArray(allowed['parse']) ? allowed['parse'] : [];
  return ['users', 'roles'].flatMap((key) => {
    const listed = allowed[key];
    if (!parse.includes(key) || !Array.isArray(listed) || listed.length === 0) return [];
    const message = `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`;
    return [problem(['allowed_mentions'], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message)];
  });
}

const MAX_ROWS = 5;
const MAX_V2_COMPONENTS = 40;
/** Characters in all text displays of a message together. */
const MAX_V2_TEXT = 4000;
const LINK_BUTTON = 5;
const PREMIUM_BUTTON = 6;

function componentProblems(components: unknown): readonly FormProblem[] {
  const top = objectsIn(components);
  return [
    ...duplicateIdProblems(top),
    ...top.flatMap((row, index) => rowProblems(row, ['components', index])),
    ...everyComponent(top).filter(isButton).flatMap(buttonProblems),
    ...everyComponent(top).filter(isSelect).flatMap(selectProblems),
  ];
}

/** Without the V2 flag a message holds at most five action rows and nothing else. */
function classicProblems(components: unknown): readonly FormProblem[] {
  const top = objectsIn(components);
  const foreign = top.flatMap(({ type }, index) =>
    type === COMPONENT.row
      ? []
      : [
          problem(
            ['components', index, 'type'],
            'UNION_TYPE_CHOICES',
            'Value of field "type" must be one of (1,).',
          ),
        ],
  );
  return top.length > MAX_ROWS
    ? [...foreign, problem(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')]
    : foreign;
}

function v2Problems(body: Json): readonly FormProblem[] {
  const components = objectsIn(body['components']);
  const beside = ['content', 'embeds', 'poll', 'sticker_ids'].filter((key) => isFilled(body[key]));
  const text = textOfComponents(components).join('').length;
  const size = everyComponent(components).length;
  return [
    ...beside.map((key) =>
      problem(
        [key],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${key}' field cannot be used`,
      ),
    ),
    ...(text > MAX_V2_TEXT ? [tooLong(['components'], MAX_V2_TEXT)] : []),
    ...(size > MAX_V2_COMPONENTS ? [tooLong(['components'], MAX_V2_COMPONENTS)] : []),
  ];
}

function isFilled(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

function isButton({ type }: Json): boolean {
  return type === COMPONENT.button;
}

function isSelect({ type }: Json): boolean {
  return (
    typeof type === 'number' &&
    (type === COMPONENT.stringSelect || (type >= COMPONENT.userSelect && type <= COMPONENT.channelSelect))
  );
}

function duplicateIdProblems(top: readonly Json[]): readonly FormProblem[] {
  const seen = new Set<string>();
  return everyComponent(top).flatMap((component) => {
    const id = stringIn(component, 'custom_id');
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return [];
    }
    const message = `Component custom id cannot be duplicated: ${id}`;
    return [problem(['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', message)];
  });
}

/** A row holds up to five buttons or exactly one select. */
function rowProblems(row: Json, path: readonly PropertyKey[]): readonly FormProblem[] {
  const children = objectsIn(row['components']);
  if (row['type'] === COMPONENT.container) {
    return children.flatMap((child, index) => rowProblems(child, [...path, 'components', index]));
  }
  if (row['type'] !== COMPONENT.row || !children.some(isSelect) || children.length === 1) return [];
  const message = 'The specified component exceeds the maximum width';
  return [problem([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message)];
}

function buttonProblems(button: Json): readonly FormProblem[] {
  const at = ['components', 'button'];
  if (button['style'] === PREMIUM_BUTTON) return [];
  const nameless = !isFilled(button['label']) && !isFilled(button['emoji']);
  const blank = nameless
    ? [problem(at, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required')]
    : [];
  const isLink = button['style'] === LINK_BUTTON;
  if (isLink && (isFilled(button['custom_id']) || !isFilled(button['url']))) {
    return [
      ...blank,
      problem(at, 'BUTTON_COMPONENT_URL_REQUIRED', 'A link button has a url and no custom id'),
    ];
  }
  if (!isLink && (isFilled(button['url']) || !isFilled(button['custom_id']))) {
    return [...blank, problem(at, 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required')];
  }
  return blank;
}

function selectProblems(select: Json): readonly FormProblem[] {
  const values = objectsIn(select['options']).map(({ value }) => value);
  const at = ['components', 'select'];
  const max = typeof select['max_values'] === 'number' ? select['max_values'] : 1;
  const min = typeof select['min_values'] === 'number' ? select['min_values'] : 1;
  return [
    ...(new Set(values).size < values.length
      ? [
          problem(
            at,
            'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            'The specified option value is already used',
          ),
        ]
      : []),
    ...(min > max || (values.length > 0 && max > values.length)
      ? [problem(at, 'SELECT_COMPONENT_MAX_VALUES', 'min_values and max_values must fit the options')]
      : []),
  ];
}
