// Our engine through its front doors: the search alone, and the whole reply that the bot sends.
import type { Library } from '../../src/answer/library.ts';
import type { Engine, Find } from './engine.ts';
import type { Material } from './material.ts';
import type { Sources } from './sources.ts';

type DictionarySource = Pick<Sources, 'loadDictionary'>;

/** Loads the engine's modules and dictionary; what comes back opens a library. */
export async function loadOurs({ loadDictionary }: DictionarySource) {
  const dictionary = await loadDictionary();
  const { openLibrary } = await import('../../src/answer/library.ts');
  return ({ interviews, lexicons, questions }: Omit<Material, 'documents'>): Library =>
    openLibrary({ interviews, lexicons, questions, dictionary });
}

export const OUR_SETTINGS = ['search alone', 'whole reply'] as const;

export function ourEngine(setting: (typeof OUR_SETTINGS)[number], sources: DictionarySource): Engine {
  const prepare = { 'search alone': findBySearch, 'whole reply': findByReply }[setting];
  return { name: 'Verbatim', setting, load: () => loadWith(sources, prepare) };
}

async function loadWith(sources: DictionarySource, prepare: () => Promise<(library: Library) => Find>) {
  const open = await loadOurs(sources);
  const findIn = await prepare();
  return (material: Material) => findIn(open(material));
}

async function findBySearch() {
  const { analyse } = await import('../../src/search/query/analyse.ts');
  const { search } = await import('../../src/search/rank/search.ts');
  return ({ open }: Library): Find => {
    const searched = open.map(({ index }, at) => ({ index, before: sectionsBefore(open, at) }));
    return (question, most) =>
      searched
        .flatMap(({ index, before }) =>
          search(analyse(question, index), most).hits.map(({ passage, score }) => ({
            place: before + passage,
            score,
          })),
        )
        .toSorted((a, b) => b.score - a.score)
        .slice(0, most)
        .map(({ place }) => place);
  };
}

/** Of a reply the benchmark wants only the time: the places that it leads to are not looked up. */
async function findByReply() {
  const { ask } = await import('../../src/answer/ask.ts');
  return (library: Library): Find =>
    (question) =>
      ask(library, { question }).outcome === 'answer' ? [0] : [];
}

/** Documents are the sections of all interviews, in their order. */
function sectionsBefore(open: Library['open'], at: number): number {
  return open.slice(0, at).reduce((sum, { interview }) => sum + interview.sections.length, 0);
}
