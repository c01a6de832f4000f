// What a question asks for, by its question word: a number, a date, a person, a place, a reason …

import type { Expected } from './query.ts';

/** Tried in order: the first that matches the folded question decides. */
const SIGNS: readonly (readonly [RegExp, Expected])[] = [
  [
    /什么时[候间后]|何时|哪一?[年天日月]|几[年月日点]|多久|\bwhen\b|\bwhat (?:year|date|day|month|time)\b|\bin (?:what|which) year\b/,
    'date',
  ],
  [
    /多[少大长高远深重宽]|几[个次名位种条岁倍]|\bhow (?:many|much|long|old|far|large|big|tall|high|often)\b|\bwhat (?:percent\w*|number|amount)\b/,
    'number',
  ],
  [
    /哪[里儿]|哪个[国城地省市]|何[处地]|什么地[方点]|哪边|\bwhere\b|\b(?:what|which) (?:city|country|state|place|region)\b/,
    'place',
  ],
  [/谁|哪[一]?位|何人|什么人|\bwho(?:m|se)?\b/, 'person'],
  [/为什么|为何|为啥|什么原因|\bwhy\b|\breason\b/, 'reason'],
  [/哪[些几两]|\bwhat are\b|\bwhich (?:two|three|four)\b|\blist\b/, 'list'],
  [/怎[么样]|如何|咋|\bhow\b/, 'manner'],
  [/什么是|是什么|定义|含义|指的?是|\bwhat is\b|\bdefin\w+\b|\bmean(?:s|ing)?\b/, 'definition'],
];

export function expectedAnswer(foldedQuestion: string): Expected {
  return SIGNS.find(([sign]) => sign.test(foldedQuestion))?.[1] ?? 'anything';
}
