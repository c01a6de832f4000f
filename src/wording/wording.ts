// The names of all strings that a person reads: what each locale's file has to fill in.
import type { Abstain, Suggest } from '../answer/reply.ts';
import type { DiscordWording } from './discord-wording.ts';

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
  /** Above words in another language than the question's that nobody translated. */
  readonly quotedInOriginal: string;
  readonly suggest: Readonly<Record<Suggest['reason'], string>>;
  readonly abstain: Readonly<Record<Abstain['reason'], string>>;
  readonly nearest: string;
  readonly terminal: {
    readonly greeting: (names: readonly string[]) => string;
    readonly example: string;
    readonly prompt: string;
  };
  readonly discord: DiscordWording;
}
