// A reply as it is printed: the words of the Discord message without its markup, and the reasoning behind it as a tree; or one JSON
// object of the ask protocol.
import type { Answer, Candidate, Reasoning, Reply, SectionRef, Suggestion } from '../answer/reply.ts';
import { exchangesOf, type Interview } from '../knowledge/interview.ts';
import { type Locale, wordingFor } from '../wording/locale.ts';
import {
  citationLine,
  glanceAt,
  namesOf,
  type Offer,
  offersOf,
  presentAnswer,
  presentNotice,
  type Reader,
  sectionLabel,
  suggestedQuestion,
  titleLabel,
} from '../wording/present.ts';
import { replyToBot, type ToBot } from '../wording/to-bot.ts';
import type { AskOptions } from './options.ts';

const BAR = '│ ';

/** The words of the Discord message without its markup. */
export function toPlainText(reply: Reply, reader: Reader): string {
  const toBot = reply.intent && replyToBot(reply.intent, reply, reader);
  if (toBot) return textToBot(toBot, reply, reader);
  if (reply.outcome === 'answer')
    return [reply, ...reply.further].map((own) => answerText(own, reader.locale)).join('\n\n');
  const { text, offers } = presentNotice(reply, reader);
  return [text, ...offers.map(offerText)].join('\n');
}

/** A text that is quoted in the reply is printed; where Discord shows a longer one, that is a command of its own. */
function textToBot(toBot: ToBot, reply: Reply, reader: Reader): string {
  switch (toBot.kind) {
    case 'line':
    case 'which':
      return toBot.text;
    case 'guide':
      return guideText(reply, reader);
    case 'again':
      return answerText(toBot.answer, reader.locale);
    case 'outline':
    case 'biography':
    case 'questions':
      return reply.outcome === 'answer'
        ? answerText(reply, reader.locale)
        : questionsText(toBot.interview, reader.locale);
  }
}

function guideText(reply: Reply, reader: Reader): string {
  const wording = wordingFor(reader.locale);
  const items = offersOf(reply, reader).map(({ label }) => itemText(label));
  const list = items.length === 0 ? [] : [wording.nearest, ...items];
  return [wording.toBot.promise(namesOf(reader)), ...list].join('\n');
}

function questionsText(interview: Interview, locale: Locale): string {
  const title = wordingFor(locale).titles.questions(titleLabel(interview, locale));
  const questions = exchangesOf(interview).map(
    (exchange) => `  ${exchange.number}. ${sectionLabel(interview, exchange, locale)}`,
  );
  return [title, ...questions].join('\n');
}

function answerText(answer: Answer, locale: Locale): string {
  const { readAs, speaker, question, translation, excerpt, citation } = presentAnswer(answer, locale);
  const blocks = [
    ...(readAs === undefined ? [] : [readAs]),
    speaker,
    ...(question === undefined ? [] : [question]),
    ...(translation ? [`${translation.label}\n${quoted(translation.text)}`] : []),
    excerpt.label === undefined ? quoted(excerpt.text) : `${excerpt.label}\n${quoted(excerpt.text)}`,
    `— ${citation}`,
  ];
  return blocks.join('\n');
}

function offerText(offer: Offer): string {
  return `${itemText(offer.label)}\n    ${quoted(glanceAt(offer))}`;
}

function itemText(label: string): string {
  return `  • ${label}`;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `${BAR}${line}`)
    .join('\n');
}

interface Branch {
  readonly text: string;
  readonly branches?: readonly Branch[];
}

