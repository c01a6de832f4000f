// The peers, and each of them as an engine of the benchmark.
import type { Engine, Peer, RequirePackage } from './engine.ts';
import { plainText } from './material.ts';
import { FLEXSEARCH } from './peers/flexsearch.ts';
import { LUNR } from './peers/lunr.ts';
import { MINISEARCH } from './peers/minisearch.ts';
import { ORAMA } from './peers/orama.ts';
import { WINK } from './peers/wink.ts';

export const PEERS: readonly Peer[] = [...MINISEARCH, ...FLEXSEARCH, ...ORAMA, ...LUNR, ...WINK];

export function peerEngine(peer: Peer, requirePeer: RequirePackage): Engine {
  return {
    name: peer.name,
    setting: peer.setting,
    load: async () => {
      const build = peer.load(requirePeer);
      return ({ documents }) => build(documents.map(plainText));
    },
  };
}
