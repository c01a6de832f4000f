// The strings that only Discord's members see: commands, controls, notices. Names say where a string stands.
import type { Reply } from '../answer/reply.ts';
import type { Place } from '../search/rank/search.ts';
import type { ListingWording } from './listing.ts';

/** An option of a command: its name as the member's client shows it, and its one-line explanation. */
export interface OptionWording {
  readonly name: string;
  readonly description: string;
}

/** Why an answer was given up. */
export type LossName = 'gone' | 'forbidden' | 'late' | 'unreachable' | 'refused' | 'fault';

export interface DiscordWording {
  /** Descriptions of the slash commands; the guide lists the same ones. */
  readonly commands: Readonly<
    Record<'ask' | 'bio' | 'summary' | 'questions' | 'help' | 'status' | 'gaps', string>
  >;
  readonly options: Readonly<Record<'question' | 'interview' | 'private', OptionWording>>;
  /** The context menu's entry. */
  readonly askTheInterview: string;
  readonly buttons: Readonly<
    Record<
      | 'fullAnswer'
      | 'aboutQuote'
      | 'dismiss'
      | 'share'
      | 'shared'
      | 'previous'
      | 'next'
      | 'original'
      | 'translation'
      | 'further',
      string
    >
  >;
  readonly placeholders: Readonly<Record<'related' | 'suggested' | 'allQuestions' | 'readOn', string>>;
  /** Stands before the member's own question where Discord does not show it. */
  readonly youAsked: (question: string) => string;
  /** Where a text had to be cut. */
  readonly cutHere: string;
  readonly page: (number: number, total: number) => string;
  readonly guide: {
    readonly title: string;
    readonly howToAsk: string;
    readonly commands: string;
    readonly example: string;
    /** Who the bot is, and what may be asked. */
    readonly introduce: (bot: string, names: readonly string[]) => string;
    readonly introduceSeveral: (bot: string, interviews: number) => string;
    /** So many interviews that are not named. */
    readonly more: (count: number) => string;
  };
  readonly about: {
    readonly title: string;
    readonly inContext: string;
    readonly matchedWords: string;
    readonly matchedWord: (word: string, places: readonly string[]) => string;
    readonly place: Readonly<Record<Place, string>>;
    readonly score: string;
    /** How sure the decision is, and from when on an answer is shown; both from 0 to 1. */
    readonly certainty: (probability: number, threshold: number) => string;
    readonly total: (score: number) => string;
    readonly runnerUp: string;
    readonly runnerUpChance: (label: string, probability: number) => string;
    readonly noRunnerUp: string;
    /** Where the member's question cannot be read again, or is one of the interview's own. */
    readonly notRecalled: string;
  };
  readonly dismissRefused: string;
  readonly dismissed: string;
  readonly sharedBy: (name: string) => string;
  readonly alreadyShared: string;
  readonly notShared: string;
  /** Why a message cannot be asked about. */
  readonly unaskable: Readonly<Record<'own' | 'bot' | 'attachments' | 'empty' | 'noText', string>>;
  /** Controls that lead nowhere any more. */
  readonly stale: Readonly<Record<'other-version' | 'unreadable' | 'interview' | 'form' | 'changed', string>>;
  readonly status: {
    readonly title: string;
    readonly interviews: string;
    readonly interview: (title: string, date: string, hash: string) => string;
    readonly bot: string;
    readonly version: (version: string) => string;
    readonly uptime: (days: number, hours: number, minutes: number) => string;
    readonly shard: (number: number, total: number) => string;
    readonly questions: string;
    /** Each outcome's share, from 0 to 1, of all `total` questions. */
    readonly rates: (total: number, shares: Readonly<Record<Reply['outcome'], number>>) => string;
    readonly noQuestions: string;
    readonly limits: string;
    readonly perMember: (perMinute: number) => string;
    readonly perChannel: (perMinute: number) => string;
    readonly noLimit: Readonly<Record<'member' | 'channel', string>>;
    readonly refused: string;
    readonly lost: string;
    /** `shards` as the operator writes them, from 0. */
    readonly process: (shards: string, total: number) => string;
    readonly lostAnswers: (loss: LossName, count: number) => string;
    /** The version of the files that answer now, and since when. */
    readonly knowledge: (version: string, days: number, hours: number, minutes: number) => string;
    /** What is wrong with files that were changed since; those from before go on answering. */
    readonly problems: (count: number) => string;
  };
  readonly whichInterview: string;
  /** Follows the question which interview is meant. */
  readonly chooseByCommand: string;
  readonly limited: Readonly<Record<'member' | 'channel', string>>;
  readonly notVerified: string;
  readonly failed: string;
  /** What to do where Discord keeps a text from the bot, or there is none; `name` is the bot's. */
  readonly hints: {
    /** The bot's role was mentioned in place of its user. */
    readonly role: (name: string) => string;
    /** A reply to the answer of a command. */
    readonly commandAnswer: (name: string) => string;
    /** A bare mention below a message that the bot may not read. */
    readonly otherMessage: string;
    /** A picture, a sticker, a link: nothing to look up. */
    readonly noText: string;
  };
  /** The form for a further question: at most 45 characters, the example in the field at most 100. */
  readonly form: Readonly<Record<'title' | 'question' | 'example' | 'interview', string>>;
  /** What an asker thinks of an answer: two buttons, the form below "wrong" (at most 45 characters), and what is said back. */
  readonly opinion: Readonly<
    Record<'helped' | 'wrong' | 'title' | 'reason' | 'remark' | 'example' | 'thanks' | 'again', string>
  > &
    Readonly<Record<'askersOnly' | 'notKept', string>> & {
      readonly reasons: Readonly<Record<WrongReason, string>>;
    };
  /** /gaps: what is open, for those who manage the server. */
  readonly gaps: Readonly<
    Record<'title' | 'weeks' | 'open' | 'anyInterview' | 'none' | 'noLog' | 'unreadable', string>
  > &
    Readonly<Record<'questions' | 'passages' | 'nothingNear', string>> & {
      /** Gaps of an interview. */
      readonly ofInterview: (title: string, gaps: number) => string;
      readonly more: (gaps: number) => string;
      readonly rarer: (questions: number) => string;
    };
  /** What editors put into lists. */
  readonly listing: ListingWording;
}

/** What an asker may find wrong with an answer. */
export const WRONG_REASONS = ['not-asked', 'wrong-sentence', 'not-said', 'text-mistake'] as const;
export type WrongReason = (typeof WRONG_REASONS)[number];
