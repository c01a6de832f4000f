// All engines whose cost is measured.
import { type Engine, engineId, type Setting } from './engine.ts';
import { OUR_SETTINGS, ourEngine } from './ours.ts';
import { PEERS, peerEngine } from './peers.ts';
import type { Sources } from './sources.ts';

export const COSTED: readonly { readonly name: string; readonly setting: Setting }[] = [
  ...OUR_SETTINGS.map((setting) => ({ name: 'Verbatim', setting })),
  ...PEERS,
];

export function findEngine(id: string, sources: Sources): Engine {
  const peer = PEERS.find((each) => engineId(each) === id);
  if (peer) return peerEngine(peer, sources.requirePeer);
  const setting = OUR_SETTINGS.find((each) => engineId({ name: 'Verbatim', setting: each }) === id);
  if (!setting) throw new Error(`There is no engine "${id}".`);
  return ourEngine(setting, sources);
}
