// Several places: a question of parts is asked part by part, and what is treated in two sections is quoted from both. A further
// place is as sure as a first one has to be.
import { pointsBack } from '../language/kinds.ts';
import { QUESTION_OPENINGS } from '../language/question-words.ts';
import { ENOUGH_TO_ANSWER } from './decide.ts';
import { amongThemselves, chancesOf, type Finding } from './find.ts';
import { isSameSection } from './quotation.ts';
import { tellingWords } from './read.ts';
import type { Answer } from './reply.ts';

/** Places beside the first: three quotations are as many as one reads. */
export const MOST_FURTHER = 2;
/** A text of more parts, or a longer one, in UTF-16 units, is no question. */
const MOST_PARTS = 4;
const LONGEST_OF_PARTS = 300;
/** Share (0..1) of the question that one sentence of a second section must hold. */
const ENOUGH_TOLD = 0.55;
/** Share (0..1) of the question that each of two sections must cover where neither is sure beside the other. */
const ENOUGH_COVERED = 0.5;
/** The chance (0..1) of each of two sections, the other not being there, from which on both are quoted where neither is sure beside the other. */
const SURE_OF_EACH = 0.65;
/** How far (0..1) lists must tell what is covered for that. */
const WITH_LISTS = 0.5;
/** Share of another section's evidence from which the one that is quoted already tells a part, too … */
const AS_WELL = 0.95;
/** … where it is not out of the question. */
const LEAST_CHANCE = 0.1;
/** Telling words, or pairs of ideographs, that a part needs which points back. */
const FEWEST_WORDS = 2;

const ENDS = /(?<=[?？;；])\s*/u;
/** "And" before a question word begins another question. */
const AND_ASKS = new RegExp(`,?\\s+and\\s+(?=${QUESTION_OPENINGS})`, 'i');

/** The questions that a text asks one after another; fewer than two where it is one question, none where it is a post. */
export function partsOf(text: string): readonly string[] {
  if (text.length > LONGEST_OF_PARTS) return [];
  const parts = text
    .split(ENDS)
    .flatMap((part) => part.split(AND_ASKS))
    .filter((part) => part !== '');
  if (parts.length < 2) return parts;
  const telling = parts.filter((part) => tellingWords(part).length > 0);
  return telling.length > MOST_PARTS ? [] : telling;
}

/** "And what did she answer?" is no question without the one before. */
export function standsAlone(part: string): boolean {
  return !pointsBack(part) || tellingWords(part).length >= FEWEST_WORDS;
}

/** Whether one of the places that are quoted is of the section that answers a part, or tells it about as well. */
export function isTold(found: readonly Finding[], answer: Answer, places: readonly Answer[]): boolean {
  const isQuoted = ({ quotation }: Pick<Answer, 'quotation'>) =>
    places.some((place) => isSameSection(place.quotation, quotation));
  const own = found.find(({ quotation }) => isSameSection(quotation, answer.quotation));
  const enough = AS_WELL * (own?.features.lead ?? 1);
  return (
    isQuoted(answer) ||
    found.some(
      (other) => isQuoted(other) && other.features.lead >= enough && other.probability >= LEAST_CHANCE,
    )
  );
}

/** Of what was found, the likeliest first, the sections that would be quoted if those before them were not there. */
export function alsoSure([, ...others]: readonly Finding[]): readonly Finding[] {
  return others
    .filter((own, at) => tellsEnough(own) && chanceAmong(others.slice(at)) >= ENOUGH_TO_ANSWER)
    .slice(0, MOST_FURTHER);
}

/** That the likeliest answers if the next were not there, where each of the two would be quoted without the other; else undefined. */
export function sureOfBoth(found: readonly Finding[]): number | undefined {
  const [first, second, ...others] = found;
  if (!first || !second) return undefined;
  // Without lists nothing tells how much the interview leaves open: of two sections that come near, often neither answers.
  const isToldApart = ({ features: { listed, lead, wrongKind } }: Finding) =>
    listed >= WITH_LISTS && lead >= ENOUGH_COVERED && wrongKind === 0;
  if (![first, second].every(isToldApart)) return undefined;
  const chance = Math.min(chanceAmong([first, ...others]), chanceAmong([second, ...others]));
  return chance >= SURE_OF_EACH ? chance : undefined;
}

function tellsEnough({ features, hit }: Finding): boolean {
  return hit.coverage >= ENOUGH_TOLD && features.wrongKind === 0;
}

/** The chance of the first of some findings, the others being all that there are. */
function chanceAmong(found: readonly Finding[]): number {
  const [chance = 0] = chancesOf(amongThemselves(found));
  return chance;
}
