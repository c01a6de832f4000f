// What a message shows, before Discord's markup: one shape for everything the bot sends, and how long each part may be.
import type { Quotation } from '../../answer/reply.ts';
import type { Range } from '../../knowledge/interview.ts';
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
