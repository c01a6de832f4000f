#!/bin/sh
# @discordjs/rest 2.6.3 (as discord.js 14.28.1 brings it), Node 20.
# Guess: a request that is over lets go of the AbortSignal that it was given; at the least it is no louder than fetch, which Node
#   itself cleans up after.
# Behaviour: it listens to it for good. A signal that lasts as long as the process (one for "stop now") gathers a listener a request,
#   and Node warns of a leak from the eleventh on; the same requests by fetch warn of nothing. A signal of its own for each request
#   is the way out.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund discord.js@14.28.1 >/dev/null
cat >signal.mjs <<'JS'
import { getEventListeners, once } from 'node:events';
import { createServer } from 'node:http';
import { REST } from 'discord.js';
const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end('{}')).listen(0, '127.0.0.1');
await once(server, 'listening');
const api = `http://127.0.0.1:${server.address().port}`;
const warned = [];
process.on('warning', ({ name }) => warned.push(name));
const ofFetch = new AbortController().signal;
for (let at = 0; at < 12; at += 1) await (await fetch(api, { signal: ofFetch })).json();
await new Promise((resolve) => setImmediate(resolve));
console.log('fetch:', warned.join() || 'no warning');
const { signal } = new AbortController();
const rest = new REST({ api, version: '10' }).setToken('x');
for (let at = 0; at < 12; at += 1) await rest.get('/gateway', { signal });
await new Promise((resolve) => setImmediate(resolve));
console.log('rest:', warned.join() || 'no warning', getEventListeners(signal, 'abort').length, 'listeners');
process.exit();
JS
seen=$(node signal.mjs 2>/dev/null)
printf '%s\n' "$seen"
[ "$seen" = 'fetch: no warning
rest: MaxListenersExceededWarning 12 listeners' ]
