// What a line above the interview is by its form: dateline, byline, date and source, subtitle, a sentence; the day that it prints, as
// ISO 8601; and which line is the headline, and how far it goes where the page's title goes on behind a bar.
import { fold } from '../../language/fold.ts';
import { type Block, endsAsSentence, type Paragraph, widthOf } from './block.ts';
import { isNobodys, keyOf, roleOf } from './label-words.ts';

export const DATELINE =
  /^([^\s，。,]{2,24}?\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:电|電|讯|訊))(?:\s+|\s*(?=题|題))?(?:[题題][:：]\s*(.+))?$/;
export const DATELINE_BEFORE_TEXT =
  /^((?:[^\s，。,]{2,24}?\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:电|電|讯|訊))|[A-Z][A-Z .,'’-]{2,40}(?:,\s+[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([^)]{2,30}\))?(?=\s+[—–-]{1,2}\s))/;
const WRITERS =
  '(?:[^，。！？:：]{0,14}记者|本[刊报台]编辑|文|图|撰文|采访|采写|专访|访问|采访人|采访者|作者|撰稿|整理|文字|特约撰稿|执笔|采编)';
const BYLINE_CHINESE = new RegExp(
  `^[(（【]?${WRITERS}(?:[・·、/&和与及]{1,2}${WRITERS})*(?:\\s*[:：/／|丨]\\s*|\\s+)(?![“‘「『《"\\s])\\S[^。！？]{1,40}$`,
  'u',
);
/** `记者郑凯翔／宜兰报导` */
const REPORTED =
  /^[^，。:：]{0,14}记者\s?\p{Script=Han}{2,4}\s*[/、]?\s*\p{Script=Han}{0,6}(?:报导|报道|专访)$/u;
const BYLINE_ENGLISH =
  /^(?:(?:words|text|interview|story|written|interviewed|reported)(?: and \w+)? )?by[: ]\s*\p{Lu}[^.!?]{2,80}$|^(?:words|text|interview|interviewer)\s*[:|]\s*\p{Lu}[^.!?]{2,60}$/iu;
/** A work that a line says it is from; `发表于上海` is where its writer was. */
const FROM = [
  '(?:来源|來源|出处|出處|source|publication|publish(?:er|ed (?:by|in)))\\s*[:：]\\s*《?',
  '(?:原?[载載刊]|[发發][布佈表])(?:[于於自])?\\s*[:：]?\\s*《',
  '(?:发布|發佈|發布|刊载|刊載)[于於]\\s+(?=[^\\s\\d]{2,20}$)',
].join('|');
const SOURCE = new RegExp(`(?:${FROM})([^\\s|｜丨,，;；》]{2,30}(?: [A-Z&][\\w&'’-]*)*)`, 'iu');
/** `《河岸》2024年第3期　记者 …` */
const ISSUED = /^《[^》]{2,20}》\s*\d{4}\s*年?\s*(?:第|总第|總第|\d)/u;
const AUTHOR_IN_LINE = /(?:作者|记者|記者|author)\s*[:：]\s*(\S{2,20}(?: [A-Z][\w'’-]+)*)/i;
/** `… 记者 祝安 评论(12)`, `撰文：游清點閱數：…`: beside other data, which may stand right behind. */
const REPORTER_IN_LINE =
  /(?:(?<=[\s|｜])[^\s:：]{0,6}(?:记者|記者)[\s:：]+|(?:撰文|采写|採寫|采访|採訪)[:：]\s*)(\p{Script=Han}{2,4}?)(?=\s|$|[|｜]|点击|點閱|點擊|浏览|瀏覽|阅读|閱讀|评论|評論|发布|發布)/u;
const SUBTITLE = /^(?:[—–―－─-]{2,}|[—―─])\s*\S/;
/** `Date: …`, `受访者：…` */
const DATA_LABEL = /^([^:：，。]{1,16})[:：]/u;
/** Columns. */
export const WIDEST_LINE = 180;

export type Kind = 'dateline' | 'byline' | 'data' | 'subtitle' | 'prose' | 'line';

export function kindOf({ text }: Paragraph): Kind {
  if (DATELINE.test(text)) return 'dateline';
  const width = widthOf(text);
  const isShort = width <= WIDEST_LINE && !text.includes('\n');
  if (isShort && !/[。！？!?]$/.test(text)) {
    if (SUBTITLE.test(text)) return 'subtitle';
    const [, label] = DATA_LABEL.exec(text) ?? [];
    const isLabelled = label !== undefined && (isNobodys(keyOf(label)) || roleOf(keyOf(label)) !== undefined);
    const hasData = dateIn(text) !== undefined || SOURCE.test(text) || ISSUED.test(text);
    const folded = fold(text);
    const isByline = BYLINE_CHINESE.test(folded) || REPORTED.test(folded) || BYLINE_ENGLISH.test(text);
    if (isByline && !hasData) return 'byline';
    if (width <= 130 && (isLabelled || hasData) && !/[.!?]$/.test(text)) return 'data';
  }
  return endsAsSentence(text) ? 'prose' : 'line';
}

/** What stands before the name of who wrote it, and is no part of it. */
const BEFORE_AUTHOR =
  /^(?:(?:words|text|interview(?:ed)?|conversation|story|written|reported|compiled)(?: and (?:photos?|photographs?|pictures?|interview|text))?\s+by\s+|(?:by|words|text|interview|interviewer|author)\s*[:|]?\s+|(?:文|撰文|采访|採訪|采写|採寫|专访|專訪|访问|訪問|作者|撰稿|整理|文字|执笔|執筆)(?:[・·、/／&和与及與]{1,2}(?:文|撰文|采访|採訪|整理|摄影|攝影|图|圖|文字))*\s*[:：/／|丨｜]\s*)/i;
/** Parts of one line: `文／吳昕 ｜ 2024-07-02 ｜ 港邊讀本`. */
const PARTS = /\s*[｜|∙•]\s*|\s+·\s+|\u3000+|\t| {3,}/u;
const WRITER = new RegExp(
  `^(?:文|撰文|采访|采写|专访|作者|撰稿|整理|文字)(?:[・·、/&和与及]{1,2}${WRITERS})*\\s*[:：/|丨]\\s*(\\p{Script=Han}{2,4}(?:[、,，]\\p{Script=Han}{2,4})*)(?=\\s|$)`,
  'u',
);

export function readData(
  text: string,
  kind: Kind,
  take: (key: string, value: string | undefined) => void,
): void {
  take('date', dateIn(text));
  take('publication', SOURCE.exec(text)?.[1]);
  if (kind === 'byline') take('author', withoutPhotographer(text.replace(BEFORE_AUTHOR, '')).trim());
  else
    take(
      'author',
      AUTHOR_IN_LINE.exec(text)?.[1] ??
        REPORTER_IN_LINE.exec(text)?.[1] ??
        /\b(?:[Bb]y|BY) (\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3})/u.exec(text)?.[1] ??
        [text, ...text.split(PARTS)].map(writerIn).find(Boolean),
    );
}

/** `蘇清　圖／梁安`, `Mara Voss, photographs by Odo Brandt`: whoever took the pictures wrote nothing. */
function withoutPhotographer(author: string): string {
  return author.replace(
    /[\s,，、;；|｜]+(?:(?:图|圖|摄影|攝影|图片|圖片|照片)\s*[:：/／]|(?:and )?(?:photo(?:graph)?(?:s|y)?|pictures|images)\b\s*(?:by|:)).*$/iu,
    '',
  );
}

function writerIn(part: string): string | undefined {
  const folded = fold(part).trim();
  if (
    /^[^|\d]{0,40}$/.test(folded) &&
    /记者/.test(folded) &&
    (BYLINE_CHINESE.test(folded) || REPORTED.test(folded))
  )
    return part.trim();
  const found = WRITER.exec(folded)?.[1];
  return found === undefined ? undefined : part.trim().replace(BEFORE_AUTHOR, '').slice(0, found.length);
}

/** What short lines print of date, source and author, whatever else they were taken for. */
export function dataIn(blocks: readonly Block[]): Partial<Record<'date' | 'publication' | 'author', string>> {
  const values: Partial<Record<string, string>> = {};
  for (const { text } of blocks) {
    readData(text, 'data', (key, value) => {
      if (value !== undefined) values[key] ??= value;
    });
  }
  return values;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const CHINESE = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][A-Za-z]{2,8})\.?,?\s+(\d{4})\b/;
const MONTH_FIRST = /\b([A-Z][A-Za-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/;

/** Undefined without a whole date; 03/04/2025 is none, because it has two readings. */
export function dateIn(text: string): string | undefined {
  const chinese = CHINESE.exec(text);
  if (chinese) return iso(Number(chinese[1]), Number(chinese[2]), Number(chinese[3]));
  const day = DAY_FIRST.exec(text);
  if (day) return iso(Number(day[3]), monthOf(day[2]), Number(day[1]));
  const month = MONTH_FIRST.exec(text);
  if (month) return iso(Number(month[3]), monthOf(month[1]), Number(month[2]));
  return undefined;
}

function monthOf(name = ''): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

function iso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1600)
    return undefined;
  return date.toISOString().slice(0, 10);
}

interface Source {
  readonly blocks: readonly Block[];
  /** Titles that the markup names. */
  readonly headlines: readonly string[];
  /** The interviewee, as labels and biography print it. */
  readonly names: readonly string[];
}

export interface Headline {
  readonly line: Paragraph;
  readonly title: string;
}

/** The line that the page's own title, the interviewee's name, a repetition, or what follows it speaks for. */
export function headlineOf(
  lines: readonly Paragraph[],
  kinds: ReadonlyMap<Paragraph, Kind>,
  source: Source & { readonly repeated: readonly string[] },
): Headline | undefined {
  const firstProse = lines.findIndex((line) => kinds.get(line) === 'prose' && widthOf(line.text) > 120);
  const scored = lines.slice(0, firstProse === -1 ? lines.length : firstProse + 1).flatMap((line, index) => {
    if (widthOf(line.text) > WIDEST_LINE || (line.text.match(/\n/g)?.length ?? 0) > 2) return [];
    const kind = kinds.get(line);
    if (kind === 'dateline' || kind === 'byline' || kind === 'data' || kind === 'subtitle') return [];
    const isSupported =
      source.headlines.length === 0 ||
      (source.blocks[line.at[0] ?? 0]?.heading ?? 0) > 0 ||
      isNamedBy(source.headlines, line.text);
    return isSupported ? [{ line, score: scoreOf(line, index, { lines, kinds, source }) }] : [];
  });
  const best = scored.toSorted((a, b) => b.score - a.score || a.line.line - b.line.line)[0];
  if (!best || best.score < LEAST_SCORE) return undefined;
  const { line } = best;
  const isHeading = (source.blocks[line.at[0] ?? 0]?.heading ?? 0) > 0;
  const others = lines.filter((other) => other !== line).map(({ text }) => text);
  const title = isHeading ? line.text : cutTitle(line.text, [...source.repeated, ...others]);
  return { line, title: title.replace(/\s*\n\s*/g, ' ') };
}

const LEAST_SCORE = 1;
/** What stands on every page of a magazine. */
const ISSUE = /第\s*[\d一二三四五六七八九十百]+\s*[期卷辑]|\b(?:issue|vol(?:ume)?|no)\b\.?\s*\d+/;

function scoreOf(
  line: Paragraph,
  index: number,
  {
    lines,
    kinds,
    source,
  }: {
    lines: readonly Paragraph[];
    kinds: ReadonlyMap<Paragraph, Kind>;
    source: Source & { readonly repeated: readonly string[] };
  },
): number {
  const text = fold(line.text);
  const heading = source.blocks[line.at[0] ?? 0]?.heading ?? 0;
  const isNamed = isNamedBy(source.headlines, line.text);
  const isRepeatedLater = source.repeated.some((title) => text.includes(fold(title)));
  const next = lines[index + 1];
  const nextKind = next && kinds.get(next);
  const isFollowed =
    nextKind === 'byline' || nextKind === 'data' || nextKind === 'dateline' || nextKind === 'subtitle';
  return (
    (heading === 1 ? 6 : heading > 0 ? 2 : 0) +
    (isNamed ? 4 : 0) +
    (isRepeatedLater ? 5 : 0) +
    (source.names.some((name) => name.length > 1 && text.includes(fold(name))) ? 2 : 0) +
    (isFollowed ? 2 : 0) +
    (lines.slice(0, index).every(({ text: own }) => ISSUE.test(fold(own))) ? 0.9 : 0) +
    (source.blocks[line.at[0] ?? 0]?.boldLead ? 1 : 0) +
    Math.min(widthOf(line.text), 60) / 60 -
    (/[。.；;]$/.test(text) ? 2 : 0) -
    (kinds.get(line) === 'prose' && widthOf(line.text) > 120 ? 2 : 0) -
    (widthOf(line.text) < 8 ? 2 : 0) -
    (ISSUE.test(text) ? 3 : 0)
  );
}

function isNamedBy(headlines: readonly string[], line: string): boolean {
  const text = fold(line);
  return headlines.some((title) => fold(title).includes(text) || text.includes(fold(title)));
}

const BAR = /\s*[|｜_]\s*|\s+[-–—]\s+/g;

/** Without what a page's title adds behind a bar: up to what the text itself repeats, else the first part. */
export function cutTitle(text: string, repeated: readonly string[]): string {
  const ends = [...text.matchAll(BAR)].map(({ index }) => index);
  if (ends.length === 0) return text;
  const heads = [...ends, text.length].map((end) => text.slice(0, end));
  const folded = repeated.map(fold).filter((other) => other.length >= 6);
  const supported = heads.find((head) =>
    folded.some((other) => fold(head).includes(other) || other === fold(head)),
  );
  return supported ?? heads.find((head) => widthOf(head) >= 12) ?? text;
}
