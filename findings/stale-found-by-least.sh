#!/bin/sh
# flexsearch 0.8.212, `Charset.CJK`, which its README names for Chinese, Japanese and Korean; @orama/tokenizers 3.1.18, mandarin.
# Guess: Chinese is cut into characters or words, and Latin words and numbers between them stay whole and lose their capitals, as
#   everywhere else: texts about technology are full of both.
# Behaviour: FlexSearch cuts all of it into single characters, spaces among them, each once: whatever holds the same letters is
#   a hit. "stale" finds "least", 8991 finds 1998, and a search for Shanghai (上海) has "at sea" (海上) first. Orama's tokenizer keeps words and
#   numbers, and their capitals: "chatgpt" does not find ChatGPT, while its tokenizer for English would.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund flexsearch@0.8.212 @orama/orama@3.1.18 @orama/tokenizers@3.1.18 >/dev/null
cat >ask.mjs <<'JS'
import { create, insert, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import flexsearch from 'flexsearch';

const texts = ['at least', '1998年', '上海的海上', '海上'];
const index = new flexsearch.Index({ encoder: flexsearch.Charset.CJK });
texts.forEach((text, at) => index.add(at, text));
for (const asked of ['stale', '8991', '上海'])
  console.log(`FlexSearch ${asked}:`, index.search(asked).map((at) => texts[at]).join(', '));

async function found(text, term, tokenizer) {
  const db = create({ schema: { text: 'string' }, components: { tokenizer } });
  insert(db, { text });
  return (await search(db, { term })).count;
}
for (const asked of ['ChatGPT', 'chatgpt'])
  console.log(`Orama ${asked}:`, await found('他用ChatGPT写稿', asked, createTokenizer()), 'mandarin,', await found('He asks ChatGPT', asked), 'English');
JS
seen=$(node ask.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'FlexSearch stale: at least
FlexSearch 8991: 1998年
FlexSearch 上海: 海上, 上海的海上
Orama ChatGPT: 1 mandarin, 1 English
Orama chatgpt: 0 mandarin, 1 English' ]
