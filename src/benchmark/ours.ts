// Our engine through its front doors: the search alone, and the whole reply that the bot sends.
import type { Collection } from '../answer/collection.ts';
import type { Engine, Find } from './engine.ts';
import type { Material } from './material.ts';
import type { Sources } from './sources.ts';

type DictionarySource = Pick<Sources, 'loadDictionary'>;

/** Loads the engine's modules and dictionary; what comes back opens a collection. */
export async function loadOurs({ loadDictionary }: DictionarySource) {
  const dictionary = await loadDictionary();
  const { openCollection } = await import('../answer/collection.ts');
  return ({ interviews, lexicon, questions }: Omit<Material, 'documents'>): Collection =>
    openCollection({ interviews, lexicon, questions, dictionary });
}

export const OUR_SETTINGS = ['search alone', 'whole reply'] as const;

export function ourEngine(setting: (typeof OUR_SETTINGS)[number], sources: DictionarySource): Engine {
  const prepare = { 'search alone': findBySearch, 'whole reply': findByReply }[setting];
  return { name: 'Verbatim', setting, load: () => loadWith(sources, prepare) };
}

async function loadWith(sources: DictionarySource, prepare: () => Promise<(collection: Collection) => Find>) {
  const open = await loadOurs(sources);
  const findIn = await prepare();
  return (material: Material) => findIn(open(material));
}

async function findBySearch() {
  const { analyse } = await import('../search/query/analyse.ts');
  const { search } = await import('../search/rank/search.ts');
  return ({ index }: Collection): Find =>
    (question, most) =>
      search(analyse(question, index), most).map(({ passage }) => passage);
}

/** Of a reply the benchmark wants only the time: the places that it leads to are not looked up. */
async function findByReply() {
  const { ask } = await import('../answer/ask.ts');
  return (collection: Collection): Find =>
    (question) =>
      ask(collection, { question }).outcome === 'answer' ? [0] : [];
}
