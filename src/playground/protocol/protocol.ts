// What the page and its server say to each other, as JSON: acts go up by POST, news comes down by the socket.
import type { OwnFile } from './own-text.ts';
import type { FormView, RecordView, Submit } from './records.ts';

/** The languages a member can choose; spelt out, since the page is compiled apart from the bot. */
export type PageLocale = 'zh-CN' | 'zh-TW' | 'en-US';

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}

export interface PlaceView {
  readonly id: string;
  readonly kind: 'channel' | 'thread' | 'direct';
  readonly name: string;
  /** The channel that a thread belongs to. */
  readonly parent: string | null;
  /** Ids of the commands on offer there. */
  readonly commands: readonly string[];
}

/** A text in each of the member's languages; a language that is not there gets the default. */
export interface Localised {
  readonly default: string;
  readonly others: Readonly<Record<string, string>>;
}

export interface OptionView {
  /** The name that the bot knows. */
  readonly id: string;
  readonly name: Localised;
  readonly description: Localised;
  readonly type: 'text' | 'boolean' | 'number';
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly ChoiceView[];
}

export interface ChoiceView {
  readonly name: string;
  readonly value: string | number;
}

export interface CommandView {
  readonly id: string;
  readonly kind: 'slash' | 'message';
  readonly name: Localised;
  readonly description: Localised;
  readonly options: readonly OptionView[];
}

export interface EmbedView {
  readonly color: number | null;
  readonly author: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly description: string | null;
  readonly fields: readonly { readonly name: string; readonly value: string; readonly inline: boolean }[];
  readonly footer: string | null;
  /** ISO 8601. */
  readonly timestamp: string | null;
}

export type ControlView =
  | {
      readonly kind: 'button';
      readonly id: string;
      readonly label: string;
      readonly style: 'primary' | 'secondary' | 'success' | 'danger';
      readonly disabled: boolean;
    }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | {
      readonly kind: 'select';
      readonly id: string;
      readonly placeholder: string;
      readonly options: readonly {
        readonly value: string;
        readonly label: string;
        readonly description: string | null;
      }[];
      readonly disabled: boolean;
    };

export interface MessageView {
  readonly id: string;
  readonly place: string;
  readonly author: string;
  /** As it was when the message was written. */
  readonly authorName: string;
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly isEdited: boolean;
  /** Only this visitor sees it. */
  readonly isPrivate: boolean;
  /** The bot is still at work on it. */
  readonly isThinking: boolean;
  readonly mentions: readonly string[];
  readonly embeds: readonly EmbedView[];
  readonly rows: readonly (readonly ControlView[])[];
  readonly replyTo: ReferenceView | null;
  /** The command that brought it, and who used it. */
  readonly usedBy: { readonly person: string; readonly name: string; readonly command: string } | null;
}

export type ReferenceView =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly author: string;
      readonly name: string;
      readonly text: string;
    }
  | { readonly kind: 'gone' };

export interface KnowledgeView {
  /** Who the bot is and what it answers from, in each language. */
  readonly introduction: Readonly<
    Record<PageLocale, { readonly text: string; readonly titles: readonly string[] }>
  >;
  /** Questions to begin with, in each language. */
  readonly examples: Readonly<Record<PageLocale, readonly string[]>>;
  /** What is wrong with the files now; the last good set keeps answering. */
  readonly problems: readonly { readonly file: string; readonly line: number; readonly text: string }[];
}

export interface SnapshotView {
  readonly guild: string;
  readonly you: PersonView & { readonly locale: PageLocale };
  readonly bot: PersonView;
  readonly people: readonly PersonView[];
  readonly places: readonly PlaceView[];
  readonly commands: readonly CommandView[];
  /** Oldest first, of all places. */
  readonly messages: readonly MessageView[];
  readonly knowledge: KnowledgeView;
  /** Set in the room of a visitor's own text. */
  readonly ownText: OwnFile | null;
}

export type News =
  | { readonly kind: 'snapshot'; readonly snapshot: SnapshotView }
  | { readonly kind: 'posted' | 'changed'; readonly message: MessageView }
  | { readonly kind: 'gone'; readonly place: string; readonly messages: readonly string[] }
  | { readonly kind: 'typing'; readonly place: string; readonly person: string }
  | { readonly kind: 'person'; readonly person: PersonView }
  | { readonly kind: 'knowledge'; readonly knowledge: KnowledgeView }
  | { readonly kind: 'records'; readonly records: readonly RecordView[] };

export type TypedValue = string | number | boolean;

export type Act =
  | {
      readonly kind: 'say';
      readonly place: string;
      readonly text: string;
      readonly replyTo: string | null;
      readonly ping: boolean;
    }
  | { readonly kind: 'edit'; readonly place: string; readonly message: string; readonly text: string }
  | { readonly kind: 'delete' | 'dismiss'; readonly place: string; readonly message: string }
  | { readonly kind: 'type'; readonly place: string }
  | {
      readonly kind: 'command';
      readonly place: string;
      readonly name: string;
      readonly values: Readonly<Record<string, TypedValue>>;
    }
  | {
      readonly kind: 'complete';
      readonly place: string;
      readonly name: string;
      readonly values: Readonly<Record<string, TypedValue>>;
      /** The option that is being typed, and what is typed so far. */
      readonly focused: string;
      readonly typed: string;
    }
  | { readonly kind: 'press'; readonly place: string; readonly message: string; readonly control: string }
  | {
      readonly kind: 'select';
      readonly place: string;
      readonly message: string;
      readonly control: string;
      readonly values: readonly string[];
    }
  | Submit
  | { readonly kind: 'menu'; readonly place: string; readonly message: string; readonly name: string }
  | { readonly kind: 'profile'; readonly name: string | null; readonly locale: PageLocale | null };

export type ActResult =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'choices'; readonly choices: readonly ChoiceView[] }
  /** The bot shows a form. */
  | { readonly outcome: 'form'; readonly form: FormView }
  /** The simulated Discord does not allow it; `why` is for developers. */
  | { readonly outcome: 'refused'; readonly why: string }
  /** The bot did not respond in time. */
  | { readonly outcome: 'failed' };

/** What the socket hears from the page: first who it is, then whether the inspector is open. */
export type Whisper =
  | { readonly kind: 'hello'; readonly token: string }
  | { readonly kind: 'inspect'; readonly on: boolean };

/** What a visit answers: the token that names this visitor from now on. */
export interface Welcome {
  readonly token: string;
}
