// The stage for the rows of src/discord/WAYS-IN.md: the shipped interview, a club, Mia who asks and Leo who may ping everyone.

import type { Message } from '../../src/simulator/world/nouns.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { embedOf, openClub, type StageOptions, startBot } from './stage.ts';

export const QUESTION = 'AI全球治理面临的最大挑战是什么?';
/** Stands in the answer to the question. */
export const ANSWER = '三轨并行';
export const WORDS = wordingFor('zh-CN').discord;
/** The intent comes with a channel in ASK_CHANNELS, here one that is nowhere. */
export const READS_ALL: StageOptions = {
  privileged: ['MessageContent'],
  channels: { ask: ['100000000000000000'] },
};

export async function open(options: StageOptions = {}) {
  const { discord, logged } = await startBot(undefined, options);
  const club = openClub(discord);
  const leo = club.guild.member('Leo', { locale: 'zh-CN', permissions: ['MentionEveryone'] });
  return { discord, bot: discord.bot, logged, ...club, leo };
}

/** What the menu answers to a message, for the asker alone. */
export async function askMenu(
  { bot, mia }: Pick<Awaited<ReturnType<typeof open>>, 'bot' | 'mia'>,
  message: Message,
): Promise<string> {
  const answer = await bot.answered(await mia.usesOn('Ask the interview', message));
  return answer.ephemeralTo === mia.id ? embedOf(answer).description : `${answer.id} is seen by others`;
}
