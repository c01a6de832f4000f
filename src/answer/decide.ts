// The decision: one softmax over the sections that were found and "not covered"; a section's odds are a sum of named features,
// each from 0 to 1 and each times its fitted weight. What is suggested beside an answer or in its place, and why, as data.
import { rememberedOf } from '../dictionary/dictionary.ts';
import { exchangesOf, type Interview, introductionOf } from '../knowledge/interview.ts';
import fitted from '../search/weights.json' with { type: 'json' };
import { portraitOf } from './article.ts';
import type { Finding } from './find.ts';
import {
  findSection,
  interviewOf,
  isSameSection,
  quoteSentences,
  refTo,
  translateQuotation,
  translationInto,
} from './quotation.ts';
import type { Reading } from './read.ts';
import type { DecisionPart, Quotation, Reasoning, Suggestion } from './reply.ts';

export type DecisionFeature = keyof typeof fitted.decide;
export type DecisionFeatures = Readonly<Record<DecisionFeature, number>>;

export const DECISION_WEIGHTS: DecisionFeatures = fitted.decide;

/** Log odds of "not covered" against a section with nothing to say for it. */
export const NOT_COVERED: number = fitted.notCovered;

/** What a wrong answer costs, in right ones: an answer is shown where it gains more than it may cost. */
const COST_OF_WRONG = 1.15;

/** The probability from which an answer is shown. */
export const ENOUGH_TO_ANSWER = COST_OF_WRONG / (1 + COST_OF_WRONG);

/** The probability of the likeliest section from which the nearest are worth suggesting as what was meant. */
const ENOUGH_TO_SUGGEST = ENOUGH_TO_ANSWER / 2;

/** The log odds of one section. */
export function oddsOf(features: DecisionFeatures, weights = DECISION_WEIGHTS): number {
  let sum = 0;
  for (const name of Object.keys(weights) as DecisionFeature[]) sum += weights[name] * features[name];
  return sum;
}

/** A section with the interview that it stands in. */
export interface Contender {
  readonly features: DecisionFeatures;
  readonly interview: string;
}

/**
 * The probability (0..1) that each section answers; what is missing to 1 says that none does. Sections of other interviews
 * count by the square of how surely their interview would answer by itself: one that has little to say leaves the others'
 * replies alone.
 */
export function probabilities(
  sections: readonly Contender[],
  { weights = DECISION_WEIGHTS, notCovered = NOT_COVERED } = {},
): readonly number[] {
  const shares = sections.map(({ features }) => Math.exp(oddsOf(features, weights)));
  const none = Math.exp(notCovered);
  const ofInterview = new Map<string, number>();
  sections.forEach(({ interview }, at) => {
    ofInterview.set(interview, (ofInterview.get(interview) ?? 0) + (shares[at] ?? 0));
  });
  const rivalry = (own: number) => own * (own / (own + none)) ** 2;
  const rivals = [...ofInterview.values()].reduce((sum, own) => sum + rivalry(own), 0);
  const chances = sections.map(({ interview }, at) => {
    const own = ofInterview.get(interview) ?? 0;
    return (shares[at] ?? 0) / (none + own + rivals - rivalry(own));
  });
  const all = Math.max(
    1,
    chances.reduce((sum, own) => sum + own, 0),
  );
  return chances.map((own) => own / all);
}

export type Decision =
  | { readonly outcome: 'answer' }
  | { readonly outcome: 'suggest'; readonly reason: 'too-weak' | 'too-close' }
  | { readonly outcome: 'abstain'; readonly reason: 'nothing-matched' | 'too-weak' };

/** From the probabilities of the sections, the likeliest first. */
export function decide(sections: readonly number[]): Decision {
  const [best, second = 0] = sections;
  if (best === undefined) return { outcome: 'abstain', reason: 'nothing-matched' };
  if (best >= ENOUGH_TO_ANSWER) return { outcome: 'answer' };
  if (best + second >= ENOUGH_TO_ANSWER) return { outcome: 'suggest', reason: 'too-close' };
  if (best >= ENOUGH_TO_SUGGEST) return { outcome: 'suggest', reason: 'too-weak' };
  return { outcome: 'abstain', reason: 'too-weak' };
}

/** Sections offered where the reply is unsure: the right one is among them for nine of ten questions. */
const MOST_UNSURE = 3;
/** Further questions below an answer, or where nothing is near: what fits a glance. */
const MOST_FURTHER = 5;

/**
 * Best first; below an answer (`quoted`) the other sections. Where too few are near, those that follow are the first of the
 * interview that is nearest: below an answer questions and the biography, else its introduction and questions.
 */
