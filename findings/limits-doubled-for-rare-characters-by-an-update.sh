#!/bin/sh
# zod 4.4.3 and 4.5.0, discord-api-spec 10.0.266135 with zod 4.6.7, beside discord.js 14.28.1.
# Guess: `z.string().max(100)` means a length of at most 100, as the string's own `length` and discord.js's builders do, and a
#   minor version of a library leaves alone what a schema takes.
# Behaviour: since 4.5.0 zod counts code points. A rare character of a name (𠮷, 𨭎) has one of them and a length of two, so that a
#   description of 60 such passes a limit of 100, also in the schemas made of Discord's own file, while the builder refuses it. A limit
#   that stood for a buffer's or a column's size lets twice as much in. Zod's pull request 6441; which of the two Discord counts we found
#   nowhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund before@npm:zod@4.4.3 since@npm:zod@4.5.0 zod@4.6.7 discord-api-spec@10.0.266135 discord.js@14.28.1 >/dev/null
cat >limits.mjs <<'JS'
import { z as before } from 'before';
import { SlashCommandBuilder } from 'discord.js';
import * as spec from 'discord-api-spec/zod';
import { z as since } from 'since';
const command = { name: 'ask', description: '𠮷'.repeat(60), type: 1 };
function built() {
  try {
    new SlashCommandBuilder().setName(command.name).setDescription(command.description).toJSON();
    return true;
  } catch {
    return false;
  }
}
const { description } = command;
console.log('length', description.length, 'of 100 at most');
console.log('zod 4.4.3', before.string().max(100).safeParse(description).success, '4.5.0', since.string().max(100).safeParse(description).success);
console.log('schema', spec.ApplicationCommandCreateRequestSchema.safeParse(command).success, 'builder', built());
JS
seen=$(node limits.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'length 120 of 100 at most
zod 4.4.3 false 4.5.0 true
schema true builder false' ]
