#!/bin/sh
# tiny-pinyin 1.3.2 (pinyin without a dictionary), Node 20 with ICU 78, beside pinyin-pro 3.29.4.
# Guess: a converter gives the common reading of a common character; it errs where a character has several, and where its data ends.
# Behaviour: it has no data but a list of one boundary character a syllable, and asks the platform's collation between which two
#   a character sorts. Some of the boundaries sort elsewhere in today's ICU: 北, 前, 点, 那, 被 and dozens of other frequent characters,
#   most with one reading, come out as a neighbouring syllable, and isSupported(), which looks at the collation, says true. What a
#   search by sound finds hangs on the ICU that Node brings. Its issue 45.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund tiny-pinyin@1.3.2 pinyin-pro@3.29.4 >/dev/null
cat >pinyin.mjs <<'JS'
import { pinyin } from 'pinyin-pro';
import tiny from 'tiny-pinyin';
console.log('supported', tiny.isSupported());
for (const word of ['北京', '前天', '一点', '上海'])
  console.log(word, tiny.convertToPinyin(word, ' ', true), 'for', pinyin(word, { toneType: 'none' }));
JS
seen=$(node pinyin.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'supported true
北京 bao jing for bei jing
前天 qie tian for qian tian
一点 yi di for yi dian
上海 shang hai for shang hai' ]
