// Titles: how well a question fits a passage's question as printed, its translation, or one of the other wordings.

import { titleLength } from '../index/measures.ts';
import { type TitleWorth, titleWorth } from '../index/title-worth.ts';
import type { Query } from '../query/query.ts';
import { matchedWeight, type PassageMatch } from './match.ts';
import type { Presence } from './match-run.ts';

/** What the best title adds to the score, by its matched weight and by two shares. */
export interface TitleFit {
  readonly title: number;
  /** For the share of the question's single terms that the title holds, and of the title's that the question holds. */
  readonly titleCoverage: number;
  readonly titlePrecision: number;
  /** The sum of the three. */
  readonly value: number;
  /** The smaller of the two shares, 0..1: 1 where the title is the question. */
  readonly sameness: number;
  readonly presence: Presence;
}

/** What any title adds beside its own worth for each unit of single terms that it holds of this question. */
export function worthOfQuestion({ index, titleWeight }: Query): number {
  return titleWeight > 0 ? index.titleFactors.coverage / titleWeight : 0;
}

export function fitTitle(query: Query, presence: Presence, worth: TitleWorth): TitleFit {
  const { index, askingWeights, singleWeights, lightWeights, titleWeight } = query;
  let asking = 0;
  let singles = 0;
  let light = 0;
  for (let term = 0; term < presence.length; term += 1) {
    const strength = presence[term] ?? 0;
    if (strength === 0) continue;
    asking += strength * (askingWeights[term] ?? 0);
    singles += strength * (singleWeights[term] ?? 0);
    light += strength * (lightWeights[term] ?? 0);
  }
  const matched = asking + matchedWeight(query, presence);
  // Keywords want what is said of a thing, not what it is. Members' wordings are not told apart: they are of all kinds.
  const share = worth.asksDefinition && query.asksNothing ? 1 - index.weights.definition : 1;
  const title = share * (worth.perHeld * matched + index.titleFactors.light * light);
  const titleCoverage = share * worthOfQuestion(query) * singles;
  const titlePrecision = share * worth.perSingle * singles;
  const larger = Math.max(titleWeight, worth.weight);
  return {
    title,
    titleCoverage,
    titlePrecision,
    value: title + titleCoverage + titlePrecision,
    sameness: Math.min(titleWeight, worth.weight) > 0 ? singles / larger : 0,
    presence,
  };
}

interface Titled {
  readonly passage: number;
  readonly match: PassageMatch;
  /** The wording that is most like the question, where there is any. */
  readonly resemblance: { readonly closest: TitleFit | undefined } | undefined;
}

/** The title or wording that adds most to the score, with what it adds. */
export function bestTitle(query: Query, { passage, match, resemblance }: Titled): TitleFit {
  const { runs, definitionTitles, titleFactors, titleWeights } = query.index;
  const { titles, nothing } = match;
  const first = runs.firstTitle[passage] ?? 0;
  const shares = { titleCoverage: 0, titlePrecision: 0, sameness: 0 };
  let best: TitleFit = { title: 0, ...shares, value: 0, presence: nothing };
  titles.forEach((presence, at) => {
    if (presence === nothing) return;
    const worth = titleWorth(titleFactors, titleLength(runs, first + at), titleWeights[first + at] ?? 0);
    const fit = fitTitle(query, presence, { ...worth, asksDefinition: definitionTitles[passage]?.[at] });
    if (fit.value > best.value) best = fit;
  });
  const closest = resemblance?.closest;
  return closest !== undefined && closest.value > best.value ? closest : best;
}
