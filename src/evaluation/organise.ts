// Organising a list of members' questions: each goes below the sentence that it asks for, where that is clear.
import type { OpenInterview } from '../answer/library.ts';
import { headingOf, openingOf, type Section } from '../knowledge/interview.ts';
import type { AnsweredQuestion, MemberQuestions } from '../knowledge/member-questions.ts';
import { analyse } from '../search/query/analyse.ts';
import { chances, scoreSentences } from '../search/rank/sentences.ts';

/** Chance (0..1) of a sentence, among those of its section, from which it is clearly the one asked for. */
const CLEAR = 0.6;

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

function clearSentence({ interview, index }: OpenInterview, { question, section }: AnsweredQuestion) {
  const scores = scoreSentences(analyse(question, index), interview.sections.indexOf(section));
  const shares = chances(scores);
  const best = shares.indexOf(Math.max(...shares));
  return (shares[best] ?? 0) >= CLEAR ? best : undefined;
}

type Placed = Omit<AnsweredQuestion, 'sentence'> & { readonly sentence: number | undefined };

/** Those of no sentence first, then sentence by sentence; what asks for one that another repeats asks for the section. */
function partOf(section: Section, questions: readonly Placed[]): string {
  const openings = section.sentences.map((_, sentence) => openingOf(section, sentence));
  const isNamed = (sentence = -1) => openings[sentence] !== undefined;
  const of = (accepts: (own: Placed) => boolean) => questions.filter(accepts).map(({ question }) => question);
  const below = openings.flatMap((opening, sentence) => {
    const own = of((each) => each.sentence === sentence);
    return opening === undefined || own.length === 0 ? [] : [`> ${opening}`, ...own];
  });
  return [...of(({ sentence }) => !isNamed(sentence)), ...below].join('\n');
}
