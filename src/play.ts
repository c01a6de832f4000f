// Starts the playground for the mains that offer it: with the command line, the folder of interviews, and the signals.
import open from 'open';
import { ownVersion, stopSignal } from './command-line.ts';
import { loadDictionary, loadKnowledge, watchKnowledge } from './load-knowledge.ts';
import { runPlayground } from './playground/run.ts';

/** @param folder the configured one; the command line may name another. Resolves with the exit status. Idle connections outlive it for seconds, so exit with it. */
export async function play(folder: string): Promise<number> {
  const { stdout, stderr } = process;
  const dictionary = await loadDictionary();
  return runPlayground({
    argv: process.argv.slice(2),
    write: { out: (text) => stdout.write(text), err: (text) => stderr.write(text) },
    knowledge: (named = folder) => ({
      load: async () => ({ ...(await loadKnowledge(named)), dictionary }),
      watch: (watch) => watchKnowledge(named, watch),
    }),
    version: await ownVersion(),
    now: Date.now,
    stop: stopSignal(),
    openPage: hasDesktop() ? openPage : undefined,
  });
}

/** A person at a terminal, on a machine that shows windows. */
function hasDesktop(): boolean {
  const { platform, env, stdout } = process;
  const shows =
    platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  return stdout.isTTY && shows && !env['CI'] && !env['SSH_CONNECTION'];
}

/** The address stands in the terminal already: where no browser opens, nothing is lost. */
function openPage(address: string): void {
  open(address).catch(() => undefined);
}
