// Enumerations: the adjacent sentences of one paragraph that count the items of a list, with the words that announce it;
// which item a question points at, and which sentence tells it.
import { quote, type Section } from '../knowledge/interview.ts';
import table from '../language/ordinals.json' with { type: 'json' };
import type { SentenceRun } from '../search/rank/sentences.ts';

const HAN_DIGITS: readonly string[] = [...table.han];
const ENGLISH_ORDINALS: readonly string[] = table.english.split(' ');

/** Sentences from one item to the next at most; what is farther apart is counted by chance. */
const FARTHEST_ITEM = 3;

/** An item begins a sentence or follows a mark: 一是 does, 统一是 does not. */
const BEFORE = '(?:^|[:：,，;；、。—(（]\\s*)';
const AFTER = '[,，、:：是]';

/** Ways of counting, each with the signs of its first, second … item. */
const COUNTINGS: readonly (readonly RegExp[])[] = [
  HAN_DIGITS.map(
    (digit) => new RegExp(`${BEFORE}(?:${digit}[就则也]?是|${digit}要|其${digit}${AFTER})`, 'u'),
  ),
  HAN_DIGITS.map((digit) => new RegExp(`${BEFORE}第${digit}(?:[个点条]|方面)?${AFTER}`, 'u')),
  ['首先', '其次|第二', '再次|再者|第三', '最后'].map((word) => new RegExp(`${BEFORE}(?:${word})`, 'u')),
  ENGLISH_ORDINALS.map((word) => new RegExp(`${BEFORE}(?:and )?${word}(?:ly\\b|[,:]| is\\b)`, 'iu')),
];

/** The whole enumeration that a sentence is part of; undefined where it is part of none. */
export function enumerationAround(section: Section, sentence: number): SentenceRun | undefined {
  const texts = section.sentences.map((range) => quote(section, range));
  for (const items of COUNTINGS) {
    const found = enumerations(section, texts, items).find(
      ({ first, last }) => first <= sentence && last >= sentence,
    );
    if (found) return found;
  }
  return undefined;
}

function enumerations(
  section: Section,
  texts: readonly string[],
  items: readonly RegExp[],
): readonly SentenceRun[] {
  return texts.flatMap((text, first) => {
    const at = items[0]?.exec(text)?.index;
    if (at === undefined) return [];
    const last = lastItem(section, texts.slice(first), items) + first;
    return last === first ? [] : [{ first: announcement(section, first, at === 0), last }];
  });
}

/** How far from the first item the last one stands, in sentences; 0 where no other follows. */
function lastItem({ sentences }: Section, texts: readonly string[], items: readonly RegExp[]): number {
  const before = sentences.length - texts.length;
  let item = 0;
  let last = 0;
  for (let at = 0; at < texts.length && at - last <= FARTHEST_ITEM; at += 1) {
    if (sentences[before + at]?.paragraph !== sentences[before]?.paragraph) break;
    const found = items.findLastIndex((sign, number) => number > item && sign.test(texts[at] ?? ''));
    if (found === -1) continue;
    item = found;
    last = at;
  }
  return last;
}

/** Where the enumeration begins: a first item that opens its sentence is announced by the sentence before. */
function announcement({ sentences }: Section, first: number, opensSentence: boolean): number {
  const before = first - 1;
  const isTogether = sentences[before]?.paragraph === sentences[first]?.paragraph;
  return opensSentence && isTogether ? before : first;
}

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
