// Values in front matter that YAML would cut or change (`Chat #7`, `a: b`, a leading `@`): each is found, and quoted for the
// rest of the reading, so that one slip hides no other.
import { isScalar, parseDocument } from 'yaml';

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
export function quoteValues(yaml: string, names: ReadonlySet<string>): QuotedValues {
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
