import { expect, test } from 'vitest';
import { wordsOf } from '../../src/simulator/record/chronicle.ts';
import type { LogEntry } from '../../src/simulator/record/log.ts';
import { connect, startDiscord } from './connected.ts';

const nameOf = (entry: LogEntry): string => {
  switch (entry.kind) {
    case 'gateway':
      return entry.name;
    case 'connection':
      return entry.what;
    case 'request':
    case 'response':
      return `${entry.kind} ${entry.route}`;
  }
};

test('the log tells every packet, request and response in order, and can be followed', async () => {
  const discord = await startDiscord();
  const channel = discord.guild('guild').channel('ask');
  const followed: LogEntry[] = [];
  const stop = discord.log.subscribe((entry) => followed.push(entry));
  const client = await connect(discord);
  const place = await client.channels.fetch(channel.id);
  if (place?.isSendable()) await place.send('hello');
  await discord.bot.settles();

  expect(followed).toEqual(discord.log.entries());
  const story = followed.map(nameOf);
  const order = [
    'request get_bot_gateway',
    'response get_bot_gateway',
    'opened',
    'hello',
    'identify',
    'READY',
    'GUILD_CREATE',
  ];
  expect(story.filter((name) => order.includes(name))).toEqual(order);
  const [request, event, response] = [
    'request create_message',
    'MESSAGE_CREATE',
    'response create_message',
  ].map((name) => story.indexOf(name));
  expect([request, event, response].toSorted((a = 0, b = 0) => a - b)).toEqual([request, event, response]);
  expect(
    followed.find((entry) => entry.kind === 'response' && entry.route === 'create_message'),
  ).toMatchObject({
    status: 200,
    body: { content: 'hello' },
  });

  stop();
  const before = followed.length;
  await discord.bot.settles();
  expect(followed).toHaveLength(before);
});

test('the log and the transcript keep only so many entries', async () => {
  const discord = await startDiscord({ maxLog: 3 });
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const member = guild.member('Ada');
  await connect(discord);
  for (const text of ['1', '2', '3', '4']) await member.says(channel, text);
  expect(discord.log.entries()).toHaveLength(3);
  expect(discord.transcript()).toBe('#ask Ada: 2\n#ask Ada: 3\n#ask Ada: 4');
});

test('the transcript shows embeds, buttons, replies, edits and deletions', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const member = guild.member('Ada');
  const client = await connect(discord);
  const question = await member.says(channel, 'two\nlines', { attachments: ['a.png'] });
  const place = await client.channels.fetch(channel.id);
  if (!place?.isSendable()) throw new Error('no channel');
  const sent = await place.send({
    embeds: [
      {
        title: 'Title',
        description: 'Quote',
        fields: [{ name: 'Source', value: 'CNS' }],
        footer: { text: 'Foot' },
      },
    ],
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Why this?', customId: 'why' }] }],
    reply: { messageReference: question.id },
  });
  expect(discord.bot.repliesTo(question).map(wordsOf)).toEqual([
    '[Title | Quote | Source: CNS | Foot] ‹Why this?›',
  ]);
  await sent.edit({ content: 'changed', embeds: [] });
  await sent.delete();
  await member.deletes(question);

  expect(discord.transcript().split('\n')).toEqual([
    '#ask Ada: two ⏎ lines <a.png>',
    '#ask Verbatim ↩ Ada: [Title | Quote | Source: CNS | Foot] ‹Why this?›',
    '#ask Verbatim ↩ Ada (edit): changed ‹Why this?›',
    '#ask ✗ a message of Verbatim is deleted',
    '#ask ✗ a message of Ada is deleted',
  ]);
});
