// Whether a text that addresses nobody looks like a question worth answering: complete, in either language, about a
// subject. What is said to the bot itself and what people ask one another is none.
import { fold } from './fold.ts';
import table from './question-like.json' with { type: 'json' };
import { readWordsToBot } from './words-to-bot.ts';

/** Characters; a longer text is a post, not a question. */
const LONGEST = 300;
/** Fewer Chinese characters or English words are a clarification among people ("why?", "真的吗?"). */
const FEWEST_CHARACTERS = 5;
const FEWEST_WORDS = 4;

const LINK = new RegExp(table.link, 'i');
const QUESTION_MARK = /[?？]["'”’」』)）\s]*$/u;
const ASKS = table.asks.map((pattern) => new RegExp(pattern));
const AMONG_PEOPLE = Object.values(table.amongPeople).map((patterns) => new RegExp(patterns.join('|')));

/** Whether it is put by people to people: to whoever is present, of tonight, of what only they can see. Folded. */
export function isAmongPeople(folded: string): boolean {
  return AMONG_PEOPLE.some((pattern) => pattern.test(folded));
}

export function looksLikeQuestion(text: string): boolean {
  const folded = fold(text.trim());
  if (folded.length > LONGEST || LINK.test(folded) || !isComplete(folded)) return false;
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
