// Follow-ups: a question that carries little of its own is understood with the answer it replies to.
import { quote } from '../knowledge/interview.ts';
import { anyCase, fold } from '../language/fold.ts';
import table from '../language/follow-ups.json' with { type: 'json' };
import { giving, speaksOfIt } from '../language/kinds.ts';
import { withoutLightWords } from '../language/question-words.ts';
import { analyse } from '../search/query/analyse.ts';
import { matchedWeight, matchPassage } from '../search/rank/match.ts';
import { type SentenceRun, scoreSentences } from '../search/rank/sentences.ts';
import { enumerationAround, listedName, ordinalIn, sentenceOfItem } from './enumeration.ts';
import type { Finding } from './find.ts';
import { type Library, type OpenSection, openSection } from './library.ts';
import { quoteSentences, sentencesAt } from './quotation.ts';
import type { Reading } from './read.ts';
import type { Quotation } from './reply.ts';

/** Letters of its own (a Latin word counts as two) up to which a reply is read as a follow-up: about four words. */
const LARGEST_FOLLOW_UP = 8;

interface Context extends OpenSection {
  /** The sentences of the earlier answer. */
  readonly previous: SentenceRun;
}

/** An answer that begins to count its points: "the second" is one of these. */
const OPENS_ENUMERATION = anyCase(table.opensEnumeration);
/** Points are numbered in the text; a bare "the second" may as well be the second of the names just listed. */
const COUNTS_POINTS = anyCase(table.countsPoints);
const ASKS_FOR_MORE = anyCase(table.asksForMore);
/** Words that lead from what was said to what is asked now. */
const LEADS_IN = anyCase(table.leadsIn);

/** The sentences of the earlier answer's section that the follow-up asks for; undefined where it stands by itself. */
export function quoteFollowUp(
  reading: Reading,
  earlier: Quotation,
  found: readonly Finding[],
): Quotation | undefined {
  const context = contextOf(reading.library, earlier);
  if (!context || substance(reading.focus) > LARGEST_FOLLOW_UP) return undefined;
  const run =
    runOfItem(reading, context) ??
    runOfQuestionWord(reading, context, 'saying') ??
    runOfWords(reading, context, found) ??
    runOfQuestionWord(reading, context, 'giving') ??
    runOfMore(reading, context);
  return run && quoteSentences(context.open.interview, context.section, run);
}

function contextOf(library: Library, earlier: Quotation): Context | undefined {
  const own = openSection(library, earlier.source);
  return own && { ...own, previous: sentencesAt(own.section, earlier) };
}

/** "第三点呢", "the second?": the numbered item, or the n-th name that the earlier answer lists. */
function runOfItem({ folded }: Reading, context: Context): SentenceRun | undefined {
  const ordinal = ordinalIn(folded);
  if (ordinal === undefined) return undefined;
  const { section, previous } = context;
  const start = section.sentences[previous.first]?.start ?? 0;
  const end = section.sentences[previous.last]?.end ?? 0;
  const shown = quote(section, { start, end });
  const name = listedName(shown, ordinal);
  const enumerates = OPENS_ENUMERATION.test(shown);
  if (name !== undefined && !enumerates && !COUNTS_POINTS.test(folded)) return bestSentence(name, context);
  if (ordinal === LAST) return lastItem(context);
  const sentence =
    (enumerates ? undefined : sentenceOfItem(section, ordinal, previous.last + 1)) ??
    sentenceOfItem(section, ordinal, previous.first);
  return sentence === undefined ? undefined : { first: sentence, last: sentence };
}

/** How the number of an item is told where the last one is asked for. */
const LAST = -1;

/** Of the list that the earlier answer belongs to, the sentence that ends it. */
function lastItem({ section, previous }: Context): SentenceRun | undefined {
  const sentences = Array.from(
    { length: previous.last - previous.first + 2 },
    (_, at) => previous.last + 1 - at,
  );
  const list = sentences.map((sentence) => enumerationAround(section, sentence)).find((found) => found);
  return list && { first: list.last, last: list.last };
}

/** The section's sentence that holds the follow-up's own words, where they are not better placed elsewhere. */
function runOfWords(reading: Reading, context: Context, found: readonly Finding[]): SentenceRun | undefined {
  const own = ownWords(reading, context, LEAST_SAID);
  return own && !rivalOf(context, found) ? own : undefined;
}

function ownWords({ folded, focus }: Reading, context: Context, least: number): SentenceRun | undefined {
  const words = withoutLightWords(focus);
  // One Chinese character is in too many words to be one.
  if (lettersOf(words).length < 2) return undefined;
  return bestSentence(words, context, { ahead: speaksOfIt(folded) ? ABOUT_IT : 0, least });
}

/** What another section has to say, where that covers more of the question than this one does. */
function rivalOf({ section }: Context, found: readonly Finding[]): Finding | undefined {
  const [elsewhere] = found;
  const here = found.find((finding) => finding.section === section);
  if (!elsewhere || elsewhere === here) return undefined;
  return (here?.hit.coverage ?? 0) >= elsewhere.hit.coverage ? undefined : elsewhere;
}

