// Collections for tests: the first interview as it ships, and the fictional one.
import { readFileSync } from 'node:fs';
import { type Collection, openCollection } from '../../src/answer/collection.ts';
import { type Knowledge, readCollection } from '../../src/knowledge/collection.ts';
import { loadDictionary } from '../../src/load-dictionary.ts';
import { loadKnowledge } from '../../src/load-knowledge.ts';

const shipped: Knowledge = await loadKnowledge('knowledge');
const dictionary = await loadDictionary();
export const shippedSource = { ...shipped, dictionary };
export const songHaitao: Collection = openCollection(shippedSource);

export const tideClocks = { name: 'tide-clocks.md', bytes: readFileSync('tests/interviews/tide-clocks.md') };

/** Both interviews in one collection. */
export const both: Collection = openCollection({
  interviews: [...shipped.interviews, ...readCollection([tideClocks]).interviews],
  lexicon: shipped.lexicon,
  questions: shipped.questions,
  dictionary,
});
