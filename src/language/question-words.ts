// A question among its words: whether a text that addresses nobody looks like one; words that only ask or only carry it; how
// common Chinese words are, so that a common one is not taken for a telling one.
import common from './common-words.json' with { type: 'json' };
import { fold } from './fold.ts';
import light from './light-words.json' with { type: 'json' };
import likeness from './question-like.json' with { type: 'json' };
import asking from './question-words.json' with { type: 'json' };
import { BREAK, type Token, tokenise } from './tokenise.ts';
import { readWordsToBot } from './words-to-bot.ts';

/** Chinese question words and the particles around them, on folded text. */
const CHINESE_QUESTION_WORDS = new RegExp(asking.chinese, 'g');
const ENGLISH_INTERROGATIVES = new Set(asking.interrogatives.split(' '));
/** Titles that are questions are still compared with them. */
const ENGLISH_QUESTION_WORDS = new Set([...ENGLISH_INTERROGATIVES, ...asking.english.split(' ')]);

/** Characters that the pattern of a light word stands for, without what it only looks at. */
function plainLength(word: string) {
  return word.replace(/\(\?.*?\)/g, '').length;
}

function lengthOf(word: string) {
  return word.length;
}

/** As one pattern that tries the longest alternative first. */
function longestFirst(lists: Readonly<Record<string, readonly string[]>>, length: (word: string) => number) {
  const words = Object.values(lists).flatMap((lines) => lines.flatMap((line) => line.split('|')));
  return words.sort((a, b) => length(b) - length(a)).join('|');
}

const LIGHT_WORDS = new RegExp(
  `${longestFirst(light.chinese, plainLength)}|\\b(?:${longestFirst(light.english, lengthOf)})\\b`,
  'g',
);

/** 1 for each UTF-16 unit of a text that the pattern's finds hold. */
function marked(text: string, pattern: RegExp): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const { 0: word, index } of text.matchAll(pattern)) marks.fill(1, index, index + word.length);
  return marks;
}

/** Where Chinese question words stand in a folded text. */
export function markQuestionWords(folded: string): Uint8Array {
  return marked(folded, CHINESE_QUESTION_WORDS);
}

/** Where light words stand in a folded text: they carry a question, and a sentence need not have them to answer it. */
export function markLightWords(folded: string): Uint8Array {
  return marked(folded, LIGHT_WORDS);
}

/** The folded question with its light words blanked out. */
export function withoutLightWords(folded: string): string {
  return folded.replace(LIGHT_WORDS, ' ');
}

export function isEnglishQuestionWord(word: string): boolean {
  return ENGLISH_QUESTION_WORDS.has(word);
}

/** Whether an English word asks by itself: what stands near it is what the question is after. */
export function isInterrogative(word: string): boolean {
  return ENGLISH_INTERROGATIVES.has(word);
}

/** As a pattern of printed text. */
export const QUESTION_OPENINGS = `(?:${asking.openings.replaceAll(' ', '|')})\\b`;
const ENGLISH_OPENING = new RegExp(`^${QUESTION_OPENINGS}`, 'i');

const FOCUS_BEFORE = new RegExp(`(?:${asking.focus})\\s*\\p{Script=Han}?\\s*$`, 'u');
const MAY_ASK = new RegExp(asking.mayAskFocus, 'g');
/** UTF-16 units before a token within which such a question word begins. */
const FARTHEST_ASK = 12;

/** Of the tokens of a folded text, where those start that name the fact asked for ("哪座城市", "how many students"). */
export function focusedPlaces(text: string, tokens: readonly Token[]): ReadonlySet<number> {
  const asks = [...text.matchAll(MAY_ASK)].map(({ index }) => index);
  const focused = new Set<number>();
  for (const { start } of tokens) {
    const isNear = asks.some((at) => at < start && at >= start - FARTHEST_ASK);
    if (isNear && FOCUS_BEFORE.test(text.slice(Math.max(0, start - FARTHEST_ASK), start))) focused.add(start);
  }
  return focused;
}

/** Whether a title is itself a question. */
export function isQuestion(title: string): boolean {
  return /[?？]\s*$/.test(title) || ENGLISH_OPENING.test(title.trim());
}

export interface ReadToken extends Token {
  /** Asks, and says nothing of what it is about. */
  readonly isAsking: boolean;
  /** Carries the question without saying what it is about. */
  readonly isLight: boolean;
  /** Terms between this one and the nearest question word: the nearer, the closer to what is asked for. */
  readonly distance: number;
}

/** The distance of every term where no question word stands, and of punctuation. */
export const FAR = 99;

