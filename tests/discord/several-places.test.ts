// Several places in one reply: a card for each, with its citation and its own full answer.
import { expect, test } from 'vitest';
import { bothKnowledge } from '../answer/interviews.ts';
import { openClub, startBot } from './stage.ts';

test('a question of two parts is answered with two cards, each cited, each with its own full answer', async () => {
  const { discord } = await startBot(undefined, { knowledge: bothKnowledge });
  const { channel, mia } = openClub(discord);
  const asked = await mia.says(
    channel,
    `${discord.bot.mention} Ysolde Marrack: what are her tools, and how do you look after a tide clock?`,
  );
  const answer = await discord.bot.replied({ to: asked });
  const texts = answer.embeds.map((embed) => JSON.stringify(embed));
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain('question 7 of 10');
  expect(texts[1]).toContain('question 9 of 10');
  const full = await discord.bot.answered(await mia.presses(answer, 'Full answer (2)'));
  expect(JSON.stringify(full.embeds)).toContain('Hang it on an inside wall');
  discord.assertNoViolations();
});
