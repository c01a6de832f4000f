// Text that is no text: transliteration mixed in, letters without words, lists of search words.
import { endsAsSentence } from './block.ts';

/** `小(xiao)红(hong)书(shu)`: a reading behind single characters. */
const GLOSSED = /\p{Script=Han}[(（](?:[a-z]{1,6}|\p{Script=Han})[)）]/gu;
const MOST_GLOSSES = 8;
/** Letters; no word is longer, addresses apart. */
const LONGEST_WORD = 34;
const FEWEST_LETTERS = 60;

/** Words that any sentence of some length has, of the languages whose letters are Latin. */
const LITTLE_WORDS =
  /\b(?:the|an?|of|in|on|to|for|and|is|are|was|were|it|that|this|i|you|we|he|she|they|my|your|with|as|at|by|from|be|not|but|or|have|had|der|die|das|und|ist|nicht|ich|le|la|les|de|des|et|est|un|une|que|el|los|en|y|es|il|di|che|e|o|os|um|uma|het|een|van|has|into|than|more|her|his|its|their|about|who|which|when|where|what|how|all|there|so|if|out|up|one|would|can|will|just|like|no|over|after|do|did|does|me|him|them|our|us)\b/giu;

/** What is wrong with a block as a text; undefined where it may be one. `isLine`: one line of
 * several, which need be no sentence. */
export function nonsenseIn(
  text: string,
  { isChinese, isLine }: { readonly isChinese: boolean; readonly isLine: boolean },
): string | undefined {
  if (text.length < 20) return undefined;
  const glosses = text.match(GLOSSED)?.length ?? 0;
  if (glosses >= MOST_GLOSSES && glosses * 12 > text.length)
    return 'no text: transliteration between the characters';
  if (isUnspaced(text)) return 'no text: letters without words';
  if (isLine) return undefined;
  if (isChinese && isForeignSalad(text)) return 'no text: transliteration';
  if (isWordList(text)) return 'no text: a list of search words';
  return undefined;
}

const UNSPACED = new RegExp(`[A-Za-z]{${LONGEST_WORD + 1}}`);

function isUnspaced(text: string): boolean {
  if (!UNSPACED.test(text)) return false;
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  if (letters < FEWEST_LETTERS || letters < text.length / 3) return false;
  const words = withoutAddresses(text).match(/[A-Za-z]+/g) ?? [];
  const long = words.filter((word) => word.length > LONGEST_WORD).reduce((sum, word) => sum + word.length, 0);
  return long > letters / 3;
}

/** Run by run: one expression for a whole run with an address in it would try every start of a long one. */
function withoutAddresses(text: string): string {
  return text.replace(/\S+/g, (run) => (/https?:|www\.|@/.test(run) ? '' : run));
}

/** In a Chinese text: a row of Latin words that is no language's. */
function isForeignSalad(text: string): boolean {
  const words = text.match(/[A-Za-z]+/g) ?? [];
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (words.length < 15 || han > words.length / 4) return false;
  return (text.match(LITTLE_WORDS)?.length ?? 0) < words.length * 0.06;
}

/** Many short pieces without a sentence, of which most repeat one word; or English words without little ones. */
function isWordList(text: string): boolean {
  if (endsAsSentence(text) && !/^[^。！？!?.]*[.。]?$/u.test(text)) return false;
  const pieces = text.split(/[\s,，、|｜/_·;；]+/).filter((piece) => piece !== '');
  if (pieces.length < 8) return false;
  const chinese = pieces.filter((piece) => /^\p{Script=Han}{2,}/u.test(piece));
  if (chinese.length >= 8) return !endsAsSentence(text) && repeated(chinese) >= chinese.length / 2;
  const words = pieces.filter((piece) => /^[\p{Script=Latin}'’-]+$/u.test(piece));
  if (words.length < 8 || words.length < pieces.length * 0.7) return false;
  const little = text.match(LITTLE_WORDS)?.length ?? 0;
  const different = new Set(words.map((word) => word.toLowerCase())).size;
  return (
    (little < words.length * 0.05 && !endsAsSentence(text)) ||
    (different < words.length * 0.5 && words.length >= 12 && little < words.length * 0.15)
  );
}

/** In how many pieces the commonest pair of characters stands. */
function repeated(pieces: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    for (const pair of new Set(Array.from(piece, (_, at) => piece.slice(at, at + 2)))) {
      if (pair.length === 2) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return Math.max(0, ...counts.values());
}
