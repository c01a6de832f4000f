// Follow-ups: a question that carries little of its own is understood with the answer it replies to.
import { type Interview, quote, type Section } from '../../knowledge/interview.ts';
import { fold } from '../../language/fold.ts';
import { withoutLightWords } from '../../language/light-words.ts';
import { analyse } from '../../search/query/analyse.ts';
import { scoreSentences } from '../../search/sentences/sentences.ts';
import type { Collection } from '../collection.ts';
import type { Enquiry } from '../enquiry.ts';
import { DATE, MONTH } from '../evidence/answer-type.ts';
import { LARGEST_FOLLOW_UP } from '../evidence/thresholds.ts';
import { listedName, ordinalIn, sentenceOfItem } from '../excerpt/ordinal.ts';
import { findSection, quoteSentences, type SentenceRun } from '../quotation.ts';
import type { Quotation } from '../reply.ts';

interface Context {
  readonly collection: Collection;
  readonly interview: Interview;
  readonly section: Section;
  readonly passage: number;
  /** The sentences of the earlier answer. */
  readonly previous: SentenceRun;
}

/** A city or province in its short form, or what ends like one; "in" before a name that is no month. */
const PLACE = new RegExp(
  '(?<![存现实])在(?:[京津沪渝港澳]|(?![不各多某])\\p{Script=Han}{1,5}?(?:[省县州岛港]|市(?!场)|(?<!地)区))|位于|' +
    `\\b(?:in|at|near) (?!${MONTH})\\p{Lu}`,
  'u',
);

/** What a bare question word asks for, and the words by which a sentence gives it. */
const TELLS: readonly { readonly asks: RegExp; readonly gives: RegExp }[] = [
  {
    asks: /为什么|为何|为啥|凭什么|怎么会|点解|原因|缘故|何以|\bwhy\b|\bhow come\b/iu,
    gives:
      /因为|由于|所以|因此|因而|之所以|源于|缘于|取决于|\bbecause\b|\bsince\b|\bthe reason\b|\btherefore\b/iu,
  },
  {
    asks: /怎么|如何|怎样|点样|咋|靠什么|\bhow\b(?! (?:much|many|old|long|tall|big))|\bin what way\b/iu,
    gives: /通过|借助|依托|一是|构建|基于|\bthrough\b|\bby means of\b/iu,
  },
  {
    asks: /现在|如今|目前|当今|今天|而家|眼下|\bnow\b|\btoday\b|\bcurrently\b|\bthese days\b/iu,
    gives: /当前|目前|如今|现在|近年|\bat present\b|\bcurrently\b|\btoday\b/iu,
  },
  {
    asks: /哪里|哪儿|在哪|何地|何处|边度|什么地方|\bwhere\b/iu,
    gives: PLACE,
  },
  {
    asks: /什么时候|何时|哪天|几号|几时|日期|\bwhen\b|\bwhat date\b/iu,
    gives: DATE,
  },
];
/** An answer that begins to count its points: "the second" is one of these. */
const OPENS_ENUMERATION = /一是|第一|其一|首先|\bfirst(?:ly)?\b/iu;
/** Points are numbered in the text; a bare "the second" may as well be the second of the names just listed. */
const COUNTS_POINTS = /第.[点条项]|\b(?:point|item)\b/iu;
const ASKS_FOR_MORE =
  /具体|详细|展开|继续|然后|接着|还有|其他|别的|更多|下文|再说|\bmore\b|\belse\b|\bgo on\b|\bcontinue\b|\bother\b|\bthen what\b|\belaborate\b|\bnext\b/iu;

/** The sentences of the earlier answer's section that the follow-up asks for; undefined where it stands by itself. */
export function quoteFollowUp(enquiry: Enquiry, earlier: Quotation): Quotation | undefined {
  const context = contextOf(enquiry.collection, earlier);
  if (!context || substance(enquiry.focus) > LARGEST_FOLLOW_UP) return undefined;
  const run =
    runOfItem(enquiry, context) ??
    runOfWords(enquiry, context) ??
    runOfQuestionWord(enquiry, context) ??
    runOfMore(enquiry, context);
  return run && quoteSentences(context.interview, context.section, run);
}

function contextOf(collection: Collection, earlier: Quotation): Context | undefined {
  const interview = collection.interviews.find(({ id }) => id === earlier.source.interview);
  const section = interview && findSection(interview, earlier.source);
  if (!section) return undefined;
  const passage = collection.sections.findIndex((indexed) => indexed.section === section);
  const first = section.sentences.findIndex(({ end }) => end > earlier.start);
  const last = section.sentences.findLastIndex(({ start }) => start < earlier.end);
  return { collection, interview, section, passage, previous: { first, last } };
}

/** "第三点呢", "the second?": the numbered item, or the n-th name that the earlier answer lists. */
function runOfItem({ folded }: Enquiry, context: Context): SentenceRun | undefined {
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
function runOfWords(enquiry: Enquiry, context: Context): SentenceRun | undefined {
  const own = bestSentence(withoutLightWords(enquiry.focus), context);
  if (!own) return undefined;
  const elsewhere = enquiry.hits[0];
  const isHere = elsewhere === undefined || elsewhere.passage === context.passage;
  const here = enquiry.hits.find(({ passage }) => passage === context.passage);
  return isHere || (here?.coverage ?? 0) >= elsewhere.coverage ? own : undefined;
}

function bestSentence(words: string, { collection, passage, section }: Context): SentenceRun | undefined {
  const scores = scoreSentences(analyse(words, collection.index), passage);
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a), { sentence: -1, score: 0 });
  if (best.sentence === -1) return undefined;
  const chosen = sentenceThatOpensWith(words, section) ?? best.sentence;
  return { first: chosen, last: chosen };
}

/** "伦理治理,即…": a sentence that begins with the words is the one about them. */
function sentenceThatOpensWith(words: string, section: Section): number | undefined {
  const wanted = words.replace(/[^\p{L}\p{N}]+/gu, '');
  const found = section.sentences.findIndex((sentence) => fold(quote(section, sentence)).startsWith(wanted));
  return wanted === '' || found === -1 ? undefined : found;
}

/** "为什么?", "how?": the nearest sentence from the earlier answer on that gives what the question word asks for. */
function runOfQuestionWord({ folded }: Enquiry, { section, previous }: Context): SentenceRun | undefined {
  const kind = TELLS.find(({ asks }) => asks.test(folded));
  if (!kind) return undefined;
  const gives = section.sentences.map((sentence) => kind.gives.test(quote(section, sentence)));
  const after = gives.findIndex((given, index) => given && index > previous.last);
  const found = after === -1 ? gives.lastIndexOf(true) : after;
  return found === -1 ? undefined : { first: found, last: found };
}

/** "具体说说", "go on": what comes next, or what came before where nothing does. */
function runOfMore({ folded }: Enquiry, { section, previous }: Context): SentenceRun | undefined {
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
