// A page -> blocks, those that stand around its article marked so, and the values that its head names. Which blocks belong to the
// article, its extractor (@mozilla/readability over linkedom) has one vote in: it drops questions by their class or place.
import { serialize } from 'parse5';
import type { Key } from '../../knowledge/front-matter.ts';
import { jsonIn } from '../../knowledge/problem.ts';
import type { Block, Reading } from './block.ts';
import { blocksOf, type PageBlocks } from './page-blocks.ts';
import { attribute, type Document, type Element, elementsOf, parsePage, textOf } from './page-tree.ts';

export async function readPage(source: string): Promise<Reading> {
  const document = parsePage(source);
  const { named, headlines } = namedIn(document);
  const page = blocksOf(document);
  const dropped = await droppedBlocks(document, page);
  const what =
    'the article extractor takes no part: the page is too large for it, or it finds no article there';
  return {
    unit: 'line',
    blocks: dropped
      ? page.blocks.map((block, at) => (dropped.has(at) ? withLook(block) : block))
      : page.blocks,
    named,
    headlines,
    unsure: dropped ? [] : [{ line: 1, what }],
    leftOut: [],
    problems: [],
  };
}

/** A fragment that another library made: nothing stands around it. */
export function readFragment(source: string): readonly Block[] {
  return blocksOf(parsePage(source)).blocks;
}

/** The look of a block that the article extractor dropped. */
export const DROPPED = 'dropped';

function withLook(block: Block): Block {
  return { ...block, looks: [...block.looks, DROPPED] };
}

/** Elements; its time grows with their square, and a page of 100,000 takes half a minute. */
const MOST_ELEMENTS = 6000;
const MARK = 'data-block';
const KEPT = new RegExp(`${MARK}="(\\d+)"`, 'g');

/** Indices of the blocks that the extractor drops; undefined where the page is too large for it, or it finds no article. */
async function droppedBlocks(
  document: Document,
  { elements, count, isDeep }: PageBlocks,
): Promise<ReadonlySet<number> | undefined> {
  // Both libraries recurse; elements nested thousands deep overflow the stack or take minutes.
  if (count > MOST_ELEMENTS || isDeep) return undefined;
  for (const [at, element] of elements.entries()) mark(element, at);
  // Loaded when they are needed: they take 30 MB and half a second. A CommonJS package has nothing but its default in a compiled main.
  const [{ default: readability }, { parseHTML }] = await Promise.all([
    import('@mozilla/readability'),
    import('linkedom'),
  ]);
  const copy = parseHTML(serialize(document)).document;
  // 0 would mean its default of 500 characters, below which it lets comments back in.
  const article = new readability.Readability(copy, { charThreshold: 1 }).parse();
  if (!article?.content) return undefined;
  const kept = new Set([...article.content.matchAll(KEPT)].map(([, value]) => value));
  return new Set(
    elements.flatMap((element, at) => (element && kept.has(attribute(element, MARK)) ? [] : [at])),
  );
}

/** Several blocks of one element have the number of the first. */
function mark(element: Element | undefined, at: number): void {
  if (element && attribute(element, MARK) === '') element.attrs.push({ name: MARK, value: String(at) });
}

type Named = Partial<Record<Key, string>>;

/** Names of meta elements, the surest first. */
const META: readonly (readonly [Key, readonly string[]])[] = [
  ['publication', ['og:site_name', 'application-name', 'dc.publisher', 'publisher', 'mediaid']],
  ['author', ['author', 'article:author', 'dc.creator', 'parsely-author', 'byl']],
  [
    'date',
    [
      'article:published_time',
      'datepublished',
      'pubdate',
      'publishdate',
      'publish_time',
      'date',
      'dc.date',
      'parsely-pub-date',
    ],
  ],
  ['url', ['og:url']],
];
const HEADLINES = ['og:title', 'twitter:title', 'dc.title'];

function namedIn(document: Document): {
  readonly named: Named;
  readonly headlines: readonly string[];
} {
  const metas = new Map<string, string>();
  const titles: string[] = [];
  const named: Named = {};
  for (const element of elementsOf(document)) {
    if (element.tagName === 'meta') readMeta(element, metas);
    if (element.tagName === 'title' && titles.length === 0) titles.push(oneLine(textOf(element)));
    if (element.tagName === 'script') Object.assign(named, linkedData(textOf(element)));
    if (element.tagName === 'html' && attribute(element, 'lang') !== '')
      named.language = attribute(element, 'lang');
    if (isAccount(element)) metas.set('account', metas.get('account') ?? oneLine(textOf(element)));
    if (element.tagName === 'time') metas.set('time', metas.get('time') ?? attribute(element, 'datetime'));
  }
  for (const [key, names] of META) {
    const value = names.map((name) => metas.get(name)).find((each) => each !== undefined && each !== '');
    if (value !== undefined && !(key === 'author' && /^https?:/.test(value))) named[key] = value;
  }
  const account = metas.get('account');
  if (PLATFORMS.test(named.publication ?? '')) named.publication = account ?? '';
  named.date = /^\d{4}-\d{2}-\d{2}/.exec(named.date ?? metas.get('time') ?? '')?.[0] ?? named.date ?? '';
  const headlines = [...HEADLINES.map((name) => metas.get(name) ?? ''), ...titles].filter(
    (each) => each !== '',
  );
  return { named: withoutEmpty(named), headlines };
}

/** Whose names are where something was published, and not by whom. */
const PLATFORMS =
  /^(?:微信公众平台|微信公眾平台|微信公众号|今日头条|头条号|百家号|搜狐号|网易号|大鱼号|企鹅号|知乎(?:专栏)?|微博|豆瓣|简书|Medium|YouTube|Facebook|LinkedIn)$/i;

/** Where such a page names the account. */
function isAccount(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      (name === 'id' && value === 'js_name') ||
      (name === 'class' && /\b(?:profile_nickname|account_nickname_inner)\b/.test(value)),
  );
}

function readMeta(element: Element, metas: Map<string, string>): void {
  const name = (
    attribute(element, 'property') ||
    attribute(element, 'name') ||
    attribute(element, 'itemprop')
  ).toLowerCase();
  const value = oneLine(attribute(element, 'content'));
  if (name !== '' && value !== '' && !metas.has(name)) metas.set(name, value);
}

/** Publisher, author and date of schema.org's data, where it can be read. */
function linkedData(text: string): Named {
  const data = objectIn(text);
  const date = textAt(data, 'datePublished');
  return withoutEmpty({
    publication: nameAt(data, 'publisher'),
    author: nameAt(data, 'author'),
    date: date.slice(0, 10),
  });
}

function objectIn(text: string): object {
  const data = jsonIn(text);
  const all: readonly unknown[] = Array.isArray(data) ? data : [data];
  const isDated = (each: unknown): each is object =>
    typeof each === 'object' && each !== null && 'datePublished' in each;
  return all.find(isDated) ?? {};
}

function textAt(data: object, key: string): string {
  const value: unknown = Object.entries(data).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
}

function nameAt(data: object, key: string): string {
  const value: unknown = Object.entries(data).find(([name]) => name === key)?.[1];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null ? textAt(first, 'name') : '';
}

function withoutEmpty(named: Named): Named {
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== ''));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
