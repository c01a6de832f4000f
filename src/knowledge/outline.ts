// Lines -> front matter and headed blocks: the structure of a knowledge file, before anything is known of its content; and lines
// that were meant as structure and are not (`##Q:`, `* asked as:`), which would become the interviewee's words.
import type { Problem } from './problem.ts';
import { isBlank } from './unseen.ts';

export interface Block {
  /** The heading without `## `. */
  readonly heading: string;
  /** 1-based line of the heading. */
  readonly line: number;
  /** `asked as` wordings. */
  readonly askedAs: readonly string[];
  /** Paragraphs joined by one blank line, escapes removed. */
  readonly text: string;
}

export interface Outline {
  readonly frontMatter: { readonly yaml: string; readonly line: number };
  readonly blocks: readonly Block[];
}

const FENCE = '---';
const HEADING = '## ';
const ASKED_AS = '- asked as:';

/** Splits a file; undefined when there is no front matter to hang the rest on. Other problems are added. */
export function readOutline(source: string, file: string, problems: Problem[]): Outline | undefined {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === FENCE);
  if (lines[0]?.trimEnd() !== FENCE || end === -1) {
    const mend = 'Start the file with a line `---`, the keys, and a second line `---`.';
    problems.push({ file, line: 1, what: 'There is no front matter.', mend });
    return undefined;
  }
  const numbered = lines.map((text, index) => ({ text, line: index + 1 })).slice(end + 1);
  const first = numbered.findIndex(({ text }) => text.startsWith(HEADING));
  const preamble = first === -1 ? numbered : numbered.slice(0, first);
  const strays = preamble.filter(({ text }) => !isBlank(text));
  const slips = strays.filter((line) => reportSlip(line, file, problems));
  const [stray] = strays;
  if (stray && slips.length === 0) {
    const mend = 'Put it below `## Introduction`, `## Q: …` or `## Biography`.';
    problems.push({ file, line: stray.line, what: 'There is text before the first heading.', mend });
  }
  const blocks = splitAtHeadings(numbered.slice(preamble.length)).map((part) =>
    readBlock(part, file, problems),
  );
  return { frontMatter: { yaml: lines.slice(1, end).join('\n'), line: 2 }, blocks };
}

interface Line {
  readonly text: string;
  readonly line: number;
}

