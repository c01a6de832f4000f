// A message as people type it: what stands beside the question and is no part of it (links, file names, mentions, code), and
// whether a text that addresses nobody looks like a question worth answering: complete, in either language, about a subject.
import { fold } from './fold.ts';
import table from './question-like.json' with { type: 'json' };
import { readWordsToBot } from './words-to-bot.ts';

/** Stands for what was there, until the text around it is mended. */
const GONE = '\u0000';

const CODE_BLOCK = /```[\s\S]*?(?:```|$)/g;
/** At most so long that an unclosed backtick is soon given up. */
const INLINE_CODE = /(?<!`)(`{1,2})(?!`)([^\n]{0,300}?[^`\n])\1(?!`)/g;
const MASKED_LINK = /\[([^[\]\n]{0,300})\]\(<?https?:\/\/[^\s()<>]{1,2000}>?\)/g;
/** Of ASCII only, as browsers copy them: Chinese text goes on right behind a link. */
const LINK = /<?\b(?:https?:\/\/|www\.|discord\.gg\/)[!-;=?-~]*[\w/#=&%-]>?/gi;
/** Mentions, emoji, times, commands; and the bare id of anything. */
const MENTION = /<(?:@[!&]?|#|a?:\w{1,32}:|t:|\/[^<>\n]{1,64}:|id:)[^<>\s]{0,40}>|(?<!\d)\d{17,20}(?!\d)/g;
const FILE_NAME =
  /(?<![\w.~-])[\w.~-]{0,100}\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|txt|md|csv|tsv|json|xml|html?|zip|rar|7z|png|jpe?g|gif|webp|svg|mp[34]|mov|wav|epub|mobi|ipynb)(?!\w)/gi;
/** Brackets that only say where the question is from. */
const SOURCE = new RegExp(
  `[(（[【][^\\S\\n]*(?:(?:${table.provenance})[:：]?[^\\S\\n]*)?\\0[\\0\\s]*[)）\\]】]`,
  'gi',
);

/** The text without them; empty where it is nothing else. Chinese in backticks is emphasis, and stays. */
export function stripNoise(text: string): string {
  const marked = text
    .replace(CODE_BLOCK, GONE)
    .replace(INLINE_CODE, (_whole, _ticks, code: string) => (/\p{Script=Han}/u.test(code) ? code : GONE))
    .replace(MASKED_LINK, '$1')
    .replace(LINK, GONE)
    .replace(MENTION, GONE)
    .replace(FILE_NAME, GONE)
    .replace(SOURCE, GONE);
  return marked.includes(GONE) ? marked.replace(/\s*\0[\0\s]*/g, ' ').trim() : marked;
}

/** Characters; a longer text is a post, not a question. */
const LONGEST = 300;
/** Fewer Chinese characters or English words are a clarification among people ("why?", "真的吗?"). */
const FEWEST_CHARACTERS = 5;
const FEWEST_WORDS = 4;

const ANY_LINK = new RegExp(table.link, 'i');
const QUESTION_MARK = /[?？]["'”’」』)）\s]*$/u;
const ASKS = table.asks.map((pattern) => new RegExp(pattern));
const AMONG_PEOPLE = Object.values(table.amongPeople).map((patterns) => new RegExp(patterns.join('|')));

/** Whether it is put by people to people: to whoever is present, of tonight, of what only they can see. Folded. */
export function isAmongPeople(folded: string): boolean {
  return AMONG_PEOPLE.some((pattern) => pattern.test(folded));
}

export function looksLikeQuestion(text: string): boolean {
  const folded = fold(text.trim());
  if (folded.length > LONGEST || ANY_LINK.test(folded) || !isComplete(folded)) return false;
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
