import { DiscordAPIError, MessageFlags, type REST } from 'discord.js';
import { expect, test } from 'vitest';
import type { SimulatedDiscord } from '../../src/simulator/discord.ts';
import { ProtocolViolations } from '../../src/simulator/record/log.ts';
import { createClient, startDiscord } from './connected.ts';

const button = (id: string, more: object = {}) => ({ type: 2, style: 1, label: id, custom_id: id, ...more });
const row = (...components: readonly object[]) => ({ type: 1, components });
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(button(`b${index}`)));
const option = (value: string) => ({ label: value, value });
const menu = (count: number) => ({
  type: 3,
  custom_id: 'menu',
  options: Array.from({ length: count }, (_, index) => option(`o${index}`)),
});
const text = (content: string) => ({ type: 10, content });
const V2 = MessageFlags.IsComponentsV2;

const connectRest = (discord: SimulatedDiscord): REST => createClient(discord).rest.setToken(discord.token);

const refusalOf = async (request: Promise<unknown>): Promise<DiscordAPIError> => {
  const refusal = await request.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refusal instanceof DiscordAPIError) return refusal;
  throw new Error('the request was not refused by Discord', { cause: refusal });
};

const BAD_MESSAGES: readonly (readonly [string, object, string])[] = [
  ['content over 2,000 characters', { content: 'x'.repeat(2001) }, 'content'],
  ['an embed title over 256', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
  ['a description over 4,096', { embeds: [{ description: 'x'.repeat(4097) }] }, 'embeds.0.description'],
  ['embeds over 6,000 together', { embeds: [1, 2].map(() => ({ description: 'x'.repeat(3001) })) }, 'embeds'],
  ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }, 'embeds'],
  ['an address with a space', { embeds: [{ title: 'x', url: 'https://a.example/b c' }] }, 'embeds.0.url'],
  ['an address in Chinese', { embeds: [{ title: 'x', url: 'https://例.example/' }] }, 'embeds.0.url'],
  ['an empty embed', { embeds: [{}] }, 'embeds.0'],
  ['six rows', { content: 'x', components: rows(6) }, 'components'],
  [
    'six buttons in a row',
    { content: 'x', components: [row(...'abcdef'.split('').map((id) => button(id)))] },
    'components.0.components',
  ],
  ['the same custom id twice', { content: 'x', components: [row(button('a'), button('a'))] }, 'components'],
  [
    'a custom id over 100',
    { content: 'x', components: [row(button('i', { custom_id: 'x'.repeat(101) }))] },
    'components.0.components.0.custom_id',
  ],
  [
    'a label over 80',
    { content: 'x', components: [row(button('i', { label: 'x'.repeat(81) }))] },
    'components.0.components.0.label',
  ],
  [
    'a button without label',
    { content: 'x', components: [row({ type: 2, style: 1, custom_id: 'a' })] },
    'components.button',
  ],
  ['26 select options', { content: 'x', components: [row(menu(26))] }, 'components.0.components.0.options'],
  [
    'a select beside a button',
    { content: 'x', components: [row(menu(2), button('a'))] },
    'components.0.components',
  ],
  ['a text display without the V2 flag', { content: 'x', components: [text('y')] }, 'components.0.type'],
  ['content beside V2 components', { flags: V2, content: 'x', components: [text('y')] }, 'content'],
  [
    'over 4,000 characters of V2 text',
    { flags: V2, components: [text('x'.repeat(2001)), text('x'.repeat(2000))] },
    'components',
  ],
  [
    'over 40 V2 components, nested ones counted',
    { flags: V2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('y')) }] },
    'components',
  ],
  [
    'an embed title of 129 emoji: 258 UTF-16 units',
    { embeds: [{ title: '🕰'.repeat(129) }] },
    'embeds.0.title',
  ],
  [
    'a footer over 2,048 UTF-16 units',
    { embeds: [{ title: 'x', footer: { text: '🕰'.repeat(1025) } }] },
    'embeds.0.footer.text',
  ],
  [
    'a label over 80 UTF-16 units',
    { content: 'x', components: [row(button('i', { label: '🕰'.repeat(41) }))] },
    'components.button.label',
  ],
  [
    'an option’s label over 100 UTF-16 units',
    { content: 'x', components: [row({ ...menu(1), options: [{ label: '🕰'.repeat(51), value: 'v' }] })] },
    'components.select.options.0.label',
  ],
  ...['ftp://example.org/a', '', 'example.org', 'http://localhost/a', 'https://exa mple.org', 'https://'].map(
    (url) => [`the address “${url}” of an embed`, { embeds: [{ title: 'x', url }] }, 'embeds.0.url'] as const,
  ),
  [
    'a picture’s address without a scheme',
    { embeds: [{ title: 'x', image: { url: 'a.png' } }] },
    'embeds.0.image.url',
  ],
  [
    'a link button to a file',
    { content: 'x', components: [row({ type: 2, style: 5, label: 'x', url: 'file:///etc' })] },
    'components.button.url',
  ],
  ['a nonce over 25 characters', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce'],
  [
    'parse and users at once',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions',
  ],
];

