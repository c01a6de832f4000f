// A question, or words to the bot -> what the bot sends for it: an answer with whose words, the question, the excerpt,
// the citation and its controls; what came close; or what the command of the same name shows.
import { ask } from '../../answer/ask.ts';
import { wholeSection } from '../../answer/chosen-section.ts';
import type { Library } from '../../answer/library.ts';
import type { Asked } from '../../answer/read.ts';
import type { Abstain, Answer, Reply, Suggest, Suggestion } from '../../answer/reply.ts';
import type { Interview } from '../../knowledge/interview.ts';
import type { DiscordWording } from '../../wording/discord-wording.ts';
import { type Locale, readerOf, wordingFor } from '../../wording/locale.ts';
import { personLabel, presentAnswer, presentNotice, suggestionLabel } from '../../wording/present.ts';
import { replyToBot, type ToBot } from '../../wording/to-bot.ts';
import {
  type Button,
  type Card,
  type CardBlock,
  type Choice,
  notice,
  type Outgoing,
  type Row,
} from '../sending/card.ts';
import { writeControl, writeOffered } from './custom-id.ts';
import { printed, printedWhole, type Quoted } from './fingerprint.ts';
import { guide, listPage } from './pages.ts';

export interface Audience {
  /** The member who asked: may dismiss the answer. */
  readonly asker: string;
  /** Whether only the asker sees the message: it is shared rather than dismissed. */
  readonly isPrivate: boolean;
  /** Whether a private answer has been shared already. */
  readonly isShared?: boolean;
}

/** What a message is made for: the interviews it may speak of, its wording, its readers. */
export interface Occasion {
  readonly library: Library;
  readonly locale: Locale;
  readonly audience: Audience;
  /** The bot's own name, and the id of the interview that the channel is for: the guide tells them. */
  readonly bot?: string | undefined;
  readonly home?: string | undefined;
}

export interface Composed {
  readonly reply: Reply;
  readonly outgoing: Outgoing;
}

export function compose(asked: Asked, occasion: Occasion): Composed {
  const { library, locale } = occasion;
  const reply = ask(library, asked);
  const toBot = reply.intent && replyToBot(reply.intent, reply, { interviews: library.interviews, locale });
  if (toBot) return { reply, outgoing: composeToBot(toBot, occasion) };
  if (reply.outcome === 'answer') return { reply, outgoing: composeAnswer(reply, occasion) };
  return { reply, outgoing: suggestionsOf(reply, occasion) };
}

/** Words to the bot get what the command of the same name shows. */
function composeToBot(toBot: ToBot, occasion: Occasion): Outgoing {
  const { library, locale } = occasion;
  switch (toBot.kind) {
    case 'line':
      return notice(toBot.text);
    case 'which':
      return notice(`${toBot.text}\n${wordingFor(locale).discord.chooseByCommand}`);
    case 'guide':
      return guide(occasion);
    case 'again':
      return composeAnswer(toBot.answer, occasion);
    case 'biography':
      return portrait(library, toBot.interview, locale);
    case 'outline':
    case 'questions':
      return listPage({ library, interview: toBot.interview, list: toBot.kind, page: 0, locale });
  }
}

export function answerCard(answer: Answer, locale: Locale): Card {
  const { readAs, translation } = presentAnswer(answer, locale);
  const read: readonly CardBlock[] = readAs === undefined ? [] : [{ kind: 'small', text: readAs }];
  const ours: readonly CardBlock[] = translation
    ? [
        { kind: 'label', text: translation.label },
        { kind: 'quote', text: translation.text, of: answer.quotation },
      ]
    : [];
  const original = hasFoldedOriginal(answer) ? [] : originalBlocks(answer, locale);
  return { ...frameOf(answer, locale), blocks: [...read, ...ours, ...original] };
}

/** Whose words, the question and its citation; what has no question gets its section's name where it links to its page. */
function frameOf(answer: Answer, locale: Locale): Omit<Card, 'blocks'> {
  const { speaker, question, citation, link } = presentAnswer(answer, locale);
  const { section } = answer.quotation.source;
  const named =
    link === undefined || section === 'exchange' ? undefined : wordingFor(locale).section[section];
  const title = question ?? named;
  return {
    speaker,
    ...(title === undefined ? {} : { title }),
    ...(title === undefined || link === undefined ? {} : { url: link }),
    footer: citation,
  };
}

function originalBlocks(answer: Answer, locale: Locale): readonly CardBlock[] {
  const { label } = presentAnswer(answer, locale).excerpt;
  const above: readonly CardBlock[] = label === undefined ? [] : [{ kind: 'label', text: label }];
  return [...above, { kind: 'verbatim', quotation: answer.quotation }];
}

/** UTF-16 units up to which original words stand below their translation: two lines of Chinese in an embed. */
const SHORT_ORIGINAL = 60;

/** Whether a translation stands alone, its longer original behind a button. */
function hasFoldedOriginal({ translation, quotation }: Answer): boolean {
  return translation !== undefined && quotation.text.length > SHORT_ORIGINAL;
}

/** The original words of a translated answer, under the question as it was printed. */
export function originalWords(answer: Answer, locale: Locale): Outgoing {
  const { answers } = answer;
  const asPrinted = answers === undefined ? {} : { title: answers };
  const blocks: readonly CardBlock[] = [
    { kind: 'label', text: wordingFor(locale).originalWords },
    { kind: 'verbatim', quotation: answer.quotation },
  ];
  const card = { ...frameOf(answer, locale), ...asPrinted, blocks };
  return { cards: [card], rows: [] };
}

