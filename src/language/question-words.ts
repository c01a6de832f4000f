// The words that make a question a question: they say what kind of answer is asked for, or only carry the question, and
// say nothing of what it is about.
import light from './light-words.json' with { type: 'json' };
import table from './question-words.json' with { type: 'json' };

/** Chinese question words and the particles around them, on folded text. */
const CHINESE_QUESTION_WORDS = new RegExp(table.chinese, 'g');
const ENGLISH_INTERROGATIVES = new Set(table.interrogatives.split(' '));
/** Titles that are questions are still compared with them. */
const ENGLISH_QUESTION_WORDS = new Set([...ENGLISH_INTERROGATIVES, ...table.english.split(' ')]);

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

const ENGLISH_OPENING =
  /^(?:what|who|whose|how|why|when|where|which|can|could|is|are|do|does|did|should|will|would)\b/i;

/** Whether a title is itself a question. */
export function looksLikeQuestion(title: string): boolean {
  return /[?？]\s*$/.test(title) || ENGLISH_OPENING.test(title.trim());
}
