// A form that a member fills in: what it asks for, and how Discord is told to show it. Its submission is an interaction of
// its own, so that what is typed reaches the bot without any intent.
import {
  type APIComponentInLabel,
  type APILabelComponent,
  ComponentType,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { cut } from '../../wording/formats.ts';
import { type Choice, LONGEST, MOST_OPTIONS } from './card.ts';

export interface Form {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

/** `id` is a custom id as well: by it a submission tells the fields apart. */
export type Field =
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly label: string;
      readonly example: string;
      /** UTF-16 units. */
      readonly longest: number;
      readonly isOptional?: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly choices: readonly Choice[];
      /** Of the choices, the one that is chosen already. */
      readonly chosen: string | undefined;
      readonly isOptional?: boolean;
    };

/** Discord's limits on a form, in UTF-16 units. */
const LONGEST_IN_FORM = { title: 45, label: 45, example: 100, text: 4000 };

/** The first response to a press. */
export async function showForm(interaction: MessageComponentInteraction, form: Form): Promise<void> {
  const { id, title, fields } = form;
  await interaction.showModal({
    custom_id: id,
    title: cut(title, LONGEST_IN_FORM.title),
    components: fields.map(toLabel),
  });
}

function toLabel(field: Field): APILabelComponent {
  const label = cut(field.label, LONGEST_IN_FORM.label);
  return { type: ComponentType.Label, label, component: toComponent(field) };
}

function toComponent(field: Field): APIComponentInLabel {
  switch (field.kind) {
    case 'text':
      return {
        type: ComponentType.TextInput,
        custom_id: field.id,
        style: TextInputStyle.Short,
        placeholder: cut(field.example, LONGEST_IN_FORM.example),
        min_length: field.isOptional === true ? 0 : 1,
        max_length: Math.min(field.longest, LONGEST_IN_FORM.text),
        required: field.isOptional !== true,
      };
    case 'choice':
      return {
        type: ComponentType.StringSelect,
        custom_id: field.id,
        min_values: field.isOptional === true ? 0 : 1,
        required: field.isOptional !== true,
        options: field.choices.slice(0, MOST_OPTIONS).map(({ value, label }) => ({
          value,
          label: cut(label, LONGEST.optionLabel),
          default: value === field.chosen,
        })),
      };
  }
}

/** What was typed into a field, or chosen in it; undefined where the form had no such field, or it was left out. */
export function filledIn({ fields }: ModalSubmitInteraction, id: string): string | undefined {
  const field = fields.fields.get(id);
  if (!field) return undefined;
  if ('value' in field && typeof field.value === 'string') return field.value;
  return 'values' in field ? field.values[0] : undefined;
}
