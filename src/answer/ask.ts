// The front door, and the whole way from a question to its reply: words to the bot, read, find, decide, quote. Pure; the same
// question to the same library gets the same reply, whoever asks it.
import { introductionOf } from '../knowledge/interview.ts';
import { stem } from '../language/tokenise.ts';
import { nounAsked, readWordsToBot, type WordsToBot } from '../language/words-to-bot.ts';
import { knownUnits } from '../search/query/concepts.ts';
import { portraitOf, quoteArticle } from './article.ts';
import { decide, nearestSuggestions, openingSuggestions, reasoningOf, suggestionOf } from './decide.ts';
import { type Finding, find, findMended } from './find.ts';
import { placesOfIt, quoteFollowUp } from './follow-up.ts';
import { alsoSure, isTold, MOST_FURTHER, partsOf, standsAlone, sureOfBoth } from './further.ts';
import type { Library, OpenInterview } from './library.ts';
import { mendedToListed, questionsListed } from './listed.ts';
import {
  cite,
  findSection,
  interviewOf,
  isForeign,
  isSameSection,
  quoteSentences,
  translateQuotation,
} from './quotation.ts';
import { type Asked, type Reading, read } from './read.ts';
import type { Abstain, Answer, Intent, Quotation, Reasoning, Reply, Suggestion } from './reply.ts';

/** Answers from the library. Linear in the question's length; never throws, whatever the string. */
export function ask(library: Library, asked: Asked): Reply {
  const reading = read(library, asked);
  const reply = replyTo(reading);
  return reply.reasoning.basis === 'terms' ? withParts(reading, reply) : reply;
}

function replyTo(reading: Reading): Reply {
  const words = wordsToBot(reading);
  if (words.kind === 'intent') return replyToBot(reading, words);
  const listed = questionsListed(reading);
  if (listed.length > 0) return answerOneOf(reading, listed, 'chosen');
  const mended = mendedToListed(reading);
  if (mended) return { ...answerOneOf(reading, mended.quotations, 'chosen'), mends: mended.mends };
  if (words.kind === 'nothing' && !asksForHeldNoun(reading))
    return followUp(reading, []) ?? abstain(reading, { reason: 'not-a-question' });
  const printed = quoteArticle(reading);
  if (printed.length > 0) return answerOneOf(reading, printed, 'article');
  const found = find(reading);
  return followUp(reading, found) ?? replyFromText(reading, found);
}

/** "Summarise the interview with …" is said to the bot whoever is named; "who is …?" is not. */
function wordsToBot({ text, focus, namesInterviewee }: Reading): WordsToBot {
  const words = readWordsToBot(text);
  if (words.kind !== 'topic' || !namesInterviewee) return words;
  const unnamed = readWordsToBot(focus);
  return unnamed.kind === 'intent' && OF_AN_INTERVIEW.includes(unnamed.intent) ? unnamed : words;
}

/** "What was the fine?" asks where a text has a fine. */
function asksForHeldNoun({ text, scope }: Reading): boolean {
  const noun = nounAsked(text);
  return noun !== undefined && scope.some(({ index }) => knownUnits(index, [stem(noun)]) !== undefined);
}

/** What may be asked for of an interview that is named. */
const OF_AN_INTERVIEW: readonly Intent[] = ['summary', 'questions'];

/** With the answers to the other parts of the question, each from a section of its own. */
function withParts(reading: Reading, whole: Reply): Reply {
  const parts = partsOf(reading.text);
  if (parts.length < 2) return whole;
  const places: Answer[] = [];
  parts.forEach((part, at) => {
    if (at > 0 && !standsAlone(part)) return;
    const { found, reply } = replyToPart(reading, part);
    if (reply.outcome === 'answer' && !isTold(found, reply, places)) places.push(reply);
  });
  const isOwn = ({ quotation }: Answer) =>
    whole.outcome === 'answer' && isSameSection(quotation, whole.quotation);
  if (whole.outcome === 'answer' && !places.some(isOwn)) places.unshift(whole);
  const [first, ...others] = places;
  if (!first || others.length === 0) return whole;
  const { question, candidates, readUpTo } = whole;
  return withFurther({ ...first, question, candidates, readUpTo }, others);
}

function replyToPart({ library, scope, favoured }: Reading, question: string) {
  const reading = { ...read(library, { question }), scope, favoured };
  const found = find(reading);
  const listed = questionsListed(reading);
  const reply = listed.length > 0 ? answerOneOf(reading, listed, 'chosen') : replyFrom(reading, found);
  return { found, reply };
}

/** What is quoted is not offered below. */
function withFurther(answer: Answer, others: readonly Answer[]): Answer {
  const further = others.slice(0, MOST_FURTHER).map((own) => ({ ...own, further: [], suggestions: [] }));
  const suggestions = answer.suggestions.filter(
    ({ quotation }) => !further.some((own) => isSameSection(own.quotation, quotation)),
  );
  return { ...answer, suggestions, further };
}

/** From the sections themselves; where they do not answer, once more with the typing slips of the question mended. */
function replyFromText(reading: Reading, found: readonly Finding[]): Reply {
  const reply = replyFrom(reading, found);
  if (reply.outcome === 'answer') return reply;
  const mended = findMended(reading);
  if (!mended || (mended.found[0]?.probability ?? 0) <= reply.probability) return reply;
  return { ...replyFrom(reading, mended.found), mends: mended.mends };
}

