#!/bin/sh
# marked 18.2.1, markdown-it 15.0.3 and remark 15.0.1: CommonMark.
# Guess: `[记者]: 为什么留下？`, a label in brackets and what is said, is a paragraph, as `[Reporter]: Why did you stay?` is.
# Behaviour: it is gone, in all three, without a trace: a word in brackets, a colon and one run of characters without a space define
#   a link, whatever the characters are (link reference definitions; no address is asked for). English has spaces in a sentence and is
#   saved by them, but for `[A]: Yes.`; Chinese has none. A space within the sentence, or a full-width colon, brings the turn back, so that
#   an interview loses some of its turns and keeps others.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund marked@18.2.1 markdown-it@15.0.3 remark@15.0.1 remark-html@16.0.1 >/dev/null
cat >turns.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { remark } from 'remark';
import html from 'remark-html';
const remade = remark().use(html);
const libraries = [(text) => marked.parse(text), (text) => new MarkdownIt().render(text), (text) => String(remade.processSync(text))];
for (const turn of ['[Reporter]: Why did you stay?', '[A]: Yes.', '[记者]: 为什么留下？', '[记者]: 读 Rust 吗？', '[记者]：为什么？'])
  console.log(turn, 'kept by', libraries.filter((made) => made(turn) !== '').length);
JS
seen=$(node turns.mjs)
printf '%s\n' "$seen"
[ "$seen" = '[Reporter]: Why did you stay? kept by 3
[A]: Yes. kept by 0
[记者]: 为什么留下？ kept by 0
[记者]: 读 Rust 吗？ kept by 3
[记者]：为什么？ kept by 3' ]
