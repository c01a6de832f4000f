// The names of all strings that a person reads: what each locale's file has to fill in.
import type { Abstain, Suggest } from '../answer/reply.ts';
import type { DiscordWording } from './discord-wording.ts';
import type { OpenKind, Weeks } from './unanswered.ts';

/** What the bot says of itself; names are the interviewees'. */
export interface ToBotWording {
  readonly greeting: string;
  readonly thanks: string;
  readonly who: (names: readonly string[]) => string;
  /** What may be asked, and what comes back. */
  readonly promise: (names: readonly string[]) => string;
  /** Where one interview has to be meant, and any may be. */
  readonly whichMeant: (names: readonly string[]) => string;
  readonly noBiography: string;
  /** Nobody made one, or nothing was quoted before. */
  readonly noTranslation: string;
}

/** What was asked and what was thought of it, for editors. */
export interface SurveyWording {
  readonly times: (times: number) => string;
  readonly weeks: (weeks: Weeks) => string;
  readonly kind: Readonly<Record<OpenKind, (times: number) => string>>;
  readonly total: Readonly<Record<OpenKind | 'helped', string>>;
}

export interface Wording {
  /** Between the parts of a citation. */
  readonly comma: string;
  readonly inQuotationMarks: (text: string) => string;
  readonly date: (iso: string) => string;
  readonly exchangeOf: (number: number, total: number) => string;
  readonly paragraph: (number: number) => string;
  readonly paragraphs: (first: number, last: number) => string;
  readonly section: Readonly<Record<'biography' | 'introduction' | 'article', string>>;
  readonly translationBy: (translator: string) => string;
  readonly originalWords: string;
  /** How typing slips of the question were read: the words that were looked for. */
  readonly readAs: (words: readonly string[]) => string;
  /** Leads the suggestions where one section is much nearer than the others. */
  readonly nearestPassage: string;
  /** Above words in another language than the question's that nobody translated. */
  readonly quotedInOriginal: string;
  readonly suggest: Readonly<Record<Suggest['reason'], string>>;
  readonly abstain: Readonly<Record<Exclude<Abstain['reason'], 'about-the-bot'>, string>>;
  readonly nearest: string;
  /** Follows a greeting: a question to try. */
  readonly tryThis: (question: string) => string;
  readonly titles: Readonly<Record<'outline' | 'questions', (title: string) => string>>;
  readonly toBot: ToBotWording;
  readonly terminal: {
    readonly greeting: (names: readonly string[]) => string;
    readonly prompt: string;
  };
  readonly discord: DiscordWording;
  readonly survey: SurveyWording;
  /** Of a text that is too long: so many characters, or the questions in it. */
  readonly readUpTo: (part: number | 'questions') => string;
}
