// The funnel: every message the bot sends is made here. Nothing can ping, every length fits, a cut is visible and never
// takes the citation, and a quotation that does not match its source is refused.
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { isVerbatim } from '../../answer/quotation.ts';
import type { Quotation } from '../../answer/reply.ts';
import type { Interview } from '../../knowledge/interview.ts';
import { cut } from '../../wording/formats.ts';
import {
  type Button,
  type Card,
  type CardBlock,
  type Choice,
  LONGEST,
  MOST_OPTIONS,
  type Outgoing,
  type Row,
} from './card.ts';
import { defuseLinks, escapeWithin, layOut } from './markdown.ts';

export interface Payload {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: ReturnType<typeof toComponents>;
  /** Set where the text itself may hold addresses. */
  readonly flags?: MessageFlags.SuppressEmbeds;
  readonly allowedMentions: { parse: []; repliedUser: false };
}

export type Funnelled =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly mismatch: Quotation };

/** Discord's flag against previews of the addresses in a text. */
const SUPPRESS_EMBEDS = MessageFlags.SuppressEmbeds as const;

/** Discord's flag for a message that only one member sees. */
export const EPHEMERAL = MessageFlags.Ephemeral as const;

export interface FunnelOptions {
  readonly interviews: readonly Interview[];
  /** Marks where a text was cut. */
  readonly cutHere: string;
  /** Plain text where embeds may not be sent, or were refused. */
  readonly form: 'embeds' | 'plain';
}

export function toPayload(outgoing: Outgoing, options: FunnelOptions): Funnelled {
  const quotations = outgoing.cards.flatMap(({ blocks }) => blocks.flatMap(quotationsIn));
  const mismatch = quotations.find((quotation) => !isVerbatim(options.interviews, quotation));
  if (mismatch) return { ok: false, mismatch };
  const body =
    options.form === 'embeds' ? embedsOf(outgoing, options.cutHere) : plainTextOf(outgoing, options.cutHere);
  const allowedMentions = { parse: [], repliedUser: false } satisfies Payload['allowedMentions'];
  return { ok: true, payload: { ...body, components: toComponents(outgoing.rows), allowedMentions } };
}

function embedsOf({ line, cards }: Outgoing, cutHere: string) {
  return { content: contentOf(line), embeds: toEmbeds(cards, cutHere) };
}

/** The first card as text: the citation, which is the link, stands above the quotation, which runs to the end. */
function plainTextOf({ line, cards }: Outgoing, cutHere: string) {
  const { speaker, title, url, footer, blocks = [] } = cards[0] ?? {};
  const frame = [
    contentOf(line),
    ...[speaker, title].map((text) => (text === undefined ? '' : `**${escapeWithin(text, LONGEST.title)}**`)),
    footer === undefined ? '' : escapeWithin(footer, LONGEST.title),
  ].filter((text) => text !== '');
  const room = LONGEST.content - frame.reduce((sum, text) => sum + text.length + 1, 0);
  const shown = layOut(blocks, { room, cutHere });
  const citation =
    footer === undefined || url === undefined ? undefined : maskedLink(frame.at(-1) ?? '', url);
  const linked = citation === undefined ? frame : [...frame.slice(0, -1), citation];
  // The words come before a link to them.
  const content = [linked, frame]
    .map((above) => [...above, shown].join('\n'))
    .find(({ length }) => length <= LONGEST.content);
  return { content: content ?? shown, embeds: [], flags: SUPPRESS_EMBEDS };
}

function quotationsIn(block: CardBlock): readonly Quotation[] {
  if (block.kind === 'offers') return block.offers.map(({ quotation }) => quotation);
  if (block.kind === 'quote') return block.of ? [block.of] : [];
  return block.kind === 'verbatim' ? [block.quotation] : [];
}

function contentOf(line: string | undefined): string {
  return line === undefined ? '' : defuseLinks(escapeWithin(line, LONGEST_LINE));
}

/** In a text the words are the link; in an embed its title is, as a footer takes none. */
function maskedLink(escaped: string, url: string): string {
  return `[${escaped}](<${url.replaceAll('(', '%28').replaceAll(')', '%29')}>)`;
}

/** Half of Discord's limit: escaping the addresses in it must not push it over. */
const LONGEST_LINE = LONGEST.content / 2;

/** The last card is laid out first: the first one, which holds the answer, gets all the room that is left. */
function toEmbeds(cards: readonly Card[], cutHere: string): APIEmbed[] {
  const frames = cards.map(frameOf);
  let room = LONGEST.embeds - frames.reduce((sum, frame) => sum + lengthOf(frame), 0);
  const embeds = frames.toReversed().map((frame, index) => {
    const blocks = cards[cards.length - 1 - index]?.blocks ?? [];
    const description = layOut(blocks, { room: Math.min(LONGEST.description, room), cutHere });
    room -= description.length;
    return { ...frame, ...(description === '' ? {} : { description }) };
  });
  return embeds.toReversed();
}

function frameOf({ speaker, title, url, footer }: Card): APIEmbed {
  return {
    ...(speaker === undefined ? {} : { author: { name: cut(speaker, LONGEST.author) } }),
    ...(title === undefined ? {} : { title: escapeWithin(title, LONGEST.title) }),
    ...linkOf(url),
    ...(footer === undefined ? {} : { footer: { text: cut(footer, LONGEST.footer) } }),
  };
}

/** Percent-encoded and in punycode, without which Discord refuses the whole message. */
function linkOf(url: string | undefined): Pick<APIEmbed, 'url'> {
  const sent = url !== undefined && URL.canParse(url) ? new URL(url).href : undefined;
  return sent === undefined || sent.length > LONGEST.url ? {} : { url: sent };
}

function lengthOf({ author, title, footer }: APIEmbed): number {
  return (author?.name.length ?? 0) + (title?.length ?? 0) + (footer?.text.length ?? 0);
}

/** Labels are cut to what Discord accepts. */
type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

function toComponents(rows: readonly Row[]): ActionRow[] {
  return rows.flatMap((row) => {
    const components = row.kind === 'buttons' ? row.buttons.map(toButton) : toSelect(row);
    return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
  });
}

function toButton({ id, label, disabled = false }: Button): APIComponentInMessageActionRow {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: id,
    label: cut(label, LONGEST.buttonLabel),
    disabled,
  };
}

function toSelect({ id, placeholder, choices }: Extract<Row, { kind: 'select' }>) {
  if (choices.length === 0) return [];
  const select: APIComponentInMessageActionRow = {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: cut(placeholder, LONGEST.placeholder),
    options: choices.slice(0, MOST_OPTIONS).map(toOption),
  };
  return [select];
}

function toOption({ value, label }: Choice) {
  return { value, label: cut(label, LONGEST.optionLabel) };
}
