// What ingest hands over. Sections and values -> the text of an interview file, in which a value that was not found is a line that the
// validator refuses; a source that is such a file already, which stays as it is; and what became of each line of the source, for an
// editor to read: kept, left out with the reason, unsure, to fill in.
import { stringify } from 'yaml';
import { REQUIRED_IN_INTERVIEW } from '../../knowledge/article.ts';
import { KEYS as ALL_KEYS, type Key } from '../../knowledge/front-matter.ts';
import { parseInterview } from '../../knowledge/parse.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import type { LeftOut, Paragraph, Reading, Remark } from './block.ts';
import type { ExchangeFound } from './exchanges.ts';
import type { Options } from './ingest.ts';

export interface Content {
  readonly values: Partial<Readonly<Record<Key, string>>>;
  /** What was seen of a value that was not found whole. */
  readonly hints: Partial<Readonly<Record<Key, string>>>;
  readonly introduction: readonly Paragraph[];
  readonly exchanges: readonly ExchangeFound[];
  readonly biography: readonly Paragraph[];
}

/** Those of an interview, in the order in which they are written. */
export const KEYS = ALL_KEYS.filter((key) => key !== 'translator');

/** The required keys that have no value. */
export function missingKeys(values: Content['values']): readonly Key[] {
  return REQUIRED_IN_INTERVIEW.filter((key) => values[key] === undefined);
}

export function composeFile(content: Content): string {
  const parts = [
    ...(content.introduction.length > 0 ? ['## Introduction', ...content.introduction.map(escaped)] : []),
    ...content.exchanges.flatMap(({ question, answer }) => [`## Q: ${question}`, ...answer.map(escaped)]),
    ...(content.biography.length > 0 ? ['## Biography', ...content.biography.map(escaped)] : []),
  ];
  return `---\n${KEYS.flatMap((key) => frontMatterLines(key, content)).join('\n')}\n---\n\n${parts.join('\n\n')}\n`;
}

function frontMatterLines(key: (typeof KEYS)[number], { values, hints }: Content): readonly string[] {
  const value = values[key];
  const name = key.replace('interviewee.', '  ');
  const head = key === 'interviewee.name' ? ['interviewee:'] : [];
  // A date stays as it is: in the core schema it is a text.
  if (value !== undefined) return [...head, `${name}: ${stringify(value, { lineWidth: 0 }).trimEnd()}`];
  const hint = hints[key] === undefined ? '' : `: ${hints[key]}`;
  return REQUIRED_IN_INTERVIEW.includes(key) ? [...head, `${name}: # ? not found${hint}`] : [];
}

