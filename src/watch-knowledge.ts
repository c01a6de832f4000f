// Tells when the files of a knowledge folder have changed and come to rest, and when somebody asks for a look: SIGHUP.
import { basename, dirname, resolve } from 'node:path';
import { watch } from 'chokidar';
import { isKnowledgeName } from './knowledge/collection.ts';

export interface Watch {
  readonly onChange: () => void;
  /** Takes why the folder cannot be watched; SIGHUP is heard all the same. */
  readonly onError: (error: unknown) => void;
}

/** Milliseconds without another change: editors write a file in several steps, and people save several files. */
const REST_MS = 300;

/** The result ends it. */
export function watchKnowledge(folder: string, { onChange, onError }: Watch): () => Promise<void> {
  const home = resolve(folder);
  // Of other files in the folder some may be written all the time.
  const isOurs = (path: string) =>
    path === home || (dirname(path) === home && isKnowledgeName(basename(path)));
  // From the folder above, since a folder that is deleted and made anew is not watched any more.
  const above = dirname(home);
  const ignored = (path: string) => path !== above && path !== home && dirname(path) !== home;
  const watcher = watch(above, { depth: 1, ignoreInitial: true, ignored });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_, path) => {
    if (!isOurs(path)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, REST_MS);
  });
  watcher.on('error', onError);
  process.on('SIGHUP', onChange);
  return async () => {
    clearTimeout(timer);
    process.off('SIGHUP', onChange);
    await watcher.close();
  };
}
