// wink-bm25-text-search: two fields of equal weight, BM25; it has no preparation of its own.
import type { Peer, PeerBuild, RequirePackage } from '../engine.ts';
import type { PlainText } from '../material.ts';
import { wordsOf } from '../words.ts';

type Step = (input: never) => unknown;

type Wink = () => {
  defineConfig(config: { readonly fldWeights: Readonly<Record<string, number>> }): void;
  definePrepTasks(steps: readonly Step[]): void;
  addDoc(document: PlainText, id: number): void;
  consolidate(): void;
  search(question: string, most: number): readonly (readonly [string, number])[];
};

interface Preparation {
  readonly string: { readonly lowerCase: Step; readonly tokenize0: Step };
  readonly tokens: { readonly removeWords: Step; readonly stem: Step; readonly propagateNegations: Step };
}

/** It refuses smaller collections; empty documents make up the number. */
const FEWEST_DOCUMENTS = 3;
const FILLER: PlainText = { title: '', text: '' };

function build(requirePeer: RequirePackage, steps: readonly Step[]): PeerBuild {
  const wink: Wink = requirePeer('wink-bm25-text-search');
  return (texts) => {
    const index = wink();
    index.defineConfig({ fldWeights: { title: 1, text: 1 } });
    index.definePrepTasks(steps);
    for (const [place, text] of texts.entries()) index.addDoc(text, place);
    for (let place = texts.length; place < FEWEST_DOCUMENTS; place += 1) index.addDoc(FILLER, place);
    index.consolidate();
    return (question, most) => index.search(question, most).map(([id]) => Number(id));
  };
}

function loadPlain(requirePeer: RequirePackage): PeerBuild {
  const { string, tokens }: Preparation = requirePeer('wink-nlp-utils');
  const { removeWords, stem, propagateNegations } = tokens;
  return build(requirePeer, [string.lowerCase, string.tokenize0, removeWords, stem, propagateNegations]);
}

function loadCareful(requirePeer: RequirePackage): PeerBuild {
  const { tokens }: Preparation = requirePeer('wink-nlp-utils');
  return build(requirePeer, [wordsOf as Step, tokens.removeWords, tokens.stem]);
}

export const WINK: readonly Peer[] = [
  {
    name: 'wink-bm25',
    setting: 'as it comes',
    how: 'two fields, the preparation its documentation shows (wink-nlp-utils)',
    load: loadPlain,
  },
  {
    name: 'wink-bm25',
    setting: 'with care',
    how: 'two fields, Intl.Segmenter words, its English stems and stop words',
    load: loadCareful,
  },
];
