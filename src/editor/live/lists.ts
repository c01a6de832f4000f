// A question into the list of an interview while the bot runs: judged before anything is written, written whole, live at once,
// taken back to the byte. One editor's change waits for another's, so that none is lost.
import { ask } from '../../answer/ask.ts';
import { type Library, openLibrary } from '../../answer/library.ts';
import { findSection, interviewOf } from '../../answer/quotation.ts';
import type { Shelf } from '../../answer/shelf.ts';
import type { JudgedQuestion } from '../../evaluation/judged-question.ts';
import type {
  Inserted,
  LatelyListed,
  Listing,
  ListingRefusal,
  NewQuestion,
  TakenBack,
} from '../../wording/listing.ts';
import type { EditorFiles } from '../prepare/files.ts';
import { type AskedAgain, fragileOf, madeWorse } from './judge.ts';
import { takeOut } from './placement.ts';
import { harmless, linesIn, type Planned, planLine } from './plan-line.ts';

export interface ListDesk {
  readonly files: Pick<EditorFiles, 'read' | 'write'>;
  readonly folder: string;
  /** What the bot answers from, and how it takes in what is written. */
  readonly shelf: Pick<Shelf, 'library' | 'source' | 'problems' | 'look'>;
  /** The judged questions of an interview, beside those that it lists. */
  readonly judged: (interview: string) => Promise<readonly JudgedQuestion[]>;
  /** Lets others have their turn, between two questions that are judged. */
  readonly rest: () => Promise<void>;
  /** The same where nobody waits for what is done. */
  readonly pause: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly today: () => number;
  /** By interview, those that are close to the threshold, in the edition that was studied last. */
  readonly fragile: Map<string, { readonly edition: string; readonly questions: readonly JudgedQuestion[] }>;
}

export interface Lists {
  readonly list: (added: NewQuestion) => Promise<Listing>;
  readonly takeBack: (inserted: Inserted) => Promise<TakenBack>;
  /** What was listed within a day and since the start, and not taken back; the latest first. */
  readonly lately: () => readonly LatelyListed[];
  /** Learns which questions are fragile, where enough has changed; until then only those alike are judged. */
  readonly study: () => Promise<void>;
}

export function openLists(given: Omit<ListDesk, 'fragile'>): Lists {
  const desk = { ...given, fragile: new Map() };
  let listed: readonly LatelyListed[] = [];
  const recent = () => listed.filter(({ inserted }) => !isTooLate(desk, inserted));
  const [inTurn, inTurnToStudy] = [takeTurns(), takeTurns()];
  return {
    list: (added) =>
      inTurn(async () => {
        const listing = await listQuestion(desk, added);
        if (listing.outcome === 'listed') listed = [listing, ...recent()];
        return listing;
      }),
    takeBack: (inserted) =>
      inTurn(async () => {
        const taken = await takeBack(desk, inserted);
        if (taken.outcome !== 'unwritable')
          listed = recent().filter((own) => own.inserted.line !== inserted.line);
        return taken;
      }),
    lately: recent,
    study: () => inTurnToStudy(() => study(desk)),
  };
}

/** Lines by which a list may grow until its fragile questions are looked for anew. */
const LINES_A_STUDY = 20;

async function study({ shelf, fragile, judged, pause }: ListDesk): Promise<void> {
  const { library, source } = shelf;
  for (const { id, sections } of source.interviews) {
    const listed = linesIn(source.questions.find(({ interview }) => interview === id));
    const length = sections.reduce((sum, { text }) => sum + text.length, 0);
    const edition = `${length} ${Math.floor(listed.length / LINES_A_STUDY)}`;
    if (fragile.get(id)?.edition === edition) continue;
    const questions = await fragileOf(library, { interview: id, listed, judged: await judged(id) }, pause);
    fragile.set(id, { edition, questions });
  }
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
  // Before its id becomes part of a path.
  if (!desk.shelf.source.interviews.some(({ id }) => id === added.interview)) return refused('no-place');
  const path = pathOf(desk, added.interview);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const read = await readCurrent(desk, path);
    if (!read.ok) return refused(read.why);
    if (desk.shelf.problems.length > 0) return refused('faulty-files');
    const { before } = read;
    const planned = planLine(desk.shelf.source, before, added);
    if (typeof planned === 'string') return refused(planned);
    const libraries = { before: desk.shelf.library, after: withLists(desk.shelf, planned) };
    const worse = await madeWorse(libraries, await askedAgain(desk, planned), desk.rest);
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

type ReadList =
  | { readonly ok: true; readonly before: string | undefined }
  | { readonly ok: false; readonly why: 'faulty-files' | 'busy' };

/** The list on disk, as the bot has taken it in; not where it is no text. */
async function readCurrent({ files, shelf }: ListDesk, path: string): Promise<ReadList> {
  let now = await attemptToRead(files, path);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const before = now;
    await shelf.look();
    now = await attemptToRead(files, path);
    if (!now.ok || (before.ok && before.before === now.before)) return now;
  }
  return now.ok ? { ok: false, why: 'busy' } : now;
}

async function attemptToRead(files: ListDesk['files'], path: string): Promise<ReadList> {
  return files.read(path).then(
    (before) => ({ ok: true, before }) as const,
    () => ({ ok: false, why: 'faulty-files' }) as const,
  );
}

/** The library with other lists of one interview: the other interviews are not opened again. */
function withLists({ library, source }: ListDesk['shelf'], { interview, next }: Planned): Library {
  const [own] = openLibrary({ ...source, interviews: [interview], questions: [next] }).open;
  const open = library.open.map((each) => (own && each.interview.id === interview.id ? own : each));
  return { interviews: library.interviews, open };
}

async function askedAgain(desk: ListDesk, { interview: { id }, lists, added }: Planned): Promise<AskedAgain> {
  const fragile = desk.fragile.get(id)?.questions ?? [];
  const judged = await desk.judged(id);
  return { interview: id, added: added.question, judged, listed: linesIn(lists), fragile };
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

function isTooLate({ today }: ListDesk, { made }: Inserted): boolean {
  return today() / MINUTE_MS - made > LONGEST_MINUTES;
}

async function takeBack(desk: ListDesk, inserted: Inserted): Promise<TakenBack> {
  if (isTooLate(desk, inserted)) return { outcome: 'too-late' };
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
