import { describe, expect, it } from 'vitest';
import { embedOf, openClub, startBot } from './stage.ts';

const FIRST = '具身智能可否为国际合作创造新机遇?';
const SECOND = 'AI全球治理面临的最大挑战是什么?';

async function askFirst(clock: () => number = () => 0) {
  const stage = await startBot(undefined, { clock });
  const { discord } = stage;
  const club = openClub(discord);
  const asked = await club.mia.says(club.channel, `${discord.bot.mention} ${FIRST}`);
  const answer = await discord.bot.replied({ to: asked });
  await discord.bot.settles();
  return { ...stage, ...club, asked, answer };
}

describe('an edited question', () => {
  it('is answered again in place, once', async () => {
    const { discord, mia, asked, answer } = await askFirst();
    await mia.edits(asked, `${discord.bot.mention} ${SECOND}`);
    const edited = await discord.bot.edited(answer);
    expect(edited.id).toBe(answer.id);
    expect(embedOf(edited).description).toContain('三轨并行');
    const again = await mia.edits(asked, `${discord.bot.mention} ${FIRST}`);
    await discord.bot.staysSilent({ after: again });
    expect(discord.bot.repliesTo(asked)).toHaveLength(1);
    discord.assertNoViolations();
  });

  it('is left alone after two minutes', async () => {
    let now = 0;
    const { discord, mia, asked } = await askFirst(() => now);
    now = 2 * 60_000 + 1;
    await discord.bot.staysSilent({ after: await mia.edits(asked, `${discord.bot.mention} ${SECOND}`) });
  });

  it('that no longer mentions the bot changes nothing', async () => {
    const { discord, mia, asked } = await askFirst();
    await discord.bot.staysSilent({ after: await mia.edits(asked, SECOND) });
  });
});

describe('a question edited while its answer is on the way', () => {
  it('is answered anew once the first answer stands', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const hold = discord.faults.hold('create_message');
    const asked = await mia.says(channel, `${discord.bot.mention} ${FIRST}`);
    await hold.reached();
    await mia.edits(asked, `${discord.bot.mention} ${SECOND}`);
    hold.release();
    const answer = await discord.bot.replied({ to: asked });
    expect(embedOf(await discord.bot.edited(answer)).description).toContain('三轨并行');
    discord.assertNoViolations();
  });
});

describe('a deleted question', () => {
  it('takes its answer with it', async () => {
    const { discord, mia, asked, answer } = await askFirst();
    await mia.deletes(asked);
    await discord.bot.deleted(answer);
    discord.assertNoViolations();
  });

  it('takes its answer with it when many are deleted at once', async () => {
    const { discord, guild, channel, mia, asked, answer } = await askFirst();
    const other = await mia.says(channel, 'hello');
    const moderator = guild.member('Mod', { permissions: ['ManageMessages'] });
    await moderator.purges(channel, [asked, other]);
    await discord.bot.deleted(answer);
    discord.assertNoViolations();
  });

  it('takes an answer with it that was still on its way', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const hold = discord.faults.hold('create_message');
    const asked = await mia.says(channel, `${discord.bot.mention} ${FIRST}`);
    await hold.reached();
    await mia.deletes(asked);
    hold.release();
    await discord.bot.settles();
    expect(discord.bot.messagesIn(channel)).toEqual([]);
    discord.assertNoViolations();
  });

  it('whose answer was dismissed before is no fault', async () => {
    const { discord, logged, mia, asked, answer } = await askFirst();
    await mia.presses(answer, '移除');
    await discord.bot.deleted(answer);
    await mia.deletes(asked);
    await discord.bot.settles();
    expect(logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});
