// The whole answer, in pages where Discord's limits demand it, with the quoted words in bold type. Pages end with
// sentences, and never inside the quoted part unless that alone is too long.
import { wholeSection } from '../../answer/chosen-section.ts';
import type { Library } from '../../answer/library.ts';
import { alignedRange, findSection, interviewOf, translationInto } from '../../answer/quotation.ts';
import type { Answer, SectionRef } from '../../answer/reply.ts';
import type { Interview, Range, Section, Sentence } from '../../knowledge/interview.ts';
import { beginning } from '../../wording/formats.ts';
import { type Locale, readerOf, wordingFor } from '../../wording/locale.ts';
import type { Button, CardBlock, Outgoing, Row } from '../sending/card.ts';
import { escapeMarkdown } from '../sending/markdown.ts';
import { writeControl } from './custom-id.ts';
import { printed } from './fingerprint.ts';
import { answerCard } from './reply.ts';

export interface FullAnswerRequest {
  readonly library: Library;
  readonly source: SectionRef;
  /** What was quoted. */
  readonly range: Range;
  /** From 0; beyond the last page the last one is shown. */
  readonly page: number;
  readonly locale: Locale;
}

/** UTF-16 units of text on a page: leaves room for the question, the citation and the marks within Discord's 4,096. */
const PAGE_ROOM = 3600;

/** Undefined where the section is no longer loaded. */
export function fullAnswer(request: FullAnswerRequest): Outgoing | undefined {
  const { library, source, locale } = request;
  const interview = interviewOf(library.interviews, source);
  const section = interview && findSection(interview, source);
  const answer = section && wholeSection(library, { source, language: readerOf(locale) });
  if (!interview || !section || !answer) return undefined;
  const { pages, original } = pagesOf({ interview, section, answer }, request);
  const page = Math.min(request.page, pages.length - 1);
  const card = answerCard(answer, locale);
  const label = pages.length > 1 ? ` · ${wordingFor(locale).discord.page(page + 1, pages.length)}` : '';
  return {
    cards: [{ ...card, blocks: pages[page] ?? [], footer: `${card.footer ?? ''}${label}` }],
    rows: turning(request, { page, pages: pages.length, original }),
  };
}

interface Whole {
  readonly interview: Interview;
  readonly section: Section;
  readonly answer: Answer;
}

interface Pages {
  readonly pages: readonly (readonly CardBlock[])[];
  /** The first page of the original. */
  readonly original: number;
}

/** Our translation first, where the reader has one; then the original, on pages of its own. */
function pagesOf({ interview, section, answer }: Whole, { locale, range }: FullAnswerRequest): Pages {
  const wording = wordingFor(locale);
  const original = leavesOf({ ...section, whole: range, room: PAGE_ROOM }).map(
    (leaf): readonly CardBlock[] => {
      const quotation = {
        source: answer.quotation.source,
        ...leaf,
        text: section.text.slice(leaf.start, leaf.end),
      };
      return [{ kind: 'verbatim', quotation, emphasis: range }];
    },
  );
  const translation = translationInto(interview, readerOf(locale));
  const own = translation?.sections[interview.sections.indexOf(section)];
  if (!translation || !own) return { pages: original, original: 0 };
  const labelled = original.map((blocks): readonly CardBlock[] => [
    { kind: 'label', text: wording.originalWords },
    ...blocks,
  ]);
  const whole = alignedRange(section, own, range);
  const ours = leavesOf({ ...own, whole, room: PAGE_ROOM }).map(({ start, end }): readonly CardBlock[] => [
    { kind: 'label', text: wording.translationBy(translation.translator) },
    {
      kind: 'quote',
      text: own.text.slice(start, end),
      emphasis: { start: whole.start - start, end: whole.end - start },
      of: answer.quotation,
    },
  ]);
  return { pages: [...ours, ...labelled], original: ours.length };
}

interface Place {
  readonly page: number;
  readonly pages: number;
  readonly original: number;
}

/** The buttons between a translation and its original say so. */
function turning(
  { library, source, range, locale }: FullAnswerRequest,
  { page, pages, original }: Place,
): readonly Row[] {
  if (pages === 1) return [];
  const { buttons } = wordingFor(locale).discord;
  const isTranslated = original > 0;
  const previous = isTranslated && page === original ? buttons.translation : buttons.previous;
  const next = isTranslated && page + 1 === original ? buttons.original : buttons.next;
  const quoted = printed(library.interviews, source, range);
  const turn = (to: number, label: string): Button => {
    const disabled = to < 0 || to >= pages;
    return { id: writeControl({ kind: 'leaf', ...quoted, page: to < 0 ? pages : to }), label, disabled };
  };
  const both = [turn(page - 1, previous), turn(page + 1, next)];
  // Between the two alone there is nothing to turn: one button leads there and back.
  const shown = isTranslated && pages === 2 ? both.filter(({ disabled }) => disabled !== true) : both;
  return [{ kind: 'buttons', buttons: shown }];
}

interface Leaved {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The part that stays together. */
  readonly whole: Range;
  /** UTF-16 units of a page once escaped. */
  readonly room: number;
}

/** Adjacent ranges that hold every sentence, each within the room. */
function leavesOf({ text, sentences, whole, room }: Leaved): readonly Range[] {
  const leaves: Range[] = [];
  for (const atom of atomsOf(sentences, whole).flatMap((range) => splitLong(text, range, room))) {
    const last = leaves.at(-1);
    const grown = last && { start: last.start, end: atom.end };
    if (grown && escapedLength(text, grown) <= room) leaves[leaves.length - 1] = grown;
    else leaves.push(atom);
  }
  return leaves;
}

/** The sentences, those that the quoted part touches taken as one. */
function atomsOf(sentences: readonly Sentence[], whole: Range): readonly Range[] {
  const atoms: Range[] = [];
  for (const { start, end } of sentences) {
    const last = atoms.at(-1);
    const joins = last && start < whole.end && last.end > whole.start;
    if (joins) atoms[atoms.length - 1] = { start: last.start, end };
    else atoms.push({ start, end });
  }
  return atoms;
}

function splitLong(text: string, range: Range, room: number): readonly Range[] {
  const parts: Range[] = [];
  let start = range.start;
  while (escapedLength(text, { start, end: range.end }) > room) {
    // Escaping at most doubles a text, so half the room always fits.
    const end = start + beginning(text.slice(start, range.end), Math.floor(room / 2)).length;
    if (end === start) break;
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: range.end }];
}

function escapedLength(text: string, { start, end }: Range): number {
  return escapeMarkdown(text.slice(start, end)).length;
}
