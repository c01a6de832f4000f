#!/bin/sh
# marked 18.2.1 and remark 15.0.1 with remark-gfm 4.0.1, beside markdown-it 15.0.3.
# Guess: `~~` strikes words out, as on Discord, and a single ~ is a character like others; at the least, the libraries agree.
# Behaviour: two of three take GitHub's rule, to which one tilde is enough. Chinese writes ranges with it (3~5天), so that two ranges of a
#   paragraph lose their tildes and the words between them are struck out; whoever reads the text out of the HTML gets 35天 and 1015天,
#   without a warning. One range alone stays as it is, which is why it passes tests. GitHub itself does so: GFM, strikethrough.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund marked@18.2.1 remark@15.0.1 remark-gfm@4.0.1 remark-html@16.0.1 markdown-it@15.0.3 >/dev/null
cat >ranges.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { remark } from 'remark';
import gfm from 'remark-gfm';
import html from 'remark-html';
const remade = remark().use(gfm).use(html);
const ways = {
  marked: (text) => marked.parse(text),
  remark: (text) => String(remade.processSync(text)),
  'markdown-it': (text) => new MarkdownIt().render(text),
};
for (const [name, made] of Object.entries(ways))
  for (const text of ['等了3~5天。', '等了3~5天，又等了10~15天。']) console.log(name, made(text).replace(/<\/?(?:p|del)>/g, '').trim());
JS
seen=$(node ranges.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'marked 等了3~5天。
marked 等了35天，又等了1015天。
remark 等了3~5天。
remark 等了35天，又等了1015天。
markdown-it 等了3~5天。
markdown-it 等了3~5天，又等了10~15天。' ]
