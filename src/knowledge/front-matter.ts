// Front matter: YAML -> the printed values, or every problem with its line.
import { isAlias, isMap, isScalar, LineCounter, type Pair, parseDocument, visit, type YAMLMap } from 'yaml';
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

export interface ValueFault {
  /** 0-based line of the YAML. */
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

export interface QuotedValues {
  /** The YAML with the same lines, each faulty value in quotation marks. */
  readonly yaml: string;
  readonly faults: readonly ValueFault[];
}

/** Characters; a longer value is a slip of another kind, and fills the screen. */
const LONGEST_SHOWN = 300;
/** A key, a colon of either width, and all behind it. */
const PAIR = /^([ \t]*(?:- )?)([a-z]+)[ \t]*([:：])(.*)$/;
/** A `#` opens a remark only where white space stands on both sides, or where nothing else stands before it. */
const REMARK = /(?:^|[ \t]+)#(?:[ \t].*|$)/;
const REMARK_BEHIND = /[ \t]+#[ \t].*$/;
/** One whole quoted value, and at most a remark behind it. */
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:[ \t]+#.*)?[ \t]*$/;

/** @param names the last parts of the known keys: other lines are left to the reader of the whole */
function quoteValues(yaml: string, names: ReadonlySet<string>): QuotedValues {
  const faults: ValueFault[] = [];
  const lines = yaml.split('\n');
  const quoted = lines.map((line, index) => {
    const [, indent = '', name = '', colon = '', rest = ''] = PAIR.exec(line) ?? [];
    if (!names.has(name) || goesOn(lines, index, indent.length)) return line;
    const text = printedText(rest);
    const fault = faultOf({ name, colon, rest, text });
    if (fault === undefined) return line;
    const mended = `${name}: ${inQuotes(text)}`;
    const mend = mended.length > LONGEST_SHOWN ? 'Put it in quotation marks.' : `Write \`${mended}\`.`;
    faults.push({ line: index, what: fault, mend });
    return `${indent}${mended}`;
  });
  return { yaml: quoted.join('\n'), faults };
}

/** Whether the value goes on in the lines below, which are indented further; in a block of text even a `#` is text. */
function goesOn(lines: readonly string[], index: number, indent: number): boolean {
  const next = lines[index + 1] ?? '';
  if (next.trim().startsWith('#') && !/[|>][+-]?$/.test(lines[index] ?? '')) return false;
  return next.trim() !== '' && next.search(/[^ \t]/) > indent;
}

/** What an editor means to be the value: all but a remark. */
function printedText(rest: string): string {
  const value = rest.trim();
  if (QUOTED.test(value)) return value;
  if (value.startsWith('#')) return value.replace(REMARK, '');
  return value.replace(REMARK_BEHIND, '').trimEnd();
}

interface Value {
  readonly name: string;
  readonly colon: string;
  readonly rest: string;
  readonly text: string;
}

function faultOf({ name, colon, rest, text }: Value): string | undefined {
  if (text === '' && colon === ':') return undefined;
  if (colon === '：') return `\`${name}\` stands before a full-width colon.`;
  if (!/^[ \t]/.test(rest)) return `\`${name}\` has no space behind its colon.`;
  if (QUOTED.test(text)) return undefined;
  const read = readAlone(text);
  if (read === text) return undefined;
  if (read === undefined || read === '') return `YAML cannot read the value of \`${name}\` as it is written.`;
  return `YAML would read only “${read}” as \`${name}\`.`;
}

/** The characters that YAML takes for the value; undefined where it takes something else for it. */
function readAlone(text: string): string | undefined {
  const { contents, errors } = parseDocument(`- ${text}`, { schema: 'core', prettyErrors: false });
  if (errors.length > 0 || !contents || !('items' in contents)) return undefined;
  const [node] = contents.items;
  if (!isScalar(node) || node.value === null || node.type !== 'PLAIN') return undefined;
  return node.source;
}

function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