function splitAtHeadings(lines: readonly Line[]): readonly (readonly Line[])[] {
  const parts: Line[][] = [];
  for (const line of lines) {
    if (line.text.startsWith(HEADING)) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

/** A part of a text keeps the whole in memory: the same in characters of its own. */
function ofItsOwn(text: string): string {
  return text.split('').join('');
}

function readBlock([head, ...body]: readonly Line[], file: string, problems: Problem[]): Block {
  const blank = body.findIndex(({ text }) => text.trim() === '');
  const top = blank === -1 ? body : body.slice(0, blank);
  const wordings = takeWhile(top, ({ text }) => text.startsWith(ASKED_AS));
  const rest = body.slice(wordings.length);
  for (const { line } of wordings.filter(({ text }) => isBlank(text.slice(ASKED_AS.length)))) {
    problems.push({ file, line, what: '`asked as` has no wording.', mend: 'Write one, or remove the line.' });
  }
  reportListTypos(top.slice(wordings.length), file, problems);
  for (const line of rest) reportStructure(line, file, problems);
  return {
    heading: ofItsOwn(head?.text.slice(HEADING.length).trim() ?? ''),
    line: head?.line ?? 1,
    askedAs: wordings.map(({ text }) => text.slice(ASKED_AS.length).trim()),
    text: joinParagraphs(rest.map(({ text }) => (text.startsWith('\\') ? text.slice(1) : text))),
  };
}

const LIST_ITEM = /^\s*[-*+•–][ \u00a0\u3000]/;

/** A list item right below a heading is an `asked as` line with a slip: taken as text it would become the speaker's words. */
function reportListTypos(top: readonly Line[], file: string, problems: Problem[]): void {
  for (const { text, line } of top) {
    if (!LIST_ITEM.test(text) || isStructure(text) || meantAs(text) !== undefined) continue;
    const what = `This line is neither an \`asked as\` line nor the answer: ${shown(text)}`;
    problems.push({ file, line, what, mend: 'Write `- asked as: …`, or put a blank line above the answer.' });
  }
}

function isStructure(text: string): boolean {
  return text.startsWith('# ') || text.trimEnd() === FENCE || text.startsWith(ASKED_AS);
}

function reportStructure(line: Line, file: string, problems: Problem[]): void {
  if (!isStructure(line.text)) {
    reportSlip(line, file, problems);
    return;
  }
  const what = `This line reads as structure: ${shown(line.text)}`;
  problems.push({ file, line: line.line, what, mend: 'Put a backslash before it if it is text.' });
}

/** Whether the line was meant as structure, and is none. */
function reportSlip({ text, line }: Line, file: string, problems: Problem[]): boolean {
  const meant = text.startsWith('\\') ? undefined : meantAs(text);
  if (meant === undefined) return false;
  const what = `\`${shown(text)}\` seems meant as structure, and is written as text.`;
  problems.push({
    file,
    line,
    what,
    mend: `Write \`${meant}\`, or put a backslash before it if it is text.`,
  });
  return true;
}

function joinParagraphs(lines: readonly string[]): string {
  return lines
    .map((line) => (line.trim() === '' ? '' : line))
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function takeWhile<T>(items: readonly T[], accepts: (item: T) => boolean): readonly T[] {
  const end = items.findIndex((item) => !accepts(item));
  return end === -1 ? items : items.slice(0, end);
}

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const WIDE = '＃＊－：＋＞＿';
const NARROW = '#*-:+>_';
const WIDE_MARK = new RegExp(`[${WIDE}]`, 'g');

/** Marks of headings, lists, quotations and emphasis, and what follows them. */
const MARKED = /^([#*_>+=~•·・●○■□▪◦–— -]*)(.*)$/s;
const MEANT_ASKED_AS = /^asked[ _-]*as\b[ *_]*(:?)[ *_]*(.*)$/is;
const PART = /^(introduction|biography)[ :*_#]*$/i;
const QUESTION = /^q\d{0,3}[ *_]*:[ *_]*(.*)$/is;
/** With marks before it, a number or the whole word is meant so, too. */
const MARKED_QUESTION = /^q(?:uestion)? ?\d{0,3}[ *_]*[:.][ *_]*(.*)$/is;
/** Characters of the line that a problem shows. */
const SHOWN = 60;

/** What such a line was to be, as it has to be written; undefined for a line of text, and for structure. */
function meantAs(line: string): string | undefined {
  const plain = line
    .replace(UNSEEN, '')
    .replace(WIDE_MARK, (mark) => NARROW.charAt(WIDE.indexOf(mark)))
    .replace(/\s/g, ' ')
    .trim();
  const [, marks = '', rest = ''] = MARKED.exec(plain) ?? [];
  const [askedAs, colon, wording = ''] = MEANT_ASKED_AS.exec(rest) ?? [];
  if (askedAs !== undefined && (colon === ':' || marks !== '')) return `- asked as: ${shown(wording)}`;
  const [, part] = PART.exec(rest) ?? [];
  if (part !== undefined) return `## ${part.charAt(0).toUpperCase()}${part.slice(1).toLowerCase()}`;
  const [, question] = (marks === '' ? QUESTION : MARKED_QUESTION).exec(rest) ?? [];
  if (question !== undefined) return `## Q: ${shown(question)}`;
  return marks.startsWith('##') ? '## Q: …' : undefined;
}

/** The beginning of a text, without the marks that close an emphasis. */
function shown(text: string): string {
  const whole = text.replace(/[ *_]+$/, '');
  return whole.length > SHOWN ? `${whole.slice(0, SHOWN)}…` : whole || '…';
}
