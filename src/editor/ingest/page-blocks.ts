// A page's tree -> blocks, walked by hand, since every converter that was tried changes the text.
import { BELOW_RULE, type Block, endsAsSentence, widthOf } from './block.ts';
import {
  asideOf,
  BELOW_PICTURE,
  BESIDE_PICTURE,
  isBox,
  type PageSize,
  sizeOf,
  withCaptions,
} from './page-parts.ts';
import { type Place, type Run, toBlock } from './page-runs.ts';
import { attribute, type Document, type Element, isElement, isText, type Node, textOf } from './page-tree.ts';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
const BLOCKS = words(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul',
);
const SKIPPED = words(
  'head script style noscript template iframe svg math object embed canvas video audio select option datalist textarea ' +
    'input title rt rp',
);
const BOLD = words('b strong th h1 h2 h3 h4 h5 h6');
const ITALIC = words('i em cite');

export interface PageBlocks {
  readonly blocks: readonly Block[];
  /** Elements of the whole page. */
  readonly count: number;
  /** The block element that holds each. */
  readonly elements: readonly (Element | undefined)[];
  /** Some are nested deeper than is looked at. */
  readonly isDeep: boolean;
}

const ROOT: Place = {
  element: undefined,
  bold: false,
  italic: false,
  link: false,
  isRaised: false,
  look: '',
  isPre: false,
  isInArticle: false,
  aside: undefined,
  isBoxed: false,
  depth: 0,
};
/** Elements within elements; browsers stop at some 500, too. Below, only the text is read. */
const DEEPEST = 600;

/** What the walk through a page's tree has found, and where it is. */
interface Walk {
  readonly page: PageSize;
  readonly blocks: Block[];
  readonly elements: (Element | undefined)[];
  readonly boxes: Map<unknown, number>;
  /** Of the block that is being read. */
  runs: Run[];
  line: number;
  /** Line breaks since the last text of the same block; -1 at its beginning. */
  breaks: number;
  isDeep: boolean;
  /** Since the last block: a rule, and the block element in which a picture stood. */
  isBelowRule: boolean;
  picture: Element | undefined | null;
}

export function blocksOf(document: Document): PageBlocks {
  const found = { blocks: [], elements: [], boxes: new Map(), runs: [], isDeep: false };
  const state = { line: 1, breaks: -1, isBelowRule: false, picture: null };
  const walk: Walk = { ...found, ...state, page: sizeOf(document) };
  for (const child of document.childNodes) visit(child, ROOT, walk);
  const { elements, isDeep, page } = walk;
  return { blocks: withCaptions(walk.blocks), count: page.count, elements, isDeep };
}

function visit(node: Node, place: Place, walk: Walk): void {
  if (isText(node)) readText(node.value, place, walk);
  if (!isElement(node) || SKIPPED.has(node.tagName)) return;
  if (place.depth > DEEPEST) readFlat(node, place, walk);
  else if (BLOCKS.has(node.tagName)) enterBlock(node, place, walk);
  else if (node.tagName === 'br') breakLine(node, walk);
  else if (node.tagName === 'img') seePicture(place, walk);
  else enterInline(node, place, walk);
}

/** A small picture within a line is a sign. */
function seePicture({ element }: Place, walk: Walk): void {
  if (walk.runs.length === 0) walk.picture = element;
}

function enterInline(element: Element, place: Place, walk: Walk): void {
  if (walk.runs.length > 0 && isLinkedMark(element)) return;
  if (walk.runs.length === 0) walk.line = element.line ?? walk.line;
  const aside = place.aside ?? (element.attrs.length > 0 ? asideOf(element, walk.page, true) : undefined);
  visitAll(element, placeOf(element, place, { element: place.element, aside }), walk);
}

/** `1`, `[2]`, `[注3]`, `*` */
const MARK =
  /^[[［(（〔【]?(?:[注註]|note )?\s?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§]{1,3}|[①-⑳])[\]］)）〕】]?$/i;
const NOTE = /#(?:.*(?:fn|note|cite|ref|edn|ftn|zhu|注).*|[a-z_-]{0,3}\d+)$/i;

/** The mark of a note that is a link to it, raised or not. */
function isLinkedMark(element: Element): boolean {
  const { tagName, childNodes } = element;
  const isLink = (node: Node) =>
    isElement(node) && node.tagName === 'a' && NOTE.test(attribute(node, 'href'));
  const isRaised = tagName === 'sup' || tagName === 'small' || tagName === 'span';
  // `[`, the link, `]`
  const holdsLink =
    isRaised &&
    childNodes.length <= 3 &&
    childNodes.some((child) => isLink(child) || (isElement(child) && isLinkedMark(child)));
  return (isLink(element) || holdsLink) && MARK.test(textOf(element).trim());
}

