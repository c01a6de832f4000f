// src/launch.cjs in a small tree of its own: compiled once, and never anything but the sources as they are.
import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const MAIN = 'src/main.ts';
const GREETING = 'src/greeting.ts';

interface Tree {
  readonly root: string;
  readonly write: (file: string, text: string) => Promise<void>;
  readonly start: () => Promise<Ended>;
  /** The one folder that holds what was compiled. */
  readonly kept: () => Promise<string>;
}

interface Ended {
  readonly output: string;
  readonly complaint: string;
}

async function openTree(): Promise<Tree> {
  // As a program is told its own place: without the links and short names that lead to the folder for passing files.
  const root = realpathSync.native(await mkdtemp(join(tmpdir(), 'verbatim-launch-')));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'src'));
  await mkdir(join(root, 'node_modules'));
  for (const file of ['package.json', 'tsconfig.json', 'src/launch.cjs', 'src/compile.cjs'])
    await cp(file, join(root, file));
  // Of this kind Windows lets everybody make one.
  for (const name of ['esbuild', 'tsx'])
    await symlink(resolve('node_modules', name), join(root, 'node_modules', name), 'junction');
  const write = (file: string, text: string) => writeFile(join(root, file), text);
  await write(
    MAIN,
    `import { greeting } from './greeting.ts';\nconsole.log(greeting, process.argv.slice(2).join());\n`,
  );
  await write(GREETING, `export const greeting: string = 'hello';\n`);
  const cache = join(root, 'node_modules/.cache/verbatim');
  return {
    ...{ root, write },
    kept: async () => join(cache, (await readdir(cache)).join()),
    start: () =>
      new Promise((done) => {
        execFile(
          process.execPath,
          ['src/launch.cjs', MAIN, 'Mia'],
          { cwd: root },
          (_error, output, complaint) => done({ output, complaint }),
        );
      }),
  };
}

it('compiles a main once, and starts from what it has kept', async () => {
  const { start, kept } = await openTree();
  expect((await start()).output).toBe('hello Mia\n');
  const { mtimeMs } = await stat(join(await kept(), 'main.js'));
  expect((await start()).output).toBe('hello Mia\n');
  expect((await stat(join(await kept(), 'main.js'))).mtimeMs).toBe(mtimeMs);
});

it('sees an edited source at the next start, even one of the same length and time', async () => {
  const { root, write, start } = await openTree();
  const { atime, mtime } = await stat(join(root, GREETING));
  await start();
  await write(GREETING, `export const greeting: string = 'howdy';\n`);
  await utimes(join(root, GREETING), atime, mtime);
  expect((await start()).output).toBe('howdy Mia\n');
});

it.each(['main.js', 'record.json', 'main.js.map'])('compiles again where %s is cut short', async (file) => {
  const { start, kept } = await openTree();
  await start();
  await truncate(join(await kept(), file), 20);
  expect(await start()).toEqual({ output: 'hello Mia\n', complaint: '' });
  expect((await stat(join(await kept(), file))).size).toBeGreaterThan(20);
});

it('runs the sources where nothing can be kept', async () => {
  const { write, start } = await openTree();
  await write('node_modules/.cache', 'a file, where a folder is needed');
  expect(await start()).toEqual({ output: 'hello Mia\n', complaint: '' });
});

it('names the line of the source in a stack trace', async () => {
  const { write, start, root } = await openTree();
  await write(
    GREETING,
    `// One line above.\ninterface Unseen {}\nexport const greeting: Unseen = (null as any).name;\n`,
  );
  for (const _ of ['compiled', 'kept'])
    expect((await start()).complaint).toContain(`${join(root, GREETING)}:3:`);
});

it('lets a file find what lies beside its source', async () => {
  const { write, start, root } = await openTree();
  const beside = `fileURLToPath(new URL('./x', import.meta.url))`;
  await write(
    GREETING,
    `import { fileURLToPath } from 'node:url';\nexport const greeting: string = ${beside};\n`,
  );
  expect((await start()).output).toBe(`${join(root, 'src/x')} Mia\n`);
});

it('keeps the names of a library’s classes, by which it may tell its own apart', async () => {
  const { root, write, start } = await openTree();
  const library = 'export class Cache {\n  static own = Cache;\n}\n';
  await mkdir(join(root, 'node_modules/library'));
  for (const name of ['one', 'other']) await write(`node_modules/library/${name}.js`, library);
  await write(
    GREETING,
    `import { Cache } from 'library/one.js';
import { Cache as Other } from 'library/other.js';
export const greeting = [Cache.own, Other.own].map(({ name }) => name).join();\n`,
  );
  expect((await start()).output).toBe('Cache,Cache Mia\n');
});
