// Whether a text that addresses nobody looks like a question worth answering: complete, in either language, no chatter.
import { fold } from './fold.ts';

/** Characters; a longer text is a post, not a question. */
const LONGEST = 300;
/** Fewer Chinese characters or English words are a clarification among people ("why?", "真的吗?"). */
const FEWEST_CHARACTERS = 5;
const FEWEST_WORDS = 4;

const LINK = /https?:|www\.|discord\.gg|\b[\w-]+\.(?:com|org|net|io|cn)\b/i;
const QUESTION_MARK = /[?？]["'”’」』)）\s]*$/u;
const CHINESE_START =
  /^(?:请问|想问|为什么|为何|为啥|如何|怎么|怎样|什么是|啥是|哪些|哪个|哪里|谁|是否|能否|可否)/;
/** A question word in the middle makes a question, unless somebody tells of themselves or of others. */
const CHINESE_INSIDE = /^(?!我|他|她|大家).*(?:哪些|多少|是不是|有没有|能不能|为什么|为何|如何|怎么)/;
const CHINESE_END = /(?:吗|呢|什么|哪些|哪里|谁|多少|如何|怎么样|怎样|与否)[。.!！~～…]*$/;
const ENGLISH_START =
  /^(?:(?:what|why|how|who|whom|whose|when|where|which)(?:'s|’s| is| are| was| were| do| does| did| can| could| should| would| will| has| have| many| much)|(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have) \w+ )/i;

export function looksLikeQuestion(text: string): boolean {
  const folded = fold(text.trim());
  if (folded.length > LONGEST || LINK.test(folded) || !isComplete(folded)) return false;
  return (
    QUESTION_MARK.test(folded) ||
    CHINESE_START.test(folded) ||
    CHINESE_INSIDE.test(folded) ||
    CHINESE_END.test(folded) ||
    ENGLISH_START.test(folded)
  );
}

/** A word of Latin script inside a Chinese sentence counts as one character. */
function isComplete(folded: string): boolean {
  const characters = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = folded.match(/\p{Script=Latin}[\p{Script=Latin}\p{N}'’-]*/gu)?.length ?? 0;
  return characters > 0 ? characters + words >= FEWEST_CHARACTERS : words >= FEWEST_WORDS;
}
