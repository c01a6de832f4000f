// Lines of a text -> paragraphs: where a line was wrapped at some width it is joined with the next as a reader reads it, a line that
// its author broke stays one, and a word that the wrapping parted is closed.
import { endsAsQuestion, endsAsSentence, type Remark, widthOf } from './block.ts';
import { breaksOffInHan, isHan, join, PARTED, type Words, wordsOf } from './joining.ts';
import { roleOf } from './label-words.ts';
import { labelKeyIn } from './labels.ts';

export interface Line {
  /** Without white space at its end; empty for a blank line. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** What stood before it was a page's edge. */
  readonly opensPage?: boolean;
  /** It stood behind `>`. */
  readonly isQuoted?: boolean;
  /** No part of running text. */
  readonly isApart?: boolean;
}

export interface Joined {
  readonly text: string;
  readonly line: number;
  readonly last: number;
  readonly isQuoted: boolean;
  /** A line that its author broke: of verse, or of a list. */
  readonly continues: boolean;
}

/** Columns; shorter lines tell nothing about wrapping. */
const LEAST_WIDTH = 30;
/** Columns; nobody wraps at more. */
const MOST_WIDTH = 130;
/** Borders between lines that may tell of wrapping; fewer of wide lines. */
const FEWEST = 3;
const FEWEST_WIDE = 2;
const WIDE_LINE = 60;
/** Of them: how many must break within a sentence, and how many of those at the width. */
const BROKEN = 0.5;
const AT_WIDTH = 0.6;
/** Share of the width that proportional letters vary by. */
const SLACK = 0.12;
/** Columns by which Chinese lines vary, since some marks open no line. */
const SLACK_CHINESE = 4;

export function unwrap(lines: readonly Line[]): {
  readonly paragraphs: readonly Joined[];
  readonly unsure: readonly Remark[];
} {
  const shown = isDoubleSpaced(lines) ? withoutEachBlank(lines) : lines;
  const text: Text = {
    lines: shown,
    labels: countLabels(shown),
    width: 0,
    isIndented: hasIndents(shown),
    words: wordsOf(shown),
  };
  const width = wrapWidth(text);
  const paragraphs: (Omit<Joined, 'text'> & { readonly pieces: string[]; last: number })[] = [];
  let isAsked = false;
  const unsure: Remark[] = [];
  let before: number | undefined;
  for (const [at, own] of shown.entries()) {
    if (own.text.trim() === '') continue;
    const last = paragraphs.at(-1);
    if (last && before !== undefined && width !== undefined && isWrap(before, at, { ...text, width })) {
      const below = own.text.trim();
      const { text: joined, doubt } = join(last.pieces.pop() ?? '', below, text.words);
      if (doubt !== undefined) unsure.push({ line: own.line, what: doubt });
      // A paragraph may have a million lines: only its end is looked at again.
      const border = joined.length - below.length;
      last.pieces.push(...[joined.slice(0, border), joined.slice(border)].filter((piece) => piece !== ''));
      last.last = own.line;
    } else
      paragraphs.push({
        pieces: [own.text.trim()],
        line: own.line,
        last: own.line,
        isQuoted: own.isQuoted === true,
        continues: isAsked && width !== undefined && before === at - 1 && isBroken(before, at, text),
      });
    isAsked ||= endsAsQuestion(own.text);
    before = at;
  }
  return { paragraphs: paragraphs.map(({ pieces, ...own }) => ({ ...own, text: pieces.join('') })), unsure };
}

interface Text {
  readonly lines: readonly Line[];
  /** How often each label opens a line, and each short line stands there. */
  readonly labels: ReadonlyMap<string, number>;
  readonly width: number;
  /** Paragraphs begin with a space. */
  readonly isIndented: boolean;
  readonly words: Words;
}

