// What a message shows, before Discord's markup: one shape for everything the bot sends, and how long each part may be; and a
// form that a member fills in, whose submission reaches the bot without any intent.
import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Quotation } from '../../answer/reply.ts';
import type { Range } from '../../knowledge/interview.ts';
import { cut } from '../../wording/formats.ts';
import type { Offer } from '../../wording/present.ts';

export type CardBlock =
  /** The source's own words: checked before they are sent, and the last to be cut. */
  | { readonly kind: 'verbatim'; readonly quotation: Quotation; readonly emphasis?: Range }
  /** Somebody else's wording, set as a quotation: a translation, and what it translates, where that is not shown beside it. */
  | { readonly kind: 'quote'; readonly text: string; readonly emphasis?: Range; readonly of?: Quotation }
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Small print. */
  | { readonly kind: 'small'; readonly text: string }
  /** Numbered from `from`, where it is given. */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly from?: number }
  /** Questions to choose from, each with the beginning of what would be quoted. */
  | { readonly kind: 'offers'; readonly offers: readonly Offer[] };

/** One embed. */
export interface Card {
  /** Whose words. */
  readonly speaker?: string;
  readonly title?: string;
  readonly url?: string;
  readonly blocks: readonly CardBlock[];
  /** The citation, or where in a list of pages this is. */
  readonly footer?: string;
}

export interface Button {
  readonly id: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type Row =
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | {
      readonly kind: 'select';
      readonly id: string;
      readonly placeholder: string;
      readonly choices: readonly Choice[];
    };

export interface Outgoing {
  /** A line above the cards; may hold a member's words. */
  readonly line?: string;
  readonly cards: readonly Card[];
  readonly rows: readonly Row[];
  /** A last row, shown only where what askers think of answers is kept. */
  readonly opinion?: Row;
}

/** One line of the bot's own. */
export function notice(text: string): Outgoing {
  return { cards: [{ blocks: [{ kind: 'text', text }] }], rows: [] };
}

/** Discord's limits on what a bot sends, in UTF-16 units (Discord's own count is never larger). */
export const LONGEST = {
  content: 2000,
  author: 256,
  title: 256,
  description: 4096,
  footer: 2048,
  url: 2048,
  /** All texts of a message's embeds together. */
  embeds: 6000,
  buttonLabel: 80,
  optionLabel: 100,
  placeholder: 150,
  choiceName: 100,
  customId: 100,
} as const;

/** Options of a select, and choices of an autocomplete. */
export const MOST_OPTIONS = 25;

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

export function toModal({ id, title, fields }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title: cut(title, LONGEST_IN_FORM.title),
    components: fields.map(toLabel),
  };
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
