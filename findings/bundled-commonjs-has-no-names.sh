#!/bin/sh
# esbuild 0.28.2 with `splitting`, @mozilla/readability 0.6.0 (CommonJS, like many packages that read documents), Node 20.
# Guess: what `await import('package')` gives is the same from the sources and from a bundle for Node.
# Behaviour: Node finds the names that a CommonJS module exports; in the bundle the module that is loaded by need has `default`
#   alone. `const { Readability } = await import(…)` works in every test that reads the sources, and is undefined once bundled;
#   a static import of the same name works in both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund esbuild@0.28.2 @mozilla/readability@0.6.0 >/dev/null
cat >late.mjs <<'JS'
const loaded = await import('@mozilla/readability');
console.log('late', typeof loaded.Readability, typeof loaded.default.Readability);
JS
cat >early.mjs <<'JS'
import { Readability } from '@mozilla/readability';
console.log('early', typeof Readability);
JS
npx esbuild late.mjs early.mjs --bundle --splitting --format=esm --platform=node --outdir=out --out-extension:.js=.mjs --log-level=error
seen=$(for file in late.mjs early.mjs out/late.mjs out/early.mjs; do printf '%s: ' "$file"; node "$file"; done)
printf '%s\n' "$seen"
[ "$seen" = 'late.mjs: late function function
early.mjs: early function
out/late.mjs: late undefined function
out/early.mjs: early function' ]
