// lunr: two fields, terms OR'ed, BM25; English stems and stop words are its defaults.
import type { Peer, PeerBuild, RequirePackage } from '../engine.ts';
import { wordsOf } from '../words.ts';

interface Token {
  toString(): string;
}

interface Builder {
  tokenizer: (text: string) => readonly Token[];
  readonly pipeline: { remove(step: unknown): void };
  ref(name: string): void;
  field(name: string): void;
  add(document: { readonly id: number; readonly title: string; readonly text: string }): void;
}

interface Index {
  query(write: (query: { term(tokens: readonly Token[], options: object): void }) => void): readonly {
    readonly ref: string;
  }[];
}

interface Lunr {
  (configure: (builder: Builder) => void): Index;
  readonly Token: new (text: string, metadata: object) => Token;
  readonly tokenizer: (text: string) => readonly Token[];
  readonly trimmer: unknown;
}

interface Wish {
  readonly lunr: Lunr;
  readonly tokenizer: (text: string) => readonly Token[];
  readonly configure: (builder: Builder) => void;
}

function build({ lunr, tokenizer, configure }: Wish): PeerBuild {
  return (texts) => {
    const index = lunr((builder) => {
      configure(builder);
      builder.ref('id');
      builder.field('title');
      builder.field('text');
      for (const [id, text] of texts.entries()) builder.add({ id, ...text });
    });
    // The query language of `search` would read a question's punctuation as operators.
    return (question, most) =>
      index
        .query((query) => query.term(tokenizer(question), {}))
        .slice(0, most)
        .map(({ ref }) => Number(ref));
  };
}

function loadPlain(requirePeer: RequirePackage): PeerBuild {
  const lunr: Lunr = requirePeer('lunr');
  return build({ lunr, tokenizer: lunr.tokenizer, configure: () => undefined });
}

function loadCareful(requirePeer: RequirePackage): PeerBuild {
  const lunr: Lunr = requirePeer('lunr');
  const tokenizer = (text: string) => wordsOf(text).map((word) => new lunr.Token(word, {}));
  const configure = (builder: Builder) => {
    builder.tokenizer = tokenizer;
    // It trims every character that is not Latin.
    builder.pipeline.remove(lunr.trimmer);
  };
  return build({ lunr, tokenizer, configure });
}

export const LUNR: readonly Peer[] = [
  { name: 'lunr', setting: 'as it comes', how: 'two fields, defaults, terms OR’ed', load: loadPlain },
  {
    name: 'lunr',
    setting: 'with care',
    how: 'two fields, Intl.Segmenter words, no trimmer',
    load: loadCareful,
  },
];
