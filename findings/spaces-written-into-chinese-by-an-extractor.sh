#!/bin/sh
# defuddle 0.19.4 on linkedom 0.18.15, beside @mozilla/readability 0.6.0.
# Guess: an extractor leaves out blocks of a page, and the text of those that it keeps is the page's to the letter.
# Behaviour: it sets a space on both sides of every element within a paragraph whose neighbours are letters: 我在<b>旧</b>屋里写 becomes
#   我在 旧 屋里写, a link splits its sentence, a pronunciation (ruby) its name. Where words have spaces between them nothing happens, so that
#   English shows it in half a word only. A quotation of such a text is none, and a search for 旧屋 finds nothing. Readability keeps
#   the letters.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund defuddle@0.19.4 @mozilla/readability@0.6.0 linkedom@0.18.15 >/dev/null
cat >spaces.mjs <<'JS'
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
const paragraphs = ['我在<b>旧</b>屋里写，写<a href="/one">第一本</a>书。', 'I wrote in the <b>old</b> house, in <b>un</b>quiet times.'];
const filling = Array.from({ length: 9 }, () => '<p>那时候我每天早上写，写到铅笔短了为止，然后去河边走一走，回来再写。</p>').join('');
const page = `<!doctype html><html lang="zh"><head><title>访谈</title></head><body><article>${paragraphs.map((own) => `<p>${own}</p>`).join('')}${filling}</article></body></html>`;
const { content } = await Defuddle(parseHTML(page).document, 'https://example.org/1');
const read = new Readability(parseHTML(page).document).parse().content;
for (const [name, html] of [['defuddle', content], ['readability', read]])
  for (const { textContent } of [...parseHTML(`<body>${html}</body>`).document.querySelectorAll('p')].slice(0, 2)) console.log(name, textContent);
JS
seen=$(node spaces.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'defuddle 我在 旧 屋里写，写 第一本 书。
defuddle I wrote in the old house, in un quiet times.
readability 我在旧屋里写，写第一本书。
readability I wrote in the old house, in unquiet times.' ]
