#!/bin/sh
# @discordjs/rest 2.6.3 (as discord.js 14.28.1 brings it), Node 20.
# Guess: a REST client that nobody refers to any more goes with the next collection: its timers do not hold the process, so that
#   there is nothing to close.
# Behaviour: two intervals (what is known of buckets, of routes) refer to it until the process ends: one client for each attempt to
#   log in is one more for good. clearHashSweeper and clearHandlerSweeper let it go, and so does an interval of 0 for both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund discord.js@14.28.1 >/dev/null
cat >kept.mjs <<'JS'
import { REST } from 'discord.js';
import { setTimeout as delay } from 'node:timers/promises';
const clients = (options, close) =>
  Array.from({ length: 100 }, () => {
    const rest = new REST(options);
    close?.(rest);
    return new WeakRef(rest);
  });
const closed = (rest) => {
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
};
const kinds = [clients({}), clients({}, closed), clients({ hashSweepInterval: 0, handlerSweepInterval: 0 })];
await delay(100);
gc();
await delay(100);
gc();
const left = (refs) => refs.filter((ref) => ref.deref() !== undefined).length;
console.log(`${kinds.map(left).join(' ')} of 100 are left`);
process.exit();
JS
seen=$(node --expose-gc kept.mjs)
echo "as they are, closed, without sweeping: $seen"
[ "$seen" = '100 0 0 of 100 are left' ]
