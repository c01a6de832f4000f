// The front matter's values: what the editor gives, what the lines above the interview print, what the page's head names.
import type { Key } from '../../knowledge/front-matter.ts';
import { scriptOf } from '../../language/fold.ts';
import type { Block, Paragraph, Reading, Remark } from './block.ts';
import type { Header } from './header.ts';
import { dataIn, dateIn } from './header-lines.ts';
import { cutTitle } from './headline.ts';
import { fullName, roleBefore } from './person.ts';

type Values = Partial<Readonly<Record<Key, string>>>;

export interface Found {
  readonly values: Values;
  /** What was seen of a value that was not found whole. */
  readonly hints: Values;
  readonly unsure: readonly Remark[];
}

interface Source {
  readonly reading: Reading;
  readonly header: Header;
  readonly names: readonly string[];
  readonly biography: readonly Paragraph[];
  readonly isChinese: boolean;
  /** Source line of the first turn. */
  readonly firstLine: number;
}

export function valuesOf(source: Source, given: Values): Found {
  const { reading, header, names, biography } = source;
  const { named, headlines } = reading;
  const above = reading.blocks.filter(({ line }) => line <= source.firstLine).map(({ text }) => text);
  const printed = dataIn(
    reading.blocks.filter(
      ({ text, line }) => text.length < 120 && (line < source.firstLine || isCredit(text)),
    ),
  );
  const around = [header.title, header.subtitle, ...headlines, ...above]
    .filter((text) => text !== undefined)
    .join('\n');
  const name = given['interviewee.name'] ?? fullName(names, around, biography[0]?.text ?? '');
  const title = header.title ?? (headlines[0] === undefined ? undefined : cutTitle(headlines[0], []));
  const found: Partial<Record<Key, string | undefined>> = {
    title,
    'interviewee.name': name,
    'interviewee.role': name === undefined ? undefined : roleBefore(name, around),
    publication: header.publication ?? named.publication ?? printed.publication,
    author: header.author ?? printed.author ?? named.author,
    dateline: header.dateline,
    subtitle: header.subtitle ?? named.subtitle,
    date: dateIn(named.date ?? '') ?? header.date ?? printed.date,
    language: languageOf(source),
    series: header.series ?? named.series,
    url: named.url,
    ...given,
  };
  const values: Values = Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined && value !== ''),
  );
  const day =
    /\d{1,2}\s*月\s*\d{1,2}\s*日|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.exec(
      around,
    )?.[0];
  const hints: Values =
    values.date === undefined && day !== undefined ? { date: `${day} is printed, without the year` } : {};
  return { values, hints, unsure: doubts(values, given, names) };
}

function isCredit(text: string): boolean {
  return /^[（(【[]?\s*(?:来源|來源|source)\s*[:：]/i.test(text);
}

function doubts(values: Values, given: Values, names: readonly string[]): readonly Remark[] {
  const name = values['interviewee.name'];
  if (name === undefined || given['interviewee.name'] !== undefined || names.length > 0) return [];
  return [{ line: 1, what: `no label names the interviewee: taken for “${name}” from the text around` }];
}

/** The page's own tag where it fits the script; Chinese by its script; English by its commonest words. */
function languageOf({ reading, isChinese }: Source): string | undefined {
  const tag = reading.named.language?.trim().replace('_', '-');
  const text = reading.blocks
    .slice(0, 400)
    .map((block: Block) => block.text.slice(0, 400))
    .join('\n');
  if (isChinese) {
    if (
      tag !== undefined &&
      /^zh-(?:CN|TW|HK|MO|SG|Han[st])/i.test(tag) &&
      (scriptOf(text) === 'traditional') === /TW|HK|MO|Hant/i.test(tag)
    )
      return tag;
    return scriptOf(text) === 'traditional' ? 'zh-TW' : 'zh-CN';
  }
  if (tag !== undefined && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) && !/^zh/i.test(tag)) return tag;
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  const english = text.match(/\b(?:the|of|and|to|in|is|that|it|was|you|with|for)\b/gi)?.length ?? 0;
  return english > words * 0.12 ? 'en' : undefined;
}
