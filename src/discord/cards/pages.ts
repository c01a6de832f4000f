// What can be asked. Lists of an interview's questions in pages: all of them, or the outline with a key sentence of each answer;
// and the guide: who the bot is, of what it tells, how to ask, and three questions that it is sure of, a button each.
import { keySentence } from '../../answer/chosen-section.ts';
import type { Library } from '../../answer/library.ts';
import { refTo, translationInto } from '../../answer/quotation.ts';
import { type Exchange, exchangesOf, type Interview } from '../../knowledge/interview.ts';
import { introduce, sureQuestions } from '../../wording/introduction.ts';
import { type Locale, readerOf, wordingFor } from '../../wording/locale.ts';
import { presentAnswer, sectionLabel, titleLabel } from '../../wording/present.ts';
import { MEMBER_COMMANDS } from '../connection/commands.ts';
import { type Button, type CardBlock, MOST_OPTIONS, type Outgoing, type Row } from '../sending/card.ts';
import { type ListKind, writeControl, writeOffered } from './custom-id.ts';
import { printedWhole } from './fingerprint.ts';

export interface PageRequest {
  readonly library: Library;
  readonly interview: Interview;
  readonly list: ListKind;
  /** From 0; beyond the last page the last one is shown. */
  readonly page: number;
  readonly locale: Locale;
}

/** Questions on a page: as many as a select takes, and as many key sentences as fit one message. */
const PAGE_LENGTH: Readonly<Record<ListKind, number>> = {
  questions: MOST_OPTIONS,
  outline: 5,
  originals: 5,
};

interface Page extends PageRequest {
  readonly pages: number;
  readonly exchanges: readonly Exchange[];
}

export function listPage(request: PageRequest): Outgoing {
  const all = exchangesOf(request.interview);
  const length = PAGE_LENGTH[request.list];
  const pages = Math.ceil(all.length / length);
  const page = Math.min(request.page, pages - 1);
  const shown: Page = { ...request, page, pages, exchanges: all.slice(page * length, (page + 1) * length) };
  const { titles, discord } = wordingFor(request.locale);
  const notes = [...translationNote(request), ...(pages > 1 ? [discord.page(page + 1, pages)] : [])];
  const card = {
    title: titles[request.list === 'questions' ? 'questions' : 'outline'](
      titleLabel(request.interview, request.locale),
    ),
    blocks: blocksOf(shown),
    ...(notes.length > 0 ? { footer: notes.join(' · ') } : {}),
  };
  return { cards: [card], rows: [selectOf(shown), ...turning(shown), ...switching(shown)] };
}

/** Whose translation leads the key sentences; said once. */
function translationNote({ list, interview, locale }: PageRequest): readonly string[] {
  const translation = list === 'outline' ? translationInto(interview, readerOf(locale)) : undefined;
  return translation ? [wordingFor(locale).translationBy(translation.translator)] : [];
}

function blocksOf(page: Page): readonly CardBlock[] {
  switch (page.list) {
    case 'questions':
      return [questionsBlock(page)];
    case 'outline':
    case 'originals':
      return page.exchanges.flatMap((exchange) => keyBlocks(page, exchange));
  }
}

function questionsBlock({ interview, exchanges, locale }: Page): CardBlock {
  const items = exchanges.map((exchange) => sectionLabel(interview, exchange, locale));
  return { kind: 'list', items, from: exchanges[0]?.number ?? 1 };
}

/** The question, one sentence of its answer, and where it stands; a translated one without its original, which a button shows. */
function keyBlocks({ library, interview, list, locale }: Page, exchange: Exchange): readonly CardBlock[] {
  const source = refTo(interview, exchange);
  const answer = keySentence(library, { source, language: readerOf(locale) });
  if (!answer) return [];
  const { question = '', translation, citation } = presentAnswer(answer, locale);
  const isOurs = translation && list === 'outline';
  return [
    { kind: 'label', text: question },
    isOurs
      ? { kind: 'quote', text: translation.text, of: answer.quotation }
      : { kind: 'verbatim', quotation: answer.quotation },
    { kind: 'small', text: citation },
  ];
}

/** Between an outline in translation and the same in the original words. */
function switching({ interview, list, page, locale }: Page): readonly Row[] {
  if (list === 'questions' || !translationInto(interview, readerOf(locale))) return [];
  const { buttons } = wordingFor(locale).discord;
  const [other, label] =
    list === 'outline'
      ? (['originals', buttons.original] as const)
      : (['outline', buttons.translation] as const);
  const id = writeControl({ kind: 'turn', list: other, page, interview: interview.id });
  return [{ kind: 'buttons', buttons: [{ id, label }] }];
}

function selectOf({ library, interview, list, page, exchanges, locale }: Page): Row {
  const { placeholders } = wordingFor(locale).discord;
  return {
    kind: 'select',
    id: writeControl({ kind: 'pick', list, page, interview: interview.id }),
    placeholder: list === 'questions' ? placeholders.allQuestions : placeholders.readOn,
    choices: exchanges.map((exchange) => ({
      value: writeOffered(printedWhole(library.interviews, refTo(interview, exchange))),
      label: sectionLabel(interview, exchange, locale),
    })),
  };
}

/** Two buttons where there is more than one page; at either end one of them leads nowhere and is disabled. */
function turning({ interview, list, page, pages, locale }: Page): readonly Row[] {
  if (pages === 1) return [];
  const { buttons } = wordingFor(locale).discord;
  const turn = (to: number, label: string): Button => {
    const disabled = to < 0 || to >= pages;
    // A disabled button needs an id of its own as well; no page has the number of the one after the last.
    const target = to < 0 ? pages : to;
    return {
      id: writeControl({ kind: 'turn', list, page: target, interview: interview.id }),
      label,
      disabled,
    };
  };
  return [{ kind: 'buttons', buttons: [turn(page - 1, buttons.previous), turn(page + 1, buttons.next)] }];
}

export interface GuideRequest {
  readonly library: Library;
  readonly locale: Locale;
  /** The bot's own name; left out, the program's. */
  readonly bot?: string | undefined;
  /** The id of the interview that the channel is for. */
  readonly home?: string | undefined;
}

const PROGRAM = 'Verbatim';

export function guide(request: GuideRequest): Outgoing {
  const wording = wordingFor(request.locale).discord.guide;
  const tries = tryRow(request);
  const card = {
    title: wording.title,
    blocks: [
      ...introduction(request),
      { kind: 'text', text: wording.howToAsk },
      { kind: 'text', text: `${wording.commands} ${MEMBER_COMMANDS.map((name) => `/${name}`).join(' ')}` },
      ...(tries.length > 0 ? [{ kind: 'label', text: wording.example } as const] : []),
    ] as const,
  };
  return { cards: [card], rows: tries };
}

function introduction({ library, locale, bot = PROGRAM, home }: GuideRequest): readonly CardBlock[] {
  const { text, titles } = introduce(library.interviews, { bot, locale, home });
  const [only = '', ...others] = titles;
  const about: CardBlock =
    others.length === 0 ? { kind: 'small', text: only } : { kind: 'list', items: titles };
  return [{ kind: 'text', text }, about];
}

/** The label is the question that a press asks. */
function tryRow({ library, locale, home }: GuideRequest): readonly Row[] {
  const buttons = sureQuestions(library, { locale, home }).map(({ question, interview }, number) => ({
    id: writeControl({ kind: 'try', number, interview }),
    label: question,
  }));
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}
