#!/bin/sh
# esbuild 0.28.2, discord.js 14.28.1, Node 20.
# Guess: `Options.cacheWithLimits({ MessageManager: 0 })` keeps no message, from the sources and from a bundle that is not minified.
# Behaviour: discord.js finds a limit by the name of the manager's class. In the bundle some classes have another name, as a static
#   field names the class itself (`_MessageManager`), or another module has the same name (`UserManager2`): their limits are not
#   found, and everything is kept, without a warning. With esbuild's `keepNames` they hold. Tests that run the sources see nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund esbuild@0.28.2 discord.js@14.28.1 >/dev/null
cat >limits.mjs <<'JS'
import { Client, DMChannel, Options } from 'discord.js';
const makeCache = Options.cacheWithLimits({ MessageManager: 0, UserManager: 5 });
const client = new Client({ intents: [], makeCache });
const { messages } = new DMChannel(client, { id: '1', type: 1 });
console.log('messages', messages.cache.maxSize, 'users', client.users.cache.maxSize);
JS
bundle='npx esbuild limits.mjs --bundle --format=cjs --platform=node --log-level=error --external:zlib-sync'
$bundle --outfile=bundled.cjs
$bundle --outfile=named.cjs --keep-names
seen=$(for file in limits.mjs bundled.cjs named.cjs; do printf '%s: ' "$file"; node "$file"; done)
printf '%s\n' "$seen"
[ "$seen" = 'limits.mjs: messages 0 users 5
bundled.cjs: messages undefined users undefined
named.cjs: messages 0 users 5' ]
