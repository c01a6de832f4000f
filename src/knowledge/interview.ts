// The nouns: an interview, its sections, the half-open ranges that quote them; and how a list names a section, by its heading, and
// a sentence, by its opening words.

/** Half-open range of UTF-16 offsets in one section's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A sentence of a section, with the 0-based paragraph that holds it. */
export interface Sentence extends Range {
  readonly paragraph: number;
}

interface SectionText {
  /** Paragraphs joined by one blank line, each kept to the letter. */
  readonly text: string;
  readonly paragraphs: readonly Range[];
  readonly sentences: readonly Sentence[];
}

export interface Exchange extends SectionText {
  readonly kind: 'exchange';
  /** 1-based position in the interview. */
  readonly number: number;
  readonly question: string;
  readonly askedAs: readonly string[];
}

export interface Biography extends SectionText {
  readonly kind: 'biography';
}

export interface Introduction extends SectionText {
  readonly kind: 'introduction';
}

export type Section = Exchange | Biography | Introduction;

export interface Interviewee {
  readonly name: string;
  readonly role?: string;
}

/** The front matter, values as printed. */
export interface Article {
  readonly title: string;
  readonly interviewee: Interviewee;
  readonly publication: string;
  readonly author?: string;
  readonly dateline?: string;
  readonly subtitle?: string;
  /** ISO 8601, kept as text. */
  readonly date: string;
  /** BCP 47. */
  readonly language: string;
  readonly series?: string;
  readonly event?: string;
  readonly url?: string;
}

/** An editor's translation: its sections stand in the original's order, sentence for sentence. */
export interface Translation {
  readonly language: string;
  readonly translator: string;
  readonly title: string;
  readonly article: Partial<Omit<Article, 'language' | 'title'>>;
  readonly sections: readonly Section[];
}

export interface Interview {
  /** The file's name without `.md`. */
  readonly id: string;
  readonly article: Article;
  readonly sections: readonly Section[];
  readonly translations: readonly Translation[];
}

export function exchangesOf(interview: { readonly sections: readonly Section[] }): readonly Exchange[] {
  return interview.sections.filter((section) => section.kind === 'exchange');
}

export function biographyOf(interview: { readonly sections: readonly Section[] }): Biography | undefined {
  return interview.sections.find((section) => section.kind === 'biography');
}

export function introductionOf(interview: {
  readonly sections: readonly Section[];
}): Introduction | undefined {
  return interview.sections.find((section) => section.kind === 'introduction');
}

/** The text of a range, to the letter. */
export function quote(section: { readonly text: string }, range: Range): string {
  return section.text.slice(range.start, range.end);
}

/** A heading as it stands in `ID.questions.txt`. */
export function headingOf(section: Section): string {
  return section.kind === 'exchange' ? `[question ${section.number}]` : `[${section.kind}]`;
}

/** Characters of a sentence that are copied at least. */
const SHORTEST_OPENING = 12;

/** The opening words that fit no other sentence of the section; undefined where another one is the same. */
export function openingOf(section: Section, sentence: number): string | undefined {
  const texts = section.sentences.map((range) => quote(section, range).replace(/[\r\n].*/s, ''));
  const own = texts[sentence] ?? '';
  const fitsOne = (opening: string) => texts.filter((text) => text.startsWith(opening)).length === 1;
  for (let length = SHORTEST_OPENING; length < own.length; length += 1) {
    const opening = own.slice(0, length);
    if (endsCleanly(opening, own) && fitsOne(opening)) return opening;
  }
  return own !== '' && fitsOne(own) ? own : undefined;
}

/** Not within a word of letters, a pair of surrogates, or at a space. */
function endsCleanly(opening: string, whole: string): boolean {
  const [last, next] = [opening.at(-1) ?? '', whole.charAt(opening.length)];
  if (/\s/.test(last) || /[\uD800-\uDBFF]/.test(last)) return false;
  return !(/[\p{Script=Latin}\p{M}\d]/u.test(last) && /[\p{Script=Latin}\p{M}\d'’]/u.test(next));
}
