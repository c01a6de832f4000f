// A page -> blocks, those that stand around its article marked so, and the values that its head names. Which blocks belong to the
// article, its extractor (@mozilla/readability over linkedom) has one vote in: it drops questions by their class or place.
import { serialize } from 'parse5';
import type { Block, Reading } from './block.ts';
import { blocksOf, type PageBlocks } from './page-blocks.ts';
import { namedIn } from './page-head.ts';
import { attribute, type Document, type Element, parsePage } from './page-tree.ts';

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
