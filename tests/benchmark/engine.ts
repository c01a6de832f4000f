// What an engine is to the benchmark: something that loads, builds an index once, and finds places in it.
import type { Material, PlainText } from './material.ts';

/** The places of the documents that match, best first, at most `most`. */
export type Find = (question: string, most: number) => readonly number[];

export type Setting =
  | 'as it comes'
  | 'with care'
  | 'search alone'
  | 'whole reply'
  | 'first candidate'
  | 'as it replies';

interface Named {
  readonly name: string;
  readonly setting: Setting;
}

export interface Engine extends Named {
  /** Loads the engine's own modules and data. */
  readonly load: () => Promise<(material: Material) => Find>;
}

/** Finds a package of the peers; typed by each peer as far as it uses it. */
export type RequirePackage = NodeJS.Require;

export interface Peer extends Named {
  /** What is set, in a few words. */
  readonly how: string;
  readonly load: (requirePeer: RequirePackage) => PeerBuild;
}

export type PeerBuild = (texts: readonly PlainText[]) => Find;

export function engineId({ name, setting }: Named): string {
  return `${name}, ${setting}`;
}
