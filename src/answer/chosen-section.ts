// Answers that nobody had to ask for in words: a question chosen from a list, a portrait, one line of an outline.
import { quote, type Range } from '../knowledge/interview.ts';
import { fold, type QuestionLanguage } from '../language/fold.ts';
import { needsSentenceBefore } from '../language/kinds.ts';
import type { SearchIndex } from '../search/index/index.ts';
import { analyse, LONGEST_QUESTION } from '../search/query/analyse.ts';
import { type SentenceRun, scoreSentences } from '../search/rank/sentences.ts';
import { answerWith } from './ask.ts';
import { quoteListed } from './excerpt.ts';
import { type Library, type OpenSection, openSection } from './library.ts';
import { findSection, interviewOf, isVerbatim, quoteSentences, quoteValue } from './quotation.ts';
import type { Reading } from './read.ts';
import type { Answer, ArticleKey, Quotation, SectionRef } from './reply.ts';

/** Sentences quoted from a section that asks nothing itself. */
const OPENING_SENTENCES = 3;

export interface Chosen {
  readonly source: SectionRef;
  /** What the reader reads: decides whether a translation leads. */
  readonly language: QuestionLanguage;
}

/** The sentences that answer the section's question as printed best; undefined where the section is not loaded. */
export function answerChosen(library: Library, chosen: Chosen): Answer | undefined {
  if (chosen.source.section === 'article') return answerValue(library, chosen, chosen.source.key);
  return answerFrom(library, chosen, ({ open, section, passage }) => {
    if (section.kind === 'exchange')
      return quoteListed(open, { passage, isPrinted: true }, fold(section.question));
    const last = Math.min(OPENING_SENTENCES, section.sentences.length) - 1;
    return quoteSentences(open.interview, section, { first: 0, last });
  });
}

/** The one sentence of the section that says most about its own question. */
export function keySentence(library: Library, chosen: Chosen): Answer | undefined {
  return answerFrom(library, chosen, (own) =>
    quoteSentences(own.open.interview, own.section, keySentenceOf(own)),
  );
}

/** The sentence that says most of what the question asks and of what the answer as a whole speaks of; it stands alone. */
function keySentenceOf({ open: { index }, section, passage }: OpenSection): SentenceRun {
  if (section.kind !== 'exchange') return { first: 0, last: 0 };
  const asked = sharesHeld(index, passage, section.question);
  const told = sharesHeld(index, passage, section.text.slice(0, LONGEST_QUESTION));
  const best = section.sentences
    .map((range, sentence) => ({ range, sentence, share: (asked[sentence] ?? 0) + (told[sentence] ?? 0) }))
    .filter(({ range }) => !needsSentenceBefore(quote(section, range)))
    .reduce((a, b) => (b.share > a.share ? b : a), { sentence: 0, share: -1 });
  return { first: best.sentence, last: best.sentence };
}

/** For each sentence of the passage, the share 0..1 of the text's term weight that it holds. */
function sharesHeld(index: SearchIndex, passage: number, text: string): readonly number[] {
  const query = analyse(text, index);
  if (query.weight === 0) return [];
  return scoreSentences(query, passage).map((score) => score / query.weight);
}

/** The whole section as one quotation. */
export function wholeSection(library: Library, chosen: Chosen): Answer | undefined {
  return answerFrom(library, chosen, ({ open, section }) =>
    quoteSentences(open.interview, section, { first: 0, last: section.sentences.length - 1 }),
  );
}

/** Exactly the range that was quoted before; undefined where the source no longer has it. */
export function answerAt(library: Library, chosen: Chosen, { start, end }: Range): Answer | undefined {
  const interview = interviewOf(library.interviews, chosen.source);
  if (!interview) return undefined;
  const value = chosen.source.section === 'article' ? interview.article[chosen.source.key] : undefined;
  const text = value ?? findSection(interview, chosen.source)?.text ?? '';
  const quotation = { source: chosen.source, start, end, text: text.slice(start, end) };
  if (end > text.length || !isVerbatim(library.interviews, quotation)) return undefined;
  return answerWith(unasked(library, chosen), quotation, { basis: 'chosen' });
}

/** A printed value is its own answer. */
function answerValue(library: Library, chosen: Chosen, key: ArticleKey): Answer | undefined {
  const interview = interviewOf(library.interviews, chosen.source);
  const quotation = interview && quoteValue(interview, key);
  return quotation && answerWith(unasked(library, chosen), quotation, { basis: 'chosen' });
}

function answerFrom(
  library: Library,
  chosen: Chosen,
  quotationOf: (own: OpenSection) => Quotation,
): Answer | undefined {
  const own = openSection(library, chosen.source);
  return own && answerWith(unasked(library, chosen), quotationOf(own), { basis: 'chosen' });
}

/** Nothing was asked in words. */
function unasked(library: Library, { language }: Chosen): Reading {
  const words = { question: '', text: '', folded: '', focus: '', top: 0, earlier: undefined };
  const { open } = library;
  return {
    ...{ ...words, library, language, notes: new Map() },
    namesInterviewee: false,
    isChat: false,
    scope: open,
    favoured: open,
    titled: [],
    readUpTo: undefined,
  };
}
