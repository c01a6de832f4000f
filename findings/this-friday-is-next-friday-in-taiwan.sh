#!/bin/sh
# date-fns 4.4.0, `formatRelative` in its locales zh-CN and zh-TW, which both begin the week on Monday.
# Guess: the two say the same of a day, each in its script.
# Behaviour: on a Wednesday the Friday two days ahead is 星期五 in the one and 下個星期五 (Friday of next week) in the other, and the Monday two
#   days ago is last week's. The function's cases are "within six days", which English calls last Monday and Friday; Chinese asks for
#   the calendar's week. zh-CN was mended so in 2020 (pull request 1664), zh-TW never: its readers come a week late.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund date-fns@4.4.0 >/dev/null
cat >days.mjs <<'JS'
import { formatRelative } from 'date-fns';
import { enUS, zhCN, zhTW } from 'date-fns/locale';
const wednesday = new Date(2024, 4, 15, 12);
for (const locale of [enUS, zhCN, zhTW]) {
  const days = [13, 17, 20].map((day) => formatRelative(new Date(2024, 4, day, 9), wednesday, { locale }));
  console.log(locale.code, locale.options.weekStartsOn, days.join(', '));
}
JS
seen=$(node days.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'en-US 0 last Monday at 9:00 AM, Friday at 9:00 AM, Monday at 9:00 AM
zh-CN 1 星期一 上午 9:00, 星期五 上午 9:00, 下个星期一 上午 9:00
zh-TW 1 上個星期一 上午 9:00, 下個星期五 上午 9:00, 下個星期一 上午 9:00' ]
