// The dictionary's two files on disk -> a dictionary; the only reader of src/dictionary.
import { readFile } from 'node:fs/promises';
import { type Dictionary, parseDictionary } from './dictionary/dictionary.ts';

const CHINESE_ENGLISH = new URL('./dictionary/cedict.txt', import.meta.url);
const ENGLISH_CHINESE = new URL('./dictionary/ecdict.txt', import.meta.url);

/** Reads the shipped dictionary; throws where the installation lacks one of its files. */
export async function loadDictionary(): Promise<Dictionary> {
  const [glosses, phraseBook] = await Promise.all([readFile(CHINESE_ENGLISH), readFile(ENGLISH_CHINESE)]);
  return parseDictionary(glosses, phraseBook);
}
