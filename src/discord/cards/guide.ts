// The guide: who the bot is, whose interviews it answers from and what they are about, how to ask, and three questions that it
// is sure of, a button each.
import type { Library } from '../../answer/library.ts';
import { introduce, sureQuestions } from '../../wording/introduction.ts';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import { MEMBER_COMMANDS } from '../connection/commands.ts';
import type { CardBlock, Outgoing, Row } from '../sending/card.ts';
import { writeControl } from './custom-id.ts';

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
