// What stands before the first question: headline, subtitle, dateline, byline, date, publication, series, introduction.
import { fold, literally } from '../../language/fold.ts';
import { type Block, type Paragraph, paragraphsOf, type Remark, widthOf } from './block.ts';
import { headsIntroduction } from './closing.ts';
import type { Dialogue } from './dialogue.ts';
import {
  DATELINE,
  DATELINE_BEFORE_TEXT,
  type Headline,
  headlineOf,
  type Kind,
  kindOf,
  readData,
  WIDEST_LINE,
} from './header-lines.ts';
import { isNobodys, isRoleAlone, keyOf } from './label-words.ts';
import { BOXED } from './page-runs.ts';
import { personNames } from './person.ts';

export interface Header {
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  readonly dateline: string | undefined;
  readonly author: string | undefined;
  readonly publication: string | undefined;
  readonly date: string | undefined;
  readonly series: string | undefined;
  readonly introduction: readonly Paragraph[];
  /** What each block was taken for, or why it was left out; by index. */
  readonly fates: ReadonlyMap<number, Fate>;
  readonly unsure: readonly Remark[];
}

export interface Fate {
  readonly kept: boolean;
  /** What it was kept as, or why it was left out. */
  readonly what: string;
}

interface Source {
  /** Those before the first turn. */
  readonly blocks: readonly Block[];
  /** Titles that the markup names. */
  readonly headlines: readonly string[];
  /** The interviewee, as labels and biography print it. */
  readonly names: readonly string[];
  /** Why a block is no part of the interview. */
  readonly junkAt: (index: number) => string | undefined;
  /** Whether a block stands where the turns stand. */
  readonly isBeside: (index: number) => boolean;
}

/** Columns; a shorter sentence in a text may as well be an advertisement’s. */
const LEAST_PROSE = 20;
/** Columns; a shorter sentence outside the turns' box may be a notice. */
const LEAST_LEAD = 80;

/** What is known of the lines above the first turn, and what has been read of them so far. */
interface Above {
  readonly source: Source;
  readonly kinds: ReadonlyMap<Paragraph, Kind>;
  /** Index of the headline's line; -1 without one. */
  readonly from: number;
  /** Index of the byline; -1 without one. */
  readonly bylineAt: number;
  /** Index of the first of the sentences right above the first turn: they lead to it, whatever box holds them. */
  readonly leads: number;
  readonly values: Record<string, string | undefined>;
  readonly introduction: Paragraph[];
}

export function readHeader(source: Source): Header {
  const fates = new Map<number, Fate>();
  const lines = withRows(withoutJunk(source, fates), source.blocks);
  const kinds = new Map(lines.map((line) => [line, kindOf(line)] as const));
  const repeated = lines.flatMap(({ text }) => DATELINE.exec(text)?.[2] ?? []);
  const headline = headlineOf(lines, kinds, { ...source, repeated });
  const from = headline ? lines.indexOf(headline.line) : -1;
  const bylineAt = lines.findIndex((line) => kinds.get(line) === 'byline');
  const values: Above['values'] = { title: headline?.title };
  const leads = lines.findLastIndex((line) => kinds.get(line) !== 'prose' || !mayLead(line, source)) + 1;
  const above: Above = { source, kinds, from, bylineAt, leads, values, introduction: [] };
  for (const [index, line] of lines.entries())
    setFate(fates, line, index === from ? kept('title') : readLine(line, index, above));
  return {
    title: values['title'],
    subtitle: values['subtitle'],
    dateline: values['dateline'],
    author: values['author'],
    publication: values['publication'],
    date: values['date'],
    series: seriesIn(values['title'], lines),
    introduction: above.introduction,
    fates,
    unsure: headline && headline.title !== headline.line.text.trim() ? [cutHeadline(headline)] : [],
  };
}

function mayLead({ text, at }: Paragraph, { blocks }: Source): boolean {
  return widthOf(text) >= LEAST_LEAD && !at.some((index) => blocks[index]?.looks.includes(BOXED));
}

function cutHeadline({ line, title }: Headline): Remark {
  return { line: line.line, what: `the headline is taken for “${title}”, without the rest of its line` };
}

function withoutJunk({ blocks, junkAt }: Source, fates: Map<number, Fate>): readonly Paragraph[] {
  return paragraphsOf(blocks, [...blocks.keys()]).filter((paragraph) => {
    const reason = paragraph.at.map(junkAt).find((each) => each !== undefined);
    if (reason !== undefined) setFate(fates, paragraph, left(reason));
    return reason === undefined;
  });
}

/** Columns of a cell that names what the next one holds. */
const WIDEST_NAME = 24;

const FEWEST_ROWS = 2;

/** `Date` and, in a cell or on a line of its own, the day: one line of data, where there are more such rows. */
function withRows(lines: readonly Paragraph[], blocks: readonly Block[]): readonly Paragraph[] {
  const isPlain = ({ at }: Paragraph) => at.every((index) => blocks[index]?.heading === 0);
  const rows: Paragraph[] = [];
  const merged: Paragraph[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [name, value] = [lines[index], lines[index + 1]] as [Paragraph, Paragraph | undefined];
    const key = keyOf(name.text);
    const isName = widthOf(name.text) <= WIDEST_NAME && (isNobodys(key) || isRoleAlone(key));
    const isValue =
      value !== undefined && widthOf(value.text) <= WIDEST_LINE / 2 && kindOf(value) !== 'prose';
    const isRow = isName && isValue && [name, value].every(isPlain);
    const text = `${name.text.replace(/[:：]$/, '')}: ${value?.text}`;
    rows.push(isRow ? { ...name, text, at: [...name.at, ...value.at] } : name);
    if (isRow) merged.push(name);
    if (isRow) index += 1;
  }
  return merged.length < FEWEST_ROWS ? lines : rows;
}

