#!/bin/sh
# Intl.Segmenter of Node 20, beside unicode-segmenter 0.17.3.
# Guess: going through the segments of a text costs time in proportion to its length.
# Behaviour: to its square, and worse: each segment that is handed out costs a look at the whole text. We saw 0.6 s of processor's time
#   for 50,000 characters of Chinese and 20 s for 88,000. The same text by paragraphs takes hundredths of a second, and so does a library
#   in JavaScript for the whole. No test with a sentence shows it. V8 has mended it since (Chromium's issue 326176949); Node 20 has
#   the older one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund unicode-segmenter@0.17.3 >/dev/null
cat >cost.mjs <<'JS'
import { graphemeSegments } from 'unicode-segmenter/grapheme';
const paragraph = '他九岁开始写，在店铺后面的小屋里，坐在箱子中间。\n';
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
function count(segments) {
  let number = 0;
  for (const _ of segments) number += 1;
  return number;
}
const ways = {
  whole: (times) => count(segmenter.segment(paragraph.repeat(times))),
  'by paragraph': (times) => Array.from({ length: times }, () => count(segmenter.segment(paragraph))).reduce((a, b) => a + b),
  library: (times) => count(graphemeSegments(paragraph.repeat(times))),
};
/** Milliseconds of the processor, the least of three. */
function cost(way, times) {
  const each = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    way(times);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...each);
}
for (const [name, way] of Object.entries(ways)) {
  const [small, large] = [cost(way, 300), cost(way, 1500)];
  console.log(name, way(1500), large > 10 * small && large > 100 ? 'five times the text, more than ten times the cost' : 'in proportion');
}
JS
seen=$(node cost.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'whole 37500 five times the text, more than ten times the cost
by paragraph 37500 in proportion
library 37500 in proportion' ]