/** Both places that "it" may mean: the earlier answer's, and another that says more of the question; none where one is plain. */
export function placesOfIt(
  reading: Reading,
  earlier: Quotation,
  found: readonly Finding[],
): readonly Quotation[] {
  const context = contextOf(reading.library, earlier);
  if (!context || !speaksOfIt(reading.folded) || substance(reading.focus) > LARGEST_FOLLOW_UP) return [];
  const [run, rival] = [ownWords(reading, context, SOME_SAID), rivalOf(context, found)];
  return run && rival ? [quoteSentences(context.open.interview, context.section, run), rival.quotation] : [];
}

/** Log odds: a question about "it" is about the sentence that was quoted, unless another says clearly more. */
const ABOUT_IT = 1.5;
/** Share of the words' weight that their sentence must say: one word of two, or of three where they are common. */
const LEAST_SAID = 0.4;
/** The same where it is only offered beside another. */
const SOME_SAID = 0.2;

interface Choosing {
  /** Log odds that the sentences of the earlier answer are given ahead. */
  readonly ahead: number;
  /** Share 0..1 of the words' weight that a sentence must say. */
  readonly least: number;
}

function bestSentence(
  words: string,
  context: Context,
  { ahead, least }: Choosing = { ahead: 0, least: LEAST_SAID },
): SentenceRun | undefined {
  const { open, passage, section, previous } = context;
  const opening = sentenceThatOpensWith(words, context);
  if (opening !== undefined) return { first: opening, last: opening };
  const query = analyse(words, open.index);
  const match = matchPassage(query, passage);
  const said = match.sentences.map((presence) => matchedWeight(query, presence) / (query.weight || 1));
  const scores = scoreSentences(query, passage, match).map((score, at) => {
    if ((said[at] ?? 0) < least) return Number.NEGATIVE_INFINITY;
    return at >= previous.first && at <= previous.last ? score + ahead : score;
  });
  const highest = Math.max(...scores);
  if (section.sentences.length === 0 || highest <= 0) return undefined;
  const chosen = scores.indexOf(highest);
  return { first: chosen, last: chosen };
}

/** "伦理治理,即…": a sentence that begins with the words is the one about them. */
function sentenceThatOpensWith(words: string, { open: { interview }, section }: Context): number | undefined {
  const wanted = lettersOf(words.replace(LEADS_IN, ''));
  const at = interview.sections.indexOf(section);
  const versions = [section, ...interview.translations.flatMap(({ sections }) => sections[at] ?? [])];
  const found = versions
    .map((own) => own.sentences.findIndex((range) => lettersOf(fold(quote(own, range))).startsWith(wanted)))
    .find((sentence) => sentence !== -1);
  return wanted === '' ? undefined : found;
}

function lettersOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** "为什么?", "how long does it take?": the nearest sentence that gives what the question word asks for, and says its words. */
function runOfQuestionWord(
  { folded, focus }: Reading,
  context: Context,
  how: 'saying' | 'giving',
): SentenceRun | undefined {
  const asked = giving(folded);
  if (!asked) return undefined;
  const { section } = context;
  const given = section.sentences.map((sentence) => asked.gives(quote(section, sentence)));
  const said = sharesSaid(withoutLightWords(focus), context);
  const near = inOrderOfNearness(context).filter((index) => given[index]);
  const saying = near.find((index) => (said ? (said[index] ?? 0) : 1) >= LEAST_SAID);
  const found = how === 'saying' || !asked.isSure ? saying : near[0];
  return found === undefined ? undefined : { first: found, last: found };
}

/** For each sentence the share of the words' weight that it says; undefined where they weigh nothing. */
function sharesSaid(words: string, { open, passage }: Context): readonly number[] | undefined {
  const query = analyse(words, open.index);
  if (query.weight === 0) return /[\p{L}\p{N}]/u.test(words) ? [] : undefined;
  return matchPassage(query, passage).sentences.map(
    (presence) => matchedWeight(query, presence) / query.weight,
  );
}

/** The sentences behind the earlier answer in its paragraph, then itself, those before it there, those after it, the rest. */
function inOrderOfNearness({ section: { sentences }, previous }: Context): readonly number[] {
  const all = sentences.map((_, index) => index);
  const isNear = (index: number) => sentences[index]?.paragraph === sentences[previous.last]?.paragraph;
  const after = all.filter((index) => index > previous.last);
  const shown = all.filter((index) => index >= previous.first && index <= previous.last);
  const before = all.filter((index) => index < previous.first).toReversed();
  const near = [...after.filter(isNear), ...shown, ...before.filter(isNear)];
  return [...new Set([...near, ...after, ...before])];
}

/** "具体说说", "go on": what comes next, or what came before where nothing does. */
function runOfMore({ folded, focus }: Reading, { section, previous }: Context): SentenceRun | undefined {
  const isBare = lettersOf(withoutLightWords(focus)) === '' && giving(folded)?.isSure === true;
  if (!ASKS_FOR_MORE.test(folded) && !isBare) return undefined;
  const next = previous.last + 1;
  if (next < section.sentences.length)
    return { first: next, last: Math.min(next + 1, section.sentences.length - 1) };
  return previous.first > 0 ? { first: previous.first - 1, last: previous.first - 1 } : undefined;
}

/** Letters of a question that are not light words; a Latin word counts as two, like a Chinese word. */
function substance(focus: string): number {
  const rest = withoutLightWords(focus);
  const han = rest.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = rest.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0;
  return han + 2 * words;
}
