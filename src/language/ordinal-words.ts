// The words that count the first ten items of a list, in order.

export const HAN_DIGITS: readonly string[] = [...'一二三四五六七八九十'];

export const ENGLISH_ORDINALS: readonly string[] = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
