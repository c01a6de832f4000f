// The program: reads the log, lists the gaps, or closes those that are named. Returns the exit status.
import { type Library, openLibrary } from '../answer/library.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { readJudgedQuestions } from '../evaluation/judged-question.ts';
import type { Knowledge } from '../knowledge/collection.ts';
import { UNANSWERED } from '../wording/unanswered.ts';
import { addWording, type Files, judgedFile, markNotCovered, type Project } from './close-gap.ts';
import { readFeedback, readLog } from './collect.ts';
import { type ExchangeId, findGaps, type Gap, type Gaps } from './gaps.ts';
import { type GapChoice, HELP, parseOptions, type UnansweredOptions, USAGE } from './options.ts';
import { planWording } from './plan.ts';
import { gapsJson, gapsText, type ListedGap, type Result, resultsJson, resultText } from './show.ts';
import { askedIn, byQuestion, type Logs, surveyGap, weeksOf } from './survey.ts';

export interface UnansweredProgram {
  readonly argv: readonly string[];
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** As configured, where the command line names no other. */
  readonly log: string | undefined;
  /** The log of what askers think of answers, as configured. */
  readonly feedback?: string | undefined;
  readonly knowledge: string;
  readonly files: Files;
  /** The text of the log; throws where there is none, naming it. */
  readonly readLog: (path: string) => Promise<string>;
  /** '' where there is none yet. */
  readonly readFeedback?: (path: string) => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly loadKnowledge: (folder: string) => Promise<Knowledge>;
  readonly loadDictionary: () => Promise<Dictionary | undefined>;
}

/** 0; 1 where something was not done; 2 for a bad command line. */
export async function runUnanswered(program: UnansweredProgram): Promise<0 | 1 | 2> {
  const parsed = parseOptions(program.argv);
  if (!parsed.ok) {
    program.complain(`${parsed.message}\n${USAGE}`);
    return 2;
  }
  const { options } = parsed;
  if (options.help) {
    program.print(HELP);
    return 0;
  }
  const log = options.log ?? program.log;
  if (log === undefined && program.feedback === undefined) {
    program.complain(UNANSWERED.noLog);
    return 1;
  }
  try {
    return await work(program, options, log);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    program.complain(error.message);
    return 1;
  }
}

interface Case {
  readonly project: Project;
  readonly library: Library;
  readonly gaps: Gaps;
  readonly logs: Logs;
}

async function work(
  program: UnansweredProgram,
  options: UnansweredOptions,
  log: string | undefined,
): Promise<0 | 1 | 2> {
  const logs = await readLogs(program, log);
  const { files, loadKnowledge } = program;
  const { evaluation, knowledge = program.knowledge } = options;
  const dictionary = await program.loadDictionary();
  const open = (known: Knowledge) => openLibrary({ ...known, dictionary });
  const project: Project = { files, loadKnowledge, open, knowledge, evaluation };
  const library = open(await loadKnowledge(knowledge));
  const gaps = findGaps(library, askedIn(logs), { settled: await settledQuestions(project, library) });
  const found: Case = { project, library, gaps, logs };
  const isChange = options.apply.length + options.notCovered.length > 0;
  return isChange ? change(program, options, found) : list(program, options, found);
}

async function readLogs(program: UnansweredProgram, log: string | undefined): Promise<Logs> {
  const { feedback: path, readFeedback: read } = program;
  const unanswered = readLog(log === undefined ? '' : await program.readLog(log));
  const feedback = readFeedback(path === undefined ? '' : ((await read?.(path)) ?? ''));
  for (const { unreadable } of [unanswered, feedback])
    if (unreadable.length > 0) program.complain(UNANSWERED.unreadable(unreadable));
  return { lines: unanswered.lines, feedback: feedback.lines };
}

