// Sections and values -> the text of an interview file. A value that was not found is a line that the validator refuses.
import { stringify } from 'yaml';
import { REQUIRED_IN_INTERVIEW } from '../../knowledge/article.ts';
import { KEYS as ALL_KEYS, type Key } from '../../knowledge/front-matter.ts';
import type { ExchangeFound } from './exchanges.ts';
import type { Paragraph } from './paragraphs.ts';

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
