// What an editor puts into the list of an interview while the bot answers, what comes of it, how it is taken back.
import type { SectionRef } from '../answer/reply.ts';

export interface NewQuestion {
  readonly interview: string;
  readonly question: string;
  /** The section that answers it; undefined: the interview does not say. */
  readonly section: SectionRef | undefined;
  /** The sentence of the section that it asks for, by its index. */
  readonly sentence?: number | undefined;
}

/** What was put into a list, so that it is known again in it: also after a restart, as its button carries all of it. */
export interface Inserted {
  readonly interview: string;
  /** Minutes since 1970. */
  readonly made: number;
  /** Whether there was no list before. */
  readonly isNew: boolean;
  /** UTF-16 units, and the fingerprint of all that was put in. */
  readonly length: number;
  readonly print: string;
  /** The fingerprint of the line with the question. */
  readonly line: string;
}

export type Listing =
  /** `question` as it stands in the file; `isSettled`: whether the bot now answers it from there, or is quiet as it should. */
  | {
      readonly outcome: 'listed';
      readonly question: string;
      readonly heading: string;
      readonly isSettled: boolean;
      readonly inserted: Inserted;
    }
  /** The question that would be answered worse. */
  | { readonly outcome: 'worse'; readonly question: string }
  | { readonly outcome: 'refused'; readonly why: ListingRefusal }
  /** The system's code, such as EROFS. */
  | { readonly outcome: 'unwritable'; readonly code: string };

/** `no-question`: no line that is read as a question; `busy`: somebody else goes on changing the file. */
export type ListingRefusal =
  | 'no-place'
  | 'already-there'
  | 'no-question'
  | 'too-long'
  | 'faulty-files'
  | 'busy';

export type TakenBack =
  /** Every byte as it was, or only the line gone, as others have changed the file since. */
  | { readonly outcome: 'restored' | 'only-line' }
  /** The line is not there any more, or is another one. */
  | { readonly outcome: 'gone' | 'too-late' }
  | { readonly outcome: 'unwritable'; readonly code: string };
