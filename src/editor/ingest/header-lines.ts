// What a line above the interview is by its form: dateline, byline, date and source, subtitle, a sentence.
import { fold } from '../../language/fold.ts';
import { type Block, endsAsSentence, widthOf } from './block.ts';
import { dateIn } from './dates.ts';
import { isNobodys, keyOf, roleOf } from './label-words.ts';
import type { Paragraph } from './paragraphs.ts';

export const DATELINE =
  /^([^\s，。,]{2,24}?\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:电|電|讯|訊))(?:\s+|\s*(?=题|題))?(?:[题題][:：]\s*(.+))?$/;
export const DATELINE_BEFORE_TEXT =
  /^((?:[^\s，。,]{2,24}?\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:电|電|讯|訊))|[A-Z][A-Z .,'’-]{2,40}(?:,\s+[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([^)]{2,30}\))?(?=\s+[—–-]{1,2}\s))/;
const BYLINE_CHINESE =
  /^[(（【]?(?:[^，。！？:：]{0,14}记者|文|撰文|采访|采写|采访人|采访者|作者|撰稿|整理|文字|特约撰稿)(?:\s*[:：/／|丨]\s*|\s+)\S[^。！？]{1,40}$/u;
const BYLINE_ENGLISH =
  /^(?:(?:words|text|interview|story|written|interviewed|reported)(?: and \w+)? )?by[: ]\s*\p{Lu}[^.!?]{2,80}$|^(?:words|text|interview|interviewer)\s*[:|]\s*\p{Lu}[^.!?]{2,60}$/iu;
const SOURCE = /(?:来源|來源|出处|出處|source)\s*[:：]\s*([^\s|｜丨,，;；]{2,30}(?: [A-Z][\w&'’-]*)*)/i;
const AUTHOR_IN_LINE = /(?:作者|记者|記者|author)\s*[:：]\s*(\S{2,20}(?: [A-Z][\w'’-]+)*)/i;
const SUBTITLE = /^(?:[—–―－-]{2,}|[—―])\s*\S/;
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
      (BYLINE_CHINESE.test(fold(text)) || BYLINE_ENGLISH.test(text))
    )
      return 'byline';
    if (width <= 130 && hasData && !/[.!?]$/.test(text)) return 'data';
  }
  return endsAsSentence(text) ? 'prose' : 'line';
}

export function readData(
  text: string,
  kind: Kind,
  take: (key: string, value: string | undefined) => void,
): void {
  take('date', dateIn(text));
  take('publication', SOURCE.exec(text)?.[1]);
  if (kind === 'byline')
    take('author', text.replace(/^(?:by[: ]|作者[:：]|文[/／|:：]|撰文[/／|:：])\s*/i, '').trim());
  else
    take(
      'author',
      AUTHOR_IN_LINE.exec(text)?.[1] ??
        /\bby (\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3})/iu.exec(text)?.[1],
    );
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
