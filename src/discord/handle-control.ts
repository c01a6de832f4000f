// Buttons and selects: their state is in the custom id, so that they work after a restart and for whoever presses them.
import type { MessageComponentInteraction } from 'discord.js';
import { localeFor } from '../wording/locale.ts';
import { type Control, readControl } from './custom-id.ts';
import type { Desk } from './desk.ts';
import { type Press, tell, wordsFor } from './press.ts';
import { tellAbout } from './press-about.ts';
import { answerRelated, answerSuggested, turnList } from './press-choose.ts';
import { dismiss } from './press-dismiss.ts';
import { openFullAnswer, turnFullAnswer } from './press-full.ts';
import { share } from './press-share.ts';

export async function handleControl(desk: Desk, interaction: MessageComponentInteraction): Promise<void> {
  const press: Press = { desk, interaction, locale: localeFor(interaction.locale) };
  const read = readControl(interaction.customId);
  if (!read.ok) return tell(press, wordsFor(press).stale[read.fault]);
  return perform(press, read.control);
}

async function perform(press: Press, control: Control): Promise<void> {
  switch (control.kind) {
    case 'full':
      return openFullAnswer(press, control);
    case 'leaf':
      return turnFullAnswer(press, control);
    case 'about':
      return tellAbout(press, control);
    case 'share':
      return share(press, control);
    case 'dismiss':
      return dismiss(press, control);
    case 'related':
    case 'pick':
      return answerRelated(press);
    case 'suggested':
      return answerSuggested(press, control);
    case 'turn':
      return turnList(press, control);
  }
}
