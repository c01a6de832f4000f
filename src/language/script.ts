// Which script Chinese text is in. One odd character decides nothing: a script's own characters outnumber the other's.
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

export type Script = 'traditional' | 'simplified';

/** OpenCC's tables: "from to" pairs joined by "|". */
export function pairsOf(data: string): readonly (readonly [string, string])[] {
  return data.split('|').map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return [from, to] as const;
  });
}

/** Traditional characters, each with its simplified one. */
export const simplifiedOf: ReadonlyMap<string, string> = new Map(pairsOf(traditionalToSimplified));

/** What both scripts write: 乾隆, 台灣, 皇后, 公里. */
const OF_BOTH = '乾台后里';
const ofScript = new Map<string, Script>([
  ...pairsOf(simplifiedToTraditional).map(([character]) => [character, 'simplified'] as const),
  ...[...simplifiedOf.keys()].map((character) => [character, 'traditional'] as const),
]);
for (const character of OF_BOTH) ofScript.delete(character);

/** Undefined where no character tells. */
export function scriptOf(text: string): Script | undefined {
  const count = { traditional: 0, simplified: 0 };
  for (const character of text) {
    const script = ofScript.get(character);
    if (script) count[script] += 1;
  }
  if (count.traditional > count.simplified) return 'traditional';
  return count.simplified > 0 ? 'simplified' : undefined;
}
