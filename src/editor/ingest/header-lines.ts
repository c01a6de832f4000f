// What a line above the interview is by its form: dateline, byline, date and source, subtitle, a sentence; and the day that it
// prints, as ISO 8601.
import { fold } from '../../language/fold.ts';
import { type Block, endsAsSentence, type Paragraph, widthOf } from './block.ts';
import { isNobodys, keyOf, roleOf } from './label-words.ts';

export const DATELINE =
  /^([^\s，。,]{2,24}?\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:电|電|讯|訊))(?:\s+|\s*(?=题|題))?(?:[题題][:：]\s*(.+))?$/;
export const DATELINE_BEFORE_TEXT =
  /^((?:[^\s，。,]{2,24}?\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:电|電|讯|訊))|[A-Z][A-Z .,'’-]{2,40}(?:,\s+[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([^)]{2,30}\))?(?=\s+[—–-]{1,2}\s))/;
const WRITERS =
  '(?:[^，。！？:：]{0,14}记者|文|图|撰文|采访|采写|专访|访问|采访人|采访者|作者|撰稿|整理|文字|特约撰稿|执笔|采编)';
const BYLINE_CHINESE = new RegExp(
  `^[(（【]?${WRITERS}(?:[・·、/&和与及]{1,2}${WRITERS})*(?:\\s*[:：/／|丨]\\s*|\\s+)\\S[^。！？]{1,40}$`,
  'u',
);
/** `记者郑凯翔／宜兰报导` */
const REPORTED =
  /^[^，。:：]{0,14}记者\s?\p{Script=Han}{2,4}\s*[/、]?\s*\p{Script=Han}{0,6}(?:报导|报道|专访)$/u;
const BYLINE_ENGLISH =
  /^(?:(?:words|text|interview|story|written|interviewed|reported)(?: and \w+)? )?by[: ]\s*\p{Lu}[^.!?]{2,80}$|^(?:words|text|interview|interviewer)\s*[:|]\s*\p{Lu}[^.!?]{2,60}$/iu;
const SOURCE = /(?:来源|來源|出处|出處|source)\s*[:：]\s*([^\s|｜丨,，;；]{2,30}(?: [A-Z][\w&'’-]*)*)/i;
const AUTHOR_IN_LINE = /(?:作者|记者|記者|author)\s*[:：]\s*(\S{2,20}(?: [A-Z][\w'’-]+)*)/i;
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
    const hasData = isLabelled || dateIn(text) !== undefined || SOURCE.test(text);
    if (
      dateIn(text) === undefined &&
      !SOURCE.test(text) &&
      (BYLINE_CHINESE.test(fold(text)) || REPORTED.test(fold(text)) || BYLINE_ENGLISH.test(text))
    )
      return 'byline';
    if (width <= 130 && hasData && !/[.!?]$/.test(text)) return 'data';
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
  if (kind === 'byline') take('author', text.replace(BEFORE_AUTHOR, '').trim());
  else
    take(
      'author',
      AUTHOR_IN_LINE.exec(text)?.[1] ??
        /\b(?:[Bb]y|BY) (\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3})/u.exec(text)?.[1] ??
        [text, ...text.split(PARTS)].map(writerIn).find(Boolean),
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
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?,?\s+(\d{4})\b/;
const MONTH_FIRST = /\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/;

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
