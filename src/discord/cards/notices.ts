// Suggestions, abstentions, greetings, and the short notices of the bot itself.
import type { Abstain, Suggest } from '../../answer/reply.ts';
import { wordingFor } from '../../wording/catalogue.ts';
import { labelOf } from '../../wording/interview-labels.ts';
import type { Card, Outgoing } from '../card.ts';
import { type Setting, suggestedRow } from '../controls.ts';

/** One line of the bot's own. */
export function notice(text: string): Outgoing {
  return { cards: [{ blocks: [{ kind: 'text', text }] }], rows: [] };
}

/** What came close, in full, above a select of the same questions: a label in a select may be cut. */
export function suggestionsOf(reply: Suggest | Abstain, setting: Setting): Outgoing {
  const wording = wordingFor(setting.locale);
  const labels = labelsOf(reply, setting);
  if (reply.outcome === 'abstain' && reply.reason === 'not-a-question') {
    const hello = wording.abstain[reply.reason];
    return notice(labels[0] === undefined ? hello : `${hello} ${wording.discord.tryThis(labels[0])}`);
  }
  const lead = reply.outcome === 'suggest' ? wording.suggest[reply.reason] : wording.abstain[reply.reason];
  const more = reply.outcome === 'suggest' || labels.length === 0 ? [] : [wording.nearest];
  const card: Card = {
    blocks: [
      { kind: 'text', text: [lead, ...more].join('\n') },
      { kind: 'list', items: labels },
    ],
  };
  return { cards: [card], rows: [suggestedRow(reply.suggestions, setting)] };
}

function labelsOf({ suggestions }: Suggest | Abstain, { collection, locale }: Setting): readonly string[] {
  return suggestions.map(({ source }) => labelOf(collection.interviews, source, locale));
}
