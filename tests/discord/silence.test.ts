import { describe, expect, it } from 'vitest';
import { openClub, startBot } from './stage.ts';

describe('the bot stays silent', () => {
  it('where it is not addressed', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const after = await mia.says(channel, 'AI全球治理面临的最大挑战是什么?');
    await discord.bot.staysSilent({ after });
  });

  it.each(['@everyone', '@here'])('at %s', async (mention) => {
    const { discord } = await startBot();
    const { channel, guild } = openClub(discord);
    const boss = guild.member('Boss', { permissions: ['MentionEveryone'] });
    await discord.bot.staysSilent({ after: await boss.says(channel, `${mention} AI治理涵盖了哪些内容?`) });
  });

  it('at a mention of a role', async () => {
    const { discord } = await startBot();
    const { channel, guild, mia } = openClub(discord);
    const role = guild.role('readers', { mentionable: true });
    await discord.bot.staysSilent({ after: await mia.says(channel, `<@&${role.id}> AI治理涵盖了哪些内容?`) });
  });

  it('for other bots, webhooks and Discord itself', async () => {
    const { discord } = await startBot();
    const { channel, guild, mia } = openClub(discord);
    const robot = guild.member('Robot', { bot: true });
    const { mention } = discord.bot;
    const words = `${mention} AI治理涵盖了哪些内容?`;
    await discord.bot.staysSilent({ after: await robot.says(channel, words) });
    await discord.bot.staysSilent({ after: await channel.hearsWebhook('News', words) });
    await discord.bot.staysSilent({ after: await channel.announcesJoin(mia) });
  });

  it('at a reply without ping, which Discord delivers without its text', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const answer = await discord.bot.replied({
      to: await mia.says(channel, `${discord.bot.mention} AI治理涵盖了哪些内容?`),
    });
    const after = await mia.says(channel, '为什么?', { replyTo: answer, ping: false });
    await discord.bot.staysSilent({ after });
  });

  it('where it may not speak', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    channel.forbidsBot('SendMessages');
    await discord.bot.staysSilent({ after: await mia.says(channel, `${discord.bot.mention} AI治理?`) });
    discord.assertNoViolations();
  });
});

describe('the bot speaks all the same', () => {
  it('when @everyone stands beside its own mention', async () => {
    const { discord } = await startBot();
    const { channel, guild } = openClub(discord);
    const boss = guild.member('Boss', { permissions: ['MentionEveryone'] });
    const asked = await boss.says(channel, `@everyone ${discord.bot.mention} AI治理涵盖了哪些内容?`);
    const answer = await discord.bot.replied({ to: asked });
    expect(answer.mentions.everyone).toBe(false);
  });

  it('without embeds, where embeds are forbidden', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    channel.forbidsBot('EmbedLinks');
    const asked = await mia.says(channel, `${discord.bot.mention} AI全球治理面临的最大挑战是什么?`);
    const answer = await discord.bot.replied({ to: asked });
    expect(answer.embeds).toEqual([]);
    expect(answer.content).toContain('第3问（共5问）');
    expect(answer.content).toContain('三轨并行');
    discord.assertNoViolations();
  });

  it('without a reference, where it may not read what it replies to', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    channel.forbidsBot('ReadMessageHistory');
    const asked = await mia.says(channel, `${discord.bot.mention} AI治理涵盖了哪些内容?`);
    await discord.bot.said({ in: channel, after: asked });
    discord.assertNoViolations();
  });
});
