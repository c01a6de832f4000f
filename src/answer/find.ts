// Finding: the sections of all interviews that may answer, each with the excerpt it would be quoted with and with what
// speaks for it.
import type { Section } from '../knowledge/interview.ts';
import { isIdeograph } from '../language/tokenise.ts';
import type { Mend } from '../search/query/alike-characters.ts';
import { rewritten } from '../search/query/analyse.ts';
import { isSaid, type Query, unknownNames, type Words } from '../search/query/query.ts';
import { mendSlips } from '../search/query/slips.ts';
import type { Nearness } from '../search/rank/nearest.ts';
import type { Hit } from '../search/rank/search.ts';
import { foldedSentences, type SentenceRun } from '../search/rank/sentences.ts';
import { type DecisionFeatures, oddsOf, probabilities } from './decide.ts';
import { evidenceOf } from './evidence.ts';
import { chooseExcerpt } from './excerpt.ts';
import type { Library, OpenInterview } from './library.ts';
import { type Looked, lookAll, MOST_FINDINGS, type Near, nearestOf, notesOf, sectionAt } from './look.ts';
import { quoteSentences, quoteWhenAsked, refTo } from './quotation.ts';
import { type Asked, type Reading, read } from './read.ts';
import type { Quotation, SectionRef } from './reply.ts';

/** A section that may answer. */
export interface Finding {
  readonly open: OpenInterview;
  readonly section: Section;
  readonly hit: Hit;
  readonly quotation: Quotation;
  /** Share (0..1) of the question that its excerpt covers, or its title or a wording of its list. */
  readonly covers: number;
  readonly features: DecisionFeatures;
  /** That it answers, 0..1. */
  readonly probability: number;
  /** To the wordings that its interview does not answer; undefined where there are none. */
  readonly notCovered: Nearness | undefined;
}

/** Sections of all interviews that are looked at closely: those of the eight likeliest interviews. */
const MOST_LOOKED_AT = 8 * MOST_FINDINGS;
/** What a word counts (0..1) that only the dictionary bridges: a gloss is a hint where the text can be compared itself … */
const GLOSS_SHARE = 0.2;
/** … and nearly all there is where the interview is in another language than the question. */
const BRIDGING_GLOSS_SHARE = 0.9;
/** Likeness counts by this power: a question that shares half of its words with another says little. */
const LIKENESS_POWER = 3;
/** Difference of two lists' leanings that tells half as much as any can. */
const HALF_LEAN = 100;

/** The likeliest first; at most eight, or as many as the reading asks for. */
export function find(reading: Reading): readonly Finding[] {
  return findBy(reading, asTyped(reading));
}

function asTyped(reading: Reading): ReadonlyMap<OpenInterview, Words> {
  const { words, likely } = notesOf(reading);
  return new Map(likely.close.map((open) => [open, words]));
}

/** The sections that a question comes nearest to, by their words alone, best first; empty where nothing matches. */
export function nearestSections(library: Library, asked: Asked): readonly SectionRef[] {
  const reading = read(library, asked);
  const looked = lookAll(reading, asTyped(reading), MOST_FINDINGS);
  const near = nearestOf(looked, MOST_FINDINGS).toSorted((a, b) => b.hit.score - a.hit.score);
  return near.map(({ looked: { open }, hit }) => refTo(open.interview, sectionAt(open, hit.passage)));
}

export interface MendedFindings {
  readonly found: readonly Finding[];
  /** How the question was read by the interview that the likeliest finding is of. */
  readonly mends: readonly Mend[];
}

/** The same with the question's typing slips mended, interview by interview; undefined where there are none. */
export function findMended(reading: Reading): MendedFindings | undefined {
  const { words, likely } = notesOf(reading);
  const mended = new Map(likely.all.map((open) => [open, mendSlips(open.index, words)]));
  if ([...mended.values()].every(({ mends }) => mends.length === 0)) return undefined;
  const asked = new Map([...mended].map(([open, { text = words.text }]) => [open, rewritten(words, text)]));
  const found = findBy(reading, asked);
  const best = found[0]?.open;
  return { found, mends: (best && mended.get(best)?.mends) ?? [] };
}

function findBy(reading: Reading, asked: ReadonlyMap<OpenInterview, Words>): readonly Finding[] {
  const most = Math.max(reading.top, MOST_FINDINGS);
  const looked = lookAll(reading, asked, most);
  const nearest = nearestOf(looked, Math.max(reading.top, MOST_LOOKED_AT));
  const found = amongThemselves(weighedOf(reading, nearest))
    .toSorted((a, b) => oddsOf(b.features) - oddsOf(a.features) || b.hit.score - a.hit.score)
    .slice(0, most);
  const chances = chancesOf(found.slice(0, MOST_FINDINGS));
  return found.map(({ run, ...weighed }, at) => {
    const quotation = quoteWhenAsked(weighed.open.interview, weighed.section, run);
    return { ...weighed, quotation, probability: chances[at] ?? 0 };
  });
}

