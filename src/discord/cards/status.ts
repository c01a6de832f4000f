// /status: what is loaded, how long it has run, what came of the questions, which limits hold.
import { createHash } from 'node:crypto';
import type { Interview } from '../../knowledge/interview.ts';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import { titleLabel } from '../../wording/present.ts';
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
