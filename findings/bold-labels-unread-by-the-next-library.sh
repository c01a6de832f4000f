#!/bin/sh
# turndown 7.2.5 (a page becomes Markdown), read by marked 18.2.1 and markdown-it 15.0.3.
# Guess: what one library writes for bold, every other reads as bold: `**` around the words, nothing else is in it.
# Behaviour: not where the bold words end with a mark and no space follows, and that is how an interview sets its labels: 问： in bold,
#   then the question. To CommonMark such stars close nothing, so that they are printed. A label in English is read only because it
#   has a space behind it. A bold quotation (“”) within a Chinese sentence goes the same way. CommonMark's issue 650 is open.
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
for (const page of ['<b>问：</b>为什么？', '<b>Q:</b> Why?', '<b>Q:</b>Why?', '他说<b>“是”</b>的时候']) {
  const written = writer.turndown(`<p>${page}</p>`);
  const read = [marked.parse(written), new MarkdownIt().render(written)].map((html) => /<strong>/.test(html));
  console.log(written, 'bold:', read.join(' '));
}
JS
seen=$(node labels.mjs)
printf '%s\n' "$seen"
[ "$seen" = '**问：**为什么？ bold: false false
**Q:** Why? bold: true true
**Q:**Why? bold: false false
他说**“是”**的时候 bold: false false' ]
