// Follow-ups: a question that carries little of its own is understood with the answer it replies to.
import { quote, type Section } from '../knowledge/interview.ts';
import { fold } from '../language/fold.ts';
import table from '../language/follow-ups.json' with { type: 'json' };
import { DATE, MONTH } from '../language/kinds.ts';
import { withoutLightWords } from '../language/question-words.ts';
import { analyse } from '../search/query/analyse.ts';
import { type SentenceRun, scoreSentences } from '../search/rank/sentences.ts';
import { listedName, ordinalIn, sentenceOfItem } from './excerpt.ts';
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

function anyCase(pattern: string) {
  return new RegExp(pattern, 'iu');
}

/** What a bare question word asks for, and the words by which a sentence gives it. */
const TELLS: readonly { readonly asks: RegExp; readonly gives: RegExp }[] = [
  ...table.tells.map(({ asks, gives }) => ({ asks: anyCase(asks), gives: anyCase(gives) })),
  {
    asks: anyCase(table.asksPlace),
    gives: new RegExp(table.printedPlace.replace('MONTHS', MONTH), 'u'),
  },
  { asks: anyCase(table.asksDate), gives: DATE },
];
/** An answer that begins to count its points: "the second" is one of these. */
const OPENS_ENUMERATION = anyCase(table.opensEnumeration);
/** Points are numbered in the text; a bare "the second" may as well be the second of the names just listed. */
const COUNTS_POINTS = anyCase(table.countsPoints);
const ASKS_FOR_MORE = anyCase(table.asksForMore);

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
    runOfWords(reading, context, found) ??
    runOfQuestionWord(reading, context) ??
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
  const sentence =
    (enumerates ? undefined : sentenceOfItem(section, ordinal, previous.last + 1)) ??
    sentenceOfItem(section, ordinal, previous.first);
  return sentence === undefined ? undefined : { first: sentence, last: sentence };
}

/** The section's sentence that holds the follow-up's own words, where they are not better placed elsewhere. */
function runOfWords(
  { focus }: Reading,
  context: Context,
  found: readonly Finding[],
): SentenceRun | undefined {
  const own = bestSentence(withoutLightWords(focus), context);
  if (!own) return undefined;
  const [elsewhere] = found;
  const here = found.find(({ section }) => section === context.section);
  const isHere = elsewhere === undefined || elsewhere === here;
  return isHere || (here?.hit.coverage ?? 0) >= elsewhere.hit.coverage ? own : undefined;
}

function bestSentence(words: string, { open, passage, section }: Context): SentenceRun | undefined {
  const scores = scoreSentences(analyse(words, open.index), passage);
  const highest = Math.max(...scores);
  if (highest <= 0) return undefined;
  const chosen = sentenceThatOpensWith(words, section) ?? scores.indexOf(highest);
  return { first: chosen, last: chosen };
}

/** "伦理治理,即…": a sentence that begins with the words is the one about them. */
function sentenceThatOpensWith(words: string, section: Section): number | undefined {
  const wanted = words.replace(/[^\p{L}\p{N}]+/gu, '');
  const found = section.sentences.findIndex((sentence) => fold(quote(section, sentence)).startsWith(wanted));
  return wanted === '' || found === -1 ? undefined : found;
}

/** "为什么?", "how?": the nearest sentence from the earlier answer on that gives what the question word asks for. */
function runOfQuestionWord({ folded }: Reading, { section, previous }: Context): SentenceRun | undefined {
  const kind = TELLS.find(({ asks }) => asks.test(folded));
  if (!kind) return undefined;
  const gives = section.sentences.map((sentence) => kind.gives.test(quote(section, sentence)));
  const after = gives.findIndex((given, index) => given && index > previous.last);
  const found = after === -1 ? gives.lastIndexOf(true) : after;
  return found === -1 ? undefined : { first: found, last: found };
}

/** "具体说说", "go on": what comes next, or what came before where nothing does. */
function runOfMore({ folded }: Reading, { section, previous }: Context): SentenceRun | undefined {
  if (!ASKS_FOR_MORE.test(folded) && !TELLS.some(({ asks }) => asks.test(folded))) return undefined;
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