export function nearestSuggestions(
  reading: Reading,
  found: readonly Finding[],
  quoted?: Quotation,
): readonly Suggestion[] {
  const near = found.map(({ quotation }) => quotation);
  if (!quoted) return nearAndFirst(near, found[0]?.open.interview).map((own) => suggestionOf(reading, own));
  const own = reading.library.interviews.filter(({ id }) => id === quoted.source.interview);
  const portraits = own.flatMap((interview) => portraitOf(interview) ?? []);
  return distinct([...near, ...openings(own), ...portraits], quoted)
    .slice(0, MOST_FURTHER)
    .map((quotation) => suggestionOf(reading, quotation));
}

function nearAndFirst(near: readonly Quotation[], interview: Interview | undefined): readonly Quotation[] {
  const lead = interview && introductionOf(interview);
  const first = lead ? [quoteSentences(interview, lead, { first: 0, last: 0 })] : [];
  const others = [...first, ...openings(interview ? [interview] : [])];
  const isNear = (other: Quotation) => near.some((own) => isSameSection(own, other));
  return [...near, ...others.filter((other) => !isNear(other))].slice(0, MOST_UNSURE);
}

/** What to offer where nothing is near: the first questions of the interviews. */
export function openingSuggestions(reading: Reading): readonly Suggestion[] {
  return openings(reading.favoured.slice(0, MOST_FURTHER).map(({ interview }) => interview))
    .slice(0, MOST_FURTHER)
    .map((quotation) => suggestionOf(reading, quotation));
}

/** The first question of each interview, then the second of each. */
function openings(interviews: readonly Interview[]): readonly Quotation[] {
  const all = interviews.map(openingsOf);
  return Array.from({ length: MOST_FURTHER }, (_, at) => all.flatMap((own) => own[at] ?? [])).flat();
}

const openingsOf = rememberedOf((interview: Interview) =>
  exchangesOf(interview)
    .slice(0, MOST_FURTHER)
    .map((exchange) => quoteSentences(interview, exchange, { first: 0, last: 0 })),
);

/** Each section once, without the one that is quoted; an introduction asks nothing. */
function distinct(quotations: readonly Quotation[], quoted: Quotation): readonly Quotation[] {
  return quotations.filter((own, at) => {
    const first = quotations.findIndex((other) => isSameSection(other, own));
    return first === at && !isSameSection(own, quoted) && own.source.section !== 'introduction';
  });
}

export function suggestionOf(
  { library, language }: Pick<Reading, 'library' | 'language'>,
  quotation: Quotation,
): Suggestion {
  const { source } = quotation;
  const interview = interviewOf(library.interviews, source);
  const section = interview && findSection(interview, source);
  const text = interview && translateQuotation(interview, quotation, language)?.text;
  const translation = text === undefined ? {} : { translation: text };
  if (!interview || section?.kind !== 'exchange') return { source, quotation, ...translation };
  const own = translationInto(interview, language)?.sections[interview.sections.indexOf(section)];
  const translated = own?.kind === 'exchange' ? { translatedQuestion: own.question } : {};
  return { source, quotation, ...translation, question: section.question, ...translated };
}

export function reasoningOf([best, runnerUp]: readonly Finding[], basis: Reasoning['basis']): Reasoning {
  return {
    basis,
    ...(best ? bestOf(best) : {}),
    ...(runnerUp ? { runnerUp: { source: sourceOf(runnerUp), probability: runnerUp.probability } } : {}),
    decision: best ? partsOf(best) : [],
    threshold: ENOUGH_TO_ANSWER,
  };
}

function bestOf(best: Finding) {
  const { open, hit, notCovered } = best;
  const textOf = (number: number | undefined) =>
    number === undefined ? undefined : open.index.wordings.texts[number];
  const answered = textOf(hit.nearness?.closest?.number);
  const other = textOf(notCovered?.closest?.number);
  return {
    best: { source: sourceOf(best), score: hit.score, explanation: hit.explain() },
    nearest: { ...(answered ? { answered } : {}), ...(other ? { notCovered: other } : {}) },
  };
}

function partsOf({ features }: Finding): readonly DecisionPart[] {
  return (Object.keys(DECISION_WEIGHTS) as DecisionFeature[]).map((name) => ({
    name,
    value: features[name],
    adds: DECISION_WEIGHTS[name] * features[name],
  }));
}

function sourceOf({ open, section }: Finding) {
  return refTo(open.interview, section);
}
