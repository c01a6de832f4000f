// What comes back for a question: an answer, suggestions, or an abstention with its reason.
import type { Article, Range } from '../knowledge/interview.ts';
import type { Explanation } from '../search/rank/explanation.ts';

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

/** A question the collection can answer. */
export interface Suggestion {
  readonly source: SectionRef;
  /** The exchange's question as printed; absent for other sections, which the wording names. */
  readonly question?: string;
  /** The same in the language of the member's question, where an editor translated it. */
  readonly translatedQuestion?: string;
}

export interface Candidate {
  readonly quotation: Quotation;
  readonly score: number;
}

/** Why the reply is what it is, as data. */
export interface Reasoning {
  /** What led to it: the terms found, a fact of the article asked for, the answer it follows up, or a list. */
  readonly basis: 'terms' | 'article' | 'follow-up' | 'chosen';
  /** The best hit: its matched terms with their places, and the parts of its score. */
  readonly best?: { readonly source: SectionRef; readonly score: number; readonly explanation: Explanation };
  /** The editor's wordings that the question is most like: of what the best hit answers, and of what nothing does. */
  readonly nearest?: { readonly answered?: string; readonly notCovered?: string };
  readonly runnerUp?: { readonly source: SectionRef; readonly score: number };
  /** Share 0..1 of the question's weight that the excerpt and its question hold. */
  readonly evidence: number;
  /** The evidence from which an excerpt is shown: less near questions that are known to be answered, more near others. */
  readonly threshold: number;
  /** Lead of the best score over the runner-up's, as a share 0..1. */
  readonly margin: number;
}

interface ReplyBase {
  readonly question: string;
  /** The best hit's; 0 where nothing matched. */
  readonly score: number;
  readonly matched: readonly string[];
  readonly suggestions: readonly Suggestion[];
  /** Best first, each with the excerpt it would be answered with; empty unless asked for. */
  readonly candidates: readonly Candidate[];
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
}

export interface Suggest extends ReplyBase {
  readonly outcome: 'suggest';
  readonly reason: 'too-weak' | 'too-close';
}

export interface Abstain extends ReplyBase {
  readonly outcome: 'abstain';
  readonly reason: 'nothing-matched' | 'too-weak' | 'too-close' | 'not-a-question';
}

export type Reply = Answer | Suggest | Abstain;
