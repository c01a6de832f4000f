// Answers that nobody had to ask for in words: a question chosen from a list, a portrait, one line of an outline.
import type { Interview, Range, Section } from '../knowledge/interview.ts';
import type { QuestionLanguage } from '../language/language.ts';
import { analyse } from '../search/query/analyse.ts';
import { answerWith } from './ask.ts';
import type { Collection } from './collection.ts';
import { enquire } from './enquiry.ts';
import { chooseExcerpt } from './excerpt/excerpt.ts';
import { chooseKeySentence } from './excerpt/key-sentence.ts';
import { findSection, quoteSentences, refTo, type SentenceRun } from './quotation.ts';
import type { Answer, Quotation, SectionRef } from './reply.ts';
import { isVerbatim } from './verify.ts';

/** Sentences quoted from a section that asks nothing itself. */
const OPENING_SENTENCES = 3;

export interface Chosen {
  readonly source: SectionRef;
  /** What the reader reads: decides whether a translation leads. */
  readonly language: QuestionLanguage;
  /** The wording that was chosen; left out, the section's question as printed. */
  readonly wording?: string;
}

/** The sentences that answer the chosen wording of the section's question best; undefined where the section is not loaded. */
export function answerChosen(collection: Collection, chosen: Chosen): Answer | undefined {
  return answerFrom(collection, chosen, (place) => bestRun(place, chosen.wording));
}

/** The one sentence of the section that says most about its own question. */
export function keySentence(collection: Collection, chosen: Chosen): Answer | undefined {
  return answerFrom(collection, chosen, ({ section, passage }) =>
    chooseKeySentence(collection, section, passage),
  );
}

/** The whole section as one quotation. */
export function wholeSection(collection: Collection, chosen: Chosen): Answer | undefined {
  return answerFrom(collection, chosen, ({ section }) => ({ first: 0, last: section.sentences.length - 1 }));
}

/** Exactly the range that was quoted before; undefined where the source no longer has it. */
export function answerAt(collection: Collection, chosen: Chosen, { start, end }: Range): Answer | undefined {
  const interview = collection.interviews.find(({ id }) => id === chosen.source.interview);
  if (!interview) return undefined;
  const whole = chosen.source.section === 'article' ? interview.article[chosen.source.key] : undefined;
  const text = whole ?? findSection(interview, chosen.source)?.text ?? '';
  const quotation = { source: chosen.source, start, end, text: text.slice(start, end) };
  if (end > text.length || !isVerbatim(collection, quotation)) return undefined;
  const section = findSection(interview, chosen.source);
  return answerIn({ collection, interview, language: chosen.language }, quotation, section);
}

interface Place {
  readonly collection: Collection;
  readonly interview: Interview;
  readonly section: Section;
  readonly passage: number;
}

function answerFrom(
  collection: Collection,
  { source, language }: Chosen,
  choose: (place: Place) => SentenceRun,
): Answer | undefined {
  const place = findPlace(collection, source);
  if (!place) return undefined;
  const { interview, section } = place;
  return answerIn(
    { collection, interview, language },
    quoteSentences(interview, section, choose(place)),
    section,
  );
}

interface Reading {
  readonly collection: Collection;
  readonly interview: Interview;
  readonly language: QuestionLanguage;
}

/** The section's own question stands in for a member's, so that the suggestions are those nearest to it. */
function answerIn(
  { collection, interview, language }: Reading,
  quotation: Quotation,
  section: Section | undefined,
): Answer | undefined {
  const question = section?.kind === 'exchange' ? section.question : '';
  const enquiry = { ...enquire(collection, { question }), interviews: [interview], language };
  const reply = answerWith(enquiry, quotation, 'chosen');
  return reply.outcome === 'answer' ? reply : undefined;
}

function findPlace(collection: Collection, source: SectionRef): Place | undefined {
  const passage = collection.sections.findIndex(({ interview, section }) =>
    isSame(refTo(interview, section), source),
  );
  const found = collection.sections[passage];
  return found && { collection, passage, ...found };
}

function isSame(a: SectionRef, b: SectionRef): boolean {
  if (a.interview !== b.interview || a.section !== b.section) return false;
  return a.section !== 'exchange' || (b.section === 'exchange' && a.exchange === b.exchange);
}

function bestRun({ collection, section, passage }: Place, wording?: string): SentenceRun {
  if (section.kind !== 'exchange') {
    return { first: 0, last: Math.min(OPENING_SENTENCES, section.sentences.length) - 1 };
  }
  const query = analyse(wording ?? section.question, collection.index);
  // A chosen question is answered with as much context as fits, not with the least that holds its words.
  return chooseExcerpt(query, { passage, section, coverage: 0 });
}