/** What was judged as not covered before. */
async function settledQuestions(project: Project, { interviews }: Library): Promise<readonly string[]> {
  const files = interviews.map(({ id }) => judgedFile(project, id));
  const texts = await Promise.all(files.map((file) => project.files.read(file)));
  return texts.flatMap((text, index) =>
    readJudgedQuestions(text ?? '', files[index] ?? '').flatMap(({ question, source }) =>
      source === null ? [question] : [],
    ),
  );
}

async function list(
  { print, now }: UnansweredProgram,
  { json }: UnansweredOptions,
  { project, library, gaps, logs }: Case,
): Promise<0> {
  const asked = byQuestion(askedIn(logs));
  const listed = await Promise.all(
    gaps.gaps.map(async (gap) => ({
      ...(await toListed(project, library, gap)),
      survey: surveyGap(gap, (question) => asked.get(question) ?? [], now()),
    })),
  );
  const weeks = weeksOf({ ...logs, now: now() });
  print(
    json ? gapsJson(listed, gaps, weeks) : gapsText(listed, { gaps, weeks, interviews: library.interviews }),
  );
  return 0;
}

async function toListed(
  project: Project,
  { interviews }: Library,
  gap: Gap,
): Promise<Omit<ListedGap, 'survey'>> {
  const ids = interviews.map(({ id }) => id);
  const offer = { ...gap, ids, judgedFile: gap.interview && judgedFile(project, gap.interview) };
  if (!gap.nearest) return { ...offer, change: undefined };
  const file = `${project.knowledge}/${gap.nearest.interview}.md`;
  const source = (await project.files.read(file)) ?? '';
  const planned = planWording(source, { exchange: gap.nearest.exchange, wording: gap.question });
  const added = planned.ok ? { file, line: planned.line, text: planned.inserted } : undefined;
  return { ...offer, change: added };
}

async function change(
  { print, complain }: UnansweredProgram,
  options: UnansweredOptions,
  { project, library, gaps }: Case,
): Promise<0 | 1 | 2> {
  const faults: string[] = [];
  const find = (number: number) => {
    const gap = gaps.gaps.find((each) => each.number === number);
    if (!gap) faults.push(UNANSWERED.noSuchGap(number));
    return gap ? [gap] : [];
  };
  const applied = options.apply.flatMap((choice) =>
    find(choice.gap).flatMap((gap) => {
      const target = targetOf(choice, gap, library);
      if (typeof target === 'object') return [{ gap, target }];
      faults.push(target);
      return [];
    }),
  );
  const marked = options.notCovered.flatMap((silence) =>
    find(silence.gap).flatMap((gap) => {
      const interview = silence.interview ?? gap.interview;
      if (interview !== undefined) return [{ gap, interview }];
      faults.push(
        UNANSWERED.whichInterview(
          gap.number,
          library.interviews.map(({ id }) => id),
        ),
      );
      return [];
    }),
  );
  if (faults.length > 0) {
    complain(faults.join('\n'));
    return 2;
  }
  const results: Result[] = [];
  // One after the other: each reads the files as the one before left them.
  for (const { gap, target } of applied)
    results.push({ gap, target, closed: await addWording(project, gap, target) });
  for (const { gap, interview } of marked)
    results.push({ gap, target: undefined, closed: await markNotCovered(project, gap, interview) });
  print(options.json ? resultsJson(results) : results.map(resultText).join('\n\n'));
  return results.every(({ closed }) => closed.outcome === 'closed') ? 0 : 1;
}

/** The exchange that a choice names, or why it names none: an exchange without its interview is one of several. */
function targetOf(
  { interview, exchange }: GapChoice,
  gap: Gap,
  { interviews }: Library,
): ExchangeId | string {
  const ids = interviews.map(({ id }) => id);
  const [only, ...others] = ids;
  if (exchange === undefined) return gap.nearest ?? UNANSWERED.nothingToApply(gap.number, ids);
  if (interview !== undefined) return { interview, exchange };
  if (only !== undefined && others.length === 0) return { interview: only, exchange };
  return UNANSWERED.whichExchange(gap.number, exchange, ids);
}
