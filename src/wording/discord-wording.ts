// The strings that only Discord's members see: commands, controls, notices. Names say where a string stands.

/** An option of a command: its name as the member's client shows it, and its one-line explanation. */
export interface OptionWording {
  readonly name: string;
  readonly description: string;
}

export interface DiscordWording {
  /** Descriptions of the slash commands; the guide lists the same ones. */
  readonly commands: Readonly<Record<'ask' | 'bio' | 'summary' | 'questions' | 'help', string>>;
  readonly options: Readonly<Record<'question' | 'interview' | 'private', OptionWording>>;
  /** The context menu's entry. */
  readonly askTheInterview: string;
  readonly buttons: Readonly<
    Record<'fullAnswer' | 'aboutQuote' | 'dismiss' | 'share' | 'previous' | 'next', string>
  >;
  readonly placeholders: Readonly<Record<'related' | 'suggested' | 'allQuestions' | 'readOn', string>>;
  /** Stands before the member's own question where Discord does not show it. */
  readonly youAsked: (question: string) => string;
  /** Where a text had to be cut. */
  readonly cutHere: string;
  readonly page: (number: number, total: number) => string;
  readonly guide: {
    readonly title: string;
    readonly promise: (names: readonly string[]) => string;
    readonly howToAsk: string;
    readonly commands: string;
    readonly example: string;
  };
  /** Follows a greeting: a question to try. */
  readonly tryThis: (question: string) => string;
  readonly titles: {
    readonly biography: (name: string) => string;
    readonly outline: (title: string) => string;
    readonly questions: (title: string) => string;
  };
  readonly noBiography: string;
  readonly whichInterview: string;
  readonly limited: Readonly<Record<'member' | 'channel', string>>;
  readonly notVerified: string;
  readonly failed: string;
}
