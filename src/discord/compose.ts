// A question, or words to the bot -> what the bot sends for it, in the wording of a locale.
import { ask } from '../answer/ask.ts';
import type { Asked } from '../answer/read.ts';
import type { Answer, Reply } from '../answer/reply.ts';
import { wordingFor } from '../wording/catalogue.ts';
import { replyToBot, type ToBot } from '../wording/to-bot.ts';
import type { Outgoing } from './card.ts';
import { answerCard } from './cards/answer.ts';
import { guideCard } from './cards/guide.ts';
import { notice, suggestionsOf } from './cards/notices.ts';
import { listPage } from './cards/pages.ts';
import { portrait } from './cards/portrait.ts';
import { answerRows, type Setting } from './controls.ts';

export interface Composed {
  readonly reply: Reply;
  readonly outgoing: Outgoing;
}

export function compose(asked: Asked, setting: Setting): Composed {
  const { library, locale } = setting;
  const reply = ask(library, asked);
  const toBot = replyToBot(reply, { interviews: library.interviews, locale });
  if (toBot) return { reply, outgoing: composeToBot(toBot, setting) };
  if (reply.outcome === 'answer') return { reply, outgoing: composeAnswer(reply, setting) };
  return { reply, outgoing: suggestionsOf(reply, setting) };
}

export function composeAnswer(answer: Answer, setting: Setting): Outgoing {
  return { cards: [answerCard(answer, setting.locale)], rows: answerRows(answer, setting) };
}

/** Words to the bot get what the command of the same name shows. */
function composeToBot(toBot: ToBot, setting: Setting): Outgoing {
  const { library, locale } = setting;
  switch (toBot.kind) {
    case 'line':
      return notice(toBot.text);
    case 'which':
      return notice(`${toBot.text}\n${wordingFor(locale).discord.chooseByCommand}`);
    case 'guide':
      return { cards: [guideCard(library.interviews, locale)], rows: [] };
    case 'again':
      return composeAnswer(toBot.answer, setting);
    case 'biography':
      return portrait(library, toBot.interview, locale);
    case 'outline':
    case 'questions':
      return listPage({ library, interview: toBot.interview, list: toBot.kind, page: 0, locale });
  }
}
