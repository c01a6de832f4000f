// The controls below an answer: one row of buttons and one select, no more.
import type { Answer, Quotation } from '../answer/reply.ts';
import { wordingFor } from '../wording/catalogue.ts';
import type { DiscordWording } from '../wording/discord-wording.ts';
import type { Locale } from '../wording/locale.ts';
import { suggestionLabel } from '../wording/present.ts';
import type { Button, Row } from './card.ts';
import { writeControl, writeSource } from './custom-id.ts';

export interface Audience {
  /** The member who asked: may dismiss the answer. */
  readonly asker: string;
  /** Whether only the asker sees the message: it is shared rather than dismissed. */
  readonly isPrivate: boolean;
  /** Whether a private answer has been shared already. */
  readonly isShared?: boolean;
}

export function answerRows(answer: Answer, locale: Locale, audience: Audience): readonly Row[] {
  const wording = wordingFor(locale);
  const related: Row = {
    kind: 'select',
    id: writeControl({ kind: 'related' }),
    placeholder: wording.discord.placeholders.related,
    choices: answer.suggestions.map((suggestion) => ({
      value: writeSource(suggestion.source),
      label: suggestionLabel(suggestion, wording),
    })),
  };
  return [{ kind: 'buttons', buttons: buttonsFor(answer, locale, audience) }, related];
}

function buttonsFor({ quotation }: Answer, locale: Locale, audience: Audience): readonly Button[] {
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
