#!/bin/sh
# marked 18.2.1 and remark 15.0.1 with remark-gfm 4.0.1, beside markdown-it 15.0.3 with `linkify`.
# Guess: a bare address ends where its characters end; each library knows that ， is none of them, as all of them know the comma.
# Behaviour: to GitHub's rule (GFM, autolinks) it ends at a space or <, and only ASCII marks at its end are taken off. Chinese sets no space
#   behind a comma, so that two of the three link the rest of the paragraph, percent-encoded: the link leads nowhere, and whoever weighs
#   how much of a paragraph is links takes the paragraph for a list of them. markdown-it stops at the mark.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund marked@18.2.1 remark@15.0.1 remark-gfm@4.0.1 remark-html@16.0.1 markdown-it@15.0.3 >/dev/null
cat >addresses.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { remark } from 'remark';
import gfm from 'remark-gfm';
import html from 'remark-html';
const remade = remark().use(gfm).use(html);
const ways = {
  marked: (text) => marked.parse(text),
  remark: (text) => String(remade.processSync(text)),
  'markdown-it': (text) => new MarkdownIt({ linkify: true }).render(text),
};
for (const [name, made] of Object.entries(ways))
  for (const text of ['https://example.org/a, then on.', 'https://example.org/a，然后再说。']) console.log(name, /<a [^>]*>([^<]*)</.exec(made(text))[1]);
JS
seen=$(node addresses.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'marked https://example.org/a
marked https://example.org/a，然后再说。
remark https://example.org/a
remark https://example.org/a，然后再说。
markdown-it https://example.org/a
markdown-it https://example.org/a' ]
