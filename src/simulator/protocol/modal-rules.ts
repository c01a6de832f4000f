// Discord's rules for modals that its published schema does not tell; and what a person may fill in.
// Sources: discord.com/developers/docs "Component Reference" (Label, Text Input, String Select) and "Receiving and Responding".
import { isObject, type Json, numberIn, objectsIn, stringIn } from './json.ts';
import { COMPONENT, everyComponent } from './message-format.ts';
import { type FormProblem, problem, tooLong } from './problems.ts';

/** UTF-16 units; the schema counts code points. */
const MAX_TITLE = 45;
const MAX_LABEL = 45;
const MAX_ID = 100;
/** Characters in a text input, where it names no smaller limit. */
const MAX_INPUT = 4000;
/** Top-level components. */
const MAX_COMPONENTS = 5;

/** @param data of a callback of type 9 */
export function modalProblems(data: Json): readonly FormProblem[] {
  const top = objectsIn(data['components']);
  const inner = everyComponent(top);
  return [
    ...lengthProblem(data, ['title'], MAX_TITLE),
    ...lengthProblem(data, ['custom_id'], MAX_ID),
    ...(top.length > MAX_COMPONENTS
      ? [problem(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')]
      : []),
    ...top.flatMap((label, index) => lengthProblem(label, ['components', index, 'label'], MAX_LABEL)),
    ...duplicateProblems(inner),
    ...inner.flatMap(fieldProblems),
  ];
}

function lengthProblem(owner: Json, path: readonly (string | number)[], max: number): readonly FormProblem[] {
  const text = stringIn(owner, String(path.at(-1))) ?? '';
  return text.length > max ? [tooLong(path, max)] : [];
}

function duplicateProblems(components: readonly Json[]): readonly FormProblem[] {
  const ids = components.flatMap((component) => stringIn(component, 'custom_id') ?? []);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const message = `Component custom id cannot be duplicated: ${twice}`;
  return twice === undefined ? [] : [problem(['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', message)];
}

function fieldProblems(field: Json): readonly FormProblem[] {
  if (field['type'] === COMPONENT.textInput) return inputProblems(field);
  return field['type'] === COMPONENT.stringSelect ? selectProblems(field) : [];
}

function inputProblems(input: Json): readonly FormProblem[] {
  const { min, max } = lengthsOf(input);
  const value = stringIn(input, 'value') ?? '';
  return [
    ...lengthProblem(input, ['components', 'placeholder'], 100),
    ...(min > max
      ? [problem(['components', 'min_length'], 'BASE_TYPE_BAD_LENGTH', 'Must fit max_length')]
      : []),
    ...(value.length > max ? [tooLong(['components', 'value'], max)] : []),
  ];
}

function selectProblems(select: Json): readonly FormProblem[] {
  const options = objectsIn(select['options']);
  const values = options.map(({ value }) => value);
  const chosen = options.filter((option) => option['default'] === true).length;
  const at = ['components', 'select'];
  return [
    ...(select['disabled'] === true
      ? [problem(at, 'COMPONENT_DISABLED_IN_MODAL', 'A select of a modal cannot be disabled')]
      : []),
    ...(new Set(values).size < values.length
      ? [
          problem(
            at,
            'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            'The specified option value is already used',
          ),
        ]
      : []),
    ...(chosen > (numberIn(select, 'max_values') ?? 1)
      ? [problem(at, 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More defaults than max_values')]
      : []),
  ];
}

function lengthsOf(input: Json) {
  return { min: numberIn(input, 'min_length') ?? 0, max: numberIn(input, 'max_length') ?? MAX_INPUT };
}

/** What a person fills in: a text, or the values chosen. */
export type Filled = string | readonly string[];

/** The fields of a modal, each with its own label where it has one. */
export function fieldsOf(
  components: readonly Json[],
): readonly { readonly label: string; readonly field: Json }[] {
  return components.flatMap((top) => {
    const field = top['component'];
    if (isObject(field)) return [{ label: stringIn(top, 'label') ?? '', field }];
    return objectsIn(top['components']).map((own) => ({ label: stringIn(own, 'label') ?? '', field: own }));
  });
}

/** Why Discord's client would not send the field so; undefined where it would. */
export function unsendable(field: Json, filled: Filled): string | undefined {
  const isRequired = field['required'] !== false;
  if (typeof filled === 'string') {
    const { min, max } = lengthsOf(field);
    if (filled === '' && !isRequired) return undefined;
    if (filled === '' || filled.length < min) return 'something is missing in it';
    return filled.length > max ? `it holds ${max} characters` : undefined;
  }
  const offered = objectsIn(field['options']).map(({ value }) => value);
  if (filled.some((value) => !offered.includes(value))) return `it offers ${offered.join(', ')}`;
  if (filled.length === 0) return isRequired ? 'something must be chosen in it' : undefined;
  return filled.length > (numberIn(field, 'max_values') ?? 1) ? 'it takes fewer values' : undefined;
}
