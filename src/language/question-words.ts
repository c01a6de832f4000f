// The words that make a question a question: they say what kind of answer is asked for, not what it is about.

/** Chinese question words and the particles around them, on folded text. */
const CHINESE_QUESTION_WORDS =
  /请问|什么样|什么时候|什么时间|什么|甚么|哪一?[个些位种里儿边方年天次座条项部所间家名类支只本]|哪|谁|多少|几|怎么样|怎么办|怎么|怎样|如何|为何|为啥|何[时地处人者种]|何|是否|能否|可否|是不是|有没有|能不能|吗|呢|吧|啥|咋/g;

/** English words that carry no topic. Titles that are questions are still compared with them. */
const ENGLISH_QUESTION_WORDS = new Set(
  `what who whom whose which when where why how do does did is are was were be been am can could will would should
  shall may might must have has had a an the of in on at to for from by with and or not as it its that this these those
  there i my me you your we our us they their them he his him she her be so if than then about into during also much
  many any some such`.split(/\s+/),
);

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where Chinese question words stand in a folded text. */
export function chineseQuestionWords(folded: string): readonly Range[] {
  return [...folded.matchAll(CHINESE_QUESTION_WORDS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function isEnglishQuestionWord(word: string): boolean {
  return ENGLISH_QUESTION_WORDS.has(word);
}

const ENGLISH_INTERROGATIVES = new Set([
  'what',
  'who',
  'whom',
  'whose',
  'which',
  'when',
  'where',
  'why',
  'how',
]);

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
