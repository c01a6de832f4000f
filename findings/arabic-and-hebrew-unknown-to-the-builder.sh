#!/bin/sh
# discord.js 14.28.1, discord-api-spec 10.0.266135 (generated from Discord's own OpenAPI file).
# Guess: the languages that a command's name may be translated into are the same in Discord's schema and in discord.js's `Locale`.
# Behaviour: the schema has 34, `Locale` 32. Arabic and Hebrew are missing, and the builder refuses a name in them, with an error that
#   lists what it takes; a command that is written as a plain object goes through. An interaction may come with `ar` or `he`, too,
#   so that a switch over all of `Locale` is not a switch over all that comes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund discord.js@14.28.1 discord-api-spec@10.0.266135 zod@4.6.7 >/dev/null
cat >locales.mjs <<'JS'
import { Locale, SlashCommandBuilder } from 'discord.js';
import * as spec from 'discord-api-spec/zod';
const known = new Set(Object.values(Locale));
const more = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => more.of(code) !== undefined);
const taken = codes.filter((code) => !known.has(code) && spec.AvailableLocalesEnumSchema.safeParse(code).success);
console.log('known to discord.js:', known.size, 'missing:', taken.join(' '));
for (const code of taken) {
  try {
    new SlashCommandBuilder().setNameLocalization(code, 'ask');
    console.log(code, 'taken by the builder');
  } catch {
    console.log(code, 'refused by the builder');
  }
}
JS
seen=$(node locales.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'known to discord.js: 32 missing: ar he
ar refused by the builder
he refused by the builder' ]
