// Organising a list of members' questions: each goes below the sentence that it asks for, where that is clear.
import type { OpenInterview } from '../answer/library.ts';
import { quote, type Section } from '../knowledge/interview.ts';
import type { AnsweredQuestion, MemberQuestions } from '../knowledge/member-questions.ts';
import { analyse } from '../search/query/analyse.ts';
import { chances, scoreSentences } from '../search/rank/sentences.ts';

/** Chance (0..1) of a sentence, among those of its section, from which it is clearly the one asked for. */
const CLEAR = 0.6;
/** Characters of a sentence that are copied at least. */
const SHORTEST_OPENING = 6;

export interface Organised {
  /** The file's text; its remarks at the head are kept. */
  readonly text: string;
  readonly placed: number;
  /** Questions whose sentence is not clear. */
  readonly unplaced: readonly string[];
}

/** Questions that stand below a sentence already stay there. */
export function organise(source: string, open: OpenInterview, lists: MemberQuestions): Organised {
  const placed = lists.answered.map((own) => ({
    ...own,
    sentence: own.sentence ?? clearSentence(open, own),
  }));
  const head = source.split('\n').filter((line, at, all) => isHead(all, at) && line.startsWith('#'));
  const parts = open.interview.sections.flatMap((section) => {
    const own = placed.filter((question) => question.section === section);
    return own.length === 0 ? [] : [`${headingOf(section)}\n${partOf(section, own)}`];
  });
  const rest = lists.notCovered.length === 0 ? [] : [`[not covered]\n${lists.notCovered.join('\n')}`];
  const unplaced = placed.filter(({ sentence }) => sentence === undefined).map(({ question }) => question);
  return {
    text: `${[head.join('\n'), ...parts, ...rest].filter((part) => part !== '').join('\n\n')}\n`,
    placed: placed.length - unplaced.length,
    unplaced,
  };
}

/** Before the first heading. */
function isHead(lines: readonly string[], at: number): boolean {
  const first = lines.findIndex((line) => line.startsWith('['));
  return first === -1 || at < first;
}

function headingOf(section: Section): string {
  return section.kind === 'exchange' ? `[question ${section.number}]` : `[${section.kind}]`;
}

function clearSentence({ interview, index }: OpenInterview, { question, section }: AnsweredQuestion) {
  const scores = scoreSentences(analyse(question, index), interview.sections.indexOf(section));
  const shares = chances(scores);
  const best = shares.indexOf(Math.max(...shares));
  return (shares[best] ?? 0) >= CLEAR ? best : undefined;
}

type Placed = Omit<AnsweredQuestion, 'sentence'> & { readonly sentence: number | undefined };

/** Those of no sentence first, then sentence by sentence. */
function partOf(section: Section, questions: readonly Placed[]): string {
  const of = (sentence: number | undefined) =>
    questions.filter((own) => own.sentence === sentence).map(({ question }) => question);
  const below = section.sentences.flatMap((_, sentence) => {
    const own = of(sentence);
    return own.length === 0 ? [] : [`> ${openingOf(section, sentence)}`, ...own];
  });
  return [...of(undefined), ...below].join('\n');
}

/** As many characters as it takes to fit no other sentence. */
function openingOf(section: Section, sentence: number): string {
  const texts = section.sentences.map((range) => quote(section, range).replace(/\n.*/s, ''));
  const own = texts[sentence] ?? '';
  for (let length = SHORTEST_OPENING; length < own.length; length += 1) {
    const opening = own.slice(0, length);
    if (opening.trim() === opening && texts.filter((text) => text.startsWith(opening)).length === 1)
      return opening;
  }
  return own;
}
