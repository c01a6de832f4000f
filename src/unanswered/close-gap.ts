// Closes a gap: adds the wording to the interview and the judged question to the evaluation, both or neither. Nothing can be lost:
// what was written is read again and checked, and undone where it is wrong.
import { ask } from '../answer/ask.ts';
import type { Library } from '../answer/library.ts';
import { findSection } from '../answer/quotation.ts';
import type { Answer, Reply } from '../answer/reply.ts';
import type { JudgedQuestion } from '../evaluation/judged-question.ts';
import type { Knowledge } from '../knowledge/collection.ts';
import { type Interview, quote } from '../knowledge/interview.ts';
import type { ExchangeId, Gap } from './gaps.ts';
import {
  addsOnlyWording,
  listsOnly,
  type NewJudgedQuestion,
  type NewLine,
  type PlanFault,
  planJudgement,
  planNotCovered,
  planWording,
} from './plan.ts';

export interface Project {
  readonly files: Files;
  /** The folder of the interviews, and that of the judged questions. */
  readonly knowledge: string;
  readonly evaluation: string;
  readonly loadKnowledge: (folder: string) => Promise<Knowledge>;
  readonly open: (knowledge: Knowledge) => Library;
}

/** One line that was added to a file. */
export interface AddedLine {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

export type Closed =
  | {
      readonly outcome: 'closed';
      readonly added: readonly AddedLine[];
      readonly judged: JudgedQuestion;
      /** What the bot replies from now on. */
      readonly reply: Reply;
    }
  | { readonly outcome: 'refused'; readonly fault: PlanFault }
  /** Something went wrong; every file is as it was. */
  | { readonly outcome: 'restored'; readonly why: string };

export function judgedFile({ evaluation }: Pick<Project, 'evaluation'>, interview: string): string {
  return `${evaluation}/${interview}.unanswered.jsonl`;
}

export async function addWording(project: Project, gap: Gap, target: ExchangeId): Promise<Closed> {
  const path = `${project.knowledge}/${target.interview}.md`;
  const before = await project.files.read(path);
  const planned = planWording(before ?? '', { exchange: target.exchange, wording: gap.question });
  if (before === undefined || !planned.ok) {
    return { outcome: 'refused', fault: planned.ok ? 'unreadable-file' : planned.fault };
  }
  const known = await project.loadKnowledge(project.knowledge);
  return close(project, {
    ...{ gap, interview: target.interview, path, before, planned },
    faultOf: (after) =>
      addsOnlyWording({ before: known, after, target, wording: gap.question })
        ? undefined
        : `${path} would differ by more than one line, or could no longer be read.`,
    judge: ({ interviews }, reply) => ({
      source: target.exchange,
      must: decisiveSentences(interviews, reply, target),
    }),
  });
}

/** Records that the interview does not say: the bot keeps quiet, and a judged question holds it to that. */
export async function markNotCovered(project: Project, gap: Gap, interview: string): Promise<Closed> {
  const known = await project.loadKnowledge(project.knowledge);
  if (!known.interviews.some(({ id }) => id === interview)) {
    return { outcome: 'refused', fault: 'unreadable-file' };
  }
  const path = `${project.knowledge}/${interview}.questions.txt`;
  const before = await project.files.read(path);
  return close(project, {
    ...{ gap, interview, path, before, planned: planNotCovered(before, gap.question) },
    faultOf: (after) =>
      listsOnly({ before: known, after, interview, question: gap.question })
        ? undefined
        : `${path} would not list it, or would differ by more: a line that begins with # or [ is no question.`,
    judge: () => ({ source: null, must: [] }),
  });
}

/** One line more in one file of the knowledge folder, and the judged question that goes with it. */
interface Change {
  readonly gap: Gap;
  readonly interview: string;
  readonly path: string;
  readonly before: string | undefined;
  readonly planned: NewLine;
  /** What is wrong with the knowledge as it is read after the change; undefined where nothing is. */
  readonly faultOf: (after: Knowledge) => string | undefined;
  readonly judge: (after: Knowledge, reply: Reply) => Pick<NewJudgedQuestion, 'source' | 'must'>;
}

async function close(project: Project, change: Change): Promise<Closed> {
  const { gap, interview, path, before, planned, faultOf, judge } = change;
  const { question, language } = gap;
  const fault = async () => faultOf(await project.loadKnowledge(project.knowledge));
  const edited = await edit(project.files, { path, before, after: planned.text, fault });
  if (!edited.ok) return { outcome: 'restored', why: edited.why };
  const knowledge = await project.loadKnowledge(project.knowledge);
  const reply = ask(project.open(knowledge), { question });
  const made = { question, language, ...judge(knowledge, reply) };
  const recorded = await recordJudgement(project, interview, made);
  if (!recorded.ok) {
    await restore(project.files, { path, before });
    return { outcome: 'restored', why: recorded.why };
  }
  const line = { file: path, line: planned.line, text: planned.inserted };
  return { outcome: 'closed', added: [line, recorded.added], judged: recorded.judged, reply };
}

type Recorded =
  | { readonly ok: true; readonly added: AddedLine; readonly judged: JudgedQuestion }
  | { readonly ok: false; readonly why: string };

async function recordJudgement(
  project: Project,
  interview: string,
  made: NewJudgedQuestion,
): Promise<Recorded> {
  const path = judgedFile(project, interview);
  const before = await project.files.read(path);
  try {
    const { text, line, judged } = planJudgement(before ?? '', path, made);
    const edited = await edit(project.files, { path, before, after: text, fault: async () => undefined });
    if (!edited.ok) return edited;
    return { ok: true, added: { file: path, line, text: JSON.stringify(judged) }, judged };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** The sentences that the exchange is quoted with; none where the bot still does not answer from it. */
function decisiveSentences(interviews: readonly Interview[], reply: Reply, target: ExchangeId): string[] {
  if (!answersFrom(reply, target)) return [];
  const interview = interviews.find(({ id }) => id === target.interview);
  const section = interview && findSection(interview, reply.quotation.source);
  const { start, end } = reply.quotation;
  const quoted = section?.sentences.filter((sentence) => sentence.start >= start && sentence.end <= end);
  return section && quoted ? quoted.map((sentence) => quote(section, sentence)) : [];
}

export function answersFrom(reply: Reply, target: ExchangeId): reply is Answer {
  if (reply.outcome !== 'answer' || reply.quotation.source.section !== 'exchange') return false;
  const { interview, exchange } = reply.quotation.source;
  return interview === target.interview && exchange === target.exchange;
}

/** The files of the project, as text to the letter. */
export interface Files {
  /** Undefined where there is none. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** Replaces the whole file at once; undefined removes it. */
  readonly write: (path: string, text: string | undefined) => Promise<void>;
}

export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
  /** What is wrong with the change once it is on disk; undefined where nothing is. */
  readonly fault: () => Promise<string | undefined>;
}

export type Edited = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** Throws only where the file as it was cannot be put back, naming it. */
async function edit(files: Files, change: FileChange): Promise<Edited> {
  const why = await attempt(files, change);
  if (why === undefined) return { ok: true };
  await restore(files, change);
  return { ok: false, why };
}

async function attempt(files: Files, { path, after, fault }: FileChange): Promise<string | undefined> {
  try {
    await files.write(path, after);
    if ((await files.read(path)) !== after) return `${path} does not hold what was written to it.`;
    return await fault();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function restore(files: Files, { path, before }: Pick<FileChange, 'path' | 'before'>): Promise<void> {
  try {
    if ((await files.read(path)) === before) return;
    await files.write(path, before);
  } catch (cause) {
    throw new Error(`${path} could not be put back as it was. Restore it from version control.`, { cause });
  }
}
