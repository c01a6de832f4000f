// /status: what is loaded, how long it has run, what came of the questions, which limits hold.
import { createHash } from 'node:crypto';
import type { Interview } from '../../knowledge/interview.ts';
import { wordingFor } from '../../wording/catalogue.ts';
import { titleLabel } from '../../wording/interview-labels.ts';
import type { Locale } from '../../wording/locale.ts';
import type { Block, Outgoing } from '../card.ts';
import type { Desk } from '../desk.ts';
import type { Counts } from '../tally.ts';

export interface Shard {
  /** From 0. */
  readonly id: number;
  readonly total: number;
}

/** Hexadecimal digits: enough to tell two versions of a file apart by eye. */
const HASH_DIGITS = 12;
const MINUTE_MS = 60_000;

export function statusCard(desk: Desk, locale: Locale, shard: Shard): Outgoing {
  const { status } = wordingFor(locale).discord;
  const blocks: readonly Block[] = [
    { kind: 'label', text: status.interviews },
    { kind: 'list', items: desk.library.interviews.map((interview) => interviewLine(interview, locale)) },
    { kind: 'label', text: status.bot },
    { kind: 'list', items: botLines(desk, locale, shard) },
    { kind: 'label', text: status.questions },
    { kind: 'text', text: ratesLine(desk.tally.counts(), locale) },
    { kind: 'label', text: status.limits },
    { kind: 'list', items: limitLines(desk, locale) },
  ];
  return { cards: [{ title: status.title, blocks }], rows: [] };
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

function botLines({ facts, now }: Desk, locale: Locale, { id, total }: Shard): readonly string[] {
  const { status } = wordingFor(locale).discord;
  const minutes = Math.floor((now() - facts.started) / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  return [
    status.version(facts.version),
    status.uptime(Math.floor(hours / 24), hours % 24, minutes % 60),
    status.shard(id + 1, total),
  ];
}

function ratesLine(counts: Counts, locale: Locale): string {
  const { status } = wordingFor(locale).discord;
  const total = counts.answer + counts.suggest + counts.abstain;
  if (total === 0) return status.noQuestions;
  const { answer, suggest, abstain } = counts;
  return status.rates(total, { answer: answer / total, suggest: suggest / total, abstain: abstain / total });
}

function limitLines({ facts }: Desk, locale: Locale): readonly string[] {
  const { status } = wordingFor(locale).discord;
  const { memberPerMinute, channelPerMinute } = facts.limits;
  return [
    memberPerMinute === 0 ? status.noLimit.member : status.perMember(memberPerMinute),
    channelPerMinute === 0 ? status.noLimit.channel : status.perChannel(channelPerMinute),
  ];
}
