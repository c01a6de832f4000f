// Full answer: opens the whole answer in private, and turns its pages in place.

import type { Outgoing } from './card.ts';
import { fullAnswer } from './cards/full-answer.ts';
import type { Control } from './custom-id.ts';
import { change, isOnPrivate, type Press, tell, wordsFor } from './press.ts';

type Reading = Extract<Control, { kind: 'full' | 'leaf' }>;

export async function openFullAnswer(press: Press, control: Reading): Promise<void> {
  const outgoing = read(press, control);
  await tell(press, outgoing ?? wordsFor(press).stale.interview);
}

export async function turnFullAnswer(press: Press, control: Reading): Promise<void> {
  const outgoing = read(press, control);
  // Pages are private; a control that somebody moved to a public message must not change that message.
  if (!outgoing || !isOnPrivate(press)) return openFullAnswer(press, control);
  await change(press, outgoing);
}

function read({ desk, locale }: Press, { source, range, page }: Reading): Outgoing | undefined {
  return fullAnswer({ library: desk.library, source, range, page, locale });
}
