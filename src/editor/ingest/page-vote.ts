// The article extractor's opinion (@mozilla/readability over linkedom) of which blocks belong to the article. It is one vote
// only: it drops questions whose class or place it dislikes.
import { serialize } from 'parse5';
import type { PageBlocks } from './page-blocks.ts';
import { attribute, type Document, type Element, elementsOf } from './page-tree.ts';

/** Elements; its time grows with their square, and a page of 100,000 takes half a minute. */
const MOST_ELEMENTS = 6000;
const MARK = 'data-block';
const KEPT = new RegExp(`${MARK}="(\\d+)"`, 'g');

/** Indices of the blocks that the extractor drops; undefined where the page is too large for it, or it finds no article. */
export async function droppedBlocks(
  document: Document,
  { elements, isDeep }: PageBlocks,
): Promise<ReadonlySet<number> | undefined> {
  let count = 0;
  for (const _ of elementsOf(document)) count += 1;
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