/** The likeliest is quoted, suggested, or neither. */
function replyFrom(reading: Reading, found: readonly Finding[]): Reply {
  const [best] = found;
  if (!best) return abstain(reading, { reason: 'nothing-matched' });
  const decision = decide(found.map(({ probability }) => probability));
  if (decision.outcome === 'abstain') return abstain(reading, { reason: decision.reason, found });
  const isClose = decision.outcome === 'suggest' && decision.reason === 'too-close';
  const both = isClose ? sureOfBoth(found) : undefined;
  if (decision.outcome === 'answer' || both !== undefined) {
    const answerFrom = ({ quotation }: Finding) => answerWith(reading, quotation, { basis: 'terms', found });
    const answer = withFurther(answerFrom(best), alsoSure(found).map(answerFrom));
    return { ...answer, probability: both ?? answer.probability };
  }
  const suggestions = nearestSuggestions(reading, found);
  return { ...common(reading, { basis: 'terms', found, suggestions }), ...decision };
}

function followUp(reading: Reading, found: readonly Finding[]): Reply | undefined {
  const { earlier } = reading;
  if (!earlier) return undefined;
  const quotation = quoteFollowUp(reading, earlier, found);
  if (quotation) return answerWith(reading, quotation, { basis: 'follow-up', found });
  const places = placesOfIt(reading, earlier, found);
  return places.length > 0 ? answerOneOf(reading, places, 'follow-up') : undefined;
}

/** Words for the bot itself. A summary and a biography are quoted where one interview is meant and has the text. */
function replyToBot(reading: Reading, words: Extract<WordsToBot, { kind: 'intent' }>): Reply {
  const { intent } = words;
  const quotation = quotationFor(reading, intent);
  if (!quotation) return abstain(reading, { reason: 'about-the-bot', intent });
  const language =
    intent === 'translate' ? (words.into ?? otherLanguage(reading, quotation)) : reading.language;
  return { ...answerWith({ ...reading, language }, quotation, { basis: 'intent' }), intent };
}

function quotationFor(reading: Reading, intent: Intent): Quotation | undefined {
  if (intent === 'translate') return reading.earlier;
  const [only, ...others] = reading.favoured;
  if (!only || others.length > 0) return undefined;
  if (intent === 'summary') return openingOf(only);
  return intent === 'biography' ? portraitOf(only.interview) : undefined;
}

/** Sentences of an introduction that stand for the whole. */
const SUMMARY_SENTENCES = 3;

function openingOf({ interview }: OpenInterview): Quotation | undefined {
  const introduction = introductionOf(interview);
  if (!introduction) return undefined;
  const last = Math.min(SUMMARY_SENTENCES, introduction.sentences.length) - 1;
  return quoteSentences(interview, introduction, { first: 0, last });
}

/** "Say it in the other language": the one that the quoted interview is not in. */
function otherLanguage({ library, language }: Reading, { source }: Quotation): Reading['language'] {
  const interview = interviewOf(library.interviews, source);
  if (!interview) return language;
  return interview.article.language.startsWith('zh') ? 'en' : 'zh';
}

/** Where several interviews would answer alike, all are offered. */
function answerOneOf(reading: Reading, quotations: readonly Quotation[], basis: Reasoning['basis']): Reply {
  const [only, ...others] = quotations;
  if (only && others.length === 0) return answerWith(reading, only, { basis });
  const suggestions = quotations.map((quotation) => suggestionOf(reading, quotation)).slice(0, MOST_OFFERED);
  return { ...common(reading, { basis, suggestions }), outcome: 'suggest', reason: 'too-close' };
}

/** Places offered where each would do. */
const MOST_OFFERED = 3;

interface Known {
  readonly basis: Reasoning['basis'];
  readonly found?: readonly Finding[];
  readonly suggestions?: readonly Suggestion[];
}

/** What is quoted stands in a loaded interview: whoever calls has it from there. */
export function answerWith(reading: Reading, quotation: Quotation, known: Known): Answer {
  const interview = interviewOf(reading.library.interviews, quotation.source);
  if (!interview) throw new Error(`${quotation.source.interview} is not loaded, and was quoted.`);
  const section = findSection(interview, quotation.source);
  const translation = translateQuotation(interview, quotation, reading.language);
  const suggestions = known.suggestions ?? nearestSuggestions(reading, known.found ?? [], quotation);
  return {
    ...common(reading, { ...known, suggestions }),
    outcome: 'answer',
    quotation,
    isForeign: isForeign(interview, reading.language),
    citation: cite(interview, quotation),
    ...(section?.kind === 'exchange' ? { answers: section.question } : {}),
    ...(translation ? { translation } : {}),
    further: [],
  };
}

interface Silence {
  readonly reason: Abstain['reason'];
  readonly intent?: Intent;
  readonly found?: readonly Finding[];
}

function abstain(reading: Reading, { reason, intent, found = [] }: Silence): Abstain {
  const suggestions = found.length > 0 ? nearestSuggestions(reading, found) : openingSuggestions(reading);
  return {
    ...common(reading, { basis: intent ? 'intent' : 'terms', found, suggestions }),
    ...{ outcome: 'abstain', reason, ...(intent ? { intent } : {}) },
  };
}

function common(reading: Reading, { basis, found = [], suggestions = [] }: Known) {
  const [best] = found;
  const reasoning = reasoningOf(found, basis);
  const ranked = reading.top > 0 && found.length === 0 ? find(reading) : found;
  return {
    question: reading.question,
    readUpTo: reading.readUpTo,
    score: best?.hit.score ?? 0,
    // What was chosen by its own words, or named, is beyond doubt; all else is as sure as the decision is.
    probability: basis === 'terms' ? (best?.probability ?? 0) : 1,
    matched: reasoning.best?.explanation.terms.map(({ text }) => text) ?? [],
    suggestions,
    candidates: ranked.slice(0, reading.top).map(({ quotation, hit }) => ({ quotation, score: hit.score })),
    reasoning,
  };
}