function visitAll({ childNodes }: Element, place: Place, walk: Walk): void {
  for (const child of childNodes) visit(child, place, walk);
}

function enterBlock(element: Element, place: Place, walk: Walk): void {
  flush(walk);
  walk.breaks = -1;
  walk.line = element.line ?? walk.line;
  if (element.tagName === 'hr') walk.isBelowRule = true;
  const aside = place.aside ?? asideOf(element, walk.page, place.isInArticle);
  visitAll(element, placeOf(element, place, { element, aside }), walk);
  flush(walk);
  walk.breaks = -1;
}

function breakLine({ line }: Element, walk: Walk): void {
  walk.breaks = flush(walk) ? 1 : walk.breaks + (walk.breaks === -1 ? 0 : 1);
  walk.line = line ?? walk.line;
}

function readText(text: string, place: Place, walk: Walk): void {
  const [space = ''] = walk.runs.length === 0 ? (/^[ \t\r\n\f]*/.exec(text) ?? []) : [];
  walk.line += newlines(space);
  if (space.length < text.length || walk.runs.length > 0) walk.runs.push({ text, place });
}

/** Too deep to go on by recursion: what opens a block is all that is looked at. */
function readFlat(root: Element, place: Place, walk: Walk): void {
  walk.isDeep = true;
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) readText(node.value, place, walk);
    if (!isElement(node) || SKIPPED.has(node.tagName)) continue;
    if (BLOCKS.has(node.tagName) || node.tagName === 'br') flush(walk);
    open.push(...node.childNodes.toReversed());
  }
}

/** Ends the block that is being read; whether there was one. */
function flush(walk: Walk): boolean {
  const { runs, boxes, line, breaks } = walk;
  if (runs.length === 0) return false;
  const element = runs[0]?.place.element;
  const box = boxes.get(element?.parentNode) ?? boxes.size + 1;
  const block = toBlock(runs, { line, isBroken: breaks === 1 && !isParagraph(walk.blocks.at(-1)), box });
  walk.runs = [];
  if (!block) return false;
  walk.blocks.push(withNeighbours(block, element, walk));
  walk.elements.push(element);
  boxes.set(element?.parentNode, box);
  return true;
}

/** Columns; no line of verse or of a list is as long. */
const LONGEST_LINE = 120;

/** Behind a single break, too, since no line of a paragraph is both long and a whole sentence. */
function isParagraph(block: Block | undefined): boolean {
  return block !== undefined && widthOf(block.text) > LONGEST_LINE && endsAsSentence(block.text);
}

/** What stands right above tells of a caption, and of an advertisement. */
function withNeighbours(block: Block, element: Element | undefined, walk: Walk): Block {
  const { isBelowRule, picture } = walk;
  walk.isBelowRule = false;
  walk.picture = null;
  if (!isBelowRule && picture === null) return block;
  const below = picture === element ? BESIDE_PICTURE : BELOW_PICTURE;
  const looks = [...(isBelowRule ? [BELOW_RULE] : []), ...(picture === null ? [] : [below])];
  return { ...block, looks: [...block.looks, ...looks] };
}

function placeOf(element: Element, place: Place, own: Pick<Place, 'element' | 'aside'>): Place {
  const { tagName, attrs } = element;
  const style = attrs.length === 0 ? '' : attribute(element, 'style');
  return {
    element: own.element,
    bold: place.bold || BOLD.has(tagName) || /font-weight:\s*(?:bold|[6-9]00)/i.test(style),
    italic: place.italic || ITALIC.has(tagName) || /font-style:\s*italic/i.test(style),
    link: place.link || tagName === 'a',
    isRaised: place.isRaised || tagName === 'sup',
    look: attrs.length === 0 || tagName === 'a' ? place.look : lookOf(element, style, place.look),
    isPre: place.isPre || tagName === 'pre',
    isInArticle: place.isInArticle || tagName === 'article' || tagName === 'main',
    aside: own.aside,
    isBoxed: place.isBoxed || isBox(element),
    depth: place.depth + 1,
  };
}

function lookOf(element: Element, style: string, around: string): string {
  const align = attribute(element, 'align') === 'center' ? 'align-center' : '';
  const own = [attribute(element, 'class'), attribute(element, 'color'), style.replace(/\s/g, ''), align];
  const look = own.join(' ').trim();
  return look === '' ? around : `${element.tagName} ${look}`;
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
