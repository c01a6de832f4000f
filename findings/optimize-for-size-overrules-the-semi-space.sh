#!/bin/sh
# Node 20.20.2, 22.23.3 and 24.21.0 (V8 11.3 to 13.6).
# Guess: `node --optimize-for-size --max-semi-space-size=4` takes care of memory and leaves the young generation at the 4 MB that
#   were asked for: V8's implications give way to what is said outright.
# Behaviour: the young generation has semi-spaces of 1 MB, in whatever order the flags stand and without a word. A bot that answers
#   collects four times as often, and a question costs a sixth more CPU. Set after the start (v8.setFlagsFromString), the same flag
#   tidies the old generation and leaves the young one alone.
set -eu
cat_spaces='
const v8 = require("node:v8");
if (process.argv[1]) v8.setFlagsFromString(process.argv[1]);
const kept = [];
let most = 0;
for (let at = 0; at < 300000; at += 1) {
  kept.push({ at });
  if (at % 1000 !== 0) continue;
  const { space_size } = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
  most = Math.max(most, space_size);
}
console.log(Math.round(most / 2 ** 21), "MB");'
alone=$(node --max-semi-space-size=4 -e "$cat_spaces")
before=$(node --optimize-for-size --max-semi-space-size=4 -e "$cat_spaces")
after=$(node --max-semi-space-size=4 --optimize-for-size -e "$cat_spaces")
later=$(node --max-semi-space-size=4 -e "$cat_spaces" -- --optimize-for-size)
echo "a semi-space alone: $alone; the flag before: $before, after: $after, set later: $later"
[ "$alone $before $after $later" = '4 MB 1 MB 1 MB 4 MB' ]
