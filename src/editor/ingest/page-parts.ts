// Which parts of a page stand around its article: elements by their tag, their role, or words of their class; and captions, which may
// be marked by nothing but a picture above, or a credit.
import { type Block, endsAsQuestion, endsAsSentence, widthOf } from './block.ts';
import parts from './page-parts.json' with { type: 'json' };
import { attribute, type Document, type Element, elementsOf, lengthOf, textOf } from './page-tree.ts';

function byWord(lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(lists).flatMap(([reason, words]) => words.split(' ').map((word) => [word, reason])),
  );
}
const WORDS = byWord(parts.words);
const TAGS = byWord(parts.tags);
const ROLES = byWord(parts.roles);
/** These hold whole pages, whatever their classes say of them. */
const WHOLE = new Set('html body main article'.split(' '));

/** What a look at the whole page tells about its parts. */
export interface PageSize {
  readonly hasHeadline: boolean;
  /** Characters. */
  readonly text: number;
  readonly count: number;
}

export function sizeOf(document: Document): PageSize {
  let hasHeadline = false;
  let body: Element | undefined;
  let count = 0;
  for (const element of elementsOf(document)) {
    count += 1;
    if (element.tagName === 'h1') hasHeadline = true;
    if (element.tagName === 'body') body = element;
  }
  return { hasHeadline, text: body ? lengthOf(body) : 0, count };
}

/** Why an element is no part of the article; undefined where nothing says so, or where it holds the article itself. */
export function asideOf(element: Element, page: PageSize, isInArticle: boolean): string | undefined {
  if (isHidden(element)) return 'hidden on the page';
  const short = shortOf(element);
  if (short !== undefined) return short;
  const reason = reasonOf(element, isInArticle);
  if (reason === undefined || holdsArticle(element, reason, page)) return undefined;
  return reason;
}

/** Of what is too short to hold an article. */
function shortOf(element: Element): string | undefined {
  if (element.tagName === 'table' && isData(element)) return TABLE;
  return element.tagName === 'figure' && isPicture(element) ? 'a caption' : undefined;
}

function reasonOf(element: Element, isInArticle: boolean): string | undefined {
  const { tagName } = element;
  if (WHOLE.has(tagName)) return undefined;
  if (tagName === 'header' && !isInArticle) return "the page's head";
  const word = wordsOf(element).find((each) => WORDS.has(each));
  return TAGS.get(tagName) ?? ROLES.get(attribute(element, 'role')) ?? WORDS.get(word ?? '');
}

