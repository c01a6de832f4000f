// The whole answer, in pages where Discord's limits demand it, with the quoted words in bold type.
import { wholeSection } from '../../answer/chosen-section.ts';
import type { Library } from '../../answer/library.ts';
import { findSection, interviewOf, translationInto } from '../../answer/quotation.ts';
import type { Answer, SectionRef } from '../../answer/reply.ts';
import type { Interview, Range, Section } from '../../knowledge/interview.ts';
import { wordingFor } from '../../wording/catalogue.ts';
import { type Locale, readerOf } from '../../wording/locale.ts';
import type { Block, Button, Outgoing, Row } from '../card.ts';
import { writeControl } from '../custom-id.ts';
import { answerCard } from './answer.ts';
import { leavesOf } from './leaves.ts';

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
  const pages = pagesOf({ interview, section, answer }, request);
  const page = Math.min(request.page, pages.length - 1);
  const card = answerCard(answer, locale);
  const label = pages.length > 1 ? ` · ${wordingFor(locale).discord.page(page + 1, pages.length)}` : '';
  return {
    cards: [{ ...card, blocks: pages[page] ?? [], footer: `${card.footer ?? ''}${label}` }],
    rows: turning(request, page, pages.length),
  };
}

interface Whole {
  readonly interview: Interview;
  readonly section: Section;
  readonly answer: Answer;
}

/** Our translation first, where the reader has one; then the original. One page where both fit. */
function pagesOf({ interview, section, answer }: Whole, { locale, range }: FullAnswerRequest) {
  const wording = wordingFor(locale);
  const original = leavesOf({ ...section, whole: range, room: PAGE_ROOM }).map((leaf): readonly Block[] => {
    const quotation = {
      source: answer.quotation.source,
      ...leaf,
      text: section.text.slice(leaf.start, leaf.end),
    };
    return [{ kind: 'verbatim', quotation, emphasis: range }];
  });
  const translation = translationInto(interview, readerOf(locale));
  const own = translation?.sections[interview.sections.indexOf(section)];
  if (!translation || !own) return original;
  const labelled = original.map((blocks): readonly Block[] => [
    { kind: 'label', text: wording.originalWords },
    ...blocks,
  ]);
  const leaves = leavesOf({ ...own, whole: { start: 0, end: 0 }, room: PAGE_ROOM });
  const ours = leaves.map(({ start, end }): readonly Block[] => [
    { kind: 'label', text: wording.translationBy(translation.translator) },
    { kind: 'quote', text: own.text.slice(start, end) },
  ]);
  const fitsOne = own.text.length + section.text.length <= PAGE_ROOM && ours.length + labelled.length === 2;
  return fitsOne ? [[...ours, ...labelled].flat()] : [...ours, ...labelled];
}

function turning({ source, range, locale }: FullAnswerRequest, page: number, pages: number): readonly Row[] {
  if (pages === 1) return [];
  const { buttons } = wordingFor(locale).discord;
  const turn = (to: number, label: string): Button => {
    const disabled = to < 0 || to >= pages;
    return { id: writeControl({ kind: 'leaf', source, range, page: to < 0 ? pages : to }), label, disabled };
  };
  return [{ kind: 'buttons', buttons: [turn(page - 1, buttons.previous), turn(page + 1, buttons.next)] }];
}
