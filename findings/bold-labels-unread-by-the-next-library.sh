#!/bin/sh
# turndown 7.2.5 (a page becomes Markdown), read by marked 18.2.1 and markdown-it 15.0.3.
# Guess: what one library writes for bold and italics, every other reads so: `**` and `_` around the words, nothing else is in it.
# Behaviour: not where the bold words end with a mark and no space follows, and that is how an interview sets its labels: 问： in bold,
#   then the question. To CommonMark such stars close nothing, so that they are printed. A label in English is read only because it
#   has a space behind it. A bold quotation (“”) within a Chinese sentence goes the same way, and so does every word in italics:
#   turndown writes `_`, which between letters is none, and in Chinese it is always between letters. CommonMark's issue 650 is open.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5 marked@18.2.1 markdown-it@15.0.3 >/dev/null
cat >labels.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import TurndownService from 'turndown';
const writer = new TurndownService();
for (const page of ['<b>问：</b>为什么？', '<b>Q:</b> Why?', '<b>Q:</b>Why?', '他说<b>“是”</b>的时候', '我<i>第一次</i>写']) {
  const written = writer.turndown(`<p>${page}</p>`);
  const read = [marked.parse(written), new MarkdownIt().render(written)].map((html) => /<(?:strong|em)>/.test(html));
  console.log(written, 'read:', read.join(' '));
}
JS
seen=$(node labels.mjs)
printf '%s\n' "$seen"
[ "$seen" = '**问：**为什么？ read: false false
**Q:** Why? read: true true
**Q:**Why? read: false false
他说**“是”**的时候 read: false false
我_第一次_写 read: false false' ]
