#!/bin/sh
# String.prototype.normalize of Node 20 (Unicode 17), as the folding of minisearch 7.2.0.
# Guess: NFKC makes ordinary characters of the radicals that look like them, which PDF files and their fonts put into copied text.
# Behaviour: of one block only. All 214 Kangxi radicals (U+2F00 on) are folded; of the 115 CJK radicals of the supplement (U+2E80 on) two
#   are, and 113 come back as they were, those of simplified Chinese among them: ⻓, ⻅, ⻋, ⻢, ⻛. Unicode gives them no decomposition. A
#   reader sees 风车, a search for it finds nothing, and a test with a Kangxi radical passes. Unicode's EquivalentUnifiedIdeograph.txt
#   has what NFKC has not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund minisearch@7.2.0 >/dev/null
cat >radicals.mjs <<'JS'
import MiniSearch from 'minisearch';
const from = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).filter((own) => /\p{Assigned}/u.test(own));
for (const [name, block] of [['Kangxi', from(0x2f00, 0x2fdf)], ['supplement', from(0x2e80, 0x2eff)]])
  console.log(name, block.length, 'left alone', block.filter((own) => own.normalize('NFKC') === own).length);
const search = new MiniSearch({ fields: ['text'], processTerm: (term) => term.normalize('NFKC') });
search.addAll([{ id: '⼭⽔', text: '⼭⽔' }, { id: '⻛⻋', text: '⻛⻋' }]);
for (const query of ['山水', '风车']) console.log(query, search.search(query).map(({ id }) => id).join(' ') || 'nothing');
JS
seen=$(node radicals.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'Kangxi 214 left alone 0
supplement 115 left alone 113
山水 ⼭⽔
风车 nothing' ]
