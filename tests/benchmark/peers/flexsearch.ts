// FlexSearch: one field, since it gives no scores by which the results of two could be joined.
import type { Peer, RequirePackage } from '../engine.ts';
import { wordsOf } from '../words.ts';

interface Settings {
  readonly encode?: (text: string) => string[];
}

type FlexSearchIndex = new (
  settings?: Settings,
) => {
  add(id: number, text: string): void;
  search(question: string, options: { readonly limit: number; readonly suggest: boolean }): readonly number[];
};

interface English {
  readonly filter: ReadonlySet<string>;
  readonly stemmer: ReadonlyMap<string, string>;
}

interface Wish {
  readonly settings?: Settings;
  /** Whether a document may lack some of the words. */
  readonly suggest: boolean;
}

function load(requirePeer: RequirePackage, { settings, suggest }: Wish): ReturnType<Peer['load']> {
  const { Index }: { Index: FlexSearchIndex } = requirePeer('flexsearch');
  return (texts) => {
    const index = new Index(settings);
    for (const [place, { title, text }] of texts.entries()) index.add(place, `${title}\n${text}`);
    return (question, limit) => index.search(question, { limit, suggest });
  };
}

/** Its English endings are replaced as its own encoder replaces them: the first that fits. */
function carefulSettings(requirePeer: RequirePackage): Settings {
  const { filter, stemmer }: English = requirePeer('flexsearch/lang/en');
  const endings = [...stemmer];
  const stem = (word: string) => {
    const found = endings.find(([ending]) => word.length > ending.length && word.endsWith(ending));
    return found ? word.slice(0, word.length - found[0].length) + found[1] : word;
  };
  return {
    encode: (text) =>
      wordsOf(text)
        .filter((word) => !filter.has(word))
        .map(stem),
  };
}

export const FLEXSEARCH: readonly Peer[] = [
  {
    name: 'FlexSearch',
    setting: 'as it comes',
    how: 'one field, defaults: every word must be found',
    load: (requirePeer) => load(requirePeer, { suggest: false }),
  },
  {
    name: 'FlexSearch',
    setting: 'with care',
    how: 'one field, `suggest`, Intl.Segmenter words, its English stems and stop words',
    load: (requirePeer) => load(requirePeer, { settings: carefulSettings(requirePeer), suggest: true }),
  },
];
