#!/bin/sh
# discord.js 14.28.1 with @discordjs/ws 1.2.3.
# Guess: discord.js re-exports all of @discordjs/ws, so that a sharding strategy for its client may import everything from
#   discord.js alone.
# Behaviour: every name is there, and three of them are other things: WebSocketManager, WebSocketShard and WebSocketShardEvents are
#   discord.js's own. `WebSocketShardEvents.Ready` of one is no event of the other, and no type error or warning says so where
#   only names of events are listened for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund discord.js@14.28.1 @discordjs/ws@1.2.3 >/dev/null
cat >names.cjs <<'JS'
const discord = require('discord.js');
const ws = require('@discordjs/ws');
const names = Object.keys(ws).filter((name) => name !== 'version');
console.log('missing:', names.filter((name) => !(name in discord)).length);
console.log('others:', names.filter((name) => name in discord && discord[name] !== ws[name]).sort().join(' '));
console.log('closed:', ws.WebSocketShardEvents.Closed, discord.WebSocketShardEvents.Close);
JS
seen=$(node names.cjs)
echo "$seen"
[ "$seen" = "missing: 0
others: WebSocketManager WebSocketShard WebSocketShardEvents
closed: closed close" ]
