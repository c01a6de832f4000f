// What became of each line of the source, for an editor to read: kept, left out with the reason, unsure, to fill in.
import type { LeftOut, Reading, Remark } from './block.ts';

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
