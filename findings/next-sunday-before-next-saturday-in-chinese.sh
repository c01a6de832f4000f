#!/bin/sh
# chrono-node 2.10.3, its Chinese parsers.
# Guess: a parser for Chinese counts weeks from Monday, as China does and as Intl says of zh-CN; what it does not know, it leaves out.
# Behaviour: weeks begin on Sunday there, as in its English: on a Wednesday 下周日 (Sunday of next week) is four days ahead and 下周六
#   (Saturday of next week) ten, and 这周日 (this Sunday) lies behind. Of 去年三月 (March of last year) it reads 年三月 and gives this
#   year's, with 十五 as the day. In traditional script 二月二十九日 is the 20th. Every one is a date that can be meant.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3 >/dev/null
cat >dates.mjs <<'JS'
import { zh } from 'chrono-node';
const wednesday = new Date(2024, 4, 15, 12);
function show(parser, text) {
  const [{ text: read, start }] = parser.parse(text, wednesday);
  console.log(text, read, `${start.get('year')}-${start.get('month')}-${start.get('day')}`);
}
for (const text of ['这周日', '下周日', '下周六', '去年三月', '二月二十九日']) show(zh.hans, text);
show(zh.hant, '二月二十九日');
console.log('first day of the week in zh-CN:', new Intl.Locale('zh-CN').weekInfo.firstDay);
JS
seen=$(node dates.mjs)
printf '%s\n' "$seen"
[ "$seen" = '这周日 这周日 2024-5-12
下周日 下周日 2024-5-19
下周六 下周六 2024-5-25
去年三月 年三月 2024-3-15
二月二十九日 二月二十九日 2024-2-29
二月二十九日 二月二十 2024-2-20
first day of the week in zh-CN: 1' ]
