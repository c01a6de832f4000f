#!/bin/sh
# chokidar 5.0.0, Node 20.19 or newer, Linux.
# Guess: a watched folder that is deleted and made anew (a deployment that replaces the folder) is watched again, as a watched file
#   is that an editor replaces by another of its name.
# Behaviour: the deletion is told file by file; what is then written into the folder of the same name is never told, neither the
#   files that were there before nor new ones, and no error says so. Watching the folder above hears all of it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund chokidar@5.0.0 >/dev/null
cat >watch.mjs <<'JS'
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { watch } from 'chokidar';
const pause = () => new Promise((resolve) => setTimeout(resolve, 1500));
async function heardBy(watched, texts) {
  const heard = [];
  await mkdir(texts, { recursive: true });
  await writeFile(`${texts}/a.md`, 'one');
  const watcher = watch(watched, { ignoreInitial: true });
  watcher.on('all', (event, path) => heard.push(`${event} ${path.split('/').pop()}`));
  await new Promise((resolve) => watcher.once('ready', resolve));
  await rm(texts, { recursive: true });
  await pause();
  const deleted = heard.splice(0).includes('unlink a.md');
  await mkdir(texts);
  await writeFile(`${texts}/a.md`, 'two');
  await writeFile(`${texts}/b.md`, 'two');
  await pause();
  await watcher.close();
  return `deletion ${deleted}, made anew ${heard.includes('add a.md') && heard.includes('add b.md')}`;
}
console.log('the folder itself:', await heardBy('one/texts', 'one/texts'));
console.log('the folder above:', await heardBy('two', 'two/texts'));
JS
seen=$(node watch.mjs)
echo "$seen"
[ "$seen" = "the folder itself: deletion true, made anew false
the folder above: deletion true, made anew true" ]
