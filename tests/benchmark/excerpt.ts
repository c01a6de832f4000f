// What a peer would quote: its best document, and in it the sentence that the same peer finds best, with a neighbour.
import type { Quotation } from '../../src/answer/reply.ts';
import type { PeerBuild } from './engine.ts';
import { type Document, plainSentences, plainText } from './material.ts';

export interface Quoted {
  readonly place: number;
  readonly quotation: Quotation;
}

export type Quote = (question: string) => Quoted | undefined;

/** Sentences asked for: more than any passage has. */
const ALL_SENTENCES = 1000;

/** Quotes at most two sentences, as our engine does on average; a document's sentences are indexed when first needed. */
export function quoteWith(build: PeerBuild, documents: readonly Document[]): Quote {
  const find = build(documents.map(plainText));
  const findIn = new Map<number, (question: string) => readonly number[]>();
  const sentencesFor = (place: number, document: Document) => {
    const known = findIn.get(place) ?? sentenceFinder(build, document);
    findIn.set(place, known);
    return known;
  };
  return (question) => {
    const [place] = find(question, 1);
    const document = place === undefined ? undefined : documents[place];
    if (place === undefined || document === undefined) return undefined;
    return { place, quotation: excerpt(document, sentencesFor(place, document)(question)) };
  };
}

function sentenceFinder(build: PeerBuild, document: Document) {
  const find = build(plainSentences(document));
  return (question: string) => find(question, ALL_SENTENCES);
}

/** `found` is best first. The first sentence stands for none; of two neighbours the better one is quoted too. */
export function excerpt({ source, text, sentences }: Document, found: readonly number[]): Quotation {
  const best = found[0] ?? 0;
  const rank = (place: number) => (found.includes(place) ? found.indexOf(place) : found.length);
  const leadsBack = best > 0 && (best + 1 >= sentences.length || rank(best - 1) < rank(best + 1));
  const start = sentences[leadsBack ? best - 1 : best]?.start ?? 0;
  const end = (leadsBack ? undefined : sentences[best + 1]?.end) ?? sentences[best]?.end ?? text.length;
  return { source, start, end, text: text.slice(start, end) };
}
