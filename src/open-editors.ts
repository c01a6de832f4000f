// What editors may do from Discord, on this machine: the lists of questions in the knowledge folder, and the judged questions that
// stand beside the bot, if any.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shelf } from './answer/shelf.ts';
import type { EditorsPort } from './discord/desk/desk.ts';
import { type Lists, openLists } from './editor/live/lists.ts';
import { editorFiles } from './editor-files.ts';
import { type JudgedQuestion, readJudgedQuestions } from './evaluation/judged-question.ts';
import { JUDGED_FOLDER } from './load-judged.ts';

export interface EditorsOptions {
  readonly roles: readonly string[];
  readonly folder: string;
  readonly shelf: Shelf;
}

/** Milliseconds after each question that is studied, which takes some itself: most of the time is left to members. */
const PAUSE_MS = 10;

/** `study` may take a minute, in which others have their turns: from then on judging is as thorough as it can be. */
export function openEditors({ roles, folder, shelf }: EditorsOptions): EditorsPort & Pick<Lists, 'study'> {
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MS));
  const judged = (interview: string) => judgedOf(JUDGED_FOLDER, interview);
  return { roles, ...openLists({ files: editorFiles, folder, shelf, judged, rest, pause, today: Date.now }) };
}

/** Those of `ID.jsonl` and `ID.*.jsonl`; an installation may have none. Throws where a line is none, naming it. */
async function judgedOf(folder: string, interview: string): Promise<readonly JudgedQuestion[]> {
  const all = await readdir(folder).catch(() => []);
  const names = all.filter((name) => name.startsWith(`${interview}.`) && name.endsWith('.jsonl')).toSorted();
  const read = names.map(async (name) =>
    readJudgedQuestions(await readFile(join(folder, name), 'utf8'), name),
  );
  return (await Promise.all(read)).flat();
}
