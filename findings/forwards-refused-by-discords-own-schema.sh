#!/bin/sh
# discord-api-spec 10.0.266135 (Zod schemas generated from Discord's own OpenAPI file), Node 20.
# Guess: a message that forwards another one, as Discord sends it since 2024 (message_reference.type 1 and message_snapshots), passes
#   the schema of a message's reference: forwards are documented, and the same file has message_snapshots.
# Behaviour: the file knows one type of reference, 0. Every forward that Discord sends fails there, and so does every request
#   that makes one; whoever checks real traffic with it must let type 1 through by hand.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund discord-api-spec@10.0.266135 zod@4.6.7 >/dev/null
cat >forward.mjs <<'JS'
import * as spec from 'discord-api-spec/zod';
const ids = { channel_id: '1000000000000000001', message_id: '1000000000000000002' };
for (const [name, type] of [['reply', 0], ['forward', 1]])
  console.log(name, spec.MessageReferenceResponseSchema.safeParse({ type, ...ids }).success);
console.log('snapshots', 'message_snapshots' in spec.MessageResponseSchema.shape);
JS
seen=$(node forward.mjs)
echo "$seen"
[ "$seen" = "reply true
forward false
snapshots true" ]