/** What would be read as structure, or looks as if it were meant so. */
const STRUCTURE = /^\s*(?:#|\\|-{3}|[-*+•–]\s*asked as|\*{1,2}\s*Q\s*:)/i;

function escaped({ text }: Paragraph): string {
  return text
    .split('\n')
    .map((line) => (STRUCTURE.test(line) ? `\\${line}` : line))
    .join('\n');
}

/** Front matter, and questions as the format writes them, which no other Markdown has. */
export function isInterviewFile(text: string): boolean {
  return /^---[ \t]*\r?\n/.test(text) && /^## Q:/m.test(text) && /\n---[ \t]*\r?\n/.test(text);
}

export interface OwnFile {
  readonly text: string;
  readonly encoding: string;
}

/** Its text, `asked as` lines and all; a value given with `--set` is not written, and said to be so. */
export function takeInterviewFile({ text, encoding }: OwnFile, { file, values = {} }: Options) {
  const parsed = parseInterview(text, file);
  const given = Object.keys(values).map(
    (key) =>
      `${file}:1: --set ${key} changes nothing: it is an interview file already. Change its front matter.`,
  );
  const report: Report = {
    source: `interview file, ${encoding}`,
    unit: 'line',
    voices: 'it has the form of an interview file, and was left as it is',
    exchanges: text.match(/^## Q:/gm)?.length ?? 0,
    kept: keptIn(text),
    leftOut: [],
    unsure: [],
    problems: [...given, ...(parsed.ok ? [] : parsed.problems.map(formatProblem))],
  };
  return { ok: true, wasFinished: true, text, report } as const;
}

function keptIn(text: string): readonly Kept[] {
  const lines = text.trimEnd().split(/\r\n|\n|\r/);
  const starts = lines.flatMap((line, at) => (line.startsWith('## ') ? [at + 1] : []));
  let question = 0;
  return [1, ...starts].map((line, at) => {
    const heading = lines[line - 1] ?? '';
    if (heading.startsWith('## Q:')) question += 1;
    const named = heading.startsWith('## Q:') ? `exchange ${question}` : heading.slice(3).toLowerCase();
    return { line, last: (starts[at] ?? lines.length + 1) - 1, what: at === 0 ? 'front matter' : named };
  });
}

export interface Kept {
  readonly line: number;
  readonly last: number;
  readonly what: string;
}

export interface Report {
  /** What was read: the kind of source and its encoding. */
  readonly source: string;
  readonly unit: Reading['unit'];
  /** What tells the voices apart. */
  readonly voices: string;
  readonly exchanges: number;
  readonly kept: readonly Kept[];
  readonly leftOut: readonly LeftOut[];
  readonly unsure: readonly Remark[];
  /** What makes the status 1: values to fill in, cues that overlap, lines that the validator refuses. */
  readonly problems: readonly string[];
}

/** Characters of a line that is left out, to know it again by. */
const EXCERPT = 60;

export interface ReportLines {
  readonly kept: readonly string[];
  /** Runs of lines left out for one reason are shown by their first. */
  readonly leftOut: readonly string[];
  readonly unsure: readonly string[];
}

/** One line an entry, with its place in the source. */
export function reportLines({ unit, kept, leftOut, unsure }: Report): ReportLines {
  const place = (line: number, last: number) =>
    line === last ? `${unit} ${line}` : `${unit}s ${line}-${last}`;
  return {
    kept: kept.map(({ line, last, what }) => `${place(line, last)}: ${what}`),
    leftOut: runsOf(leftOut).map((run) => `${place(run.line, run.last)}: ${run.reason}: ${run.text}`),
    unsure: unsure.map(({ line, what }) => `${place(line, line)}: ${what}`),
  };
}

export function reportSummary({ source, exchanges, voices }: Report): string {
  return `${source}; ${exchanges} ${exchanges === 1 ? 'exchange' : 'exchanges'}; ${voices}`;
}

export function reportText(name: string, report: Report): string {
  const { kept, leftOut, unsure } = reportLines(report);
  const blocks = [
    [`${name}: ${reportSummary(report)}`],
    ['Kept', ...kept.map(indented)],
    ['Left out', ...leftOut.map(indented)],
    ['Unsure', ...unsure.map(indented)],
    ['To do', ...report.problems.map(indented)],
  ];
  return blocks
    .filter(([, ...lines], at) => at === 0 || lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n');
}

function indented(line: string): string {
  return `  ${line}`;
}

interface Run {
  readonly line: number;
  readonly last: number;
  readonly reason: string;
  readonly text: string;
}

function runsOf(leftOut: readonly LeftOut[]): readonly Run[] {
  const runs: { line: number; last: number; reason: string; text: string; count: number }[] = [];
  for (const { line, last: end = line, text, reason } of leftOut) {
    const last = runs.at(-1);
    if (last && last.reason === reason) {
      last.last = end;
      last.count += 1;
    } else runs.push({ line, last: end, reason, text: excerpt(text), count: 1 });
  }
  return runs.map(({ count, text, ...run }) => ({
    ...run,
    text: count > 1 ? `${text} (and ${count - 1} more)` : text,
  }));
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const characters = Array.from(line);
  return characters.length <= EXCERPT ? line : `${characters.slice(0, EXCERPT).join('')}…`;
}

/** Neighbouring blocks that were kept as the same thing are one entry. */
export function keptRuns(
  lines: readonly { readonly line: number; readonly last?: number; readonly what: string }[],
): readonly Kept[] {
  const runs: { line: number; last: number; what: string }[] = [];
  for (const { line, last: end = line, what } of lines) {
    const last = runs.at(-1);
    if (last && last.what === what) last.last = end;
    else runs.push({ line, last: end, what });
  }
  return runs;
}
