// Collections for tests: the first interview as it ships, and the fictional one.
import { readFileSync } from 'node:fs';
import { type Collection, openCollection } from '../../src/answer/collection.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { loadKnowledge } from '../../src/load-knowledge.ts';

const shipped = await loadKnowledge('knowledge');
export const songHaitao: Collection = openCollection(shipped);

const tideClocks = { name: 'tide-clocks.md', bytes: readFileSync('tests/interviews/tide-clocks.md') };

/** Both interviews in one collection. */
export const both: Collection = openCollection({
  interviews: [...shipped.interviews, ...readCollection([tideClocks]).interviews],
  lexicon: shipped.lexicon,
  dictionary: shipped.dictionary,
});
