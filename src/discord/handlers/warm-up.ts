// Warming up: tables that are made when they are first needed, and code that is compiled while it is run often, cost the first
// members their time. What a bot is asked is asked here before, while nobody waits.
import { setImmediate as others } from 'node:timers/promises';
import { ask } from '../../answer/ask.ts';
import type { Library } from '../../answer/library.ts';
import { choicesFor } from './autocomplete.ts';

/** Interviews whose texts are asked; and pieces of them, of so many characters each: about a second of the processor. */
const MOST_INTERVIEWS = 4;
const MOST_PIECES = 160;
const PIECE = /.{1,200}/gsu;

/** Asks the interviews their own text, and that from behind, which has words and names that nobody knows; ends early if told to. */
export async function warmUp(library: Library, stop: AbortSignal): Promise<void> {
  for (const question of textsOf(library)) {
    // Whoever asks meanwhile waits for one question at most.
    await others();
    if (stop.aborted) return;
    ask(library, { question });
    choicesFor(library, { name: 'question', value: question, named: null, locale: 'zh-CN' });
  }
}

function textsOf({ interviews }: Library): readonly string[] {
  const versions = interviews.slice(0, MOST_INTERVIEWS).flatMap((own) => [own, ...own.translations]);
  const pieces = versions.flatMap(({ sections }) =>
    sections.flatMap(({ text }) => text.match(PIECE) ?? []).slice(0, MOST_PIECES / versions.length),
  );
  return pieces.flatMap((text) => [text, [...text].toReversed().join('')]);
}
