// What an editor chooses from who lists a question: the gaps below /gaps, the parts of an interview, the sentences of a part.
import { createHash } from 'node:crypto';
import { nearestSections } from '../../answer/find.ts';
import type { Library } from '../../answer/library.ts';
import { findSection, interviewOf, refTo } from '../../answer/quotation.ts';
import type { SectionRef } from '../../answer/reply.ts';
import { type Interview, quote, type Section } from '../../knowledge/interview.ts';
import { cut } from '../../wording/formats.ts';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import { ofWhom, sectionLabel, titleLabel } from '../../wording/present.ts';
import type { Survey } from '../../wording/unanswered.ts';
import { type Button, type Choice, LONGEST, MOST_OPTIONS, type Outgoing, type Row } from '../sending/card.ts';
import { writeOffered } from './custom-id.ts';
import { findOffered, type Offered, printed, printedWhole } from './fingerprint.ts';
import { type Step, writeStep } from './listing-step.ts';

/** Below /gaps, for an editor: which of them to close. */
export function gapsRow({ gaps }: Pick<Survey, 'gaps'>, locale: Locale): Row {
  const choices = gaps.map(({ question }) => ({
    value: keyOfGap(question),
    label: cut(question, LONGEST.optionLabel),
  }));
  const placeholder = wordingFor(locale).discord.listing.pickGap;
  return { kind: 'select', id: writeStep({ step: 'gap' }), placeholder, choices };
}

const KEY_LENGTH = 12;

/** By which a gap is known again: its question may be longer than an option's value. */
export function keyOfGap(question: string): string {
  return createHash('sha256').update(question).digest('base64url').slice(0, KEY_LENGTH);
}

export interface PartsRequest {
  readonly library: Library;
  /** The question that is listed. */
  readonly question: string;
  /** Left out, or not loaded: the one that comes nearest. */
  readonly interview: string | undefined;
  /** From 0. */
  readonly page: number;
  readonly locale: Locale;
}

/** Which part of the interview answers the question, the nearest first; or none. */
export function partsCard(request: PartsRequest): Outgoing {
  const { library, question, locale } = request;
  const { listing } = wordingFor(locale).discord;
  const interview = interviewFor(request);
  const page = pageOf(partsOf(library, interview, question), request.page);
  const choices = page.items.map((section) => ({
    value: writeOffered(printedWhole(library.interviews, refTo(interview, section))),
    label: sectionLabel(interview, section, locale),
  }));
  const step = { page: page.number, interview: interview.id };
  return {
    ...asked(question, locale),
    cards: [
      {
        title: listing.whichPart,
        blocks: [
          { kind: 'text', text: titleLabel(interview, locale) },
          { kind: 'small', text: listing.nearestFirst },
        ],
      },
    ],
    rows: [
      { kind: 'select', id: writeStep({ step: 'part', ...step }), placeholder: listing.pickPart, choices },
      ...interviewsRow(request, interview),
      {
        kind: 'buttons',
        buttons: [
          { id: writeStep({ step: 'notCovered', interview: interview.id }), label: listing.notCovered },
          ...turning(page, locale, (to) => ({ step: 'parts', page: to, interview: interview.id })),
        ],
      },
    ],
  };
}

/** The question stands above every step: from there it is read again. */
export function asked(question: string, locale: Locale): Pick<Outgoing, 'line'> {
  return { line: wordingFor(locale).discord.youAsked(question) };
}

function interviewFor({ library, interview: id, question }: PartsRequest): Interview {
  const { interviews } = library;
  const [nearest] = nearestSections(library, { question });
  const found =
    interviews.find((own) => own.id === id) ?? (nearest && interviewOf(interviews, nearest)) ?? interviews[0];
  if (!found) throw new Error('there is no interview to list a question for');
  return found;
}

/** Parts that are named first, as they come near. */
const MOST_NEAR = 5;

function partsOf(library: Library, interview: Interview, question: string): readonly Section[] {
  const near = nearestSections(library, { question, interview: interview.id })
    .slice(0, MOST_NEAR)
    .flatMap((source) => findSection(interview, source) ?? []);
  return [...new Set([...near, ...interview.sections])];
}

