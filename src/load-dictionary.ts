// The Chinese-English dictionary on disk -> a dictionary; the only reader of src/dictionary.
import { readFile } from 'node:fs/promises';
import { type Dictionary, parseDictionary } from './search/dictionary.ts';

const FILE = new URL('./dictionary/cedict.txt', import.meta.url);

/** Reads the shipped dictionary; throws where the installation lacks it. */
export async function loadDictionary(): Promise<Dictionary> {
  return parseDictionary(await readFile(FILE));
}
