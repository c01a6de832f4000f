// About this quote: explains it in private; the question is read again from Discord, which may take a moment.
import { answerAt } from '../answer/chosen-section.ts';
import { readerOf } from '../wording/locale.ts';
import { aboutQuote } from './cards/about.ts';
import type { Control } from './custom-id.ts';
import { type Press, tell, wordsFor } from './press.ts';
import { echoedQuestion, repliedToQuestion } from './recall-question.ts';
import { deferPrivately, editResponse } from './send.ts';

export async function tellAbout(
  press: Press,
  { source, range }: Extract<Control, { kind: 'about' }>,
): Promise<void> {
  const { desk, interaction, locale } = press;
  const { library } = desk;
  const answer = answerAt(library, { source, language: readerOf(locale) }, range);
  if (!answer) return tell(press, wordsFor(press).stale.interview);
  const echoed = echoedQuestion(interaction);
  if (echoed !== undefined || !interaction.message.reference) {
    return tell(press, aboutQuote({ library, answer, question: echoed, locale }));
  }
  await deferPrivately(interaction);
  const question = await repliedToQuestion(desk, interaction);
  const outgoing = aboutQuote({ library, answer, question, locale });
  await editResponse(interaction, { desk, locale, outgoing });
}
