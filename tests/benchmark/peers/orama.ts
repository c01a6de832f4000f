// Orama: two fields, any term may match, BM25.
import type { Peer, RequirePackage } from '../engine.ts';
import { wordsOf } from '../words.ts';

interface Tokenizer {
  readonly language: string;
  readonly normalizationCache: Map<string, string>;
  readonly tokenize: (text: string) => string[];
}

interface Orama {
  create(settings: {
    readonly schema: object;
    readonly components?: { readonly tokenizer: Tokenizer };
  }): object;
  insert(
    index: object,
    document: { readonly id: string; readonly title: string; readonly text: string },
  ): unknown;
  search(
    index: object,
    query: { readonly term: string; readonly limit: number },
  ): { readonly hits: readonly { readonly id: string }[] };
}

function load(requirePeer: RequirePackage, tokenizer?: Tokenizer): ReturnType<Peer['load']> {
  const { create, insert, search }: Orama = requirePeer('@orama/orama');
  return (texts) => {
    const index = create({
      schema: { title: 'string', text: 'string' },
      ...(tokenizer ? { components: { tokenizer } } : {}),
    });
    for (const [place, text] of texts.entries()) insert(index, { id: String(place), ...text });
    return (term, limit) => search(index, { term, limit }).hits.map(({ id }) => Number(id));
  };
}

function carefulTokenizer(requirePeer: RequirePackage): Tokenizer {
  const { stemmer }: { stemmer: (word: string) => string } = requirePeer('@orama/stemmers/english');
  const { stopwords }: { stopwords: readonly string[] } = requirePeer('@orama/stopwords/english');
  const stops = new Set(stopwords);
  return {
    language: 'english',
    normalizationCache: new Map(),
    // Each word once, as its own tokenizer has it: it ranks worse with repeated words.
    tokenize: (text) => {
      const words = wordsOf(text).filter((word) => !stops.has(word));
      return [...new Set(words.map((word) => stemmer(word)))];
    },
  };
}

export const ORAMA: readonly Peer[] = [
  {
    name: 'Orama',
    setting: 'as it comes',
    how: 'two fields, defaults',
    load: (requirePeer) => load(requirePeer),
  },
  {
    name: 'Orama',
    setting: 'with care',
    how: 'two fields, Intl.Segmenter words, its English stems and stop words',
    load: (requirePeer) => load(requirePeer, carefulTokenizer(requirePeer)),
  },
];
