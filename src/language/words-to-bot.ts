// What is said to the bot itself, not asked of an interview: an intent, or nothing that has a topic. A text is one of them only
// when every word is explained: by a cue, and by what may stand beside it. What is left over is a topic.
import { fold, type QuestionLanguage } from './fold.ts';
import { KIND, scan } from './tokenise.ts';
import table from './words-to-bot.json' with { type: 'json' };

/** Letters of the words that are known with their letters in another order. */
const MENDED = { shortest: 7, longest: 14 };

/** Discord's own, and names behind an @. */
const MENTION = /<[@#:][^<>\s]{0,60}>|(?<!\S)@\S{1,40}/g;
const LAUGHTER = /^(?:ha|he|hi|ho|xi|ja|je|lo|xd|hue){2,}[hlx]?$/;
/** "A.I." is a word. */
const DOTTED = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}){1,8}(?![\p{L}\p{N}])/gu;
/** Letters of the shortest unit that is drawn out; nobody laughs in fewer, either. */
const SHORTEST_DRAWN = 3;
const DRAWN_OUT = /(\p{L})\1{2,}/gu;

export function alternatives(lists: readonly string[]) {
  return lists.flatMap((list) => list.split('|'));
}

const spellings = new Map(
  alternatives(table.spellings).map((pair): [string, string] => {
    const [written = '', meant = ''] = pair.split('=');
    return [written, meant];
  }),
);
const vocabulary = new Set([
  ...spellings.keys(),
  ...Object.values(table.words).flatMap((lists) => lists.join(' ').split(/[ |]/)),
]);
const byLetters = new Map(
  [...vocabulary].filter(isLong).map((word): [string, string] => [lettersOf(word), word]),
);

/**
 * As the table spells them: contractions and chat spellings written out ("whats" is what is, "咩" is 什么), drawn-out letters
 * and slips of the keyboard mended where that makes a known word.
 */
export function spelledWords(text: string): readonly string[] {
  return unitsOf(text.replace(MENTION, ' ')).flatMap(spell);
}

