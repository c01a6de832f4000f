#!/bin/sh
# @discordjs/rest 2.6.3 (as discord.js 14.28.1 brings it), Node 20.
# Guess: `timeout` bounds a request: what it resolves to is there by then, or it rejects.
# Behaviour: it bounds the wait for the headers. Once they are there its timer is cleared, and a body that stops coming is waited for
#   five minutes, which is undici's own bound. A signal that the caller gives is heard until the end, so that AbortSignal.timeout is a
#   deadline where `timeout` is none.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund discord.js@14.28.1 >/dev/null
cat >stalled.mjs <<'JS'
import { once } from 'node:events';
import { createServer } from 'node:http';
import { REST } from 'discord.js';
const server = createServer((request, response) => {
  if (request.url.endsWith('/headers')) response.writeHead(200, { 'content-type': 'application/json' }).write('{');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const api = `http://127.0.0.1:${server.address().port}`;
async function outcome(path, options) {
  const rest = new REST({ api, timeout: 300, retries: 0 }).setToken('x');
  const late = new Promise((resolve) => setTimeout(resolve, 3000, 'still waiting'));
  return await Promise.race([rest.get(path, options).then(() => 'answer', ({ name }) => name), late]);
}
console.log('no headers:', await outcome('/nothing'));
console.log('headers, no end:', await outcome('/headers'));
console.log('with a signal:', await outcome('/headers', { signal: AbortSignal.timeout(300) }));
process.exit();
JS
seen=$(node stalled.mjs)
printf '%s\n' "$seen"
[ "$seen" = 'no headers: AbortError
headers, no end: still waiting
with a signal: AbortError' ]