/** That each answers, 0..1, in their order. */
export function chancesOf(found: readonly Pick<Finding, 'features' | 'open'>[]): readonly number[] {
  return probabilities(found.map(({ features, open }) => ({ features, interview: open.interview.id })));
}

/** A section that may answer, beside which others may be more likely to: what it would be quoted with is not chosen yet. */
interface Weighed extends Omit<Finding, 'quotation' | 'probability'> {
  readonly run: () => SentenceRun;
}

/** The question is measured once for each interview, however many of its hits are weighed. */
function weighedOf(reading: Reading, nearest: readonly Near[]): readonly Weighed[] {
  const measures = new Map<Looked, Measures>();
  return nearest.map(({ looked, hit }) => {
    const measure = measures.get(looked) ?? measuresOf(reading, looked);
    measures.set(looked, measure);
    return weighedAt(reading, { looked, hit }, measure);
  });
}

/**
 * As if no other section had been found: the best of an interview is the closest, and what covers more of the question than
 * the next best does stands out, so that it is no chance find.
 */
export function amongThemselves<Own extends Pick<Finding, 'open' | 'covers' | 'features'>>(
  found: readonly Own[],
): readonly Own[] {
  return found.map((own) => {
    const sisters = found.filter(({ open }) => open === own.open);
    const closest = Math.max(...sisters.map(({ features }) => features.closeness)) || 1;
    const coveredBy = ({ covers, features }: Own) => (covers * features.closeness) / closest;
    const next = Math.max(0, ...sisters.flatMap((other) => (other === own ? [] : coveredBy(other))));
    const closeness = own.features.closeness / closest;
    const lead = coveredBy(own);
    return { ...own, features: { ...own.features, closeness, lead, ahead: Math.max(0, lead - next) } };
  });
}

function weighedAt(reading: Reading, { looked, hit }: Near, measure: Measures): Weighed {
  const { open, query, hits, notCovered, telling, strange, isBeside } = looked;
  const section = sectionAt(open, hit.passage);
  const { run, core, evidence } = chooseExcerpt(query, { section, ...hit });
  const folded = foldedSentences(open.index, hit.passage);
  const printed = quoteSentences(open.interview, section, core).text;
  const told = { printed, folded: folded.slice(core.first, core.last + 1).join(' ') };
  const { asking } = query.words;
  const wrongKind = asking.lackedBy(told);
  const hasKind = asking.isPlain && wrongKind === 0;
  const covers = measure.evidence(hit, evidence, hasKind);
  const leaning = Math.max(0, (hit.nearness?.lean ?? 0) - (notCovered?.lean ?? 0));
  const features = {
    closeness: hit.score / (hits[0]?.score || 1),
    lead: 0,
    ahead: 0,
    unasked: section.kind === 'exchange' ? 0 : 1,
    brief: measure.brief,
    listed: telling,
    listedEvidence: telling * covers,
    vote: hit.nearness?.vote ?? 0,
    unlike: (notCovered?.closest?.sameness ?? 0) ** LIKENESS_POWER,
    leanTo: leaning / (leaning + HALF_LEAN),
    unknown: measure.unknown,
    wrongKind,
    chat: reading.isChat ? 1 : 0,
    aside: asideOf(reading, open),
    strange,
    foreign: isBeside ? 1 : 0,
  };
  return { open, section, hit, run, covers, features, notCovered };
}

/** Where other interviews are spoken of, the share (0..1) of the words that tell so which this one does not say itself. */
function asideOf({ favoured, titled }: Reading, open: OpenInterview): number {
  if (favoured.includes(open)) return 0;
  const unsaid = titled.filter((word) => !isSaid(open.index, isIdeograph(word) ? Array.from(word) : [word]));
  return titled.length === 0 ? 1 : unsaid.length / titled.length;
}

type Measures = ReturnType<typeof measuresOf>;

function measuresOf({ text }: Reading, { query, isForeign }: Looked) {
  const dictionaryShare = isForeign ? BRIDGING_GLOSS_SHARE : GLOSS_SHARE;
  const names = unknownNames(text, query).length;
  const brief = 1 / (1 + tellingTerms(query));
  return { evidence: evidenceOf(query, dictionaryShare), unknown: names / (names + 1), brief };
}

/** Words, or pairs of ideographs, that say what a question is about: of few of them it takes little to say all. */
function tellingTerms({ terms, lightTerms }: Query): number {
  return terms.filter(
    ({ kind, text, titleOnly }) =>
      (kind === 'word' || kind === 'ideographPair') && !titleOnly && !lightTerms.has(text),
  ).length;
}
