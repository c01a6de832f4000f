// The controls below an answer: one row of buttons and one select, no more.
import type { Library } from '../answer/library.ts';
import type { Answer, Quotation, Suggestion } from '../answer/reply.ts';
import { wordingFor } from '../wording/catalogue.ts';
import type { DiscordWording } from '../wording/discord-wording.ts';
import type { Locale } from '../wording/locale.ts';
import { suggestionLabel } from '../wording/present.ts';
import type { Button, Choice, Row } from './card.ts';
import { writeControl, writeSource } from './custom-id.ts';

export interface Audience {
  /** The member who asked: may dismiss the answer. */
  readonly asker: string;
  /** Whether only the asker sees the message: it is shared rather than dismissed. */
  readonly isPrivate: boolean;
  /** Whether a private answer has been shared already. */
  readonly isShared?: boolean;
}

/** What a message is made for: the interviews it may speak of, its wording, its readers. */
export interface Setting {
  readonly library: Library;
  readonly locale: Locale;
  readonly audience: Audience;
}

export function answerRows(answer: Answer, setting: Setting): readonly Row[] {
  const related: Row = {
    kind: 'select',
    id: writeControl({ kind: 'related' }),
    placeholder: wordingFor(setting.locale).discord.placeholders.related,
    choices: choicesOf(answer.suggestions, setting),
  };
  return [{ kind: 'buttons', buttons: buttonsFor(answer, setting) }, related];
}

/** A select that answers in place for the member who asked. */
export function suggestedRow(suggestions: readonly Suggestion[], setting: Setting): Row {
  return {
    kind: 'select',
    id: writeControl({ kind: 'suggested', asker: setting.audience.asker }),
    placeholder: wordingFor(setting.locale).discord.placeholders.suggested,
    choices: choicesOf(suggestions, setting),
  };
}

function choicesOf(suggestions: readonly Suggestion[], { library, locale }: Setting): readonly Choice[] {
  const reader = { interviews: library.interviews, locale };
  return suggestions.map((suggestion) => ({
    value: writeSource(suggestion.source),
    label: suggestionLabel(suggestion, reader),
  }));
}

function buttonsFor({ quotation }: Answer, { locale, audience }: Setting): readonly Button[] {
  const { buttons } = wordingFor(locale).discord;
  const { source, start, end } = quotation;
  const range = { start, end };
  const full = { id: writeControl({ kind: 'full', source, range, page: 0 }), label: buttons.fullAnswer };
  return [
    // A printed value of the article has nothing around it to read on in.
    ...(source.section === 'article' ? [] : [full]),
    { id: writeControl({ kind: 'about', source, range }), label: buttons.aboutQuote },
    lastButton(quotation, audience, buttons),
  ];
}

function lastButton(
  { source, start, end }: Quotation,
  { asker, isPrivate, isShared = false }: Audience,
  buttons: DiscordWording['buttons'],
): Button {
  if (!isPrivate) return { id: writeControl({ kind: 'dismiss', asker }), label: buttons.dismiss };
  const id = writeControl({ kind: 'share', source, range: { start, end } });
  return { id, label: isShared ? buttons.shared : buttons.share, disabled: isShared };
}
