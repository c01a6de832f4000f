// What the page and its server say to each other about a text that a visitor tries: the draft goes up, the report or the way in comes down.

/** Bytes: a large saved page. Reading it takes seconds, in which nobody is answered; longer ones are for `npm run interview -- ingest`. */
export const LARGEST_OWN_TEXT = 5 * 1024 * 1024;

/** What an interview must name, in the order in which it is asked for. */
export const OWN_KEYS = ['title', 'interviewee.name', 'publication', 'date', 'language'] as const;
export type OwnKey = (typeof OWN_KEYS)[number];
export type OwnValues = Readonly<Partial<Record<OwnKey, string>>>;

export interface OwnTextDraft {
  /** The source's file name: its ending is asked where the content does not tell what it is. */
  readonly name: string;
  /** The bytes in Base64. */
  readonly content: string;
  /** What the visitor gives; it goes before what is found. */
  readonly values: OwnValues;
  /** Whether it shall be asked at once, if nothing is missing. */
  readonly opens: boolean;
}

/** An interview file, as it would lie in the knowledge folder. */
export interface OwnFile {
  readonly name: string;
  readonly text: string;
}

/** The report of `ingest`, in its own words, one line an entry. */
export interface OwnReport {
  readonly summary: string;
  readonly kept: readonly string[];
  readonly leftOut: readonly string[];
  readonly unsure: readonly string[];
  /** What keeps the file from being read, missing values apart. */
  readonly toDo: readonly string[];
}

export type OwnTextResult =
  /** No interview: `why` in the words of `ingest`. */
  | { readonly outcome: 'refused'; readonly why: string }
  | {
      readonly outcome: 'read';
      readonly file: OwnFile;
      readonly report: OwnReport;
      /** As found, or as given; null where it was an interview file already, which says them itself. */
      readonly values: OwnValues | null;
    }
  /** The token names the visitor in the room of this text from now on. */
  | { readonly outcome: 'opened'; readonly token: string }
  /** Another text is being read, or as many are being asked as may be. */
  | { readonly outcome: 'busy' | 'full' };
