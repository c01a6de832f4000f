// Each engine as something that quotes: what the comparison of answers is about.
import type { Quotation, Reply, SectionRef } from '../../src/answer/reply.ts';
import { type Engine, engineId } from './engine.ts';
import { type Quote, quoteWith } from './excerpt.ts';
import type { Material } from './material.ts';
import { loadOurs } from './ours.ts';
import { PEERS } from './peers.ts';
import type { Sources } from './sources.ts';

export interface Contestant {
  readonly quoteInterview: (material: Material) => Quote;
  /** Absent: only our interview is asked. */
  readonly quoteSet?: (material: Material) => Quote;
}

type Entrant = Pick<Engine, 'name' | 'setting'> & { readonly how: string };

const FIRST_CANDIDATE: Entrant = {
  name: 'Verbatim',
  setting: 'first candidate',
  how: 'what it would quote if it always had to',
};
const AS_IT_REPLIES: Entrant = {
  name: 'Verbatim',
  setting: 'as it replies',
  how: 'suggests or abstains where it is not sure',
};

export const ENTRANTS: readonly Entrant[] = [FIRST_CANDIDATE, AS_IT_REPLIES, ...PEERS];

export async function openContestant(id: string, sources: Sources): Promise<Contestant> {
  if (id === engineId(FIRST_CANDIDATE)) return firstCandidate(sources);
  if (id === engineId(AS_IT_REPLIES)) return asItReplies(sources);
  const peer = PEERS.find((each) => engineId(each) === id);
  if (!peer) throw new Error(`There is no engine "${id}".`);
  const build = peer.load(sources.requirePeer);
  const quote = ({ documents }: Material) => quoteWith(build, documents);
  return { quoteInterview: quote, quoteSet: quote };
}

async function firstCandidate(sources: Sources): Promise<Contestant> {
  const quoteFrom = await openReplies(sources);
  const candidate = (reply: Reply) => reply.candidates[0]?.quotation;
  return {
    // A fact of the article is no candidate: the reply itself holds it.
    quoteInterview: quoteFrom((reply) => (reply.outcome === 'answer' ? reply.quotation : candidate(reply))),
    quoteSet: quoteFrom(candidate),
  };
}

async function asItReplies(sources: Sources): Promise<Contestant> {
  const quoteFrom = await openReplies(sources);
  return {
    quoteInterview: quoteFrom((reply) => (reply.outcome === 'answer' ? reply.quotation : undefined)),
  };
}

async function openReplies(sources: Sources) {
  const open = await loadOurs(sources);
  const { ask } = await import('../../src/answer/ask.ts');
  return (quotationOf: (reply: Reply) => Quotation | undefined) =>
    (material: Material): Quote => {
      const library = open(material);
      const placeOf = placesIn(material);
      return (question) => {
        const quotation = quotationOf(ask(library, { question, top: 1 }));
        return quotation && { place: placeOf(quotation), quotation };
      };
    };
}

/** An exchange's place among the documents; -1 for what is none of them. */
function placesIn({ documents }: Material): (quotation: Quotation) => number {
  const places = new Map(documents.map(({ source }, place) => [keyOf(source), place]));
  return ({ source }) => places.get(keyOf(source)) ?? -1;
}

function keyOf(source: SectionRef): string {
  return `${source.interview} ${source.section} ${source.section === 'exchange' ? source.exchange : ''}`;
}