/** The reasoning behind a reply as a tree of plain lines. */
export function explanationTree({ reasoning, probability, mends = [] }: Reply): string {
  const { basis, best, nearest = {}, runnerUp, decision, threshold } = reasoning;
  const branches: readonly Branch[] = [
    { text: `basis ${basis}` },
    ...mends.map(({ typed, read }) => ({ text: `“${typed}” read as “${read}”` })),
    {
      text: `probability ${figure(probability)} (answers from ${figure(threshold)})`,
      branches: decision.map((part) => ({
        text: `${part.name} ${figure(part.value)}, adds ${figure(part.adds)}`,
      })),
    },
    ...(nearest.answered ? [{ text: `like “${nearest.answered}”, which it answers` }] : []),
    ...(nearest.notCovered ? [{ text: `like “${nearest.notCovered}”, which is not covered` }] : []),
    ...(best ? [bestBranch(best)] : []),
    ...(runnerUp
      ? [{ text: `runner-up ${name(runnerUp.source)}, probability ${figure(runnerUp.probability)}` }]
      : []),
  ];
  return ['why', ...lines(branches, '')].join('\n');
}

function bestBranch({ source, score, explanation }: NonNullable<Reasoning['best']>): Branch {
  const parts = explanation.parts.map(({ name, value }) => ({ text: `${name} ${figure(value)}` }));
  const terms = explanation.terms.map(({ text, weight, places }) => ({
    text: `${text} ${figure(weight)} (${places.join(', ')})`,
  }));
  return {
    text: `best ${name(source)} ${figure(score)}`,
    branches: [
      { text: 'score', branches: parts },
      { text: 'matched', branches: terms },
    ],
  };
}

function lines(branches: readonly Branch[], indent: string): readonly string[] {
  return branches.flatMap(({ text, branches: inner = [] }, index) => {
    const isLast = index === branches.length - 1;
    const own = `${indent}${isLast ? '└─ ' : '├─ '}${text}`;
    return [own, ...lines(inner, `${indent}${isLast ? '   ' : '│  '}`)];
  });
}

function name(source: SectionRef): string {
  const place = source.section === 'exchange' ? `question ${source.exchange}` : source.section;
  return `${source.interview}, ${place}`;
}

function figure(value: number): string {
  return value.toFixed(2);
}

/** Decimal places of a printed score or probability: enough to compare by eye, and stable across platforms. */
const SCORE_DIGITS = 4;

/** A reply as one JSON object of the ask protocol. */
export function toJson(reply: Reply, locale: Locale, { top, explain }: Pick<AskOptions, 'top' | 'explain'>) {
  return {
    question: reply.question,
    outcome: reply.outcome,
    ...(reply.outcome === 'answer' ? answerFields(reply, locale) : { reason: reply.reason }),
    ...(reply.outcome === 'answer' && reply.further.length > 0
      ? { further: reply.further.map((own) => answerFields(own, locale)) }
      : {}),
    ...(reply.intent ? { intent: reply.intent } : {}),
    score: round(reply.score),
    probability: round(reply.probability),
    matched: reply.matched,
    suggestions: reply.suggestions.map((suggestion) => suggestionJson(suggestion, locale)),
    ...(top > 0 ? { candidates: reply.candidates.map(candidateJson) } : {}),
    ...(explain ? { explanation: reply.reasoning } : {}),
  };
}

function answerFields(reply: Extract<Reply, { outcome: 'answer' }>, locale: Locale) {
  return {
    source: sourceJson(reply.quotation.source),
    excerpt: reply.quotation.text,
    ...(reply.translation ? { translation: reply.translation.text } : {}),
    citation: citationLine(reply.citation, locale),
  };
}

function candidateJson({ quotation, score }: Candidate) {
  return { ...sourceJson(quotation.source), score: round(score), excerpt: quotation.text };
}

function suggestionJson(suggestion: Suggestion, locale: Locale) {
  const question = suggestedQuestion(suggestion, wordingFor(locale));
  return { ...sourceJson(suggestion.source), question, excerpt: suggestion.quotation.text };
}

function sourceJson(ref: SectionRef) {
  const { interview, section } = ref;
  return section === 'exchange' ? { interview, section, exchange: ref.exchange } : { interview, section };
}

function round(score: number): number {
  return Number(score.toFixed(SCORE_DIGITS));
}
