// Whether an excerpt can be the kind of answer that the question word asks for: a number or a date.
import type { Expected } from '../../language/expected-answer.ts';
import { MONTHS } from '../../language/months.ts';

const DIGITS = '(?:\\d|[二两三四五六七八九十百千万亿数几])';
const ENGLISH_NUMBERS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|' +
  'sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|percent|double|twice';

/** Classifiers that count the same things; a question that counts with one is told by a number with any of its group. */
const CLASSIFIERS = [
  '名位人个',
  '本部册卷',
  '项件个',
  '篇',
  '家所间',
  '级等档',
  '次届回期',
  '岁',
  '场',
  '种类',
  '座',
  '台款',
  '元块',
  '天日号',
  '票',
  '章',
  '倍',
  '分小',
  '公里米',
  '吨',
];

/** English nouns that are counted, and how Chinese counts them. */
const ENGLISH_COUNTED: readonly (readonly [RegExp, string])[] = [
  [/^(?:people|employees|students|users|members|visitors|scientists|officials)$/iu, '名位人'],
  [/^(?:companies|firms|startups|labs|laboratories)$/iu, '家所间个'],
  [/^(?:days|weeks|hours|minutes)$/iu, '天日小分'],
  [/^(?:books|monographs)$/iu, '部本'],
  [/^(?:papers|articles)$/iu, '篇'],
  [/^(?:patents|projects|standards)$/iu, '项件个'],
  [/^(?:forums|sessions|panels)$/iu, '场个'],
  [/^(?:workshops|editions|rounds)$/iu, '次届期'],
];
/** The noun follows at once or after one word: "how many young people". */
const COUNTED_NOUNS = /\bhow many (\w+)(?: (\w+))?/iu;

const NUMBER = new RegExp(
  `\\d|${DIGITS}+(?:个|名|位|次|届|项|篇|部|条|种|家|场|年|倍|成|大|国|级|期|方面|层|步)|一是.+二是|` +
    `\\b(?:${ENGLISH_NUMBERS})\\b`,
  'iu',
);

export const MONTH = MONTHS.join('|');
/**
 * Stands in a text, as printed, that names a day, a month, a year or an age. A month stands beside a number or behind a
 * word of time, since "may" and "march" are words; so does a year that could as well count things.
 */
export const DATE = new RegExp(
  `(?:\\d|[〇一二三四五六七八九十])+[年月日号]|世纪|年代|近年|\\d (?:${MONTH})\\b|` +
    `\\b(?:(?:${MONTH}),? \\d|(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y|[Ee]very|[Ll]ate|[Ee]arly) (?:${MONTH}|1\\d{3})\\b|` +
    '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|century|recent years|19\\d\\d|20\\d\\d)\\b',
  'u',
);

/** "几个国家抱团" at the head of a clause means several, and "哪几个" asks which. */
const COUNTS =
  /多少|(?<!^\s*|[,，;；:：。?？!！]\s*|哪|这|那|好)几(?!个意思)|\b(?:how many|how much|percent\w*|proportion|share|number)\b/iu;
/** "How long", "when will": a sentence without a date may tell it. */
const ASKS_CONDITION =
  /多久|多长时间|几耐|(?:什么时候|啥时候?|何时|几时)(?:才|先|至|能|会|可以|有望|轮到)|\b(?:how long|when (?:will|can|could|would|do we|does it|should))\b/iu;

/** False only where the question asks for a number or a date, and the text has none. */
export function canTell(expected: Expected, question: string, text: string): boolean {
  if (expected === 'date') return ASKS_CONDITION.test(question) || DATE.test(text);
  if (expected !== 'number' || !COUNTS.test(question)) return true;
  return numberSign(question, text).test(text) || tellsOne(question, text);
}

/** "How many orders of magnitude?" is told by one of them. */
function tellsOne(question: string, text: string): boolean {
  const counted = /(?:多少|几)个(\p{Script=Han}{2,3})/u.exec(question)?.[1];
  return counted !== undefined && text.includes(`一个${counted}`);
}

/** A number counted as the question counts ("多少名…") in Chinese; any number where it names no classifier. */
function numberSign(question: string, text: string): RegExp {
  const group = countedInChinese(question) ?? countedInEnglish(question);
  return group && /\p{Script=Han}/u.test(text) ? new RegExp(`${DIGITS}[余多几]?[${group}]`, 'u') : NUMBER;
}

function countedInChinese(question: string): string | undefined {
  const classifier = /(?:多少|几)([名位本部册项件篇家所间级等次届回期岁场种类座台款元块天票章倍吨])/u.exec(
    question,
  )?.[1];
  return classifier && CLASSIFIERS.find((group) => group.includes(classifier));
}

function countedInEnglish(question: string): string | undefined {
  const nouns = COUNTED_NOUNS.exec(question)?.slice(1) ?? [];
  return ENGLISH_COUNTED.find(([counted]) => nouns.some((noun) => counted.test(noun ?? '')))?.[1];
}
