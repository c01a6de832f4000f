// What the dictionary said of a text is remembered: every interview asks it the same of one question. Not the text itself,
// which is a member's: only a hash of it.
import { hashOf } from './hash.ts';

/** Texts kept: those of a few long questions. */
const CAPACITY = 4_096;

/** @param find says the same of the same text at any time, and nobody changes what it says */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<number, { readonly found: T }>();
  return (text) => {
    const hash = hashOf(text);
    const kept = known.get(hash);
    if (kept) return kept.found;
    if (known.size >= CAPACITY) known.clear();
    const found = find(text);
    known.set(hash, { found });
    return found;
  };
}
