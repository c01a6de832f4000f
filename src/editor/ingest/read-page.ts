// A page -> blocks, those that stand around its article marked so, and the values that its head names.
import type { Block, Reading } from './block.ts';
import { blocksOf } from './page-blocks.ts';
import { namedIn } from './page-head.ts';
import { parsePage } from './page-tree.ts';
import { droppedBlocks } from './page-vote.ts';

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
