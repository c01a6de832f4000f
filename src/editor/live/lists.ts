// A question into the list of an interview while the bot runs: judged before anything is written, written whole, live at once,
// taken back to the byte. One editor's change waits for another's, so that none is lost.
import { ask } from '../../answer/ask.ts';
import { type Library, type LibrarySource, openLibrary } from '../../answer/library.ts';
import { findSection, interviewOf } from '../../answer/quotation.ts';
import type { Shelf } from '../../answer/shelf.ts';
import type { JudgedQuestion } from '../../evaluation/judged-question.ts';
import type { Interview } from '../../knowledge/interview.ts';
import {
  LONGEST_QUESTION,
  type MemberQuestions,
  readMemberQuestions,
} from '../../knowledge/member-questions.ts';
import type { Problem } from '../../knowledge/problem.ts';
import type { Inserted, Listing, ListingRefusal, NewQuestion, TakenBack } from '../../wording/listing.ts';
import type { EditorFiles } from '../prepare/files.ts';
import { madeWorse } from './judge.ts';
import { type Placed, placeQuestion, takeOut } from './placement.ts';

export interface ListDesk {
  readonly files: Pick<EditorFiles, 'read' | 'write'>;
  readonly folder: string;
  /** What the bot answers from, and how it takes in what is written. */
  readonly shelf: Pick<Shelf, 'library' | 'source' | 'problems' | 'look'>;
  /** The judged questions of an interview, beside those that it lists. */
  readonly judged: (interview: string) => Promise<readonly JudgedQuestion[]>;
  /** Lets others have their turn, between two questions that are judged. */
  readonly rest: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly today: () => number;
}

export interface Lists {
  readonly list: (added: NewQuestion) => Promise<Listing>;
  readonly takeBack: (inserted: Inserted) => Promise<TakenBack>;
}

export function openLists(desk: ListDesk): Lists {
  const inTurn = takeTurns();
  return {
    list: (added) => inTurn(() => listQuestion(desk, added)),
    takeBack: (inserted) => inTurn(() => takeBack(desk, inserted)),
  };
}

/** Each waits for the one before, also where that failed. */
function takeTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}

/** Attempts at a file that others go on changing while a question is judged. */
const MOST_ATTEMPTS = 3;
const MINUTE_MS = 60_000;

async function listQuestion(desk: ListDesk, { question: asked, ...place }: NewQuestion): Promise<Listing> {
  const added = { ...place, question: harmless(asked) };
  const path = pathOf(desk, added.interview);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const read = await readCurrent(desk, path);
    if (!read.ok || desk.shelf.problems.length > 0) return refused('faulty-files');
    const { before } = read;
    const planned = plan(desk.shelf.source, before, added);
    if (typeof planned === 'string') return refused(planned);
    const libraries = { before: desk.shelf.library, after: withLists(desk.shelf, planned) };
    const worse = await madeWorse(libraries, await questionsOf(desk, planned), desk.rest);
    if (worse !== undefined) return { outcome: 'worse', question: worse };
    if ((await desk.files.read(path)) !== before) continue;
    const code = await attemptTo(() => desk.files.write(path, planned.placed.text));
    if (code !== undefined) return { outcome: 'unwritable', code };
    await desk.shelf.look();
    const { heading, inserted } = planned.placed;
    const made = Math.floor(desk.today() / MINUTE_MS);
    return {
      ...{ outcome: 'listed', question: added.question, heading },
      isSettled: isSettled(desk.shelf.library, added),
      inserted: { ...inserted, interview: added.interview, made },
    };
  }
  return refused('busy');
}

function refused(why: ListingRefusal): Listing {
  return { outcome: 'refused', why };
}

function pathOf({ folder }: ListDesk, interview: string): string {
  return `${folder}/${interview}.questions.txt`;
}

type ReadList = { readonly ok: true; readonly before: string | undefined } | { readonly ok: false };

/** The list on disk, as the bot has taken it in; not where it is no text. */
async function readCurrent({ files, shelf }: ListDesk, path: string): Promise<ReadList> {
  for (;;) {
    const before = await attemptToRead(files, path);
    await shelf.look();
    const after = await attemptToRead(files, path);
    if (!before.ok || !after.ok || before.before === after.before) return after;
  }
}

async function attemptToRead(files: ListDesk['files'], path: string): Promise<ReadList> {
  return files.read(path).then(
    (before) => ({ ok: true, before }) as const,
    () => ({ ok: false }) as const,
  );
}

