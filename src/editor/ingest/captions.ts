// What stands below a picture without being marked as its caption: set in looks that the text around does not have.
import { type Block, endsAsQuestion, endsAsSentence, widthOf } from './block.ts';

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
  /^italic$|text-align:\s*center|align-?center|font-size:\s*1[0-3]px|small|color:\s*(?:#[89a-c]|rgb\(1[2-9])/i;

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
  /^[^\n]{2,}?[。！!.」”"）)\s|／/][（(【[]?\s*(?:(?:(?:图片|圖片|照片|图|圖)?(?:摄影|攝影|供图|供圖|提供|来源|來源|摄|攝)|图|圖|照片|图片|圖片|photo(?:graph)?s?(?: credit)?|image|picture|credit)\s*[:：／/|]|photo(?:graph)?s? by)\s*[^。！？!?:：]{1,30}[)）】\]]?$/iu;

/** A sentence and who took the picture: `… at her desk. Photo: A. Ray`. */
export function isCreditedCaption(text: string): boolean {
  return widthOf(text) <= LONGEST_CREDITED && CREDITED.test(text);
}
