#!/bin/sh
# @mozilla/readability 0.6.0 on linkedom 0.18.15, beside defuddle 0.19.4.
# Guess: an article whose container is styled `visibility: hidden` in the page as it is served, until the page's script shows it, is
#   extracted: no other block has a tenth of its text. At the worst nothing comes back.
# Behaviour: something does, with confidence: the comments are the article. Everything within the container is left out before any
#   text is weighed, and no score says so. WeChat serves its articles like that, which is where many Chinese interviews are; a page
#   saved by a browser is shown already, so that only what a program fetched fails. Readability's issue 921.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 linkedom@0.18.15 defuddle@0.19.4 >/dev/null
cat >hidden.mjs <<'JS'
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
const answer = '早上用手写，写到铅笔短了为止，然后把值得打字的打出来，顺利的时候大概有三分之一留下来。';
const article = Array.from({ length: 12 }, (_, at) => `<p>第${at + 1}问：你怎么写？</p><p>${answer}</p>`).join('');
const comments = '<p>她的书我全都读过，还是觉得第二本最好，真的。</p><p>谢谢这篇访谈，在火车上读得很开心，收藏了。</p>';
for (const style of ['', 'style="visibility: hidden; opacity: 0"']) {
  const page = `<!doctype html><html lang="zh"><head><title>访谈</title></head><body><div ${style}>${article}</div><div>${comments}</div></body></html>`;
  const read = new Readability(parseHTML(page).document).parse()?.textContent ?? '';
  const { content } = await Defuddle(parseHTML(page).document, 'https://example.org/1');
  const told = [read, content].map((text) => `answers ${text.split(answer).length - 1} comment ${text.includes('她的书')}`);
  console.log(style === '' ? 'shown:' : 'hidden:', 'readability', told[0], 'defuddle', told[1]);
}
JS
seen=$(node hidden.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'shown: readability answers 12 comment false defuddle answers 12 comment true
hidden: readability answers 0 comment true defuddle answers 12 comment true' ]
