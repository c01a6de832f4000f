// What a control remembers of the words that it stands for: their fingerprint. The interviews may be edited while the control
// stays on Discord, so it looks its words up by their fingerprint, and the numbers only say where to look first.
import { createHash } from 'node:crypto';
import { findSection, interviewOf, refTo } from '../../answer/quotation.ts';
import type { SectionRef } from '../../answer/reply.ts';
import { type Interview, quote, type Range, type Section } from '../../knowledge/interview.ts';

/** Words that a control quotes: where they stood when it was made, and by what they are known again. */
export interface Quoted {
  readonly source: SectionRef;
  readonly range: Range;
  readonly print: string;
}

/** A section that a select offers, likewise. */
export type Offered = Omit<Quoted, 'range'>;

/** Characters of 6 bits. A custom id has room for 8: 30 bits tell the words apart, 18 which question they answer. */
const QUOTED = { text: 5, question: 3 };
/** A value has room for more: it is found by its question, among ten thousand. */
const OFFERED = { text: 5, question: 7 };
/** Characters of every fingerprint. */
export const PRINT_LENGTH = {
  quoted: QUOTED.text + QUOTED.question,
  offered: OFFERED.text + OFFERED.question,
};

/** UTF-16 units from which words are taken for the same though the question above them is another. */
const LEAST_TELLING = 12;

export function printed(interviews: readonly Interview[], source: SectionRef, range: Range): Quoted {
  const place = placeOf(interviews, source);
  return { source, range, print: place ? printOf(place, range, QUOTED) : '' };
}

export function printedWhole(interviews: readonly Interview[], source: SectionRef): Offered {
  const place = placeOf(interviews, source);
  return { source, print: place ? printOf(place, wholeOf(place), OFFERED) : '' };
}

/** Where the words stand now; undefined where they are gone, or might be others. */
export function findQuoted(interviews: readonly Interview[], { source, range, print }: Quoted) {
  const [text, question] = partsOf(print, QUOTED);
  const length = range.end - range.start;
  return bestOf(interviews, source, (place) =>
    runsOf(place, range).flatMap((run) => {
      if (hash(place.text.slice(run.start, run.end), QUOTED.text) !== text) return [];
      const isAsked = hash(place.question, QUOTED.question) === question;
      if (!isAsked && length < LEAST_TELLING) return [];
      return [{ source: place.source, range: run, score: (isAsked ? 2 : 0) + (isSame(run, range) ? 1 : 0) }];
    }),
  );
}

/** Where the section stands now: found by its question, which the select shows, else by its text. */
export function findOffered(interviews: readonly Interview[], { source, print }: Offered) {
  const [text, question] = partsOf(print, OFFERED);
  return bestOf(interviews, source, (place) => {
    const isAsked = hash(place.question, OFFERED.question) === question;
    const isTold = hash(place.text, OFFERED.text) === text;
    if (!isAsked && (!isTold || place.text.length < LEAST_TELLING)) return [];
    return [{ source: place.source, range: wholeOf(place), score: (isAsked ? 2 : 0) + (isTold ? 1 : 0) }];
  });
}

/** A text that can be quoted. */
interface Place {
  readonly source: SectionRef;
  readonly text: string;
  /** What tells it from another with the same text: an exchange's question; of other sections, whose and what it is. */
  readonly question: string;
  readonly sentences: readonly Range[];
}

interface Found {
  readonly source: SectionRef;
  readonly range: Range;
}

interface Scored extends Found {
  readonly score: number;
}

/** What scores highest, the stored place and then its interview before all others. */
function bestOf(
  interviews: readonly Interview[],
  source: SectionRef,
  find: (place: Place) => readonly Scored[],
): Found | undefined {
  const own = placeOf(interviews, source);
  const here = own ? find(own) : [];
  // Almost always nothing has changed: then nothing else is looked at.
  if (here.some(({ score }) => score === HIGHEST)) return here.find(({ score }) => score === HIGHEST);
  const first = interviewOf(interviews, source);
  const others = [...(first ? [first] : []), ...interviews.filter((interview) => interview !== first)];
  const found = [...here, ...others.flatMap(placesOf).flatMap(find)];
  return found.reduce<Scored | undefined>(
    (best, next) => (best && best.score >= next.score ? best : next),
    undefined,
  );
}

const HIGHEST = 3;

function placeOf(interviews: readonly Interview[], source: SectionRef): Place | undefined {
  const interview = interviewOf(interviews, source);
  if (!interview) return undefined;
  if (source.section === 'article') {
    const text = interview.article[source.key] ?? '';
    const question = `${source.key} ${interview.id}`;
    return { source, text, question, sentences: [{ start: 0, end: text.length }] };
  }
  const section = findSection(interview, source);
  return section && placeIn(interview, section);
}

function placesOf(interview: Interview): readonly Place[] {
  return interview.sections.map((section) => placeIn(interview, section));
}

function placeIn(interview: Interview, section: Section): Place {
  const question = section.kind === 'exchange' ? section.question : `${section.kind} ${interview.id}`;
  return { source: refTo(interview, section), text: section.text, question, sentences: section.sentences };
}

/** Ranges as long as the one that was quoted: that one itself, and whole sentences. */
function runsOf({ text, sentences }: Place, range: Range): readonly Range[] {
  const length = range.end - range.start;
  const ends = new Set(sentences.map(({ end }) => end));
  const runs = sentences
    .map(({ start }) => ({ start, end: start + length }))
    .filter(({ end }) => ends.has(end));
  return range.end <= text.length ? [range, ...runs] : runs;
}

function isSame(run: Range, range: Range): boolean {
  return run.start === range.start && run.end === range.end;
}

function wholeOf({ text }: Place): Range {
  return { start: 0, end: text.length };
}

interface Lengths {
  readonly text: number;
  readonly question: number;
}

function printOf(place: Place, range: Range, lengths: Lengths): string {
  const { text, question } = place;
  return hash(quote({ text }, range), lengths.text) + hash(question, lengths.question);
}

function partsOf(print: string, { text }: Lengths): readonly [string, string] {
  return [print.slice(0, text), print.slice(text)];
}

/** Letters, digits, `-` and `_`: none of them separates the fields of a custom id. */
function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}
