// Another revision of this repository in a folder of its own, with its own packages, removed when it was measured.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function withWorktree<T>(revision: string, run: (tree: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'verbatim-revision-'));
  const tree = join(home, 'tree');
  try {
    await command('git', ['worktree', 'add', '--detach', tree, revision]);
    await command('npm', [
      'ci',
      '--omit=dev',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--prefix',
      tree,
    ]);
    return await run(tree);
  } finally {
    await rm(home, { recursive: true, force: true });
    await command('git', ['worktree', 'prune']);
  }
}

/** What it prints goes to standard error: the tables alone are on standard output. */
async function command(name: string, args: readonly string[]): Promise<void> {
  const child = spawn(name, args, { stdio: ['ignore', 2, 2] });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}.`);
}