/** What would open a heading, a remark, a sentence or a list item at the beginning of a line. */
const STRUCTURE = /^[\s[#＃>＞%*-]+/u;

/** One line of visible text that is nothing but a question. */
function harmless(question: string): string {
  return question
    .replace(/[\s\u0085\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(STRUCTURE, '')
    .trim();
}

interface Planned {
  readonly placed: Placed;
  readonly interview: Interview;
  /** As they are; undefined where the interview has none. */
  readonly lists: MemberQuestions | undefined;
  readonly next: MemberQuestions;
  readonly added: NewQuestion;
}

/** The list with the question in it, as text and as it will be read; or why it cannot stand there. */
function plan(
  { interviews, questions }: LibrarySource,
  before: string | undefined,
  added: NewQuestion,
): Planned | ListingRefusal {
  const { question, sentence } = added;
  const interview = interviews.find(({ id }) => id === added.interview);
  const section = interview && added.section && findSection(interview, added.section);
  if (!interview || (added.section && !section)) return 'no-place';
  if (sentence !== undefined && !section?.sentences[sentence]) return 'no-place';
  if (question.length > LONGEST_QUESTION) return 'too-long';
  const lists = questions.find((own) => own.interview === interview.id);
  if (linesIn(lists).some((line) => line.question === question)) return 'already-there';
  const placed = placeQuestion(before, question, { section, sentence });
  const problems: Problem[] = [];
  const name = `${interview.id}.questions.txt`;
  const next = readMemberQuestions({ name, text: placed.text }, interview, problems);
  const isOnly = addsOnly(lists, next, { question, ...(section ? { section } : {}) });
  return problems.length === 0 && isOnly ? { placed, interview, lists, next, added } : 'no-question';
}

type ListedLine = Pick<MemberQuestions['answered'][number], 'question'> &
  Partial<MemberQuestions['answered'][number]>;

function linesIn(lists: MemberQuestions | undefined): readonly ListedLine[] {
  return lists ? [...lists.answered, ...lists.notCovered.map((question) => ({ question }))] : [];
}

/** Whether the lists differ by the one question, in its part, and by nothing else. */
function addsOnly(lists: MemberQuestions | undefined, next: MemberQuestions, line: ListedLine): boolean {
  const isAdded = (own: ListedLine) => own.question === line.question && own.section === line.section;
  const others = linesIn(next).filter((own) => !isAdded(own));
  const before = linesIn(lists);
  return (
    linesIn(next).length === before.length + 1 &&
    others.length === before.length &&
    others.every((own, at) => {
      const old = before[at];
      return (
        old && own.question === old.question && own.section === old.section && own.sentence === old.sentence
      );
    })
  );
}

/** The library with other lists of one interview: the other interviews are not opened again. */
function withLists({ library, source }: ListDesk['shelf'], { interview, next }: Planned): Library {
  const [own] = openLibrary({ ...source, interviews: [interview], questions: [next] }).open;
  const open = library.open.map((each) => (own && each.interview.id === interview.id ? own : each));
  return { interviews: library.interviews, open };
}

async function questionsOf({ judged }: ListDesk, { interview, lists, added }: Planned) {
  const questions = await judged(interview.id);
  return { interview: interview.id, added: added.question, judged: questions, listed: linesIn(lists) };
}

/** Whether it is answered from the part, and the sentence, that it was listed for; not at all where that is what was listed. */
function isSettled(library: Library, { question, section, sentence }: NewQuestion): boolean {
  const reply = ask(library, { question });
  if (!section || reply.outcome !== 'answer') return !section && reply.outcome !== 'answer';
  const { source, start, end } = reply.quotation;
  const interview = interviewOf(library.interviews, section);
  if (!interview || source.interview !== interview.id) return false;
  const wanted = findSection(interview, section);
  const range = sentence === undefined ? undefined : wanted?.sentences[sentence];
  const isTold = range === undefined || (start <= range.start && range.end <= end);
  return isTold && findSection(interview, source) === wanted;
}

/** How long a line can be taken back by its button, in minutes. */
const LONGEST_MINUTES = 24 * 60;

async function takeBack(desk: ListDesk, inserted: Inserted): Promise<TakenBack> {
  if (desk.today() / MINUTE_MS - inserted.made > LONGEST_MINUTES) return { outcome: 'too-late' };
  const path = pathOf(desk, inserted.interview);
  const now = await desk.files.read(path);
  const taken = now === undefined ? undefined : takeOut(now, inserted);
  if (!taken) return { outcome: 'gone' };
  const code = await attemptTo(() => desk.files.write(path, taken.text));
  if (code !== undefined) return { outcome: 'unwritable', code };
  await desk.shelf.look();
  return { outcome: taken.outcome };
}

/** The system's code of what keeps it from being done; undefined where it was done. */
async function attemptTo(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const cause = error.cause instanceof Error ? error.cause : error;
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
    throw error;
  }
}
