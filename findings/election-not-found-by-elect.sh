#!/bin/sh
# @orama/orama 3.1.18 with its English stemming, @orama/stemmers 3.1.18, beside stemmer 2.0.1 (Porter's algorithm).
# Guess: with English stemming a search for "elect" finds "election", and the other way round: Porter takes -ion off behind s or t.
# Behaviour: one way only. Its stemmer takes the s or t off, too: election becomes elec, while elect stays elect. A search finds what
#   begins with its words' stems, so that "election" finds "elect" and "elect" finds nothing. So it goes with protect, adopt, invent,
#   connect, express; and where little is left of the word (decision, tradition, solution), -ion stays on it, and Porter takes it off.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @orama/orama@3.1.18 @orama/stemmers@3.1.18 stemmer@2.0.1 >/dev/null
cat >ask.mjs <<'JS'
import { create, insert, search } from '@orama/orama';
import { language, stemmer } from '@orama/stemmers/english';
import { stemmer as porter } from 'stemmer';

async function found(text, term) {
  const db = create({ schema: { text: 'string' }, components: { tokenizer: { language, stemming: true, stemmer } } });
  insert(db, { text });
  return (await search(db, { term })).count;
}
for (const [verb, noun] of [['elect', 'election'], ['protect', 'protection'], ['connect', 'connections']])
  console.log(`${verb} in "${noun}": ${await found(noun, verb)}, ${noun} in "${verb}": ${await found(verb, noun)}, ${stemmer(noun)}, Porter ${porter(noun)}`);
console.log(`decision: ${stemmer('decision')}, Porter ${porter('decision')}`);
JS
seen=$(node ask.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'elect in "election": 0, election in "elect": 1, elec, Porter elect
protect in "protection": 0, protection in "protect": 1, protec, Porter protect
connect in "connections": 0, connections in "connect": 1, connec, Porter connect
decision: decision, Porter decis' ]
