#!/bin/sh
# nzh 1.0.14 (Chinese numbers, both ways), `Nzh.cn.decodeS`.
# Guess: it reads the numbers that people write; what it cannot read gives an error or NaN.
# Behaviour: a character that it does not write itself counts as nothing, and the rest is the result. 两 is what everybody says for two
#   before hundreds and thousands: 两百 is 0 and 两千零二十四 is 24. A year in figures is added up by places (二〇二四 is 224), and a short form
#   loses its place (一百五, 150, is 105). Each is a number that could be meant, so that no check behind it notices. Its author calls
#   decoding an accessory of encoding (issue 5).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund nzh@1.0.14 >/dev/null
cat >numbers.cjs <<'JS'
const { cn } = require('nzh');
for (const text of ['二百', '两百', '两千零二十四', '二〇二四', '一百五十', '一百五', '三万五']) console.log(text, cn.decodeS(text));
JS
seen=$(node numbers.cjs)
printf '%s\n' "$seen"
[ "$seen" = '二百 200
两百 0
两千零二十四 24
二〇二四 224
一百五十 150
一百五 105
三万五 30005' ]
