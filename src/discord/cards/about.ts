// About this quote: the words in their place, which words of the question were found where, and what came second. Terms are shown
// as words of the question, each once, instead of stems and pairs of characters.
import { ask } from '../../answer/ask.ts';
import type { Library } from '../../answer/library.ts';
import { alignedRange, findSection, interviewOf, translationInto } from '../../answer/quotation.ts';
import type { Answer, Reasoning } from '../../answer/reply.ts';
import { fold } from '../../language/fold.ts';
import { isIdeograph, tokenise } from '../../language/tokenise.ts';
import type { Explanation, Place } from '../../search/rank/search.ts';
import { type Locale, readerOf, wordingFor } from '../../wording/locale.ts';
import { ofWhom, sectionLabel } from '../../wording/present.ts';
import type { CardBlock, Outgoing } from '../sending/card.ts';
import { answerCard } from './reply.ts';

export interface AboutRequest {
  readonly library: Library;
  /** The quotation as it was shown. */
  readonly answer: Answer;
  /** The member's question, where it can still be read. */
  readonly question: string | undefined;
  readonly locale: Locale;
}

/** Matched words shown: the first say why, more would be noise. */
const MOST_WORDS = 12;

export function aboutQuote(request: AboutRequest): Outgoing {
  const { answer, locale } = request;
  const { about } = wordingFor(locale).discord;
  const { footer = '' } = answerCard(answer, locale);
  const card = {
    title: about.title,
    blocks: [{ kind: 'label', text: about.inContext }, ...context(request), ...reasons(request)] as const,
    footer,
  };
  return { cards: [card], rows: [] };
}

/** The sentence before, the quotation in bold type, the sentence after; our translation of them first. A printed value stands alone. */
function context({ library, answer, locale }: AboutRequest): readonly CardBlock[] {
  const { quotation } = answer;
  const interview = interviewOf(library.interviews, quotation.source);
  const section = interview && findSection(interview, quotation.source);
  if (!section) return [{ kind: 'verbatim', quotation }];
  const before = section.sentences.findLast(({ end }) => end <= quotation.start);
  const after = section.sentences.find(({ start }) => start >= quotation.end);
  const start = before?.start ?? quotation.start;
  const end = after?.end ?? quotation.end;
  const wider = { source: quotation.source, start, end, text: section.text.slice(start, end) };
  const original = { kind: 'verbatim', quotation: wider, emphasis: quotation } as const;
  const translation = translationInto(interview, readerOf(locale));
  const own = translation?.sections[interview.sections.indexOf(section)];
  if (!translation || !own) return [original];
  const [around, quoted] = [wider, quotation].map((range) => alignedRange(section, own, range));
  if (!around || !quoted) return [original];
  const wording = wordingFor(locale);
  return [
    { kind: 'label', text: wording.translationBy(translation.translator) },
    {
      kind: 'quote',
      text: own.text.slice(around.start, around.end),
      emphasis: { start: quoted.start - around.start, end: quoted.end - around.start },
    },
    { kind: 'label', text: wording.originalWords },
    original,
  ];
}

function reasons({ library, answer, question, locale }: AboutRequest): readonly CardBlock[] {
  const { about } = wordingFor(locale).discord;
  const reply = question === undefined ? undefined : askedAgain(library, question, answer);
  if (!reply?.reasoning.best || question === undefined) return [{ kind: 'text', text: about.notRecalled }];
  const { best, threshold } = reply.reasoning;
  const words = matchedWords(best.explanation, question)
    .slice(0, MOST_WORDS)
    .map(({ word, places }) =>
      about.matchedWord(
        word,
        places.map((place) => about.place[place]),
      ),
    );
  return [
    { kind: 'label', text: about.matchedWords },
    { kind: 'list', items: words },
    { kind: 'label', text: about.score },
    { kind: 'list', items: [about.certainty(reply.probability, threshold), about.total(best.score)] },
    { kind: 'label', text: about.runnerUp },
    { kind: 'text', text: runnerUp(library, reply.reasoning, locale) },
  ];
}

/** The answer with its reasons; undefined where asking again now gives another quotation. */
function askedAgain(library: Library, question: string, { quotation }: Answer): Answer | undefined {
  const reply = ask(library, { question });
  if (reply.outcome !== 'answer' || reply.reasoning.basis !== 'terms') return undefined;
  const { start, end, text } = reply.quotation;
  const isSame = start === quotation.start && end === quotation.end && text === quotation.text;
  return isSame ? reply : undefined;
}

function runnerUp(library: Library, { runnerUp: second }: Reasoning, locale: Locale): string {
  const { about } = wordingFor(locale).discord;
  const interview = second && interviewOf(library.interviews, second.source);
  const section = interview && findSection(interview, second.source);
  if (!section) return about.noRunnerUp;
  const reader = { interviews: library.interviews, locale };
  return about.runnerUpChance(
    ofWhom(sectionLabel(interview, section, locale), interview.id, reader),
    second.probability,
  );
}

export interface MatchedWord {
  readonly word: string;
  readonly places: readonly Place[];
}

/** Terms found in most places come first, longer ones before their parts; a term is kept if it shows a new word. */
function matchedWords({ terms }: Explanation, question: string): readonly MatchedWord[] {
  const folded = fold(question);
  // Folding keeps most texts' length: then the words can be shown as they were typed.
  const typed = folded.length === question.length ? question : folded;
  const tokens = tokenise(folded);
  const shown = new Set<number>();
  const ranked = terms
    .map(({ text, weight, places }) => ({ parts: tokenise(text).map(({ word }) => word), weight, places }))
    .toSorted(
      (a, b) => b.places.length - a.places.length || b.parts.length - a.parts.length || b.weight - a.weight,
    );
  const words = ranked.flatMap(({ parts, places }) => {
    const at = tokens.findIndex(
      (_, start) =>
        parts.every((part, index) => tokens[start + index]?.term === part) &&
        parts.some((_part, index) => !shown.has(start + index)),
    );
    if (at === -1) return [];
    for (const index of parts.keys()) shown.add(at + index);
    const [first, last] = [tokens[at], tokens[at + parts.length - 1]];
    if (!first || !last) return [];
    return [{ word: typed.slice(first.start, last.start + last.word.length), places }];
  });
  const telling = words.filter(({ word }) => !(isIdeograph(word) && word.length === 1));
  return telling.length > 0 ? telling : words;
}
