// Suggestions and abstentions, and the short notices of the bot itself.
import type { Abstain, Suggest } from '../../answer/reply.ts';
import { presentNotice } from '../../wording/present.ts';
import type { Outgoing } from '../card.ts';
import { type Setting, suggestedRow } from '../controls.ts';

/** One line of the bot's own. */
export function notice(text: string): Outgoing {
  return { cards: [{ blocks: [{ kind: 'text', text }] }], rows: [] };
}

/** What came close, in full, above a select of the same questions: a label in a select may be cut. */
export function suggestionsOf(reply: Suggest | Abstain, setting: Setting): Outgoing {
  const { library, locale } = setting;
  const { text, offers } = presentNotice(reply, { interviews: library.interviews, locale });
  if (offers.length === 0) return notice(text);
  const blocks = [
    { kind: 'text', text },
    { kind: 'offers', offers },
  ] as const;
  return { cards: [{ blocks }], rows: [suggestedRow(reply.suggestions, setting)] };
}
