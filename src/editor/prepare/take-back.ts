// A filled worksheet, or an assistant's answer -> its lines, each with the part and the sentence it stands below, without bullets,
// boxes and quotation marks around it; what is not understood is kept with its line number.
import { headingOf, type Interview, type Section } from '../../knowledge/interview.ts';
import { NOT_COVERED } from '../../knowledge/member-questions.ts';
import { headingsOf, knownHeadings, SAME_WORDS, sectionUnder, sentenceMeant, TRANSLATION } from './parts.ts';
import { linesOf, type Part, partsOf, type SheetLine } from './worksheet.ts';

/** A way of asking, where it was written. */
export interface TakenQuestion {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** As in `ID.questions.txt`. */
  readonly heading: string;
  readonly sentence?: number;
}

export interface TakenGroup {
  readonly line: number;
  readonly text: string;
}

/** A line that is not taken, with the reason. */
export interface LeftOut {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/** What an editor has to see to: the lines are lost to the lists until then. */
export interface SheetProblem {
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

export interface TakenTranslation {
  /** By heading; `undefined` sentence: the question. */
  readonly lines: readonly { readonly heading: string; readonly sentence?: number; readonly text: string }[];
  readonly values: ReadonlyMap<string, string>;
}

export interface Taken {
  readonly questions: readonly TakenQuestion[];
  readonly groups: readonly TakenGroup[];
  readonly translation: TakenTranslation;
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly SheetProblem[];
}

export type TakenBack =
  | ({ readonly ok: true } & Taken)
  | { readonly ok: false; readonly what: string; readonly mend: string };

const SHEET_TITLE = /^\s*#\s*Worksheet:\s*([^\s]+)/m;

export interface Writer {
  /** A person's line counts however it begins; an assistant's is a remark where others are items. */
  readonly isByHand: boolean;
}

/** Reads a sheet of the interview. Refused as a whole where it is another interview's, or has no part. */
export function takeBack(source: string, interview: Interview, writer: Writer): TakenBack {
  const named = SHEET_TITLE.exec(source)?.[1];
  if (named !== undefined && named !== interview.id) {
    const mend = `Take it back with \`prepare ${named}\`, or correct its first line.`;
    return { ok: false, what: `This is the worksheet of ${named}, not of ${interview.id}.`, mend };
  }
  const { preface, parts } = partsOf(linesOf(source));
  if (parts.length === 0) {
    const mend = `Write each below its heading: ${knownHeadings(interview)}.`;
    return { ok: false, what: 'No part of the interview is named.', mend };
  }
  const isSheet = named !== undefined;
  const taken = parts.map((part) => takePart(part, interview, writer));
  return {
    ok: true,
    questions: taken.flatMap(({ questions = [] }) => questions),
    groups: taken.flatMap(({ groups = [] }) => groups),
    translation: {
      lines: taken.flatMap(({ translated = [] }) => translated),
      values: new Map(parts.filter(({ heading }) => heading === TRANSLATION).flatMap(valuesOf)),
    },
    leftOut: [
      ...(isSheet ? [] : preface.map((own) => ({ ...own, why: 'stands above the first heading' }))),
      ...taken.flatMap(({ leftOut = [] }) => leftOut),
    ],
    problems: taken.flatMap(({ problems = [] }) => problems),
  };
}

interface TakenPart extends Partial<Omit<Taken, 'translation'>> {
  readonly translated?: TakenTranslation['lines'];
}

function takePart(
  { heading, lines: [head, ...lines] }: Part,
  interview: Interview,
  { isByHand }: Writer,
): TakenPart {
  if (heading === TRANSLATION) return {};
  if (heading === SAME_WORDS) return takeGroups(lines);
  const section = sectionUnder(interview, heading);
  if (section !== undefined || heading === NOT_COVERED) {
    const hasItems = !isByHand && lines.some(({ text }) => isQuestionItem(text));
    return takeQuestions({ heading, section, hasItems }, lines);
  }
  const mend = `Write ${headingsOf(interview).join(', ')} or ${SAME_WORDS}; ${lines.length} lines below it were not taken.`;
  return {
    problems: [{ line: head?.line ?? 1, what: `${heading} names no part of ${interview.id}.md.`, mend }],
    leftOut: lines.map((own) => ({ ...own, why: `stands below ${heading}` })),
  };
}

function takeGroups(lines: readonly SheetLine[]): TakenPart {
  const read = lines.map((own) => ({ ...own, group: shed(own.text).text }));
  const isGroup = ({ group }: { readonly group: string }) =>
    /(?:^|\s)=(?:\s|$)|\S=\S/.test(group) && !group.startsWith('#');
  return {
    groups: read.filter(isGroup).map(({ line, group }) => ({ line, text: group.replace(/\s*=\s*/g, ' = ') })),
    leftOut: read
      .filter((own) => !isGroup(own))
      .map(({ line, text }) => ({ line, text, why: 'is no group `word = other word`' })),
  };
}

interface QuestionPart {
  readonly heading: string;
  /** Undefined for what is not covered. */
  readonly section: Section | undefined;
  /** Whether a line that is no item is a remark. */
  readonly hasItems: boolean;
}

function takeQuestions({ heading, section, hasItems }: QuestionPart, lines: readonly SheetLine[]): TakenPart {
  const questions: TakenQuestion[] = [];
  const translated: { heading: string; sentence?: number; text: string }[] = [];
  const leftOut: LeftOut[] = [];
  const problems: SheetProblem[] = [];
  let below: { readonly sentence?: number } = {};
  for (const { line, text } of lines) {
    const quoted = /^(?:[-*]\s+)?>\s*(.*)$/s.exec(text)?.[1];
    const same = /^=\s*(.*)$/s.exec(text)?.[1];
    if (quoted !== undefined) {
      const sentence = section && sentenceMeant(section, quoted, below.sentence);
      below = sentence === undefined ? {} : { sentence };
      if (!section) leftOut.push({ line, text, why: 'quotes a sentence where there is none' });
      else if (sentence === undefined) problems.push({ line, ...unfitting(section, quoted) });
    } else if (same !== undefined) {
      if (same !== '') translated.push({ heading, ...below, text: same });
    } else {
      const own = shed(text);
      const why = reasonAgainst(own, text, hasItems);
      if (why === undefined) questions.push({ line, text: own.text, heading, ...below });
      else leftOut.push({ line, text, why });
    }
  }
  return { questions, leftOut, problems, translated };
}

function isQuestionItem(text: string): boolean {
  const own = shed(text);
  return own.isItem && own.text !== '' && !text.startsWith('>');
}

/** A remark of an assistant between its items is none of them; where nothing is an item, every line is one. */
function reasonAgainst(
  { text, isItem }: { readonly text: string; readonly isItem: boolean },
  written: string,
  hasItems: boolean,
): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'has no word';
  if (written.startsWith('#')) return 'is a heading that names no part';
  if (/[:：]$/u.test(text)) return 'ends in a colon: it announces, and asks nothing';
  if (hasItems && !isItem) return 'is no item (`- `) among items';
  return undefined;
}

/** The questions below it are kept, for the section as a whole. */
function unfitting(section: Section, quoted: string): Pick<SheetProblem, 'what' | 'mend'> {
  return {
    what: `Not one sentence of ${headingOf(section)}, or more than one, begins so: ${quoted.slice(0, 60)}`,
    mend: 'Copy the opening words of one sentence; the questions below it were taken for the section as a whole.',
  };
}

function valuesOf({ lines }: Part): readonly (readonly [string, string])[] {
  return lines.flatMap(({ text }) => {
    const match = /^(?:[-*]\s+)?(language|translator|title)\s*[:：]\s*(.*)$/iu.exec(text);
    return match?.[1] && match[2] ? [[match[1].toLowerCase(), match[2].trim()] as const] : [];
  });
}

/** A line of a list, and whether it was an item of one. */
export interface ShedLine {
  readonly text: string;
  readonly isItem: boolean;
}

const BULLET = /^(?:[-*+•·●▪◦‣–—－＊]+|\(?\d{1,3}(?:[.)]|）)|（\d{1,3}）|[①-⑳])(?:\s+|$)/u;
/** Chinese numbering needs no space; a decimal is no numbering. */
const TIGHT_NUMBER = /^(?:\d{1,3}[、．]|\d{1,3}\.(?=\p{Script=Han})|（\d{1,3}）|[①-⑳•－])\s*/u;
const BOX = /^\[[ xX✓]?\]\s+/u;
const LABEL = /^(?:Q|Question|问|問|问题|問題)\s*\d*\s*[:：]\s*/iu;
const PAIRS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['„', '“'],
];

export function shed(line: string): ShedLine {
  let text = line.trim();
  let isItem = false;
  for (const pattern of [BULLET, TIGHT_NUMBER, BOX]) {
    const without = text.replace(pattern, '');
    isItem ||= without !== text;
    text = without.trim();
  }
  const unmarked = unwrapped(text.replace(/^(\*\*|__)(.+?)\1$/u, '$2')).replace(LABEL, '');
  const bare = unwrapped(unmarked);
  return { text: bare, isItem: isItem || bare !== text };
}

/** Without one pair of quotation marks around it all, and the comma of a list of values. */
function unwrapped(text: string): string {
  const whole = text.replace(/(["'”])[,，]$/u, '$1');
  for (const [open, close] of PAIRS) {
    if (whole.length < 3 || !whole.startsWith(open) || !whole.endsWith(close)) continue;
    const inner = whole.slice(open.length, -close.length);
    // “This” and “that” are two quotations, not one.
    if (!inner.includes(open) && !inner.includes(close)) return inner.trim();
  }
  return text;
}
