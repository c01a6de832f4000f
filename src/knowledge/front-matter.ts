// Front matter: YAML -> the printed values, or every problem with its line.
import { isAlias, isMap, isScalar, LineCounter, type Pair, parseDocument, visit, type YAMLMap } from 'yaml';
import { quoteValues } from './plain-values.ts';
import type { Problem } from './problem.ts';
import { isBlank } from './unseen.ts';

export interface FrontMatter {
  readonly values: ReadonlyMap<Key, string>;
  /** Keys that stand there with nothing behind them. */
  readonly empty: ReadonlySet<Key>;
  /** 1-based line of each key in the file. */
  readonly lines: ReadonlyMap<Key, number>;
}

/** In the order in which they are written. */
export const KEYS = [
  'title',
  'interviewee.name',
  'interviewee.role',
  'publication',
  'author',
  'dateline',
  'subtitle',
  'date',
  'language',
  'series',
  'event',
  'url',
  'translator',
] as const;

export type Key = (typeof KEYS)[number];

/** The keys as they stand in a line. */
const NAMES = new Set(KEYS.map((key) => key.slice(key.indexOf('.') + 1)));

interface Source {
  readonly file: string;
  readonly yaml: string;
  /** 1-based line of the file on which the YAML starts. */
  readonly line: number;
}

type Report = (offset: number, what: string, mend: string) => void;

/** Reads the mapping; problems are added to `problems`, readable keys are returned all the same. */
export function readFrontMatter(source: Source, problems: Problem[]): FrontMatter {
  const counter = new LineCounter();
  const lineAt = (offset: number): number => source.line - 1 + counter.linePos(offset).line;
  const report: Report = (offset, what, mend) =>
    problems.push({ file: source.file, line: lineAt(offset), what, mend });
  const values = new Map<Key, string>();
  const empty = new Set<Key>();
  const lines = new Map<Key, number>();
  const quoted = quoteValues(source.yaml, NAMES);
  const root = parseMapping(quoted.yaml, counter, report);
  for (const { line, what, mend } of quoted.faults)
    problems.push({ file: source.file, line: source.line + line, what, mend });
  if (root) {
    readMapping(root, '', {
      report,
      accept: (key, value, offset) => {
        if (value === undefined) empty.add(key);
        else values.set(key, value);
        lines.set(key, lineAt(offset));
      },
    });
  }
  return { values, empty, lines };
}

function parseMapping(yaml: string, counter: LineCounter, report: Report): YAMLMap | undefined {
  const document = parseDocument(yaml, { schema: 'core', lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    // Only the first: in YAML one slip makes many errors after it.
    report(error.pos[0], `The front matter is not valid YAML (${error.message}).`, 'Mend this line.');
    return undefined;
  }
  let hasAlias = false;
  visit(document, {
    Alias: (_key, alias) => {
      hasAlias = true;
      report(alias.range?.[0] ?? 0, 'The front matter uses a YAML alias.', 'Write the value out.');
      return visit.BREAK;
    },
  });
  if (hasAlias) return undefined;
  if (isMap(document.contents)) return document.contents;
  report(0, 'The front matter is not a mapping of keys to values.', 'Write one `key: value` a line.');
  return undefined;
}

interface Sink {
  readonly report: Report;
  /** Without a value where nothing stands behind the key. */
  readonly accept: (key: Key, value: string | undefined, offset: number) => void;
}

function readMapping(map: YAMLMap, prefix: string, sink: Sink): void {
  for (const pair of map.items) readPair(pair, prefix, sink);
}

function readPair(pair: Pair, prefix: string, sink: Sink): void {
  const name = isScalar(pair.key) ? String(pair.key.value) : '';
  const offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  const path = `${prefix}${name}`;
  if (path === 'interviewee') {
    if (isMap(pair.value)) readMapping(pair.value, 'interviewee.', sink);
    else if (isEmpty(pair.value)) sink.accept('interviewee.name', undefined, offset);
    else sink.report(offset, '`interviewee` is not a mapping.', 'Write `name:` below it, indented.');
    return;
  }
  if (!isKey(path)) {
    const known = KEYS.filter((key) => key.startsWith(prefix)).join(', ');
    sink.report(offset, `\`${path}\` is not a known key.`, `Correct the name or remove it; known: ${known}.`);
    return;
  }
  const value = printedValue(pair.value);
  if (value === undefined && !isEmpty(pair.value))
    sink.report(offset, `\`${path}\` has no text.`, 'Write a text, or remove the key.');
  else sink.accept(path, value, offset);
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && isBlank(node.source ?? ''));
}

/** The text as the editor wrote it: a number or a date stays the characters of the file. */
function printedValue(node: unknown): string | undefined {
  if (!isScalar(node) || isAlias(node) || node.value === null) return undefined;
  const text = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  return isBlank(text) ? undefined : text.trim();
}

function isKey(path: string): path is Key {
  return (KEYS as readonly string[]).includes(path);
}