/** Of its class and id. */
function wordsOf(element: Element): readonly string[] {
  const words = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
  return words
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

const BOXES = new Set(parts.boxes.split(' '));

export function isBox(element: Element): boolean {
  return element.attrs.length > 0 && wordsOf(element).some((word) => BOXES.has(word));
}

export const TABLE = 'a table';
/** What an editor is told of one among the turns. */
export const TABLE_DOUBT = 'a table stands here, and is left out: does an answer need it?';
/** Columns of a table's cell; a longer one is text. */
const WIDEST_CELL = 40;
/** Share of its cells that are figures, where it has two columns only. */
const FIGURES = 0.3;
/** Cells; a longer table lays out a page. */
const MOST_CELLS = 400;

/** Short cells in rows and columns: figures, not a page's layout, and nobody's turns. */
function isData(table: Element): boolean {
  const all = [...elementsOf(table)].slice(0, MOST_CELLS * 4);
  if (all.some(({ tagName }) => tagName === 'table' || tagName === 'img' || /^h[1-4]$/.test(tagName)))
    return false;
  const rows = all.filter(({ tagName }) => tagName === 'tr').length;
  const cells = all.filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  if (rows < 2 || cells.length < rows * 2 || cells.length > MOST_CELLS) return false;
  const texts = cells.map((cell) => textOf(cell).trim());
  if (texts.some((text) => widthOf(text) > WIDEST_CELL || /[?？]$/.test(text))) return false;
  return (
    cells.length >= rows * 3 ||
    texts.filter((text) => /^\D{0,3}\d/.test(text)).length >= cells.length * FIGURES
  );
}

/** Characters that may stand below a picture in its frame. */
const LONGEST_CAPTION = 300;

function isPicture(figure: Element): boolean {
  const tags = new Set(Array.from(elementsOf(figure), ({ tagName }) => tagName));
  return (
    tags.has('img') && !tags.has('blockquote') && !tags.has('table') && lengthOf(figure) <= LONGEST_CAPTION
  );
}

function isHidden(element: Element): boolean {
  if (element.attrs.length === 0) return false;
  if (element.attrs.some(({ name }) => name === 'hidden') || attribute(element, 'aria-hidden') === 'true')
    return true;
  return /display\s*:\s*none/i.test(attribute(element, 'style'));
}

/** Content systems wrap whole pages in forms and in boxes named for their menus. */
function holdsArticle(element: Element, reason: string, page: PageSize): boolean {
  for (const { tagName } of elementsOf(element)) if (tagName === 'h1') return true;
  if (page.hasHeadline && !reason.startsWith('a form')) return false;
  return lengthOf(element) > page.text / 2;
}

/** The looks of a block right below a picture, and of one within the picture's own paragraph. */
export const BELOW_PICTURE = 'below a picture';
export const BESIDE_PICTURE = 'in a picture’s paragraph';

/** Columns; a longer one is text. */
const LONGEST = 200;
const LONGEST_PLAIN = 80;
/** Blocks of the same looks elsewhere above which the looks tell nothing. */
const FEW = 3;
/** Looks that set a caption apart. */
const APART =
  /^italic$|^center$|^\w+ align-center$|text-align:\s*center|align-?center|font-size:\s*1[0-3]px|small|color:\s*(?:#[89a-c]|rgb\(1[2-9])/i;

export function withCaptions(blocks: readonly Block[]): readonly Block[] {
  const elsewhere = new Map<string, number>();
  for (const { looks } of blocks) {
    if (looks.includes(BELOW_PICTURE) || looks.includes(BESIDE_PICTURE)) continue;
    for (const look of looks) if (APART.test(look)) elsewhere.set(look, (elsewhere.get(look) ?? 0) + 1);
  }
  return blocks.map((block) =>
    block.aside === undefined && isCaption(block, elsewhere) ? { ...block, aside: 'a caption' } : block,
  );
}

function isCaption({ text, looks, heading }: Block, elsewhere: ReadonlyMap<string, number>): boolean {
  const width = widthOf(text);
  if (heading > 0 || width > LONGEST || endsAsQuestion(text)) return false;
  const apart = looks.filter((look) => APART.test(look));
  if (looks.includes(BESIDE_PICTURE)) {
    return apart.length > 0 || (width <= LONGEST_PLAIN && !endsAsSentence(text) && !looks.includes('bold'));
  }
  return looks.includes(BELOW_PICTURE) && apart.some((look) => (elsewhere.get(look) ?? 0) < FEW);
}

/** Columns. */
const LONGEST_CREDITED = 160;
const CREDITED =
  /^[^\n]{2,}?[。！!.」”"）)\s|／/][（(【[]?\s*(?:(?:(?:图片|圖片|照片|图|圖)?(?:摄影|攝影|供图|供圖|提供|来源|來源|摄|攝)|图|圖|照片|图片|圖片|photo(?:graph)?s?(?: credit)?|image|picture|credit)\s*[:：／/|]|(?:photo(?:graph)?|image|picture)s? (?:by|courtesy of)|(?:照片|图片|圖片|图|圖)由)\s*[^。！？!?:：]{1,30}[)）】\]]?$/iu;

const NUMBERED =
  /^(?:(?:fig(?:ure|s)?\.?|table|chart|map|photo(?:graph)?|plate)\s?\d{1,2}[a-z]?(?:\s*[.:：|—–]|$)|(?:图|圖|表|照片)\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:\s*[.:：．、|—–]|$))/iu;
/** Behind the number a space alone: a sentence may begin so. */
const BARELY_NUMBERED = /^(?:(?:Fig(?:ure)?\.?|Table)\s?\d{1,2}\s+|(?:图|圖|表)\s?\d{1,2}[\s\u3000]+)(?=\S)/u;

/** `Fig. 2: …`, `Table 1`, `图1　…`. */
export function isNumberedCaption({ text, continues }: Block): boolean {
  if (continues || widthOf(text) > LONGEST_CREDITED) return false;
  return NUMBERED.test(text) || (BARELY_NUMBERED.test(text) && !endsAsSentence(text));
}

/** A sentence and who took the picture: `… at her desk. Photo: A. Ray`. */
export function isCreditedCaption(text: string): boolean {
  return widthOf(text) <= LONGEST_CREDITED && CREDITED.test(text);
}