/** The other interviews, of so many as a select takes. */
function interviewsRow({ library, locale }: PartsRequest, own: Interview): readonly Row[] {
  const others = library.interviews.filter((interview) => interview !== own);
  if (others.length === 0) return [];
  const choices = others.map((interview) => ({ value: interview.id, label: titleLabel(interview, locale) }));
  const placeholder = wordingFor(locale).discord.listing.pickInterview;
  return [{ kind: 'select', id: writeStep({ step: 'interview' }), placeholder, choices }];
}

interface PageOf<Item> {
  readonly items: readonly Item[];
  /** From 0. */
  readonly number: number;
  readonly pages: number;
}

function pageOf<Item>(all: readonly Item[], wanted: number): PageOf<Item> {
  const pages = Math.max(1, Math.ceil(all.length / MOST_OPTIONS));
  const number = Math.min(wanted, pages - 1);
  return { number, pages, items: all.slice(number * MOST_OPTIONS, (number + 1) * MOST_OPTIONS) };
}

function turning(
  { number, pages }: PageOf<unknown>,
  locale: Locale,
  stepTo: (page: number) => Step,
): readonly Button[] {
  const { previous, next } = wordingFor(locale).discord.buttons;
  const button = (to: number, label: string) => ({ id: writeStep(stepTo(to)), label });
  return [
    ...(number > 0 ? [button(number - 1, previous)] : []),
    ...(number < pages - 1 ? [button(number + 1, next)] : []),
  ];
}

export interface SentencesRequest {
  readonly library: Library;
  readonly question: string;
  readonly part: Offered;
  readonly page: number;
  readonly locale: Locale;
}

/** Which sentence of a part answers the question; undefined where the part is gone. */
export function sentencesCard({
  library,
  question,
  part,
  locale,
  ...request
}: SentencesRequest): Outgoing | undefined {
  const place = partAt(library, part);
  if (!place) return undefined;
  const { listing } = wordingFor(locale).discord;
  const { interview, section, source } = place;
  const page = pageOf(section.sentences, request.page);
  const choices = page.items.map(
    (range): Choice => ({
      value:
        printed(library.interviews, source, range).print + VALUE_SEPARATOR + section.sentences.indexOf(range),
      label: cut(quote(section, range), LONGEST.optionLabel),
    }),
  );
  const now = printedWhole(library.interviews, source);
  const label = ofWhom(sectionLabel(interview, section, locale), source.interview, { ...library, locale });
  return {
    ...asked(question, locale),
    cards: [{ title: listing.whichSentence, blocks: [{ kind: 'text', text: label }] }],
    rows: [
      {
        kind: 'select',
        id: writeStep({ step: 'sentence', page: page.number, part: now }),
        placeholder: listing.pickSentence,
        choices,
      },
      {
        kind: 'buttons',
        buttons: [
          { id: writeStep({ step: 'whole', part: now }), label: listing.wholePart },
          { id: writeStep({ step: 'parts', page: 0, interview: interview.id }), label: listing.back },
          ...turning(page, locale, (to) => ({ step: 'sentences', page: to, part: now })),
        ],
      },
    ],
  };
}

const VALUE_SEPARATOR = ':';

/** A part as it stands now. */
export interface Part {
  readonly interview: Interview;
  readonly section: Section;
  readonly source: SectionRef;
}

/** Undefined where it is gone. */
export function partAt({ interviews }: Library, part: Offered): Part | undefined {
  const source = findOffered(interviews, part)?.source;
  const interview = source && interviewOf(interviews, source);
  const section = interview && findSection(interview, source);
  return section && { interview, section, source };
}

/** The index of the sentence that a value names; undefined where its words are gone. */
export function sentenceNamed(
  { interviews }: Library,
  { section, source }: Part,
  value: string,
): number | undefined {
  const [print = '', at = ''] = value.split(VALUE_SEPARATOR);
  const isThere = (index: number) => {
    const range = section.sentences[index];
    return range !== undefined && printed(interviews, source, range).print === print;
  };
  if (isThere(Number(at))) return Number(at);
  const moved = section.sentences.findIndex((_, index) => isThere(index));
  return moved === -1 ? undefined : moved;
}
