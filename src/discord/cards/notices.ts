// Suggestions, abstentions, greetings, and the short notices of the bot itself.
import type { Abstain, Suggest, Suggestion } from '../../answer/reply.ts';
import { wordingFor } from '../../wording/catalogue.ts';
import type { Locale } from '../../wording/locale.ts';
import { present, suggestionLabel } from '../../wording/present.ts';
import type { Card, Outgoing, Row } from '../card.ts';
import { writeControl, writeSource } from '../custom-id.ts';

/** One line of the bot's own. */
export function notice(text: string): Outgoing {
  return { cards: [{ blocks: [{ kind: 'text', text }] }], rows: [] };
}

/** What came close, in full, above a select of the same questions: a label in a select may be cut. */
export function suggestionsOf(reply: Suggest | Abstain, locale: Locale, asker: string): Outgoing {
  const presented = present(reply, locale);
  if (presented.kind !== 'notice') throw new Error(`a ${reply.outcome} was presented as an answer`);
  if (reply.outcome === 'abstain' && reply.reason === 'not-a-question') return greeting(reply, locale);
  const { text, suggestions } = presented;
  const lead = [text, ...(suggestions.questions.length > 0 ? [suggestions.label] : [])].filter(Boolean);
  const card: Card = {
    blocks: [
      { kind: 'text', text: lead.join('\n') },
      { kind: 'list', items: suggestions.questions },
    ],
  };
  return { cards: [card], rows: suggestedRow(reply.suggestions, locale, asker) };
}

function greeting({ suggestions, reason }: Abstain, locale: Locale): Outgoing {
  const wording = wordingFor(locale);
  const example = suggestions[0];
  const hello = wording.abstain[reason];
  if (!example) return notice(hello);
  return notice(`${hello} ${wording.discord.tryThis(suggestionLabel(example, wording))}`);
}

function suggestedRow(suggestions: readonly Suggestion[], locale: Locale, asker: string): readonly Row[] {
  const wording = wordingFor(locale);
  return [
    {
      kind: 'select',
      id: writeControl({ kind: 'suggested', asker }),
      placeholder: wording.discord.placeholders.suggested,
      choices: suggestions.map((suggestion) => ({
        value: writeSource(suggestion.source),
        label: suggestionLabel(suggestion, wording),
      })),
    },
  ];
}
