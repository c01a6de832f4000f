import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchKnowledge } from '../src/load-knowledge.ts';

async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'watched-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'first.md'), 'one');
  return folder;
}

/** Watches the folder; `next` resolves at the next change after it was called. */
function look(folder: string) {
  let hear: () => void = () => undefined;
  const unwatch = watchKnowledge(folder, {
    onChange: () => hear(),
    onError: (error) => {
      throw error;
    },
  });
  onTestFinished(() => unwatch());
  const next = () =>
    new Promise<void>((resolve) => {
      hear = resolve;
    });
  return { next, heard: (listener: () => void) => (hear = listener) };
}

/** Writes until it is heard: nobody tells when the watch has begun. */
async function begin(folder: string, next: () => Promise<void>): Promise<void> {
  let isHeard = false;
  const heard = next().then(() => (isHeard = true));
  for (let turn = 0; !isHeard; turn += 1) {
    await writeFile(join(folder, 'begin.md'), String(turn));
    await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 500))]);
  }
}

test('a file that is replaced, again and again, is heard each time, and so is one that goes', async () => {
  const folder = await openFolder();
  const { next } = look(folder);
  await begin(folder, next);
  for (const text of ['two', 'three']) {
    const heard = next();
    await writeFile(join(folder, '.first.md.tmp'), text);
    await rename(join(folder, '.first.md.tmp'), join(folder, 'first.md'));
    await heard;
  }
  const gone = next();
  await rm(join(folder, 'first.md'));
  await gone;
});

test('a folder that is deleted and made anew is heard further', async () => {
  const folder = await openFolder();
  const { next } = look(folder);
  await begin(folder, next);
  const gone = next();
  await rm(folder, { recursive: true });
  await gone;
  const back = next();
  await mkdir(folder);
  await back;
  const heard = next();
  await writeFile(join(folder, 'first.md'), 'anew');
  await heard;
});

test('SIGHUP asks for a look, until the watch has ended', async () => {
  const folder = await openFolder();
  const { next } = look(folder);
  const heard = next();
  process.emit('SIGHUP');
  await heard;
});

test('other files in the folder ask for no look', async () => {
  const folder = await openFolder();
  const { next, heard } = look(folder);
  await begin(folder, next);
  let looks = 0;
  heard(() => (looks += 1));
  for (let line = 0; line < 20; line += 1) await writeFile(join(folder, 'unanswered.log'), String(line));
  const real = next();
  await writeFile(join(folder, 'first.md'), 'changed');
  await real;
  expect(looks).toBe(0);
});
