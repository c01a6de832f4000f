// What is said to the bot itself, not asked of an interview: an intent, or nothing that has a topic. A text is one of
// them only when every word is explained: by a cue, and by what may stand beside it. What is left over is a topic.
import type { QuestionLanguage } from './language.ts';
import { alternatives, spelledWords } from './spelled-words.ts';
import table from './words-to-bot.json' with { type: 'json' };

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
