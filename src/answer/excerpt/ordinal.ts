// Which item of an enumeration a question points at, and which sentence of a text tells the n-th item.
import type { Section } from '../../knowledge/interview.ts';
import { quote } from '../../knowledge/interview.ts';
import { ENGLISH_ORDINALS, HAN_DIGITS } from '../../language/ordinal-words.ts';

/** 1-based number of the item asked for; -1 for "the last", undefined where the question names none. */
export function ordinalIn(folded: string): number | undefined {
  const han = /第([一二三四五六七八九十]|10|[1-9])/.exec(folded)?.[1];
  if (han !== undefined) return HAN_DIGITS.includes(han) ? HAN_DIGITS.indexOf(han) + 1 : Number(han);
  const digit = /\b(\d)(?:st|nd|rd|th)\b|(?:number|no\.?|point) (\d)\b/.exec(folded);
  if (digit) return Number(digit[1] ?? digit[2]);
  if (/最后[一]?[个点条种项]|\blast (?:one|point)\b/.test(folded)) return -1;
  const word = ENGLISH_ORDINALS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(folded));
  return word === -1 ? undefined : word + 1;
}

/** Index of the sentence that tells the n-th item, looking from `from` on; undefined where nothing is numbered so. */
export function sentenceOfItem(section: Section, ordinal: number, from: number): number | undefined {
  const marker = itemMarker(ordinal);
  if (!marker) return undefined;
  const carries = section.sentences.map((sentence) => marker.test(quote(section, sentence)));
  const after = carries.findIndex((found, index) => found && index >= from);
  const found = after === -1 ? carries.indexOf(true) : after;
  return found === -1 ? undefined : found;
}

/** The n-th of the names listed with 、 in a text ("A、B、C"), where it lists at least three. */
export function listedName(text: string, ordinal: number): string | undefined {
  const lists = text.match(/[\p{L}\p{N}“”]{2,12}(?:、[\p{L}\p{N}“”]{2,12}){2,}/gu) ?? [];
  return lists
    .at(-1)
    ?.split('、')
    .at(ordinal > 0 ? ordinal - 1 : ordinal);
}

function itemMarker(ordinal: number): RegExp | undefined {
  const han = HAN_DIGITS[ordinal - 1];
  const english = ENGLISH_ORDINALS[ordinal - 1];
  if (han === undefined || english === undefined) return undefined;
  return new RegExp(`${han}是|第${han}|其${han}|(?:^|[^\\p{L}])${english}(?:ly)?(?:[^\\p{L}]|$)`, 'iu');
}
