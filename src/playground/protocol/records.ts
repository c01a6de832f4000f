// The inspector's records as the page hears of them: packets and requests, the log, and why a reply is what it is.

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
