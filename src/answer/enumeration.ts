// Enumerations: where a section counts items, with the words that announce them; which of its lists a question asks for, which item
// it points at, and whether a sentence begins with an item that is not the first.
import { notedOf, rememberedOf } from '../dictionary/dictionary.ts';
import { quote, type Section } from '../knowledge/interview.ts';
import table from '../language/enumerations.json' with { type: 'json' };
import { needsSentenceBefore } from '../language/kinds.ts';
import { ENGLISH_ITEMS, HAN_ITEMS, numeralsIn } from '../language/numerals.ts';
import { BREAK, isIdeograph, tokenise } from '../language/tokenise.ts';
import type { Words } from '../search/query/query.ts';
import type { SentenceRun } from '../search/rank/sentences.ts';
import { foldedIn } from './quotation.ts';

/** Sentences from one item to the next at most; what is farther apart is counted by chance. */
const FARTHEST_ITEM = 3;

/** An item begins a sentence or follows a mark: 一是 does, 统一是 does not. */
const BEFORE = '(?:^|[:,;、。—(]\\s*)';

/** Ways of counting, each with the signs of its first, second … item in folded text. */
const COUNTINGS = table.countings.map(({ each = '', numbers, items }): readonly RegExp[] => {
  const words =
    items ?? (numbers === 'chinese' ? HAN_ITEMS : ENGLISH_ITEMS).map((word) => each.replaceAll('#', word));
  return words.map((word) => new RegExp(`${BEFORE}(?:${word})`, 'u'));
});

/** A list of a section, from the sentence that announces it to its last item. */
interface List extends SentenceRun {
  /** Where its first item stands. */
  readonly start: number;
  /** Folded: what announces it. */
  readonly announcement: string;
}

/** The lists of a section, of the few that questions come near to, again and again. */
const listsIn = rememberedOf((section: Section): readonly List[] =>
  COUNTINGS.flatMap((items) => enumerations(section, foldedIn(section), items)),
);

/** The whole enumeration that a sentence is part of; undefined where it is part of none. */
export function enumerationAround(section: Section, sentence: number): SentenceRun | undefined {
  return listsIn(section).find(({ first, last }) => first <= sentence && last >= sentence);
}

function enumerations(section: Section, texts: readonly string[], items: readonly RegExp[]): readonly List[] {
  return texts.flatMap((text, start) => {
    const at = items[0]?.exec(text)?.index;
    if (at === undefined) return [];
    const last = lastItem(section, texts.slice(start), items) + start;
    if (last === start) return [];
    // A first item that opens its sentence is announced by the sentence before.
    const first = at === 0 && isTogether(section, start - 1, start) ? start - 1 : start;
    const announcement = first < start ? (texts[first] ?? '') : text.slice(0, at);
    return [{ first, last, start, announcement }];
  });
}

/** Whether both sentences are there, in one paragraph. */
export function isTogether({ sentences }: Section, one: number, other: number): boolean {
  return sentences[one] !== undefined && sentences[one]?.paragraph === sentences[other]?.paragraph;
}

/** How far from the first item the last one stands, in sentences; 0 where no other follows. */
function lastItem(section: Section, texts: readonly string[], items: readonly RegExp[]): number {
  const before = section.sentences.length - texts.length;
  let item = 0;
  let last = 0;
  for (let at = 0; at < texts.length && at - last <= FARTHEST_ITEM; at += 1) {
    if (!isTogether(section, before, before + at)) break;
    const found = items.findLastIndex((sign, number) => number > item && sign.test(texts[at] ?? ''));
    if (found === -1) continue;
    item = found;
    last = at;
  }
  return last;
}

/** How many of what a text counts ("three things", 三件事); the number is undefined where it is asked for (几件). */
interface Count {
  readonly number: number | undefined;
  /** What stands behind the number. */
  readonly things: readonly string[];
}

/** Items of a list that is asked for by their number. */
const MOST_COUNTED = 10;
/** Terms behind a number among which the counted thing stands: three plain rules. */
const NEAR = 3;
const SEVERAL = new RegExp(table.several);

function countsIn(folded: string): readonly Count[] {
  const tokens = tokenise(folded);
  const thingsFrom = (at: number) => tokens.slice(at, at + NEAR).map(({ term }) => term);
  const counts = numeralsIn(tokens)
    .filter(({ number, isOrdinal, start }) => {
      return number > 1 && number <= MOST_COUNTED && !isOrdinal && tokens[start - 1]?.term !== '第';
    })
    .map(({ number, end }): Count => ({ number, things: thingsFrom(end) }));
  const several = tokens.findIndex(({ term }) => SEVERAL.test(term));
  return several === -1 ? counts : [...counts, { number: undefined, things: thingsFrom(several + 1) }];
}

/** Whether a text counts what is asked for: as many, of the same. A general classifier tells little by itself. */
function isCounted(asked: Count, told: Count): boolean {
  const [thing = BREAK, next = BREAK] = asked.things;
  if (thing === BREAK || (asked.number !== undefined && asked.number !== told.number)) return false;
  if (!isIdeograph(thing)) return told.things.includes(thing);
  const isTelling = asked.number !== undefined && !table.generalClassifiers.includes(thing);
  return told.things[0] === thing && (isTelling || (next !== BREAK && told.things[1] === next));
}

const countsAsked = notedOf(({ text }: Words) => countsIn(text));

