// What operators see. /status: what is loaded, how long it has run, what came of the questions, which limits hold. /gaps: what
// members asked and the interviews left open, each with the words that come nearest.
import { createHash } from 'node:crypto';
import type { Library } from '../../answer/library.ts';
import { findSection, interviewOf } from '../../answer/quotation.ts';
import type { SectionRef } from '../../answer/reply.ts';
import type { Interview } from '../../knowledge/interview.ts';
import { cut } from '../../wording/formats.ts';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import { ofWhom, sectionLabel, titleLabel } from '../../wording/present.ts';
import {
  gapLine,
  type MostAsked,
  OPEN_KINDS,
  type Survey,
  type SurveyedGap,
} from '../../wording/unanswered.ts';
import { type Assignment, writeShards } from '../connection/client.ts';
import type { DeskShelf } from '../desk/desk.ts';
import type { BotStatus } from '../desk/journal.ts';
import { LOSSES } from '../desk/vitals.ts';
import type { CardBlock, Outgoing } from '../sending/card.ts';

export interface StatusRequest {
  readonly shelf: DeskShelf;
  readonly status: BotStatus;
  /** From 0. */
  readonly shard: number;
  readonly assignment: Assignment;
}

/** Hexadecimal digits: enough to tell two versions of a file apart by eye. */
const HASH_DIGITS = 12;
const MINUTE_MS = 60_000;

export function statusCard(request: StatusRequest, locale: Locale): Outgoing {
  const { status } = request;
  const words = wordingFor(locale).discord.status;
  const blocks: readonly CardBlock[] = [
    { kind: 'label', text: words.interviews },
    { kind: 'list', items: knowledgeLines(request, locale) },
    { kind: 'label', text: words.bot },
    { kind: 'list', items: botLines(request, locale) },
    { kind: 'label', text: words.questions },
    { kind: 'text', text: ratesLine(status.counts, locale) },
    ...lostBlocks(status.lost, locale),
    { kind: 'label', text: words.limits },
    { kind: 'list', items: limitLines(status.limits, locale) },
  ];
  return { cards: [{ title: words.title, blocks }], rows: [] };
}

function knowledgeLines({ shelf, status }: StatusRequest, locale: Locale): readonly string[] {
  const words = wordingFor(locale).discord.status;
  const answering = status.now - shelf.since;
  return [
    ...shelf.library.interviews.map((interview) => interviewLine(interview, locale)),
    words.knowledge(shelf.version, ...lasted(answering)),
    ...(shelf.problems.length === 0 ? [] : [words.problems(shelf.problems.length)]),
  ];
}

function interviewLine(interview: Interview, locale: Locale): string {
  const wording = wordingFor(locale);
  const hash = createHash('sha256').update(JSON.stringify(interview)).digest('hex').slice(0, HASH_DIGITS);
  return wording.discord.status.interview(
    titleLabel(interview, locale),
    wording.date(interview.article.date),
    hash,
  );
}

function botLines({ status, shard, assignment }: StatusRequest, locale: Locale): readonly string[] {
  const words = wordingFor(locale).discord.status;
  return [
    words.version(status.version),
    words.uptime(...lasted(status.uptime)),
    words.shard(shard + 1, assignment.count),
    ...(assignment.ids.length < assignment.count
      ? [words.process(writeShards(assignment.ids), assignment.count)]
      : []),
  ];
}

