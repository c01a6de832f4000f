#!/bin/sh
# damerau-levenshtein 1.0.8, talisman 1.1.4 and natural 8.1.1, each as the metric of mnemonist 0.40.8's BK-tree.
# Guess: three packages that name Damerau and Levenshtein give one distance, and a BK-tree over it finds every word within the radius.
# Behaviour: two of them give the restricted distance, which edits no place twice (ca and abc are 3 apart, not 2). It is no metric: by way
#   of ac it is only 1 and 1. The tree relies on the triangle's inequality, and leaves abc out of what is within 1 of ac, though the
#   same function says 1. Which words are lost depends on the order in which they were added.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund damerau-levenshtein@1.0.8 talisman@1.1.4 natural@8.1.1 mnemonist@0.40.8 >/dev/null
cat >tree.cjs <<'JS'
const damerau = require('damerau-levenshtein');
const { BKTree } = require('mnemonist');
const natural = require('natural');
const talisman = require('talisman/metrics/damerau-levenshtein');
const distances = {
  'damerau-levenshtein': (a, b) => damerau(a, b).steps,
  talisman,
  natural: (a, b) => natural.DamerauLevenshteinDistance(a, b),
};
for (const [name, distance] of Object.entries(distances)) {
  const tree = BKTree.from(['ca', 'abc'], distance);
  const found = tree.search(1, 'ac').map(({ item }) => item);
  console.log(name, 'ca-abc', distance('ca', 'abc'), 'ac-abc', distance('ac', 'abc'), 'within 1 of ac:', found.join(' '));
}
JS
seen=$(node tree.cjs | grep within)
printf '%s\n' "$seen"
[ "$seen" = 'damerau-levenshtein ca-abc 3 ac-abc 1 within 1 of ac: ca
talisman ca-abc 3 ac-abc 1 within 1 of ac: ca
natural ca-abc 2 ac-abc 1 within 1 of ac: ca abc' ]
