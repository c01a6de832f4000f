// What the page shows beside messages: the inspector's records (packets and requests, the log, why a reply is what it is), and a
// form: what the bot asks for, and what stands in each field before it is filled in.

/** One line of the inspector. */
export interface RecordView {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: 'event' | 'sent' | 'request' | 'response' | 'connection' | 'log' | 'explanation';
  readonly title: string;
  /** Absent where it concerns another visitor alone. */
  readonly body?: unknown;
  readonly withheld: boolean;
  readonly schema: SchemaView;
}

export type SchemaView =
  | { readonly verdict: 'fits' }
  | { readonly verdict: 'unpublished' }
  | { readonly verdict: 'problems'; readonly problems: readonly string[] };

/** The body of a record of kind `explanation`. */
export interface ExplanationView {
  readonly question: string;
  readonly outcome: string;
  readonly basis: string;
  /** The section that was quoted; null where nothing was. */
  readonly quoted: string | null;
  /** How sure the decision is, and from when on an answer is shown; both from 0 to 1. */
  readonly probability: number;
  readonly threshold: number;
  readonly decision: readonly { readonly name: string; readonly value: number; readonly adds: number }[];
  readonly best: string | null;
  readonly score: number;
  readonly parts: readonly { readonly name: string; readonly value: number }[];
  readonly terms: readonly {
    readonly text: string;
    readonly weight: number;
    readonly places: readonly string[];
  }[];
  readonly runnerUp: string | null;
  readonly runnerUpProbability: number;
}

/** A form that the bot shows to the visitor alone. */
export interface FormView {
  /** Whose response it is: what is filled in is submitted for it. */
  readonly interaction: string;
  readonly title: string;
  readonly fields: readonly FieldView[];
}

export type FieldView =
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly label: string;
      readonly required: boolean;
      readonly placeholder: string;
      readonly value: string;
      /** Characters. */
      readonly longest: number;
      /** Several lines. */
      readonly isLong: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly required: boolean;
      readonly options: readonly {
        readonly value: string;
        readonly label: string;
        readonly chosen: boolean;
      }[];
    };

/** A member sends the form that the bot showed for an interaction. */
export interface Submit {
  readonly kind: 'submit';
  readonly interaction: string;
  /** By the fields' ids. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}
