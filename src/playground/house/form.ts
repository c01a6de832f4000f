// A modal as the page shows it: a text or a choice in each field. What the page cannot draw is left out.
import { type Json, numberIn, objectsIn, stringIn } from '../../simulator/protocol/json.ts';
import { fieldsOf } from '../../simulator/protocol/modal-rules.ts';
import type { Interaction } from '../../simulator/world/nouns.ts';
import type { FieldView, FormView } from '../protocol/form.ts';

/** Undefined where the interaction was not answered by a modal. */
export function formView({ id, response }: Interaction): FormView | undefined {
  if (response.state !== 'modal') return undefined;
  const fields = fieldsOf(response.components).flatMap(({ label, field }) => fieldView(label, field));
  return { interaction: id, title: response.title, fields };
}

const STRING_SELECT = 3;
const TEXT_INPUT = 4;
/** Discord's number for a field of several lines. */
const PARAGRAPH = 2;
/** Characters that Discord takes in a field. */
const LONGEST_TEXT = 4_000;

function fieldView(label: string, field: Json): readonly FieldView[] {
  const common = { id: stringIn(field, 'custom_id') ?? '', label, required: field['required'] !== false };
  switch (field['type']) {
    case TEXT_INPUT:
      return [
        {
          ...common,
          kind: 'text',
          placeholder: stringIn(field, 'placeholder') ?? '',
          value: stringIn(field, 'value') ?? '',
          longest: numberIn(field, 'max_length') ?? LONGEST_TEXT,
          isLong: field['style'] === PARAGRAPH,
        },
      ];
    case STRING_SELECT:
      return [{ ...common, kind: 'choice', options: objectsIn(field['options']).map(optionView) }];
    default:
      return [];
  }
}

function optionView(option: Json) {
  return {
    value: stringIn(option, 'value') ?? '',
    label: stringIn(option, 'label') ?? '',
    chosen: option['default'] === true,
  };
}
