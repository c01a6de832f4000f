// What came of an editor's question: it is listed, with the button that takes it out again, or why it is not.
import type { Library } from '../../answer/library.ts';
import { quoteSentences } from '../../answer/quotation.ts';
import { cut } from '../../wording/formats.ts';
import type { LatelyListed, Listing, TakenBack } from '../../wording/listing.ts';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import { ofWhom, sectionLabel } from '../../wording/present.ts';
import { type Button, type CardBlock, LONGEST, type Outgoing, type Row } from '../sending/card.ts';
import { asked, type Part } from './listing.ts';
import { writeStep } from './listing-step.ts';

export interface ListedRequest {
  readonly library: Library;
  readonly question: string;
  /** Undefined: not covered. */
  readonly part: Part | undefined;
  readonly interview: string;
  readonly sentence: number | undefined;
  readonly listing: Listing;
  readonly locale: Locale;
}

/** What came of it: with the button that takes it back, or the way to another part. */
export function listedCard(request: ListedRequest): Outgoing {
  const { listing, locale, question, interview } = request;
  const words = wordingFor(locale).discord.listing;
  const back: Button = { id: writeStep({ step: 'parts', page: 0, interview }), label: words.back };
  const card = (blocks: readonly CardBlock[], button: Button): Outgoing => ({
    ...asked(listing.outcome === 'listed' ? listing.question : question, locale),
    cards: [{ blocks }],
    rows: [{ kind: 'buttons', buttons: [button] }],
  });
  const text = (said: string): CardBlock => ({ kind: 'text', text: said });
  switch (listing.outcome) {
    case 'listed': {
      const undo = { id: writeStep({ step: 'undo', inserted: listing.inserted }), label: words.undo };
      const unsettled = listing.isSettled ? [] : [text(words.unsettled)];
      return card([...placeBlocks(request), ...unsettled, { kind: 'small', text: words.undoHint }], undo);
    }
    case 'worse':
      return card([text(words.worse(listing.question))], back);
    case 'refused':
      return card([text(words.refusals[listing.why])], back);
    case 'unwritable':
      return card([text(words.unwritable(listing.code))], back);
  }
}

/** Where it is answered from now on, with the sentence to the letter. */
function placeBlocks({ library, part, sentence, locale }: ListedRequest): readonly CardBlock[] {
  const { listed } = wordingFor(locale).discord.listing;
  if (!part) return [{ kind: 'text', text: listed(undefined) }];
  const { interview, section, source } = part;
  const label = ofWhom(sectionLabel(interview, section, locale), source.interview, { ...library, locale });
  const said: CardBlock = { kind: 'text', text: listed(label) };
  if (sentence === undefined) return [said];
  const quotation = quoteSentences(interview, section, { first: sentence, last: sentence });
  return [said, { kind: 'verbatim', quotation }];
}

export function takenBackCard(taken: TakenBack, question: string | undefined, locale: Locale): Outgoing {
  const { takenBack, unwritable } = wordingFor(locale).discord.listing;
  const text = taken.outcome === 'unwritable' ? unwritable(taken.code) : takenBack[taken.outcome];
  const line = question === undefined ? {} : asked(question, locale);
  return { ...line, cards: [{ blocks: [{ kind: 'text', text }] }], rows: [] };
}

/** Below /gaps, for an editor: what was listed lately, as the button that undoes it goes away with its message. */
export function latelyRow(lately: readonly LatelyListed[], locale: Locale): Row {
  const choices = lately.map(({ question, inserted }) => ({
    value: writeStep({ step: 'undo', inserted }),
    label: cut(question, LONGEST.optionLabel),
  }));
  const placeholder = wordingFor(locale).discord.listing.pickUndo;
  return { kind: 'select', id: writeStep({ step: 'lately' }), placeholder, choices };
}
