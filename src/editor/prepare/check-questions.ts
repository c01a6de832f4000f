// Each way of asking held against all the others: what is too long, stands already, contradicts another part or leads
// elsewhere although the rest is known.
import { ask } from '../../answer/ask.ts';
import type { LibrarySource } from '../../answer/library.ts';
import type { Reply } from '../../answer/reply.ts';
import { withoutItself } from '../../evaluation/beside.ts';
import { judge } from '../../evaluation/judged-question.ts';
import { headingOf, type Interview } from '../../knowledge/interview.ts';
import { LONGEST_QUESTION, type MemberQuestions, NOT_COVERED } from '../../knowledge/member-questions.ts';
import { fold } from '../../language/fold.ts';
import { judgedLine } from '../judged-lines.ts';
import { sectionUnder } from './parts.ts';
import type { TakenQuestion } from './take-back.ts';

/** Kept apart: a person decides. */
export interface Apart {
  readonly taken: TakenQuestion;
  readonly why: string;
}

export interface CheckedQuestions {
  readonly accepted: readonly TakenQuestion[];
  /** Stands already, here or in the file. */
  readonly twice: readonly { readonly taken: TakenQuestion; readonly why: string }[];
  readonly apart: readonly Apart[];
}

export interface Held {
  readonly interview: Interview;
  /** What the file lists now. */
  readonly present: MemberQuestions;
  /** The interview with its lexicon; the lists in it are not looked at. */
  readonly source: LibrarySource;
  /** An editor has decided on the lines that lead elsewhere: they are taken. */
  readonly isDecided: boolean;
}

/** Libraries that all lines are asked of; each lacks every so manieth line. */
const FOLDS = 10;
/** The same for those that stray. */
const CLOSE_FOLDS = 40;

export function checkQuestions(taken: readonly TakenQuestion[], held: Held): CheckedQuestions {
  const { fresh, twice, apart } = sortByStanding(taken, held);
  if (held.isDecided || fresh.length === 0) return { accepted: fresh, twice, apart };
  const strays = straysAmong(fresh, held);
  return {
    accepted: fresh.filter((own) => !strays.has(own)),
    twice,
    apart: [...apart, ...[...strays].map(([own, why]) => ({ taken: own, why }))],
  };
}

/** Two questions that a reader takes for the same. */
function sameKey(question: string): string {
  return fold(question)
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

function sortByStanding(taken: readonly TakenQuestion[], { interview, present }: Held) {
  const standing = standingIn(interview, present);
  const fresh: TakenQuestion[] = [];
  const twice: { taken: TakenQuestion; why: string }[] = [];
  const apart: Apart[] = [];
  for (const own of taken) {
    const known = standing.get(sameKey(own.text));
    const fault = faultOf(own.text);
    if (fault !== undefined) {
      apart.push({ taken: own, why: fault });
    } else if (known === undefined) {
      standing.set(sameKey(own.text), { heading: own.heading, where: `in line ${own.line}` });
      fresh.push(own);
    } else if (known.heading === own.heading) {
      twice.push({ taken: own, why: `stands already ${known.where}` });
    } else {
      const why = `contradicts another part: it stands below ${known.heading} ${known.where}; keep it where it is answered best`;
      apart.push({ taken: own, why });
    }
  }
  return { fresh, twice, apart };
}

function faultOf(text: string): string | undefined {
  if (text.length > LONGEST_QUESTION) return `is longer than ${LONGEST_QUESTION} characters: ask it shortly`;
  if (/^[#>[]/.test(text))
    return `begins with ${text.charAt(0)}, which the file reads otherwise: word it otherwise`;
  return undefined;
}

interface Standing {
  readonly heading: string;
  readonly where: string;
}

/** What is printed counts for more than what is listed. */
function standingIn(interview: Interview, present: MemberQuestions): Map<string, Standing> {
  const printed = [interview, ...interview.translations].flatMap(({ sections }) =>
    sections.flatMap((section) =>
      section.kind === 'exchange'
        ? [section.question, ...section.askedAs].map(
            (text) => [text, { heading: headingOf(section), where: 'in the interview itself' }] as const,
          )
        : [],
    ),
  );
  const where = `in ${interview.id}.questions.txt`;
  const listed = present.answered.map(
    ({ question, section }) => [question, { heading: headingOf(section), where }] as const,
  );
  const not = present.notCovered.map((question) => [question, { heading: NOT_COVERED, where }] as const);
  return new Map([...not, ...listed, ...printed].map(([text, own]) => [sameKey(text), own]));
}

/** Those that the interview, with all lines but this one known, would answer from somewhere else. */
function straysAmong(fresh: readonly TakenQuestion[], held: Held): ReadonlyMap<TakenQuestion, string> {
  const source = { ...held.source, questions: [listsWith(fresh, held)] };
  // First few libraries for all; then, for those that stray, libraries that lack hardly more than the one line.
  const suspects = [...straysFrom(source, fresh, { held, folds: FOLDS }).keys()];
  return straysFrom(source, suspects, { held, folds: Math.min(suspects.length, CLOSE_FOLDS) });
}

function listsWith(fresh: readonly TakenQuestion[], { interview, present }: Held): MemberQuestions {
  const lines = fresh.map(({ text, heading }) => ({
    question: text,
    section: sectionUnder(interview, heading),
  }));
  return {
    interview: interview.id,
    answered: [
      ...present.answered,
      ...lines.flatMap(({ question, section }) => (section ? [{ question, section }] : [])),
    ],
    notCovered: [
      ...present.notCovered,
      ...lines.flatMap(({ question, section }) => (section ? [] : [question])),
    ],
  };
}

function straysFrom(
  source: LibrarySource,
  lines: readonly TakenQuestion[],
  { held: { interview }, folds }: { readonly held: Held; readonly folds: number },
): ReadonlyMap<TakenQuestion, string> {
  const libraryFor = withoutItself(
    source,
    lines.map(({ text }) => text),
    folds,
  );
  return new Map(
    lines.flatMap((own) => {
      const library = libraryFor(own.text);
      if (!library) return [];
      const reply = ask(library, { question: own.text });
      const line = { question: own.text, section: sectionUnder(interview, own.heading) };
      const why = strayReason(reply, judge(reply, judgedLine(line, { id: '', kind: '' }), interview.id));
      return why === undefined ? [] : [[own, why] as const];
    }),
  );
}

function strayReason(reply: Reply, verdict: ReturnType<typeof judge>): string | undefined {
  if (reply.intent !== undefined) return 'is read as words to the bot itself';
  if (reply.outcome !== 'answer' || (verdict !== 'wrong' && verdict !== 'false-answer')) return undefined;
  const { source, text } = reply.quotation;
  const from = source.section === 'exchange' ? `[question ${source.exchange}]` : `[${source.section}]`;
  const nearest = reply.reasoning.nearest?.answered;
  const like = nearest === undefined ? '' : ` (most like “${nearest}”)`;
  return `leads to ${from}${like}: ${shortened(text)}`;
}

/** Characters of an excerpt that show which one it is. */
const SHOWN = 80;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${Array.from(line).slice(0, SHOWN).join('')}…` : line;
}
