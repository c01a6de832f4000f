import { expect, it } from 'vitest';
import { openClub, startBot } from './stage.ts';

it('reads the first hundred characters of what is typed, and completes no more keys than a minute’s questions need', async () => {
  const { discord } = await startBot(undefined, { limits: { memberPerMinute: 1, channelPerMinute: 0 } });
  const { channel, mia, guild } = openClub(discord);
  const types = (person: typeof mia, question: string) => person.types('/ask', { question }, { in: channel });
  const beginning = 'AI治理'.padEnd(100, ' ');
  expect(await types(mia, `${beginning}${'独角鲸'.repeat(1_000)}`)).toEqual(await types(mia, 'AI治理'));
  for (let key = 2; key < 20; key += 1) expect(await types(mia, 'AI治理')).not.toEqual([]);
  expect(await types(mia, 'AI治理')).toEqual([]);
  expect(await types(guild.member('Leo', { locale: 'zh-CN' }), 'AI治理')).not.toEqual([]);
  discord.assertNoViolations();
});

it('is no failure where Discord has taken the choices and denies it', async () => {
  const { discord, logged } = await startBot();
  const { channel, mia } = openClub(discord);
  discord.faults.on('create_interaction_response', { kind: 'server-error', status: 502, stored: true });
  expect(await mia.types('/ask', { question: 'AI治理' }, { in: channel })).not.toEqual([]);
  await discord.bot.settles();
  expect(logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});