/** The list that a question asks for by its number ("which three things"): what counts it, and its items. */
export function countedList(section: Section, question: Words): SentenceRun | undefined {
  const asked = countsAsked(question);
  if (asked.length === 0) return undefined;
  for (const [first, text] of foldedIn(section).entries()) {
    const count = countsIn(text).find((own) => asked.some((other) => isCounted(other, own)));
    // "These three words" have been told before.
    if (count?.number === undefined || needsSentenceBefore(text.replace(CONCLUSION, ''))) continue;
    const marked = listsIn(section).find((list) => list.first === first || list.start === first);
    const last =
      marked?.last ?? (ITEMS_WITHIN.test(text) ? first : lastCounted(section, first, count.number));
    if (last !== undefined) return { first, last };
  }
  return undefined;
}

const CONCLUSION = new RegExp(table.conclusion);
const ITEMS_WITHIN = new RegExp(table.itemsWithin, 'u');
/** Marks that end a sentence; a semicolon ends a part of one. */
const FULL_STOP = /[.。!！?？…]["'”’」』)）]*$/;

const FIRST_WITHIN = /[:：][^:：]*[;；]$/;

/** Where the last of so many sentences, or parts of one sentence, stands; undefined where the paragraph has fewer. */
function lastCounted(section: Section, first: number, number: number): number | undefined {
  const own = section.sentences[first];
  // "Three rules: one; two; three." has its first item in the sentence that counts them.
  const parts = own && FIRST_WITHIN.test(quote(section, own).trim()) ? number - 1 : number;
  let sentences = 0;
  for (let at = first + 1; isTogether(section, first, at); at += 1) {
    const range = section.sentences[at];
    if (!range || !FULL_STOP.test(quote(section, range).trim())) continue;
    sentences += 1;
    if (sentences === number || (sentences === 1 && at - first === parts)) return at;
  }
  return undefined;
}

/** Whether a sentence announces a list whose items follow it, and names none of them. */
export function announcesList(section: Section, sentence: number): boolean {
  const text = foldedIn(section)[sentence] ?? '';
  return (
    listsIn(section).some((list) => list.first === sentence && list.start > sentence) &&
    !ITEMS_WITHIN.test(text)
  );
}

/** The run up to the last item, where it has what announces the list. */
export function withWholeList(section: Section, run: SentenceRun): SentenceRun {
  const list = listsIn(section).find(({ first }) => first >= run.first && first <= run.last);
  return list && list.last > run.last ? { first: run.first, last: list.last } : run;
}

/** Whether a question counts what announces the list that a sentence begins ("三轨 …: 一是 …"). */
export function countsList(section: Section, question: Words, sentence: number): boolean {
  const list = listsIn(section).find(({ first, start }) => first === sentence || start === sentence);
  if (!list) return false;
  const counted = countsIn(list.announcement);
  return countsAsked(question).some((asked) => counted.some((own) => isCounted(asked, own)));
}

const LATER_ITEMS = [...COUNTINGS.flatMap((items) => items.slice(1).map(({ source }) => source))];
const LATER_ITEM = new RegExp(
  `^(?:${table.laterItem}|(?:${LATER_ITEMS.join('|').replaceAll(BEFORE, '')}))`,
  'u',
);

/** Whether a folded sentence begins with an item of a list that is not the first. */
export function isLaterItem(folded: string): boolean {
  return LATER_ITEM.test(folded.replace(/^[^\p{L}\p{N}]+/u, ''));
}

const ITEM = new RegExp(table.item);
const LAST_ITEM = new RegExp(table.lastItem);

/** 1-based number of the item asked for; -1 for "the last", undefined where the question names none. */
export function ordinalIn(folded: string): number | undefined {
  const tokens = tokenise(folded);
  const item = numeralsIn(tokens).find(
    ({ start, isOrdinal }) => isOrdinal || tokens[start - 1]?.term === '第',
  );
  const number = ITEM.exec(folded)?.[1] ?? item?.number;
  if (number === undefined) return LAST_ITEM.test(folded) ? -1 : undefined;
  return Number(number);
}

/** The same of a question, asked once for all sections that are quoted. */
export const itemAsked = notedOf(({ text }: Words) => ordinalIn(text));

/** Index of the sentence that tells the n-th item, looking from `from` on; undefined where nothing is numbered so. */
export function sentenceOfItem(section: Section, ordinal: number, from: number): number | undefined {
  const marker = itemMarker(ordinal);
  if (!marker) return undefined;
  const carries = foldedIn(section).map((sentence) => marker.test(sentence));
  const after = carries.findIndex((found, index) => found && index >= from);
  const found = after === -1 ? carries.indexOf(true) : after;
  return found === -1 ? undefined : found;
}

/** Names between 、, the last one perhaps behind 和. */
const BETWEEN_NAMES = new RegExp(`、|${table.joins}`, 'u');
const NAME = '[\\p{L}\\p{N}“”]';
const LISTED = new RegExp(
  `${NAME}{1,12}?(?:、${NAME}{1,12}?)+(?:${table.joins})${NAME}{1,12}(?=[。，,；;])|${NAME}{2,12}(?:、${NAME}{2,12}){2,}`,
  'gu',
);

/** The n-th of the names listed with 、 in a text ("A、B、C"), where it lists at least three. */
export function listedName(text: string, ordinal: number): string | undefined {
  const lists = text.match(LISTED) ?? [];
  return lists
    .at(-1)
    ?.split(BETWEEN_NAMES)
    .at(ordinal > 0 ? ordinal - 1 : ordinal);
}

function itemMarker(ordinal: number): RegExp | undefined {
  const [han, english] = [HAN_ITEMS[ordinal - 1], ENGLISH_ITEMS[ordinal - 1]];
  if (han === undefined || english === undefined) return undefined;
  return new RegExp(table.told.replaceAll('H', han).replaceAll('E', english), 'u');
}
