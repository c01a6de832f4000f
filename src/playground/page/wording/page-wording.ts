// Every string of the page itself. What the bot says comes from the bot, in the language that Discord would send it.
import type { OwnTextWording } from './own-text.ts';

export interface PageWording {
  readonly title: string;
  readonly connecting: string;
  readonly connectionLost: string;
  readonly skipToComposer: string;
  readonly navigation: { readonly open: string; readonly label: string };
  readonly channels: string;
  readonly directMessages: string;
  readonly unread: (count: number) => string;
  readonly language: string;
  readonly toLight: string;
  readonly toDark: string;
  readonly inspector: {
    readonly show: string;
    readonly hide: string;
    readonly title: string;
    readonly about: string;
    readonly empty: string;
    readonly withheld: string;
    readonly noBody: string;
    readonly kinds: Readonly<
      Record<'event' | 'sent' | 'request' | 'response' | 'connection' | 'log' | 'explanation', string>
    >;
    readonly fits: string;
    readonly unpublished: string;
    readonly problems: (count: number) => string;
    readonly outcome: string;
    readonly basis: string;
    readonly certainty: (probability: string, threshold: string) => string;
    readonly best: (name: string, score: string) => string;
    readonly runnerUp: (name: string, probability: string) => string;
    readonly noRunnerUp: string;
    readonly decision: string;
    readonly parts: string;
    readonly terms: string;
    readonly onlyExplanations: string;
  };
  readonly profile: {
    readonly open: string;
    readonly title: string;
    readonly name: string;
    readonly hint: string;
    readonly save: string;
  };
  readonly messagesIn: (place: string) => string;
  readonly newMessages: string;
  readonly welcome: {
    readonly channel: (place: string) => string;
    readonly direct: (bot: string) => string;
    readonly howTo: (bot: string) => string;
    readonly howToDirect: string;
    readonly examples: string;
  };
  readonly composer: {
    readonly placeholder: (place: string) => string;
    readonly send: string;
    readonly suggestions: string;
    readonly found: (count: number) => string;
    readonly replyingTo: (name: string) => string;
    readonly ping: string;
    readonly cancelReply: string;
    /** The bot does not see what is being written. */
    readonly unheard: (bot: string) => string;
    readonly left: (characters: number) => string;
    readonly tooLong: (most: number) => string;
  };
  readonly command: {
    readonly list: string;
    readonly run: string;
    readonly cancel: string;
    readonly add: (option: string) => string;
    readonly remove: (option: string) => string;
    readonly missing: (option: string) => string;
    readonly optional: string;
    readonly yes: string;
    readonly no: string;
  };
  readonly message: {
    readonly app: string;
    readonly edited: string;
    readonly thinking: (name: string) => string;
    readonly onlyYou: string;
    readonly dismiss: string;
    readonly used: (command: string) => string;
    readonly repliedTo: string;
    readonly originalGone: string;
    readonly actions: string;
    readonly reply: string;
    readonly edit: string;
    readonly delete: string;
    readonly more: string;
    readonly copy: string;
    readonly copied: string;
    readonly apps: string;
    readonly editLabel: string;
    readonly editHint: string;
    readonly spoiler: string;
    readonly said: (name: string, text: string) => string;
  };
  readonly typing: (names: readonly string[]) => string;
  readonly knowledge: { readonly title: string; readonly stillAnswering: string; readonly mended: string };
  readonly close: string;
  readonly refused: (why: string) => string;
  readonly failed: string;
  readonly unreachable: string;
  /** Around the fields of a form that the bot shows. */
  readonly form: { readonly send: string; readonly cancel: string; readonly noChoice: string };
  readonly ownText: OwnTextWording;
}