/** For each token the number of terms between it and the nearest that asks. */
function distancesTo(asks: Uint8Array, tokens: readonly Token[]): Uint8Array {
  const distances = new Uint8Array(tokens.length).fill(FAR);
  if (!asks.includes(1)) return distances;
  const sweep = (first: number, step: 1 | -1) => {
    let since = FAR + 1;
    for (let at = first; at >= 0 && at < tokens.length; at += step) {
      if (tokens[at]?.term === BREAK) continue;
      since = asks[at] === 1 ? 0 : Math.min(FAR + 1, since + 1);
      distances[at] = Math.min(distances[at] ?? FAR, Math.max(0, since - 1));
    }
  };
  sweep(0, 1);
  sweep(tokens.length - 1, -1);
  return distances;
}

/** The tokens of a folded question, in order. */
export function readQuestion(folded: string): readonly ReadToken[] {
  const inQuestionWord = markQuestionWords(folded);
  const inLightWord = markLightWords(folded);
  const tokens = tokenise(folded);
  const asks = Uint8Array.from(tokens, ({ word, start }) =>
    inQuestionWord[start] === 1 || isInterrogative(word) ? 1 : 0,
  );
  const distances = distancesTo(asks, tokens);
  // Without a spread: every wording of the lists is read so.
  return tokens.map(({ term, word, start }, at) => ({
    term,
    word,
    start,
    isAsking: inQuestionWord[start] === 1 || isEnglishQuestionWord(word),
    isLight: inLightWord[start] === 1,
    distance: distances[at] ?? FAR,
  }));
}

/** Characters of the longest word in the classes. */
const LONGEST = 3;

/** How much (0..1) each word tells, beside 1 for a word that is in no class. */
const tellingOf = new Map(
  common.classes.flatMap(({ tells, words }) =>
    words.flatMap((line) => line.split(' ').map((word) => [word, tells] as const)),
  ),
);
const LEAST_TELLING = Math.min(...tellingOf.values());

/** Whether a word is of the first class: it stands in nearly every text. */
export function isCommonest(word: string): boolean {
  return tellingOf.get(word) === LEAST_TELLING;
}

/** For each UTF-16 unit of a folded text how much (0..1) the word tells that it belongs to, longest words first. */
export function tellingWeights(text: string): Float32Array {
  const weights = new Float32Array(text.length).fill(1);
  for (let at = 0; at < text.length; ) {
    const length = commonWordLength(text, at);
    if (length > 0) weights.fill(tellingOf.get(text.slice(at, at + length)) ?? 1, at, at + length);
    at += Math.max(1, length);
  }
  return weights;
}

/** Every word of the classes begins with an ideograph. */
const FIRST_IDEOGRAPH = 0x3400;

function commonWordLength(text: string, at: number): number {
  if (text.charCodeAt(at) < FIRST_IDEOGRAPH) return 0;
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length -= 1) {
    if (tellingOf.has(text.slice(at, at + length))) return length;
  }
  return 0;
}

/** Characters; a longer text is a post, not a question. */
const LONGEST_UNADDRESSED = 300;
/** Fewer Chinese characters or English words are a clarification among people ("why?", "真的吗?"). */
const FEWEST_CHARACTERS = 5;
const FEWEST_WORDS = 4;

const ANY_LINK = new RegExp(likeness.link, 'i');
const QUESTION_MARK = /[?？]["'”’」』)）\s]*$/u;
const ASKS = likeness.asks.map((pattern) => new RegExp(pattern));
const AMONG_PEOPLE = Object.values(likeness.amongPeople).map((patterns) => new RegExp(patterns.join('|')));

/** Whether it is put by people to people: to whoever is present, of tonight, of what only they can see. Folded. */
export function isAmongPeople(folded: string): boolean {
  return AMONG_PEOPLE.some((pattern) => pattern.test(folded));
}

export function looksLikeQuestion(text: string): boolean {
  const folded = fold(text.trim());
  if (folded.length > LONGEST_UNADDRESSED || ANY_LINK.test(folded) || !isComplete(folded)) return false;
  return asks(folded) && !isAmongPeople(folded) && readWordsToBot(text).kind === 'topic';
}

function asks(folded: string): boolean {
  return QUESTION_MARK.test(folded) || ASKS.some((pattern) => pattern.test(folded));
}

/** A word of Latin script inside a Chinese sentence counts as one character. */
function isComplete(folded: string): boolean {
  const characters = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = folded.match(/\p{Script=Latin}[\p{Script=Latin}\p{N}'’-]*/gu)?.length ?? 0;
  return characters > 0 ? characters + words >= FEWEST_CHARACTERS : words >= FEWEST_WORDS;
}
