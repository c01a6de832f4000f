// What a question asks for, by its question word, and whether a sentence has something of that kind.

import { MONTHS } from './months.ts';

/** What the question word asks for. */
export type Expected =
  | 'number'
  | 'date'
  | 'person'
  | 'place'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'list'
  | 'anything';

/** Tried in order: the first that matches the folded question decides. */
const ASKED: readonly (readonly [RegExp, Expected])[] = [
  [
    /什么时[候间后]|何时|哪一?[年天日月]|几[年月日点]|多久|\bwhen\b|\bwhat (?:year|date|day|month|time)\b|\b(?:what|which) year\b/,
    'date',
  ],
  [
    /多[少大长高远深重宽]|几[个次名位种条岁倍]|\bhow (?:many|much|long|old|far|large|big|tall|high|often)\b|\bwhat (?:percent\w*|number|amount)\b/,
    'number',
  ],
  [
    /哪[里儿边]|哪个[国城地省市]|何[处地]|什么地[方点]|\bwhere\b|\b(?:what|which) (?:city|country|state|place|region)\b/,
    'place',
  ],
  [/谁|哪一?位|何人|什么人|\bwho(?:m|se)?\b/, 'person'],
  [/为什么|为何|为啥|什么原因|\bwhy\b|\breason\b/, 'reason'],
  [/哪[些几两]|\bwhat are\b|\bwhich (?:two|three|four)\b|\blist\b/, 'list'],
  [/怎[么样]|如何|咋|\bhow\b/, 'manner'],
  [/什么是|是什么|定义|含义|指的?是|\bwhat is\b|\bdefin\w+\b|\bmean(?:s|ing)?\b/, 'definition'],
];

export function expectedAnswer(foldedQuestion: string): Expected {
  return ASKED.find(([sign]) => sign.test(foldedQuestion))?.[1] ?? 'anything';
}

const ASKS_FOR_LIST =
  /哪[些几两二三四五六七八九十]|有哪几?[个点条种方大]|分别|\bwhat are\b|\b(?:what|which) (?:two|three|four|five|six|seven)\b|\b(?:list|enumerate)\b/;

/** A question about one item of a list asks for no more of it. */
const NAMES_ITEM = /第[一二三四五六七八九十\d]|\b(?:first|second|third|fourth|fifth)\b/;

/** Whether a folded question asks for all items of a list. */
export function asksForList(foldedQuestion: string): boolean {
  return ASKS_FOR_LIST.test(foldedQuestion) && !NAMES_ITEM.test(foldedQuestion);
}

const ASKS_FOR_WORK =
  /书|著作|作品|电影|歌|专辑|小说|杂志|报|条约|\b(?:books?|films?|songs?|albums?|novels?|articles?)\b/;

/** Whether a folded question is about a book, film, song or the like: texts print their names in quotation marks. */
export function asksForWork(foldedQuestion: string): boolean {
  return ASKS_FOR_WORK.test(foldedQuestion);
}

const CHINESE_DIGITS = '[一二两三四五六七八九十百千万亿]+';

/** What a folded sentence shows when it has an answer of each kind. */
const SIGNS: Readonly<Record<Expected, RegExp>> = {
  date: new RegExp(
    `\\d{3,4}|\\d+ ?(?:年|月|日|世纪)|${CHINESE_DIGITS}(?:年|月|日)|世纪|年代|时期|` +
      `\\b(?:${MONTHS.join('|').toLowerCase()}|` +
      'century|centuries|years?|days?|months?)\\b',
  ),
  number: new RegExp(
    `\\d|${CHINESE_DIGITS}[个名位人次条座种项家年岁倍米公元]|百分之|` +
      '\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion|' +
      'percent|half|third|dozens?|twice)\\b',
  ),
  person: /[先女]生|教授|博士|总统|国王|皇帝|主席|将军|·/,
  place:
    /[省市县区州国岛山河湖海城镇村路街]|位于|\b(?:in|at|near|north|south|east|west|city|country|river|located)\b/,
  reason:
    /因为|由于|原因|因此|所以|为了|以便|导致|因|\b(?:because|since|due|reason|therefore|so that|in order|caused?)\b/,
  list: /、.*、|,.*,.*\band\b|分别|包括|以及|一是/,
  manner: /通过|利用|以.{1,12}方式|用|使|\b(?:by|through|using|via|with)\b/,
  definition: /是|指|称为|叫|即|\b(?:is|are|called|known|means?|refers?|defined)\b/,
  anything: /$^/,
};

/** Whether a folded sentence shows something of the kind that the question asks for. */
export function showsExpected(foldedSentence: string, expected: Expected): boolean {
  return SIGNS[expected].test(foldedSentence);
}
