// The dictionary on disk -> Dictionary; the only reader of src/dictionary.
import { readFile } from 'node:fs/promises';
import { type Dictionary, parseDictionary } from './search/dictionary.ts';

/** Takes about a tenth of a second. Throws an error that names the file where it cannot be read. */
export async function loadDictionary(): Promise<Dictionary> {
  const file = new URL('dictionary/cedict.txt', import.meta.url);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error(`The dictionary ${file.pathname} cannot be read. It belongs to the sources.`, { cause });
  });
  return parseDictionary(bytes);
}
