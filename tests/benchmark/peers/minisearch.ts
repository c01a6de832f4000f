// MiniSearch: two fields, terms OR'ed, BM25+.
import { stemmer } from 'stemmer';
import type { Peer, RequirePackage } from '../engine.ts';
import { wordsOf } from '../words.ts';

interface Settings {
  readonly fields: readonly string[];
  readonly tokenize?: (text: string) => string[];
  readonly processTerm?: (term: string) => string;
}

type MiniSearch = new (
  settings: Settings,
) => {
  addAll(documents: readonly { readonly id: number; readonly title: string; readonly text: string }[]): void;
  search(question: string): readonly { readonly id: number }[];
};

const FIELDS = ['title', 'text'];

function load(requirePeer: RequirePackage, settings: Settings): ReturnType<Peer['load']> {
  const Index: MiniSearch = requirePeer('minisearch');
  return (texts) => {
    const index = new Index(settings);
    index.addAll(texts.map((text, id) => ({ id, ...text })));
    return (question, most) =>
      index
        .search(question)
        .slice(0, most)
        .map(({ id }) => id);
  };
}

export const MINISEARCH: readonly Peer[] = [
  {
    name: 'MiniSearch',
    setting: 'as it comes',
    how: 'two fields, defaults',
    load: (requirePeer) => load(requirePeer, { fields: FIELDS }),
  },
  {
    name: 'MiniSearch',
    setting: 'with care',
    how: 'two fields, Intl.Segmenter words, Porter stems',
    load: (requirePeer) => load(requirePeer, { fields: FIELDS, tokenize: wordsOf, processTerm: stemmer }),
  },
];
