// Sections and values -> the text of an interview file, in which a value that was not found is a line that the validator refuses;
// and a source that is such a file already, which stays as it is.
import { stringify } from 'yaml';
import { REQUIRED_IN_INTERVIEW } from '../../knowledge/article.ts';
import { KEYS as ALL_KEYS, type Key } from '../../knowledge/front-matter.ts';
import { parseInterview } from '../../knowledge/parse.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import type { Paragraph } from './block.ts';
import type { ExchangeFound } from './exchanges.ts';
import type { Options } from './ingest.ts';
import type { Kept, Report } from './report.ts';

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
