// Which elements of a page stand around its article: by their tag, their role, or words of their class.
import parts from './page-parts.json' with { type: 'json' };
import { attribute, type Document, type Element, elementsOf, lengthOf } from './page-tree.ts';

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
}

export function sizeOf(document: Document): PageSize {
  let hasHeadline = false;
  let body: Element | undefined;
  for (const element of elementsOf(document)) {
    if (element.tagName === 'h1') hasHeadline = true;
    if (element.tagName === 'body') body = element;
  }
  return { hasHeadline, text: body ? lengthOf(body) : 0 };
}

/** Why an element is no part of the article; undefined where nothing says so, or where it holds the article itself. */
export function asideOf(element: Element, page: PageSize, isInArticle: boolean): string | undefined {
  if (isHidden(element)) return 'hidden on the page';
  const reason = reasonOf(element, isInArticle);
  if (reason === undefined || holdsArticle(element, reason, page)) return undefined;
  return reason;
}

function reasonOf(element: Element, isInArticle: boolean): string | undefined {
  const { tagName } = element;
  if (WHOLE.has(tagName)) return undefined;
  if (tagName === 'header' && !isInArticle) return "the page's head";
  const words = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
  const word = words
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((each) => WORDS.has(each));
  return TAGS.get(tagName) ?? ROLES.get(attribute(element, 'role')) ?? WORDS.get(word ?? '');
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
