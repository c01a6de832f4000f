#!/bin/sh
# discord.js 14.28.1, `escapeMarkdown` with every option that it has switched on.
# Guess: nothing of the text is markup any more, and an address is left alone.
# Behaviour: quotes (`> `, `>>> `) and small print (`-# `) come back as they were, and no option is for them: they stay markup. Within
#   an address in angle brackets backslashes are put; the same address without brackets is left alone. A bot that quotes a text to the
#   letter needs its own.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund discord.js@14.28.1 >/dev/null
cat >escape.cjs <<'JS'
const { escapeMarkdown } = require('discord.js');
const names = 'bold bulletedList codeBlock codeBlockContent escape heading inlineCode inlineCodeContent italic maskedLink numberedList spoiler strikethrough underline';
const all = Object.fromEntries(names.split(' ').map((name) => [name, true]));
for (const text of ['# a', '- a', '1. a', '> a', '>>> a', '-# a', 'https://a.org/b_c_d', '<https://a.org/b_c_d>'])
  console.log(text, '=>', escapeMarkdown(text, all));
JS
seen=$(node escape.cjs)
printf '%s\n' "$seen"
[ "$seen" = '# a => \# a
- a => \- a
1. a => 1\. a
> a => > a
>>> a => >>> a
-# a => -# a
https://a.org/b_c_d => https://a.org/b_c_d
<https://a.org/b_c_d> => <https://a.org/b\_c\_d>' ]