/** With a card for each further place. */
export function composeAnswer(answer: Answer, occasion: Occasion): Outgoing {
  const cards = [answer, ...answer.further].map((own) => answerCard(own, occasion.locale));
  return { cards, rows: answerRows(answer, occasion), opinion: opinionRow(occasion.locale) };
}

/** What came close, in full, above a select of the same questions: a label in a select may be cut. */
function suggestionsOf(reply: Suggest | Abstain, occasion: Occasion): Outgoing {
  const { library, locale } = occasion;
  const { text, offers } = presentNotice(reply, { interviews: library.interviews, locale });
  if (offers.length === 0) return notice(text);
  const blocks = [
    { kind: 'text', text },
    { kind: 'offers', offers },
  ] as const;
  const further: Row = { kind: 'buttons', buttons: [furtherButton(undefined, locale)] };
  return { cards: [{ blocks }], rows: [suggestedRow(reply.suggestions, occasion), further] };
}

/** One row of buttons, one for the further places where there are some, and one select. */
function answerRows(answer: Answer, occasion: Occasion): readonly Row[] {
  const related: Row = {
    kind: 'select',
    id: writeControl({ kind: 'related' }),
    placeholder: wordingFor(occasion.locale).discord.placeholders.related,
    choices: choicesOf(answer.suggestions, occasion),
  };
  const further = answer.further.flatMap((own, at) => furtherButtons(own, at + 2, occasion));
  const below: readonly Row[] = further.length === 0 ? [] : [{ kind: 'buttons', buttons: further }];
  return [{ kind: 'buttons', buttons: buttonsFor(answer, occasion) }, ...below, related];
}

/** A further place's own controls, numbered as the cards stand. */
function furtherButtons(answer: Answer, number: number, { library, locale }: Occasion): readonly Button[] {
  const { source, start, end } = answer.quotation;
  return readingButtons(answer, printed(library.interviews, source, { start, end }), locale).map(
    (button) => ({ ...button, label: `${button.label} (${number})` }),
  );
}

/** A select that answers in place for the member who asked. */
function suggestedRow(suggestions: readonly Suggestion[], occasion: Occasion): Row {
  return {
    kind: 'select',
    id: writeControl({ kind: 'suggested', asker: occasion.audience.asker }),
    placeholder: wordingFor(occasion.locale).discord.placeholders.suggested,
    choices: choicesOf(suggestions, occasion),
  };
}

function choicesOf(suggestions: readonly Suggestion[], { library, locale }: Occasion): readonly Choice[] {
  const reader = { interviews: library.interviews, locale };
  return suggestions.map((suggestion) => ({
    value: writeOffered(printedWhole(library.interviews, suggestion.source)),
    label: suggestionLabel(suggestion, reader),
  }));
}

function buttonsFor(answer: Answer, { library, locale, audience }: Occasion): readonly Button[] {
  const { buttons } = wordingFor(locale).discord;
  const { source, start, end } = answer.quotation;
  const quoted = printed(library.interviews, source, { start, end });
  return [
    ...readingButtons(answer, quoted, locale),
    { id: writeControl({ kind: 'about', ...quoted }), label: buttons.aboutQuote },
    furtherButton(quoted, locale),
    lastButton(quoted, audience, buttons),
  ];
}

/** To read on; a printed value of the article has nothing around it to read on in. */
function readingButtons(answer: Answer, quoted: Quoted, locale: Locale): readonly Button[] {
  const { buttons } = wordingFor(locale).discord;
  const full = { id: writeControl({ kind: 'full', ...quoted, page: 0 }), label: buttons.fullAnswer };
  const original = { id: writeControl({ kind: 'original', ...quoted }), label: buttons.original };
  return [
    ...(answer.quotation.source.section === 'article' ? [] : [full]),
    ...(hasFoldedOriginal(answer) ? [original] : []),
  ];
}

function furtherButton(quoted: Quoted | undefined, locale: Locale): Button {
  const { further } = wordingFor(locale).discord.buttons;
  return { id: writeControl({ kind: 'further', quoted }), label: further };
}

function lastButton(
  quoted: Quoted,
  { asker, isPrivate, isShared = false }: Audience,
  buttons: DiscordWording['buttons'],
): Button {
  if (!isPrivate) return { id: writeControl({ kind: 'dismiss', asker }), label: buttons.dismiss };
  const id = writeControl({ kind: 'share', ...quoted });
  return { id, label: isShared ? buttons.shared : buttons.share, disabled: isShared };
}

/** What the asker thinks of it: two quiet buttons. */
function opinionRow(locale: Locale): Row {
  const { helped, wrong } = wordingFor(locale).discord.opinion;
  return {
    kind: 'buttons',
    buttons: [
      { id: writeControl({ kind: 'helped' }), label: helped },
      { id: writeControl({ kind: 'wrong' }), label: wrong },
    ],
  };
}

/** Name and role, the biography word for word, its citation. */
export function portrait(library: Library, interview: Interview, locale: Locale): Outgoing {
  const source = { interview: interview.id, section: 'biography' } as const;
  const biography = wholeSection(library, { source, language: readerOf(locale) });
  if (!biography) return notice(wordingFor(locale).toBot.noBiography);
  const title = personLabel(interview, locale);
  return { cards: [{ ...answerCard(biography, locale), title }], rows: [] };
}
