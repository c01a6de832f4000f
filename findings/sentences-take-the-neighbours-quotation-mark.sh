#!/bin/sh
# sentence-splitter 5.0.1 beside Intl.Segmenter (locale zh, granularity sentence), Node 20.
# Guess: both cut Chinese behind 。 and its closing marks, so that a quotation mark or a bracket stays with the words that it holds.
# Behaviour: each tears them apart, at opposite ends. To the platform (UAX #29 counts opening marks as Close, too) the “ or （ right
#   behind 。 ends the sentence before, as Chinese sets no space between; the space of English hides it. sentence-splitter cuts between
#   a full stop and ”, in English as well, and the mark opens the next sentence; 「」 it knows as a pair. Whoever quotes sentence by
#   sentence prints half a pair in either case.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund sentence-splitter@5.0.1 >/dev/null
cat >sentences.mjs <<'JS'
import { split } from 'sentence-splitter';
const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });
for (const text of ['他走了。“别走！”', '他走了。（笑）', '“你好。”他说。', '「你好。」他說。', 'He left. “Stay!”']) {
  const platform = [...segmenter.segment(text)].map(({ segment }) => segment.trim());
  const library = split(text).filter(({ type }) => type === 'Sentence').map(({ raw }) => raw);
  console.log('platform', platform.join(' | '), 'library', library.join(' | '));
}
JS
seen=$(node sentences.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'platform 他走了。“ | 别走！” library 他走了。 | “别走！ | ”
platform 他走了。（ | 笑） library 他走了。 | （笑）
platform “你好。” | 他说。 library “你好。 | ”他说。
platform 「你好。」 | 他說。 library 「你好。」他說。
platform He left. | “Stay!” library He left. | “Stay! | ”' ]
