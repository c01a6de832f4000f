#!/bin/sh
# media-captions 1.0.4, with `errors: true`, on text that players show.
# Guess: what the parser leaves out of a subtitle file stands in `errors`.
# Behaviour: three cues go without a word there: one that ends when it begins; the first one of a WebVTT file whose header no blank
#   line follows (the standard's own parser reads it); and a SubRip cue that no blank line parts from the one before, whose number,
#   times and words become that one's words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund media-captions@1.0.4 >/dev/null
cat >cues.mjs <<'JS'
import { parseText } from 'media-captions';
const first = '00:00:01.000 --> 00:00:02.000\none\n';
const sources = {
  'no length': ['vtt', `WEBVTT\n\n${first}\n00:00:03.000 --> 00:00:03.000\ntwo\n`],
  'no line behind the header': ['vtt', `WEBVTT\n${first}`],
  'no line between': ['srt', `1\n${first}2\n00:00:03.000 --> 00:00:04.000\ntwo\n`],
};
for (const [name, [type, text]] of Object.entries(sources)) {
  const { cues, errors } = await parseText(text, { type, errors: true });
  console.log(`${name}: ${JSON.stringify(cues.map((cue) => cue.text))} errors ${errors.length}`);
}
JS
seen=$(node cues.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'no length: ["one"] errors 0
no line behind the header: [] errors 0
no line between: ["one\n2\n00:00:03.000 --> 00:00:04.000\ntwo"] errors 0' ]
