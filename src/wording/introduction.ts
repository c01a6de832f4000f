// How the bot introduces itself: who it is, whose interviews it answers from and what they are about; and questions to begin
// with, chosen from what the files print and list, each of which it answers beyond doubt.
import { ask } from '../answer/ask.ts';
import type { Library } from '../answer/library.ts';
import { refTo } from '../answer/quotation.ts';
import { type Exchange, exchangesOf, type Interview } from '../knowledge/interview.ts';
import { languageOf } from '../language/fold.ts';
import { type Locale, localeOfScript, wordingFor } from './locale.ts';
import { namesOf, ofWhom, titleLabel } from './present.ts';

export interface Introduced {
  /** The bot's own name. */
  readonly bot: string;
  readonly locale: Locale;
  /** The id of the interview that its channel is for, which is named first. */
  readonly home?: string | undefined;
}

export interface Introduction {
  readonly text: string;
  /** The title, or the titles with whose they are; what is not named is counted. */
  readonly titles: readonly string[];
}

/** Interviews named: what fits a glance. */
const MOST_NAMED = 5;

export function introduce(interviews: readonly Interview[], { bot, locale, home }: Introduced): Introduction {
  const words = wordingFor(locale).discord.guide;
  const reader = { interviews, locale };
  const [only, ...others] = interviews;
  if (only && others.length === 0)
    return { text: words.introduce(bot, namesOf(reader)), titles: [titleLabel(only, locale)] };
  const homeFirst = interviews.toSorted((a, b) => Number(b.id === home) - Number(a.id === home));
  const named = homeFirst.slice(0, MOST_NAMED);
  const more = interviews.length - named.length;
  return {
    text: words.introduceSeveral(bot, interviews.length),
    titles: [
      ...named.map((interview) => ofWhom(titleLabel(interview, locale), interview.id, reader)),
      ...(more > 0 ? [words.more(more)] : []),
    ],
  };
}

export interface SureQuestion {
  readonly question: string;
  /** The id of the interview that answers it. */
  readonly interview: string;
}

export interface Beginner {
  readonly locale: Locale;
  /** The id of the interview that its channel is for. */
  readonly home?: string | undefined;
}

const HOW_MANY = 3;
/** UTF-16 units: what a button of Discord's holds. */
const LONGEST = 80;
/** So many wordings of each exchange are tried. */
const WORDINGS_TRIED = 8;
/** The probability of what is beyond doubt. */
const SURE = 1;

/** Three at most, of as many interviews as there are; those that the reader can read come first. */
export function sureQuestions(library: Library, { locale, home }: Beginner): readonly SureQuestion[] {
  const isHome = library.interviews.some(({ id }) => id === home);
  const key = `${locale} ${isHome ? home : ''}`;
  const known = chosen.get(library) ?? new Map<string, readonly SureQuestion[]>();
  chosen.set(library, known);
  const found = known.get(key) ?? choose(library, { locale, home });
  known.set(key, found);
  return found;
}

/** Dozens of wordings may be asked until three are sure, and every guide wants the same three. */
const chosen = new WeakMap<Library, Map<string, readonly SureQuestion[]>>();

function choose(library: Library, { locale, home }: Beginner): readonly SureQuestion[] {
  const own = library.interviews.filter(({ id }) => id === home);
  const interviews = own.length > 0 ? own : library.interviews;
  const readable = pick(library, interviews, (wording) => isIn(locale, wording));
  if (readable.length >= HOW_MANY) return readable;
  const taken = new Set(readable.map(({ question }) => question));
  const others = pick(library, interviews, (wording) => !isIn(locale, wording) && !taken.has(wording));
  return [...readable, ...others].slice(0, HOW_MANY);
}

type Suits = (wording: string) => boolean;

/** One of each interview, then a second one of each. */
function pick(library: Library, interviews: readonly Interview[], suits: Suits): readonly SureQuestion[] {
  const found: SureQuestion[] = [];
  const rounds = Math.max(0, ...interviews.map((interview) => exchangesOf(interview).length));
  for (let round = 0; round < rounds; round += 1) {
    for (const interview of interviews) {
      const exchange = exchangesOf(interview)[round];
      const question = exchange && sureWordingOf(library, { interview, exchange }, suits);
      if (question !== undefined) found.push({ question, interview: interview.id });
      if (found.length === HOW_MANY) return found;
    }
  }
  return found;
}

interface Asking {
  readonly interview: Interview;
  readonly exchange: Exchange;
}

function sureWordingOf(library: Library, asking: Asking, suits: Suits): string | undefined {
  return wordingsOf(asking)
    .filter((wording) => wording.length <= LONGEST && suits(wording))
    .slice(0, WORDINGS_TRIED)
    .find((wording) => isSure(library, wording, asking));
}

/** Asked of all interviews at once, it is answered from its own exchange. */
function isSure(library: Library, question: string, { interview, exchange }: Asking): boolean {
  const reply = ask(library, { question });
  if (reply.outcome !== 'answer' || reply.probability < SURE) return false;
  return JSON.stringify(reply.quotation.source) === JSON.stringify(refTo(interview, exchange));
}

/** The editor's wordings first: they are how members ask. */
function wordingsOf({ interview, exchange: { number } }: Asking): readonly string[] {
  const exchanges = [interview, ...interview.translations].flatMap((version) =>
    exchangesOf(version).filter((each) => each.number === number),
  );
  return [...exchanges.flatMap(({ askedAs }) => askedAs), ...exchanges.map(({ question }) => question)];
}

/** Simplified and traditional may share every character of a short question; then it counts as simplified. */
function isIn(locale: Locale, wording: string): boolean {
  return localeOfScript(wording, languageOf(wording)) === locale;
}