test.each(BAD_MESSAGES)('refuses %s with 50035 and records it', async (_, body, path) => {
  const discord = await startDiscord();
  const channel = discord.guild('guild').channel('ask');
  const rest = connectRest(discord);

  const refusal = await refusalOf(rest.post(`/channels/${channel.id}/messages`, { body }));

  expect(refusal.status).toBe(400);
  expect(refusal.code).toBe(50035);
  expect(refusal.rawError).toHaveProperty(`errors.${path}._errors`);
  expect(() => discord.assertNoViolations()).toThrow(path);
  expect(channel.messages()).toEqual([]);
  expect(discord.forgetViolations()).toHaveLength(1);
  discord.assertNoViolations();
});

test('accepts what just fits, and gives it back as Discord does', async () => {
  const discord = await startDiscord();
  const channel = discord.guild('guild').channel('ask');
  const rest = connectRest(discord);
  const path = `/channels/${channel.id}/messages` as const;
  const bodies = [
    { content: 'x'.repeat(2000), components: rows(5) },
    { embeds: [{ title: '🕰'.repeat(128), url: 'https://xn--fsqu00a.xn--0zwm56d/a?b=c#:~:text=d' }] },
    { content: 'x', components: [row({ type: 2, style: 5, label: 'x', url: 'discord://-/channels/1' })] },
    { embeds: [{ title: 'x', timestamp: '2026-01-01T00:00:00.000000+00:00' }] },
    { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1904) }] },
    {
      flags: V2,
      components: [{ type: 17, components: [text('x'.repeat(4000)), { type: 14 }, row(menu(25))] }],
    },
  ];
  for (const body of bodies) await rest.post(path, { body });

  discord.assertNoViolations();
  expect(channel.messages()).toHaveLength(6);
});

test('an empty message is refused with 50006', async () => {
  const discord = await startDiscord();
  const channel = discord.guild('guild').channel('ask');
  const rest = connectRest(discord);
  const refusal = await refusalOf(rest.post(`/channels/${channel.id}/messages`, { body: { content: ' ' } }));
  expect(refusal.code).toBe(50006);
});

test('an edit is judged by its result', async () => {
  const discord = await startDiscord();
  const channel = discord.guild('guild').channel('ask');
  const rest = connectRest(discord);
  await rest.post(`/channels/${channel.id}/messages`, { body: { flags: V2, components: [text('y')] } });
  const [message] = channel.messages();
  const path = `/channels/${channel.id}/messages/${message?.id}` as const;
  const refusal = await refusalOf(rest.patch(path, { body: { content: 'legacy' } }));
  expect(refusal.code).toBe(50035);
  expect(discord.forgetViolations()).toHaveLength(1);
});

const described = (more: object) => ({ name: 'ask', description: 'Ask', ...more });
const question = { type: 3, name: 'question', description: 'What?' };

const BAD_COMMANDS: readonly (readonly [string, object])[] = [
  ['capitals in a name', described({ name: 'Ask' })],
  ['capitals in a localised name', described({ name_localizations: { 'en-GB': 'Ask' } })],
  ['a space in a name', described({ name: 'ask me' })],
  ['no description', { name: 'ask' }],
  ['a description over 100 UTF-16 units', described({ description: '🕰'.repeat(51) })],
  [
    'an option’s localised description over 100 UTF-16 units',
    described({ options: [{ ...question, description_localizations: { 'zh-CN': '🕰'.repeat(51) } }] }),
  ],
  ['a description over 100', described({ description: 'x'.repeat(101) })],
  [
    'a required option after an optional one',
    described({ options: [question, { ...question, name: 'b', required: true }] }),
  ],
  ['the same option twice', described({ options: [question, question] })],
  [
    'choices beside autocomplete',
    described({ options: [{ ...question, autocomplete: true, choices: [{ name: 'a', value: 'a' }] }] }),
  ],
  [
    'over 8,000 characters',
    described({
      options: [1, 2].map((n) => ({
        ...question,
        name: `o${n}`,
        choices: Array.from({ length: 25 }, (_, i) => ({ name: `c${i}`, value: `${i}${'x'.repeat(200)}` })),
      })),
    }),
  ],
  ['a description on a message command', { type: 3, name: 'Ask', description: 'no' }],
];

test.each(BAD_COMMANDS)('refuses a command with %s', async (_, command) => {
  const discord = await startDiscord();
  const rest = connectRest(discord);
  const refusal = await refusalOf(rest.put(`/applications/${discord.bot.id}/commands`, { body: [command] }));
  expect(refusal.code).toBe(50035);
  expect(refusal.rawError).toHaveProperty('errors.0');
  expect(discord.forgetViolations()).toHaveLength(1);
});

test('ids in a path must be snowflakes, and the application must be the bot', async () => {
  const discord = await startDiscord();
  const rest = connectRest(discord);
  const undefinedId = await refusalOf(rest.get('/channels/undefined'));
  expect(undefinedId.code).toBe(50035);
  expect(undefinedId.rawError).toHaveProperty('errors.channel_id');
  expect((await refusalOf(rest.get('/channels/1/messages?limit=101'))).rawError).toHaveProperty(
    'errors.limit',
  );
  expect((await refusalOf(rest.get('/applications/1/commands'))).code).toBe(20012);
  expect(() => discord.assertNoViolations()).toThrow(ProtocolViolations);
  expect(discord.forgetViolations()).toHaveLength(2);
});

test('a route the simulator does not know is answered 404 and recorded', async () => {
  const discord = await startDiscord();
  const refusal = await refusalOf(connectRest(discord).get('/sticker-packs'));
  expect(refusal.status).toBe(404);
  expect(discord.forgetViolations()).toHaveLength(1);
});
