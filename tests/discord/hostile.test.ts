import { describe, expect, it } from 'vitest';
import { embedOf, openClub, startBot } from './stage.ts';

const NASTY = [
  '@everyone @here 治理是什么',
  '**粗** [点我](https://evil.example) ||藏|| `码` 治理',
  '\u202e治理\u2066\u200b\u200d\ufeff',
  '治\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301理',
  'https://evil.example/治理 <https://evil.example> discord.gg/abc',
  '\ud83d治理\udc00',
  '<@&1> <#2> <:a:3> </ask:4> <t:5:R> 治理',
  '```\n'.repeat(50),
  '> '.repeat(900),
];

describe('whatever a member writes', () => {
  it.each(NASTY)('pings nobody, unfurls nothing and is sent back harmless (%#)', async (question) => {
    const { discord } = await startBot();
    const { guild, channel } = openClub(discord);
    const boss = guild.member('Boss', { permissions: ['MentionEveryone'] });
    const answer = await discord.bot.answered(await boss.runs('/ask', { question }, { in: channel }));
    expect(answer.mentions).toEqual({ userIds: [], roleIds: [], everyone: false });
    expect(answer.content).not.toMatch(
      /https?:\/\/|[\u202a-\u202e\u2066-\u2069\u200b-\u200d\ufeff\p{Cs}]|(?<!\\)[*|`[]/u,
    );
    discord.assertNoViolations();
  });

  it.each([
    ['x'.repeat(6000)],
    ['字'.repeat(6000)],
    ['*'.repeat(6000)],
    ['🙂'.repeat(3000)],
    ['https://'.repeat(750)],
  ])('however long it is, fits Discord’s limits (%#)', async (question) => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const answer = await discord.bot.answered(await mia.runs('/ask', { question }, { in: channel }));
    expect(answer.content).toMatch(/…$/u);
    discord.assertNoViolations();
  });

  it.each(NASTY)('as a message gets at most one reply (%#)', async (words) => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const asked = await mia.says(channel, `${discord.bot.mention} ${words}`.slice(0, 2000));
    await discord.bot.replied({ to: asked });
    await discord.bot.settles();
    expect(discord.bot.repliesTo(asked)).toHaveLength(1);
    discord.assertNoViolations();
  });
});

describe('the context menu', () => {
  it('takes a message of 4,000 characters', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const message = await mia.says(channel, '人工智能治理是什么?'.repeat(400));
    const reply = await discord.bot.answered(await mia.usesOn('Ask the interview', message));
    expect(reply.ephemeralTo).toBe(mia.id);
    discord.assertNoViolations();
  });

  it('says what to do where a message holds no question', async () => {
    const { discord } = await startBot();
    const { channel, guild, mia } = openClub(discord, 'en-US');
    const robot = guild.member('Robot', { bot: true });
    const asked = await mia.says(channel, `${discord.bot.mention} AI治理涵盖了哪些内容?`);
    const own = await discord.bot.replied({ to: asked });
    const cases = [
      [await mia.says(channel, '', { attachments: ['photo.png'] }), 'only attachments'],
      [await robot.says(channel, 'beep'), 'from a bot'],
      [own, 'my own messages'],
      [await mia.says(channel, '🙂'), 'Ask anything'],
    ] as const;
    for (const [message, words] of cases) {
      const reply = await discord.bot.answered(await mia.usesOn('Ask the interview', message));
      expect(embedOf(reply).description).toContain(words);
      expect(reply.ephemeralTo).toBe(mia.id);
    }
    discord.assertNoViolations();
  });
});
