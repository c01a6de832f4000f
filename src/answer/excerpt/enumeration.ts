// Enumerations: the adjacent sentences of one paragraph that count the items of a list, with the words that announce it.
import { quote, type Section } from '../../knowledge/interview.ts';
import { ENGLISH_ORDINALS, HAN_DIGITS } from '../../language/ordinal-words.ts';
import type { SentenceRun } from '../quotation.ts';

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