/** A blank line behind each line parts nothing; two of them do. */
function isDoubleSpaced(lines: readonly Line[]): boolean {
  const filled = lines.flatMap(({ text }, at) => (text === '' ? [] : [at]));
  if (filled.length < 10) return false;
  const behind = (gap: number) => filled.filter((at, index) => at - (filled[index - 1] ?? at) === gap).length;
  const broken = filled.filter((at) => !endsAsSentence(textAt(lines, at))).length;
  return (
    behind(2) > filled.length * 0.7 && broken > filled.length * BROKEN && behind(1) <= filled.length * 0.1
  );
}

function withoutEachBlank(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ text }, at) => text !== '' || lines[at - 1]?.text === '');
}

function textAt(lines: readonly Line[], at: number): string {
  return lines[at]?.text ?? '';
}

/** Characters of a line that is a label alone, and how often it must stand there. */
const LONGEST_ALONE = 40;
const OFTEN_ALONE = 3;

function countLabels(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const whole = text.trim();
    if (whole !== '' && whole.length <= LONGEST_ALONE) counts.set(whole, (counts.get(whole) ?? 0) + 1);
    const key = labelKeyIn(whole);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The width at which the lines are wrapped; undefined where each is a paragraph. */
function wrapWidth(text: Text): number | undefined {
  const { lines } = text;
  const followed = lines.flatMap((line, at) => {
    const isBorder = textAt(lines, at + 1).trim() !== '' && !isApart(at, at + 1, text);
    return isBorder && widthOf(line.text) >= LEAST_WIDTH ? [at] : [];
  });
  const broken = followed.filter((at) => !endsAsSentence(textAt(lines, at)));
  const isWide = broken.every((at) => widthOf(textAt(lines, at)) >= WIDE_LINE);
  const isFew = followed.length < (isWide ? FEWEST_WIDE : FEWEST);
  if (isFew || broken.length < followed.length * BROKEN) return undefined;
  const widths = broken.map((at) => widthOf(textAt(lines, at))).toSorted((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.85)] ?? 0;
  const full = broken.filter((at) => isFull(at, at + 1, { ...text, width })).length;
  return width <= MOST_WIDTH && full >= broken.length * AT_WIDTH ? width : undefined;
}

/** Whether the break between two lines is the wrapping's. */
function isWrap(before: number, at: number, text: Text): boolean {
  if (isApart(before, at, text)) return false;
  const { lines } = text;
  const [above, below] = [textAt(lines, before), textAt(lines, at).trim()];
  const isEnded = endsAsSentence(above);
  const full = isFull(before, at, text);
  const goesOn = /^[\p{Ll}]/u.test(below) || PARTED.test(above);
  if (lines[at]?.opensPage && isEnded) return full && text.isIndented && indentOf(textAt(lines, at)) === 0;
  if (lines[at]?.opensPage) return goesOn || full || (breaksOffInHan(above) && isHan(below));
  if (at - before > 1) return !isEnded && (goesOn || (full && isHan(below)));
  if (indentOf(textAt(lines, at)) > indentOf(above) + 1 && !isHanging(at, text)) return false;
  if (full) return true;
  const least = isHan(below) ? MOSTLY_FULL : HALF_FULL;
  return !isEnded && (goesOn || isHan(below)) && widthOf(above) > text.width * least;
}

/** Two lines of verse, whose first ends within a sentence, or two items; below the first question, where no headline stands. */
function isBroken(before: number, at: number, { lines, labels }: Text): boolean {
  const [above, below] = [textAt(lines, before), textAt(lines, at)];
  if (labelKeyIn(below.trim()) !== undefined || (labels.get(below.trim()) ?? 0) >= OFTEN_ALONE) return false;
  return /[,，、;；]$/.test(above) || (ITEM.test(above) && ITEM.test(below));
}

/** Share of the width behind which a sentence goes on in the next line. */
const MOSTLY_FULL = 0.7;
const HALF_FULL = 0.5;

/** Whether the next word did not fit any more. */
function isFull(before: number, at: number, text: Text): boolean {
  const [above, below] = [textAt(text.lines, before), textAt(text.lines, at).trim()];
  const [word = ''] =
    /^(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}]+)/u.exec(below) ?? [];
  const width = widthAround(before, text);
  const slack = isHan(above) ? SLACK_CHINESE : width * SLACK;
  return widthOf(above) + widthOf(word) + (isHan(below) ? 0 : 1) > width - slack;
}