/** Words without their apostrophes, numbers, and Chinese characters one by one; capitals never matter to a bot. */
function unitsOf(text: string): readonly string[] {
  const folded = fold(text.toLowerCase()).replace(DOTTED, (letters) => letters.replaceAll('.', ''));
  const units: string[] = [];
  scan(folded, (kind, start, end) => {
    if (kind !== KIND.mark) units.push(folded.slice(start, end).replace(/['’]/g, ''));
  });
  return units;
}

function spell(unit: string): readonly string[] {
  const word = vocabulary.has(unit) ? unit : knownAs(unit);
  const meant = spellings.get(word);
  return meant === undefined ? [word] : unitsOf(meant);
}

function knownAs(unit: string): string {
  if (unit.length < SHORTEST_DRAWN) return unit;
  if (LAUGHTER.test(unit)) return 'haha';
  const short = unit.replace(DRAWN_OUT, '$1');
  return vocabulary.has(short) ? short : mended(unit.replace(DRAWN_OUT, '$1$1'));
}

/** A known word whose letters were typed in another order: "interveiw", "trasnlate". */
function mended(word: string): string {
  const known = isLong(word) ? byLetters.get(lettersOf(word)) : undefined;
  return known ?? word;
}

function isLong({ length }: string): boolean {
  return length >= MENDED.shortest && length <= MENDED.longest;
}

/** The first letter, which is seldom mistyped, and all letters in alphabetical order. */
function lettersOf(word: string): string {
  return word.charAt(0) + [...word].toSorted().join('');
}

export type Intent = keyof typeof table.intents;

export type WordsToBot =
  | { readonly kind: 'intent'; readonly intent: Intent; readonly into?: QuestionLanguage }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'topic' };

/** Words; whoever says more has something to say. */
const MOST_WORDS = 60;
/** A unit that stands so many times in a row says nothing. */
const FEWEST_REPEATS = 3;

/** Neighbours on a keyboard, or consonants of one row, as no word has them. */
const KEYBOARD_RUN =
  /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|zxcv|xcvb|cvbn|vbnm|[sdfghjkl]{5}|[zxcvbnm]{5}|[qwrtp]{5}/;

/** Names of classes of words: all that are needed, and all that may stand in the text. */
interface IntentRule {
  readonly needs: readonly string[];
  readonly allowed: ReadonlySet<string>;
}

/** A known phrase in a text: the index of the word behind it, and its classes. */
interface KnownPhrase {
  readonly end: number;
  readonly classes: readonly string[];
}

const classesOf = new Map<string, readonly string[]>();
for (const [name, lists] of Object.entries(table.words)) {
  // Written as spelledWords spells them: a test says so.
  for (const phrase of alternatives(lists)) {
    classesOf.set(phrase, [...(classesOf.get(phrase) ?? []), name]);
  }
}
const LONGEST_PHRASE = Math.max(...[...classesOf.keys()].map((phrase) => phrase.split(' ').length));

/** The first that explains a text is meant. */
const INTENTS = Object.entries(table.intents).map(([intent, groups]) => ({
  intent: intent as Intent,
  rules: groups.flatMap(rulesOf),
}));
const NOTHING = table.nothing.flatMap(rulesOf);

function rulesOf(group: { readonly with: string; readonly cues: string }): readonly IntentRule[] {
  const cues = group.cues.split('|').map((cue) => cue.split(' ').filter((name) => name !== ''));
  const allowed = new Set([...group.with.split(' '), ...cues.flat()]);
  return cues.map((needs) => ({ needs, allowed }));
}

/** `question` as typed. Linear in its length; never throws. */
export function readWordsToBot(question: string): WordsToBot {
  const words = spelledWords(question);
  if (isNoise(words)) return { kind: 'nothing' };
  const phrases = words.length > MOST_WORDS ? undefined : phrasesIn(words);
  if (!phrases) return { kind: 'topic' };
  const intent = INTENTS.find(({ rules }) => isExplained(phrases, rules))?.intent;
  if (intent === undefined) return { kind: isExplained(phrases, NOTHING) ? 'nothing' : 'topic' };
  const into = intent === 'translate' ? languageWanted(words) : undefined;
  return { kind: 'intent', intent, ...(into ? { into } : {}) };
}

const NOUN_ASKED = new RegExp(`(?:${table.nounAsked})$`);
const NO_NOUN = new Set(table.noNoun.split('|'));

/** The word at a question's end that an article makes a noun, though it is one of chat elsewhere: the fine, the well. */
export function nounAsked(question: string): string | undefined {
  const noun = NOUN_ASKED.exec(spelledWords(question).join(' '))
    ?.slice(1)
    .find((own) => own !== undefined);
  return noun === undefined || NO_NOUN.has(noun) ? undefined : noun;
}

/** No words at all, numbers, keys hit at random, one unit again and again. */
function isNoise(words: readonly string[]): boolean {
  if (words.every((word) => /^\p{Nd}/u.test(word) || KEYBOARD_RUN.test(word))) return true;
  const letters = words.join('');
  return letters.length >= FEWEST_REPEATS * periodOf(letters);
}

/** Length of the shortest unit that makes the text when repeated, by the borders of the text's beginnings. */
function periodOf(text: string): number {
  const borders = new Uint32Array(text.length + 1);
  let border = 0;
  for (let at = 1; at < text.length; at += 1) {
    while (border > 0 && text[at] !== text[border]) border = borders[border] ?? 0;
    if (text[at] === text[border]) border += 1;
    borders[at + 1] = border;
  }
  const period = text.length - border;
  return text.length % period === 0 ? period : text.length;
}

/** The known phrases that begin at each word; undefined where no row of them makes up the whole. */
function phrasesIn(words: readonly string[]): readonly (readonly KnownPhrase[])[] | undefined {
  const reached = new Set([0]);
  const phrases = words.map((_, start) => {
    const found = reached.has(start) ? phrasesAt(words, start) : [];
    for (const { end } of found) reached.add(end);
    return found;
  });
  return reached.has(words.length) ? phrases : undefined;
}

function phrasesAt(words: readonly string[], start: number): readonly KnownPhrase[] {
  const longest = Math.min(LONGEST_PHRASE, words.length - start);
  return Array.from({ length: longest }, (_, index) => start + index + 1).flatMap((end) => {
    const classes = classesOf.get(words.slice(start, end).join(' '));
    return classes ? [{ end, classes }] : [];
  });
}

function isExplained(phrases: readonly (readonly KnownPhrase[])[], rules: readonly IntentRule[]): boolean {
  return rules.some((rule) => explains(rule, phrases));
}

/** Whether allowed phrases make up the whole with all needed ones among them. A state is the set of needs met so far. */
function explains({ needs, allowed }: IntentRule, phrases: readonly (readonly KnownPhrase[])[]): boolean {
  const states = Array.from({ length: phrases.length + 1 }, () => new Set<number>());
  states[0]?.add(0);
  for (const [start, found] of phrases.entries()) {
    for (const { end, classes } of found) {
      for (const name of classes.filter((own) => allowed.has(own))) {
        const met = needs.includes(name) ? 1 << needs.indexOf(name) : 0;
        for (const state of states[start] ?? []) states[end]?.add(state | met);
      }
    }
  }
  return states.at(-1)?.has((1 << needs.length) - 1) ?? false;
}

function names(of: readonly string[]) {
  return [...new Set(alternatives(of).map((name) => spelledWords(name).join(' ')))]
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}
const CHINESE = names([...table.words.chinese, ...table.words['into-chinese']]);
const LANGUAGE = new RegExp(
  ` (?:(${CHINESE})|${names([...table.words.english, ...table.words['into-english']])})(?= )`,
  'g',
);
const UNREAD = `(?<! 会) (?:${names(table.words.unread)})`;
const NOT_READ = new RegExp(
  `${UNREAD}(?: any| much)?${LANGUAGE.source}|${LANGUAGE.source}(?: 我| 我 也)?${UNREAD}(?= )`,
  'g',
);

/** The language that a member wants to read: the one named last, but for one they say they do not read; undefined where none is named. */
function languageWanted(words: readonly string[]): QuestionLanguage | undefined {
  const text = ` ${words.join(' ')} `;
  const wanted = lastLanguage(text.replace(NOT_READ, ' '));
  if (wanted) return wanted;
  const unread = lastLanguage(text);
  return unread && (unread === 'zh' ? 'en' : 'zh');
}

function lastLanguage(text: string): QuestionLanguage | undefined {
  const last = [...text.matchAll(LANGUAGE)].at(-1);
  return last && (last[1] === undefined ? 'en' : 'zh');
}