/** Milliseconds as days, hours and minutes. */
function lasted(milliseconds: number): readonly [days: number, hours: number, minutes: number] {
  const minutes = Math.floor(milliseconds / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  return [Math.floor(hours / 24), hours % 24, minutes % 60];
}

function ratesLine(counts: BotStatus['counts'], locale: Locale): string {
  const { status } = wordingFor(locale).discord;
  const total = counts.answer + counts.suggest + counts.abstain;
  if (total === 0) return status.noQuestions;
  const { answer, suggest, abstain } = counts;
  return status.rates(total, { answer: answer / total, suggest: suggest / total, abstain: abstain / total });
}

/** Nothing where nothing was lost. */
function lostBlocks(lost: BotStatus['lost'], locale: Locale): readonly CardBlock[] {
  const words = wordingFor(locale).discord.status;
  const items = LOSSES.filter((loss) => lost[loss] > 0).map((loss) => words.lostAnswers(loss, lost[loss]));
  if (items.length === 0) return [];
  return [
    { kind: 'label', text: words.lost },
    { kind: 'list', items },
  ];
}

function limitLines(
  { memberPerMinute, channelPerMinute }: BotStatus['limits'],
  locale: Locale,
): readonly string[] {
  const { status } = wordingFor(locale).discord;
  return [
    memberPerMinute === 0 ? status.noLimit.member : status.perMember(memberPerMinute),
    channelPerMinute === 0 ? status.noLimit.channel : status.perChannel(channelPerMinute),
  ];
}

export interface GapsRequest {
  readonly library: Library;
  readonly survey: Survey;
  readonly most: MostAsked;
  readonly locale: Locale;
}

/** Gaps that a message shows: with their nearest words, as many as fit. */
const MOST_SHOWN = 10;
/** UTF-16 units of a member's question, reason and remark: enough to know it again. */
const LONGEST_SHOWN = 120;

export function gapsCard(request: GapsRequest): Outgoing {
  const { title } = wordingFor(request.locale).discord.gaps;
  return {
    cards: [{ title, blocks: [...totals(request), ...openGaps(request), ...mostAsked(request)] }],
    rows: [],
  };
}

function totals({ survey, locale }: GapsRequest): readonly CardBlock[] {
  const { survey: words, discord } = wordingFor(locale);
  const kinds = [...OPEN_KINDS, 'helped'] as const;
  const items = kinds.map((kind) => {
    const { now, before } = survey.weeks[kind];
    return `${words.total[kind]}: ${now} / ${before}`;
  });
  return [
    { kind: 'label', text: discord.gaps.weeks },
    { kind: 'list', items },
  ];
}

function openGaps(request: GapsRequest): readonly CardBlock[] {
  const { survey, locale } = request;
  const words = wordingFor(locale).discord.gaps;
  if (survey.gaps.length === 0) return [{ kind: 'text', text: words.none }];
  const shown = survey.gaps.slice(0, MOST_SHOWN);
  const homes = [...new Set(shown.map(({ interview }) => interview))];
  const rest = [
    ...(survey.gaps.length > shown.length ? [words.more(survey.gaps.length - shown.length)] : []),
    ...(survey.rarer > 0 ? [words.rarer(survey.rarer)] : []),
  ];
  return [
    ...homes.flatMap((id) =>
      gapsOf(
        request,
        id,
        shown.filter(({ interview }) => interview === id),
      ),
    ),
    ...rest.map((text): CardBlock => ({ kind: 'small', text })),
  ];
}

function gapsOf(
  { library, survey, locale }: GapsRequest,
  id: string | undefined,
  gaps: readonly SurveyedGap[],
): readonly CardBlock[] {
  const words = wordingFor(locale).discord.gaps;
  const interview = library.interviews.find((own) => own.id === id);
  const all = survey.gaps.filter((own) => own.interview === id).length;
  const title = interview ? titleLabel(interview, locale) : words.anyInterview;
  return [
    { kind: 'label', text: words.ofInterview(title, all) },
    ...gaps.map((gap): CardBlock => gapBlock(gap, locale)),
  ];
}

/** With the nearest words as a quotation, which is checked before it is sent. */
function gapBlock(gap: SurveyedGap, locale: Locale): CardBlock {
  const wording = wordingFor(locale);
  const { opinion, gaps } = wording.discord;
  const said = [...gap.reasons.map((reason) => opinion.reasons[reason]), ...gap.remarks.slice(0, 1)];
  const label = [
    `${cut(gap.question, LONGEST_SHOWN)} (${gapLine(gap, wording)})`,
    ...said.map((text) => cut(text, LONGEST_SHOWN)),
  ].join(' · ');
  if (gap.words) return { kind: 'offers', offers: [{ label, quotation: gap.words }] };
  return { kind: 'list', items: [`${label} · ${gaps.nothingNear}`] };
}

function mostAsked({ library, most, locale }: GapsRequest): readonly CardBlock[] {
  const wording = wordingFor(locale);
  const { questions, passages } = wording.discord.gaps;
  const block = (text: string, items: readonly string[]): readonly CardBlock[] =>
    items.length === 0
      ? []
      : [
          { kind: 'label', text },
          { kind: 'list', items },
        ];
  const line = (text: string, weeks: MostAsked['questions'][number]['weeks']) =>
    `${cut(text, LONGEST_SHOWN)} (${wording.survey.weeks(weeks)})`;
  return [
    ...block(
      questions,
      most.questions.map(({ what, weeks }) => line(what, weeks)),
    ),
    ...block(
      passages,
      most.passages.map(({ what, weeks }) => line(placeOf(library, what, locale), weeks)),
    ),
  ];
}

function placeOf({ interviews }: Library, source: SectionRef, locale: Locale): string {
  const interview = interviewOf(interviews, source);
  const section = interview && findSection(interview, source);
  const label = section ? sectionLabel(interview, section, locale) : wordingFor(locale).section.article;
  return ofWhom(label, source.interview, { interviews, locale });
}