/** Lines; a text may have a million without a blank one. */
const FAR = 30;

/** The first and the last of the lines right around between which none is blank. */
function linesAround(at: number, lines: readonly Line[]): readonly [from: number, to: number] {
  let [from, to] = [at, at];
  while (at - from < FAR && textAt(lines, from - 1) !== '') from -= 1;
  while (to - at < FAR && textAt(lines, to + 1) !== '') to += 1;
  return [from, to];
}

/** The width of the lines right around, where it is much like that of all: columns may change from page to page. */
function widthAround(at: number, { lines, width }: Text): number {
  const [from, to] = linesAround(at, lines);
  const own = Math.max(0, ...lines.slice(from, to).map(({ text }) => widthOf(text)));
  return to - from >= 2 && own >= width * 0.8 && own <= width * 1.3 ? own : width;
}

const RULE = /^\s*[-–—=_~*.·+#^]{3,}\s*$|^\s*(?:[-–—=_~*·] ?){3,}\s*$/u;
const ITEM = /^\s*(?:[*•·▪●◆■□○※★▲>]\s|[-–]\s+(?=\S))/u;
const ADDRESS = /^\s*(?:https?:\/\/|www\.)\S+$/;
const COLUMNS = /\S(?:\s{3,}|\t)\S/;

/** Lines between which a paragraph ends whatever their width: a rule, an item, a label, a masthead. */
function isApart(before: number, at: number, { lines, labels }: Text): boolean {
  const [above, below] = [textAt(lines, before), textAt(lines, at)];
  if (lines[before]?.isQuoted !== lines[at]?.isQuoted) return true;
  if (lines[before]?.isApart || lines[at]?.isApart) return true;
  if ([above, below].some((text) => RULE.test(text) || ADDRESS.test(text) || COLUMNS.test(text.trim())))
    return true;
  if (ITEM.test(below)) return true;
  if ([above, below].some((text) => (labels.get(text.trim()) ?? 0) >= OFTEN_ALONE)) return true;
  const isEnded = endsAsSentence(above);
  if (isEnded && /^\s*(?:[-–—]|\d{1,2}[.、)）]\s*\D|[（(]?[一二三四五六七八九十]{1,3}[、)）])/u.test(below))
    return true;
  if (isCapitals(above) !== isCapitals(below) && isCapitals(above)) return true;
  const key = labelKeyIn(below.trim());
  return key !== undefined && (roleOf(key) !== undefined || (labels.get(key) ?? 0) > 1 || isEnded);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && text === text.toUpperCase() && !isHan(text);
}

function hasIndents(lines: readonly Line[]): boolean {
  const indented = lines.filter(
    ({ text }, at) => indentOf(text) > indentOf(textAt(lines, at - 1)) && textAt(lines, at - 1) !== '',
  );
  return indented.length > 1;
}

function indentOf(text: string): number {
  const [space = ''] = /^[\s\u3000]*/u.exec(text) ?? [];
  return widthOf(space);
}

/** Every line behind a paragraph's first is indented by as much: `Q.  Why …`. */
function isHanging(at: number, { lines }: Text): boolean {
  const [from, to] = linesAround(at, lines);
  const rest = lines.slice(from + 1, to + 1).map(({ text }) => indentOf(text));
  const isFirst = labelKeyIn(textAt(lines, from).trim()) !== undefined;
  return rest.every((indent) => indent === rest[0]) && (isFirst || rest.length > 1) && from < at;
}
