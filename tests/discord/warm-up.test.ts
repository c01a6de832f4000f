// Warming up, with the shipped interview: between its questions whoever asks goes first, and a bot that ends does not wait for it.
import { expect, it } from 'vitest';
import { warmUp } from '../../src/discord/handlers/warm-up.ts';
import { songHaitao } from '../answer/interviews.ts';

it('asks the interviews their own text, lets others go first, and ends where it is told to', async () => {
  let looks = 0;
  const library = {
    ...songHaitao,
    get open() {
      looks += 1;
      return songHaitao.open;
    },
  };
  const stop = new AbortController();
  const warming = warmUp(library, stop.signal);
  setImmediate(() => setImmediate(() => setImmediate(() => stop.abort())));
  await warming;
  expect(looks).toBeGreaterThan(0);
  const most = 3 * looks;
  looks = 0;
  await warmUp(library, new AbortController().signal);
  expect(looks).toBeGreaterThan(most);
});
