// A source that is an interview file already: it stays as it is, and the report says what it holds and what is wrong with it.
import { parseInterview } from '../../knowledge/parse.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import type { Options } from './ingest.ts';
import type { Kept, Report } from './report.ts';

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