function setFate(fates: Map<number, Fate>, { at }: Paragraph, fate: Fate): void {
  for (const index of at) if (!fates.has(index)) fates.set(index, fate);
}

function kept(what: string): Fate {
  return { kept: true, what };
}

function left(what: string): Fate {
  return { kept: false, what };
}

/** Takes what one line says of the article, and tells what the line was. */
function readLine(line: Paragraph, index: number, above: Above): Fate {
  const { source, kinds, from, values, introduction } = above;
  const kind = kinds.get(line);
  const take = (key: string, value: string | undefined) => {
    values[key] ??= value;
  };
  if (kind === 'data' || kind === 'byline') {
    readData(line.text, kind, take);
    return kept(kind === 'byline' ? 'byline' : 'date and source');
  }
  if (index < from) return left('before the headline');
  if (kind === 'dateline') {
    take('dateline', DATELINE.exec(line.text)?.[1]);
    return kept('dateline');
  }
  if (isRepeated(line.text, values['title'])) return left('the headline again');
  if (headsIntroduction(line.text)) return left('the heading of the introduction');
  if (isSubtitle(line, index, above)) {
    take('subtitle', line.text.replace(/\n/g, ' '));
    return kept('subtitle');
  }
  if (ITEM.test(line.text)) return left('an item of a list before the first question');
  const isProse = isIntroduction(line, kind, { earlier: introduction, blocks: source.blocks });
  if (!isProse) return left('a line that is no sentence, before the first question');
  if (!line.at.some(source.isBeside) && index < above.leads)
    return left('not part of the article, as the article extractor sees it');
  take('dateline', DATELINE_BEFORE_TEXT.exec(line.text)?.[1]);
  introduction.push(line);
  return kept('introduction');
}

/** Of a table of contents; a dash may open a sentence. */
const ITEM = /^[*•·▪●◆■□○※►▶]\s/u;

function isRepeated(text: string, title: string | undefined): boolean {
  if (title === undefined) return false;
  const [own, other] = [fold(text), fold(title)];
  return (
    own === other ||
    (own.length >= 8 && (other.includes(own) || (own.includes(other) && own.length < other.length * 2)))
  );
}

function isSubtitle(line: Paragraph, index: number, above: Above): boolean {
  const { source, kinds, from, bylineAt, introduction, values } = above;
  const kind = kinds.get(line);
  if (values['subtitle'] !== undefined || introduction.length > 0 || from === -1) return false;
  if (kind === 'subtitle') return true;
  const block = source.blocks[line.at[0] ?? 0];
  if (index !== from + 1) return false;
  if ((block?.heading ?? 0) > 0) return true;
  if (block?.looks.some((look) => /\b(?:sub-?title|subhead\w*|dek|deck|standfirst|fubiaoti)\b/i.test(look)))
    return true;
  return (
    widthOf(line.text) <= WIDEST_LINE && (index < bylineAt || kind === 'line') && widthOf(line.text) >= 8
  );
}

function isIntroduction(
  line: Paragraph,
  kind: Kind | undefined,
  { earlier, blocks }: { readonly earlier: readonly Paragraph[]; readonly blocks: readonly Block[] },
): boolean {
  const isBoxed = (blocks[line.at[0] ?? 0]?.box ?? 0) > 0;
  return kind === 'prose' && (earlier.length > 0 || isBoxed || widthOf(line.text) >= LEAST_PROSE);
}

/** `东西问丨…`: what stands before the bar, where the text names it again; or a line that says so. */
function seriesIn(title: string | undefined, lines: readonly Paragraph[]): string | undefined {
  const labelled = lines
    .map(({ text }) => /^(?:系列|栏目|欄目|专栏|專欄|series|column)\s*[:：]\s*(.{2,40})$/i.exec(text)?.[1])
    .find(Boolean);
  const [, head] = /^\s*([^丨｜|:：]{2,12}?)\s*[丨｜|]/.exec(title ?? '') ?? [];
  if (labelled !== undefined || head === undefined) return labelled;
  const isNamed = lines.some(({ text }) => new RegExp(`[“「《"]${literally(head)}[”」》"]`).test(text));
  return isNamed ? head : undefined;
}

/** Whoever asks: as the labels print them, and as a byline does. */
export function askersOf({ asker }: Dialogue, author: string | undefined): readonly string[] {
  const printed =
    author?.match(/\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}|\p{Script=Han}{2,4}$/gu) ?? [];
  const names = [...personNames(asker), ...printed];
  return [...new Set([...names, ...names.map(inSmallLetters)])];
}

/** `PETER HALL` in a label is `Peter Hall` in a note. */
function inSmallLetters(name: string): string {
  return name === name.toUpperCase() ? name.replace(/(?<=\p{L})\p{Lu}/gu, (own) => own.toLowerCase()) : name;
}
