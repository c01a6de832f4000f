// The front matter's values: what the editor gives, what the lines above the interview print, what the page's head names.
import type { Key } from '../../knowledge/front-matter.ts';
import { literally, scriptOf } from '../../language/fold.ts';
import type { Block, Paragraph, Reading, Remark } from './block.ts';
import type { Header } from './header.ts';
import { cutTitle, dataIn, dateIn } from './header-lines.ts';
import { fullName, nameTold } from './person.ts';
import { RUNNING } from './text-pages.ts';

export type Values = Partial<Readonly<Record<Key, string>>>;

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
  /** Who asks, as the labels print it. */
  readonly askers: readonly string[];
  /** A podcast says the guest's whole name in the first. */
  readonly questions: readonly string[];
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
  const title = header.title ?? (headlines[0] === undefined ? undefined : cutTitle(headlines[0], []));
  const signed = isSigned(header.subtitle, source.askers) ? header.subtitle : undefined;
  const author =
    header.author ?? signed ?? printed.author ?? named.author ?? authorWithin(header.introduction);
  const publication = (
    header.publication ??
    named.publication ??
    printed.publication ??
    publicationIn(source, title)
  )?.replace(EDITION, '');
  const told = () =>
    nameTold({
      titles: [title, header.subtitle, ...headlines].filter((text) => text !== undefined),
      texts: [...header.introduction, ...biography].slice(0, 4).map(({ text }) => text),
      others: [author, publication].filter((text) => text !== undefined),
    });
  const name =
    given['interviewee.name'] ??
    fullName(names, [around, ...source.questions].join('\n'), biography[0]?.text ?? '') ??
    told();
  const found: Partial<Record<Key, string | undefined>> = {
    title,
    'interviewee.name': name,
    'interviewee.role': name === undefined ? undefined : roleBefore(name, around),
    publication,
    author,
    dateline: header.dateline,
    subtitle: (signed === undefined ? header.subtitle : undefined) ?? named.subtitle,
    date: dateIn(named.date ?? '') ?? header.date ?? printed.date ?? dateOfHeads(reading),
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

/** A paper’s edition on its site: `江城晚报数字报`. */
const EDITION =
  /(?<=\p{Script=Han}{2})(?:数字报|數位報|电子报|電子報|电子版|電子版|数字版|官方网站|官网)(?:平台)?$/u;

const FULL_NAME = String.raw`\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}`;
const NAMES = new RegExp(`^${FULL_NAME}(?:(?:, | and | & )${FULL_NAME})*$`, 'u');

/** Nothing but names, of which labels have one that asks. */
function isSigned(line: string | undefined, askers: readonly string[]): line is string {
  return (
    line !== undefined && NAMES.test(line) && askers.some((own) => own.includes(' ') && line.includes(own))
  );
}

/** `南岸周刊`, `Lamp Magazine`: what the labels of who asks say of a publication. */
const PUBLICATION =
  /(?:周刊|週刊|月刊|季刊|周报|週報|日报|日報|晚报|晚報|时报|時報|早报|早報|杂志|雜誌|新闻|新聞|新闻网|网|網|通讯社|通訊社|读本|讀本|电台|電台|电视台|電視台|出版社|报|報|誌|志)$|\b(?:Magazine|Review|Times|Post|Journal|News|Daily|Weekly|Quarterly|Monthly|Gazette|Herald|Tribune|Chronicle|Press|Radio|Courier|Observer|Guardian|Standard|Bulletin|Digest)$/i;
/** Characters of a publication's name. */
const LONGEST_NAME = 40;

/** Where no line and no markup names it: an issue, a dated line above, the label of who asks, who holds the rights, the end of the page's title. */
function publicationIn(
  { askers, reading, firstLine }: Source,
  title: string | undefined,
): string | undefined {
  const above = reading.blocks.filter(({ line }) => line <= firstLine).map(({ text }) => text);
  const feet = reading.blocks.flatMap(({ text }) => {
    const [, behind = ''] =
      /(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*\d{4}(?:\s*[-–]\s*\d{4})?\s*(?:by )?([^.,;|·。，；]{2,40})/i.exec(
        text,
      ) ?? [];
    const holder = behind.replace(/\s+[^\s:：]{1,10}\s?[:：].*$/u, '').trim();
    return holder === '' || /rights|保留|版权|版權/i.test(behind) ? [] : [holder];
  });
  const told = reading.blocks
    .map(({ text }) => /^(.{2,40}?) is a reader-supported publication/.exec(text)?.[1])
    .find(Boolean);
  const label = askers.find((name) => PUBLICATION.test(name) || feet.some((foot) => foot.includes(name)));
  const [, site] =
    new RegExp(`^${literally(title ?? '')}\\s*[-–—|_｜]\\s*(?:.*[-–—|_｜]\\s*)?(\\S.*)$`, 'u').exec(
      reading.headlines.at(-1) ?? '',
    ) ?? [];
  const isName = (name: string | undefined) => name !== undefined && name.length <= LONGEST_NAME;
  const issue = [...above, ...reading.headlines]
    .filter((text) => text !== title)
    .map(datedName)
    .find(Boolean);
  const volume = [...above, ...reading.leftOut.map(({ text }) => text)]
    .map((text) => VOLUME.exec(text)?.[1])
    .find(Boolean);
  const first = above.map((text) => FIRST_IN.exec(text.slice(0, LONGEST_DATED))?.[1]).find(Boolean);
  const head = headsOf(reading)
    .filter((text) => title === undefined || !text.includes(title))
    .map((text) => datedName(text) ?? (PUBLICATION.test(text) ? text : undefined))
    .find(isName);
  const named = [volume, issue, first, label, head, told, feet[0]];
  return [...named, title === undefined ? undefined : site].find(isName);
}

/** `Published in Northern Shore Notes, 3 March 2023.`; a single word may be a town. */
const FIRST_IN =
  /\b[Pp]ublished in (?:the )?(?!(?:New York|New Delhi|San|Los|Hong Kong|Cape Town)\b)((?:\p{Lu}[\p{L}'’&-]+)(?: (?:(?:of|and|the|for|&) )*\p{Lu}[\p{L}'’&-]+)+)(?=[,.;(]|$| on\b)/u;

/** What stands at the heads and feet of the pages; a browser prints there when it did so, the page's title, and its address. */
function headsOf({ leftOut }: Reading): readonly string[] {
  const heads = leftOut.filter(({ reason, text }) => reason === RUNNING && !/\d[:：]\d\d|:\/\/|_/.test(text));
  return heads.map(({ text }) => text);
}

/** Where they print one day only. */
function dateOfHeads(reading: Reading): string | undefined {
  const days = new Set(headsOf(reading).flatMap((text) => dateIn(text) ?? []));
  return days.size === 1 ? [...days][0] : undefined;
}

/** `《河岸》2024年第3期`, `原载《河岸》` */
const VOLUME = /(?:《([^》]{2,20})》\s*\d{4}\s*年(?:第\s*\d+\s*期|\d+月[号號刊]))/u;
const DAY =
  /(?:\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?|(?:\d{1,2} )?(?:spring|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2},?)? \d{4})/i;

/** `Odo Marr, Skell Review, 3 May 2024`, `The Skell Observer, Spring 2024`: the part of a dated line that is a publication by its words. */
function datedName(text: string): string | undefined {
  if (text.length > LONGEST_DATED || !DAY.test(text)) return undefined;
  const parts = text
    .replace(DAY, '')
    .split(/\s*(?:[,，·•|｜]|\s[—–-]\s|\u3000|\s{2,}|\*)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isOnly = parts.length === 1;
  return parts.find((part) => PUBLICATION.test(part) || (isOnly && /^The \p{Lu}[^.!?:]+$/u.test(part)));
}

/** Characters of a line with a day. */
const LONGEST_DATED = 100;

/** What the line of the title says the person is: `——专访上海…院院长宋海涛`. */
function roleBefore(name: string, around: string): string | undefined {
  const [, role] =
    new RegExp(
      `(?:专访|專訪|访|訪|对话|對話|采访|採訪)([\\p{Script=Han}A-Za-z0-9·]{2,30}?)${literally(name)}`,
      'u',
    ).exec(around) ?? [];
  return role;
}

/** What a line of data has beside names and dates. */
const OF_DATA =
  /\b(?:by|recorded|posted|published|updated|words|text|interview(?:ed)?|written|date|source|on|in|and|at|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|gmt|am|pm|st|nd|rd|th)\b|文|撰文|采访|採訪|采写|採寫|专访|專訪|作者|记者|記者|来源|來源|时间|時間|日期|发布|發佈|发表于|發表於|[年月日上下午星期周]|\d+/giu;

/** Whether a line that was kept as data says more than what the values hold. */
export function saysMore(text: string, values: Values): boolean {
  const held = Object.values(values).toSorted((a, b) => b.length - a.length);
  const rest = held.reduce((own, value) => own.split(value).join(' '), text.replace(/\s+/g, ' '));
  return /\p{L}{2}/u.test(rest.replace(OF_DATA, ' '));
}

/** `Interview by Joss Tarrant and Mei Lindgren.` within the introduction. */
function authorWithin(introduction: readonly Paragraph[]): string | undefined {
  const name = String.raw`\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}`;
  const form = new RegExp(
    String.raw`\b(?:[Ii]nterview(?:ed)?|[Ww]ords|[Tt]ext) by (${name}(?:(?:, | and )${name})*)`,
    'u',
  );
  return introduction.map(({ text }) => form.exec(text)?.[1]).find(Boolean);
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
