// All measurements -> one Markdown page.
import type { BotComparison, BotFigures } from './bot-job.ts';
import type { CostResult } from './cost-job.ts';
import { type CostedSize, sizeName } from './costed-size.ts';
import type { Outcome } from './outcome.ts';
import type { PublicSetName } from './public-set.ts';
import type { QualityResult } from './quality-job.ts';
import { markdownTable, megabytes, milliseconds, percent, seconds, whole } from './tables.ts';

export interface Report {
  readonly length: 'full' | 'quick';
  /** ISO 8601 calendar date. */
  readonly date: string;
  /** Processor, memory, system, Node. */
  readonly machine: string;
  /** Name and version of each package compared. */
  readonly versions: readonly string[];
  readonly settings: readonly Entry<string>[];
  readonly quality: readonly Entry<Outcome<QualityResult>>[];
  readonly costs: readonly CostTable[];
  readonly bots: Outcome<BotComparison>;
  /** Bytes on disk of what `npm ci --omit=dev` installs. */
  readonly install: Outcome<number>;
}

export interface Entry<T> {
  readonly engine: string;
  readonly value: T;
}

export interface CostTable {
  readonly size: CostedSize;
  readonly entries: readonly Entry<Outcome<CostResult>>[];
}

export function reportPage(report: Report): string {
  const { date, machine, versions, length } = report;
  const short = length === 'quick' ? ' Short version: fewer questions, and not the largest collection.' : '';
  return [
    `Measured on ${date} with \`npm run benchmark\`: ${machine}.${short}`,
    `Peers: ${versions.join(', ')}.`,
    '## Answers',
    QUALITY_NOTE,
    qualityTable(report.quality),
    '## Cost',
    COST_NOTE,
    ...report.costs.flatMap(({ size, entries }) => [
      `### ${capitalised(sizeName(size))}`,
      costTable(entries),
    ]),
    '## The whole bot',
    BOT_NOTE,
    botTable(report.bots),
    installLine(report.install),
    '## Settings',
    report.settings.map(({ engine, value }) => `- ${engine}: ${value}.`).join('\n'),
  ].join('\n\n');
}

const QUALITY_NOTE = [
  'Shares in %. Our interview: judged questions that nobody tuned on, in simplified and traditional Chinese, English',
  'and both; every engine has the other wordings, the members’ questions and the translation too, only ours the lexicon',
  'and the questions that are not covered. XQuAD: Chinese',
  'questions on Chinese passages, English on English, English on Chinese, without lexicon or translation. “Right”: the',
  'right section or passage comes first; “excerpt”: and the excerpt holds the words that answer. A peer’s excerpt is the',
  'sentence that the same peer finds best among that passage’s, with its better neighbour. “Uncovered”: questions that',
  'the interview does not answer, answered all the same (less is better). “Length”: characters of an excerpt.',
].join('\n');

const COST_NOTE = [
  'Our interview as above, with its lexicon, translation, members’ questions and judged questions; else Chinese passages of',
  'XQuAD in interviews of 100 exchanges, from 240 on copied with made-up words of their own, and its Chinese questions.',
  'Each line in a process of its own: “load” reads modules and data, “build” makes the index, “resident” and “live” are',
  'what the process and its heap hold more than before loading. Of five times that a question is asked the fastest counts;',
  'a slow engine is asked fewer questions.',
].join('\n');

const BOT_NOTE = [
  'The real client on a simulated Discord on loopback, our interview loaded; the same questions in turn to our bot and',
  'to one that only says “pong”. Ready: from the start of the process until the commands are registered (median).',
].join('\n');

function qualityTable(entries: Report['quality']): string {
  const header = [
    'engine',
    ...['interview: right', 'excerpt', 'length', 'uncovered'],
    ...['XQuAD zh: right', 'excerpt', 'en: right', 'excerpt', 'en→zh: right', 'excerpt'],
  ];
  return markdownTable(
    header,
    entries.map(({ engine, value }) => [engine, ...(value.ok ? qualityCells(value.value) : [value.reason])]),
  );
}

function qualityCells({ interview, answeredUncovered, sets }: QualityResult): readonly string[] {
  const cells = (name: PublicSetName) => [percent(sets[name]?.right), percent(sets[name]?.decisive)];
  return [
    ...[percent(interview.right), percent(interview.decisive), whole(interview.length)],
    percent(answeredUncovered),
    ...[...cells('zh'), ...cells('en'), ...cells('en-zh')],
  ];
}

function costTable(entries: CostTable['entries']): string {
  const header = ['engine', 'load ms', 'build s', 'resident MB', 'live MB', 'p50 ms', 'p99 ms', 'questions'];
  return markdownTable(
    header,
    entries.map(({ engine, value }) => [engine, ...(value.ok ? costCells(value.value) : [value.reason])]),
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function costCells({ load, build, resident, live, p50, p99, asked }: CostResult): readonly string[] {
  return [
    ...[whole(load), seconds(build), megabytes(resident), megabytes(live)],
    ...[milliseconds(p50), milliseconds(p99), whole(asked)],
  ];
}

function botTable(bots: Outcome<BotComparison>): string {
  if (!bots.ok) return `Not measured: ${bots.reason}.`;
  const { ours, pong } = bots.value;
  const row = (label: string, cell: (figures: BotFigures) => string) => [label, cell(ours), cell(pong)];
  return markdownTable(
    ['', 'Verbatim', 'pong'],
    [
      row('ready, s', ({ ready }) => seconds(ready)),
      row('resident when ready, MB', ({ residentReady }) => megabytes(residentReady)),
      row('resident after the questions, MB', ({ residentAfter }) => megabytes(residentAfter)),
      row('message: dispatch to request p50, ms', ({ message }) => milliseconds(message.p50)),
      row('message: p99, ms', ({ message }) => milliseconds(message.p99)),
      row('command: dispatch to request p50, ms', ({ command }) => milliseconds(command.p50)),
      row('command: p99, ms', ({ command }) => milliseconds(command.p99)),
      row('questions on each', ({ message }) => whole(message.asked)),
    ],
  );
}

function installLine(install: Outcome<number>): string {
  return install.ok
    ? `\`npm ci --omit=dev\` puts ${megabytes(install.value)} MB on disk.`
    : `The size of \`npm ci --omit=dev\` was not measured: ${install.reason}.`;
}
