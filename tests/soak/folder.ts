// The interviews that the bot answers from: a copy of the shipped one beside an invented one, on which an editor is at work.
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Library, openLibrary } from '../../src/answer/library.ts';
import { loadDictionary, loadKnowledge } from '../../src/load-knowledge.ts';

export interface Editing {
  readonly folder: string;
  /** Where the bot keeps what was left open, and what askers think. */
  readonly logs: { readonly unanswered: string; readonly feedback: string };
  /** The interviews as they are now, and the texts of their files. */
  readonly read: () => Promise<{ readonly library: Library; readonly files: readonly string[] }>;
  /** Adds an exchange, or spoils the file and mends it: the bot must take in the one and refuse the other. */
  readonly edit: (number: number) => Promise<'added' | 'spoilt' | 'mended'>;
  readonly remove: () => Promise<void>;
}

const SHIPPED = 'knowledge';
const INVENTED = 'tests/interviews';
const EDITED = 'tide-clocks.md';

export async function openFolder(): Promise<Editing> {
  const home = await mkdtemp(join(tmpdir(), 'verbatim-soak-'));
  const folder = join(home, 'knowledge');
  await copyAll(folder);
  const path = join(folder, EDITED);
  const dictionary = await loadDictionary();
  let good = await readFile(path, 'utf8');
  return {
    folder,
    logs: { unanswered: join(home, 'unanswered.log'), feedback: join(home, 'feedback.log') },
    read: async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
      const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      return { library: openLibrary({ ...(await loadKnowledge(folder)), dictionary }), files };
    },
    edit: async (number) => {
      const what = EDITS[number % EDITS.length] ?? 'added';
      if (what === 'added') good += exchange(number);
      await writeFile(path, what === 'spoilt' ? good.replace('title:', 'tittle:') : good);
      return what;
    },
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

const EDITS = ['added', 'spoilt', 'mended'] as const;

async function copyAll(folder: string): Promise<void> {
  await mkdir(folder);
  for (const name of await readdir(SHIPPED)) await copyFile(join(SHIPPED, name), join(folder, name));
  await copyFile(join(INVENTED, EDITED), join(folder, EDITED));
}

function exchange(number: number): string {
  return `\n\n## Q: What did the editor add in edition ${number} of this page?\n\nOnly this sentence about edition ${number} was added.\n`;
}
