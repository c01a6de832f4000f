// What comes back for a question: an answer, suggestions, or an abstention with its reason.
import type { Article, Range } from '../knowledge/interview.ts';
import type { Intent } from '../language/words-to-bot.ts';
import type { Mend } from '../search/query/alike-characters.ts';
import type { Explanation } from '../search/rank/search.ts';
import type { DecisionFeature } from './decide.ts';

export type ArticleKey = Exclude<keyof Article, 'interviewee' | 'language'>;

/** Where a quotation stands; the address that adapters carry in buttons and print as `source`. */
export type SectionRef =
  | { readonly interview: string; readonly section: 'exchange'; readonly exchange: number }
  | { readonly interview: string; readonly section: 'biography' | 'introduction' }
  | { readonly interview: string; readonly section: 'article'; readonly key: ArticleKey };

/** A section and a half-open range of UTF-16 offsets in its text (in the printed value, for an article's key). */
export interface Quotation extends Range {
  readonly source: SectionRef;
  /** The characters of the range, to the letter. */
  readonly text: string;
}

/** The aligned sentences of an editor's translation. */
export interface TranslatedQuotation {
  readonly text: string;
  readonly language: string;
  readonly translator: string;
  /** The exchange's question in the same language; absent for other sections. */
  readonly question?: string;
}

/** Who said it and where it was printed, in one language. */
export interface Credit {
  readonly language: string;
  readonly interviewee: string;
  readonly role?: string;
  readonly publication: string;
  readonly series?: string;
}

/** Everything a person needs to find the words in the original. */
export interface Citation {
  /** As printed. */
  readonly credit: Credit;
  /** As the editor's translations name them; what one leaves out stays as printed. */
  readonly translatedCredits: readonly Credit[];
  readonly date: string;
  readonly url?: string;
  readonly source: SectionRef;
  /** How many questions the interview has. */
  readonly exchanges: number;
  /** 1-based, inclusive; absent for an article's key. */
  readonly paragraphs?: { readonly first: number; readonly last: number };
}

/** A section that may be meant. */
export interface Suggestion {
  readonly source: SectionRef;
  /** What would be quoted from it, and the same in the language of the member's question, where an editor translated it. */
  readonly quotation: Quotation;
  readonly translation?: string;
  /** The exchange's question as printed; absent for other sections, which the wording names. */
  readonly question?: string;
  /** The same in the language of the member's question, where an editor translated it. */
  readonly translatedQuestion?: string;
}

export interface Candidate {
  readonly quotation: Quotation;
  readonly score: number;
}

/** One named number of the decision (0..1), and what it adds to the log odds of the best section: its weight times it. */
export interface DecisionPart {
  readonly name: DecisionFeature;
  readonly value: number;
  readonly adds: number;
}

/** Why the reply is what it is, as data. */
export interface Reasoning {
  /** What led to it: the terms found, a fact of the article asked for, the answer it follows up, or a question of the list. */
  readonly basis: 'terms' | 'article' | 'follow-up' | 'chosen' | 'intent';
  /** The best section: its matched terms with their places, and the parts of its score. */
  readonly best?: { readonly source: SectionRef; readonly score: number; readonly explanation: Explanation };
  /** The editor's wordings that the question is most like: of what the best section answers, and of what nothing does. */
  readonly nearest?: { readonly answered?: string; readonly notCovered?: string };
  readonly runnerUp?: { readonly source: SectionRef; readonly probability: number };
  /** The parts of the decision for the best section; empty where nothing was found. */
  readonly decision: readonly DecisionPart[];
  /** The probability from which an excerpt is shown. */
  readonly threshold: number;
}

/** What words said to the bot itself ask for. */
export type { Intent };

/** So many UTF-16 units from its beginning on, or the questions in it. */
export type ReadPart = number | 'questions';

interface ReplyBase {
  readonly question: string;
  /** The best section's by the ranking's formula; 0 where nothing matched. */
  readonly score: number;
  /** How sure the decision is (0..1) that the best section answers, whatever the outcome. */
  readonly probability: number;
  readonly matched: readonly string[];
  readonly suggestions: readonly Suggestion[];
  /** Best first, each with the excerpt it would be answered with; empty unless asked for. */
  readonly candidates: readonly Candidate[];
  /** The typing slips of the question and how they were read; left out where it was read as typed. */
  readonly mends?: readonly Mend[];
  /** What was read of a text that is too long; left out where all of it was. */
  readonly readUpTo?: ReadPart | undefined;
  /** Given whenever the words are for the bot itself. */
  readonly intent?: Intent;
  readonly reasoning: Reasoning;
}

export interface Answer extends ReplyBase {
  readonly outcome: 'answer';
  readonly quotation: Quotation;
  /** The exchange's question as printed; absent for other sections. */
  readonly answers?: string;
  readonly translation?: TranslatedQuotation;
  /** Quoted in another language than the question's, and nobody translated it. */
  readonly isForeign: boolean;
  readonly citation: Citation;
  /** Other sections that answer, too, or another part of the question; at most two, each without further ones. */
  readonly further: readonly Answer[];
}

export interface Suggest extends ReplyBase {
  readonly outcome: 'suggest';
  readonly reason: 'too-weak' | 'too-close';
}

export interface Abstain extends ReplyBase {
  readonly outcome: 'abstain';
  readonly reason: 'nothing-matched' | 'too-weak' | 'too-close' | 'not-a-question' | 'about-the-bot';
}

export type Reply = Answer | Suggest | Abstain;
