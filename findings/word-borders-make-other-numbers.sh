#!/bin/sh
# Intl.Segmenter (locale zh, granularity word) of Node 20, and jieba-wasm 2.4.0.
# Guess: where Chinese is cut into words, a number written in characters stays whole, or falls into single characters: a dictionary's
#   longest entries win, and numbers have no entries to speak of.
# Behaviour: they have, and the cut leaves another number. Of the 89 ages from 11 to 99, two thirds come out of the platform with a lower
#   age in their place: 三十五岁 (35) is 三 and 十五岁 (15), 二十五万 is 二 and 十五. jieba has its own dozen: 八十二岁 (82) is 八 and 十二岁 (12).
#   Whoever searches by words answers a question about somebody at fifteen from what was said about thirty-five.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund jieba-wasm@2.4.0 >/dev/null
cat >numbers.mjs <<'JS'
import { cut } from 'jieba-wasm';
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const ways = { platform: (text) => [...segmenter.segment(text)].map(({ segment }) => segment), jieba: (text) => cut(text, true) };
const digits = [...'一二三四五六七八九'];
const tens = ['', ...digits.slice(1)].flatMap((ten) => ['', ...digits].map((one) => `${ten}十${one}`));
const ages = tens.filter((age) => age !== '十').map((age) => `${age}岁`);
for (const [name, words] of Object.entries(ways)) {
  const others = ages.filter((age) => words(`他${age}那年`).some((word) => word !== age && /^[一二三四五六七八九十]+岁$/.test(word)));
  console.log(name, words('他三十五岁').join(' | '), words('他八十二岁').join(' | '), 'more than half:', others.length * 2 > ages.length);
}
JS
seen=$(node numbers.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'platform 他 | 三 | 十五岁 他 | 八 | 十二岁 more than half: true
jieba 他 | 三十五岁 他 | 八 | 十二岁 more than half: false' ]
