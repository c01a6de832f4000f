import { once } from 'node:events';
import { watch } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SimulatedDiscord, simulateDiscord } from '../../src/simulator/discord.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { type Started, start, startScript, whereSignalsArrive } from '../run-main.ts';
import { openClub } from './stage.ts';

const FAKE_TOKEN = 'FAKE.TOKEN.for-tests-only';

/** Runs the bot as `npm start` does. */
function serve(environment: Readonly<Record<string, string>>): Started {
  return startScript('start', [], { environment });
}

async function openDiscord(): Promise<SimulatedDiscord> {
  const discord = await simulateDiscord({ token: FAKE_TOKEN, timeoutMs: 50_000 });
  onTestFinished(() => discord.close());
  return discord;
}

/** A folder with these of the interviews for tests. */
async function folderOf(...ids: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
  // Windows removes nothing that a bot which is just ending still watches.
  onTestFinished(() => rm(folder, { recursive: true, maxRetries: 10 }));
  for (const file of ids.flatMap((id) => [`${id}.md`, `${id}.lexicon.txt`, `${id}.questions.txt`]))
    await cp(join('tests/interviews', file), join(folder, file));
  return folder;
}

describe('npm start', () => {
  // npm's own status depends on its shell: one that passes no signal on leaves npm before the bot has ended.
  whereSignalsArrive('passes SIGTERM on to the bot, which ends its answer and then itself', async () => {
    const discord = await openDiscord();
    const { channel, mia } = openClub(discord);
    // discord.js reads the last two by itself.
    const environment = { DISCORD_TOKEN: FAKE_TOKEN, DISCORD_API_URL: discord.api };
    const bot = start('npm', ['--silent', 'start'], {
      environment: { ...environment, SHARD_COUNT: '', SHARDS: '[7]' },
    });
    await discord.bot.registered('ask');
    await discord.ready();
    const hold = discord.faults.hold('create_message');
    const asked = await mia.says(channel, `${discord.bot.mention} AI治理涵盖了哪些内容?`);
    await hold.reached();
    bot.child.kill('SIGTERM');
    hold.release();
    await bot.status;
    expect(discord.bot.repliesTo(asked)).toHaveLength(1);
    expect(discord.gateway.isConnected).toBe(false);
    expect(bot.output()).toContain('https://discord.com/oauth2/authorize?client_id=');
    expect(bot.output()).not.toContain(FAKE_TOKEN);
  });

  it('ends with one line and status 78 where the token is wrong', async () => {
    const discord = await openDiscord();
    const bot = serve({
      ...{ DISCORD_TOKEN: 'ANOTHER.FAKE.token', DISCORD_API_URL: discord.api },
      KNOWLEDGE_DIR: await folderOf('tide-clocks'),
    });
    expect(await bot.status).toBe(78);
    expect(bot.output().trim().split('\n')).toHaveLength(1);
    expect(bot.output()).toContain('DISCORD_TOKEN');
    expect(bot.output()).not.toContain('ANOTHER.FAKE.token');
  });

  it('ends with one message and status 78 where variables are wrong', async () => {
    const bot = serve({ DISCORD_TOKEN: FAKE_TOKEN, LOG_LEVEL: 'loud', KNOWLEDGE_DIR: 'nowhere' });
    expect(await bot.status).toBe(78);
    expect(bot.output()).toMatch(/LOG_LEVEL[\s\S]*KNOWLEDGE_DIR/);
    expect(bot.output()).not.toContain(FAKE_TOKEN);
  });

  it('ends with status 78 where another program listens at the port for its health', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const bound = other.address();
    const port = typeof bound === 'object' && bound ? String(bound.port) : '';
    const bot = serve({
      ...{ DISCORD_TOKEN: FAKE_TOKEN, HEALTH_PORT: port, KNOWLEDGE_DIR: await folderOf('tide-clocks') },
    });
    expect(await bot.status).toBe(78);
    expect(bot.output()).toMatch(/HEALTH_PORT\): EADDRINUSE/);
  });
});

describe('an edit in the knowledge folder', () => {
  /** The line of the log with this message, from now on. */
  const says = ({ child }: Started, message: string) =>
    new Promise<Readonly<Record<string, unknown>>>((resolve) =>
      child.stdout?.on('data', (chunk) => {
        const lines = String(chunk).split('\n').filter(Boolean);
        const found = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === message);
        if (found) resolve(found);
      }),
    );

  whereSignalsArrive(
    'is taken in while the bot runs; one that takes away the interview of a channel is warned of, as at the start; and SIGHUP never ends it',
    async () => {
      const folder = await folderOf('tide-clocks', 'river-sensors');
      const file = join(folder, 'tide-clocks.md');
      const text = await readFile(file, 'utf8');
      const discord = await openDiscord();
      const bot = serve({
        ...{ DISCORD_TOKEN: FAKE_TOKEN, DISCORD_API_URL: discord.api, KNOWLEDGE_DIR: folder },
        CHANNEL_INTERVIEWS: '123456789012345678=river-sensors',
      });
      const ready = await says(bot, 'ready');
      expect(ready['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      const refused = says(bot, 'the interviews from before go on answering');
      await writeFile(file, text.replace('title:', 'titel:'));
      bot.child.kill('SIGHUP');
      expect(await refused).toMatchObject({ knowledge: ready['knowledge'] });
      const taken = says(bot, 'the changed interviews answer from now on');
      await writeFile(file, `${text}\n`);
      expect((await taken)['knowledge']).not.toBe(ready['knowledge']);
      expect(bot.output()).not.toContain('CHANNEL_INTERVIEWS');
      const warned = says(bot, 'CHANNEL_INTERVIEWS names an interview that is not loaded');
      for (const file of ['river-sensors.md', 'river-sensors.lexicon.txt', 'river-sensors.questions.txt'])
        await rm(join(folder, file));
      bot.child.kill('SIGHUP');
      expect(await warned).toMatchObject({ channel: '123456789012345678', interview: 'river-sensors' });
      bot.child.kill('SIGTERM');
      expect(await bot.status).toBe(0);
    },
  );
});

describe('an editor who lists a question', () => {
  const { listing } = wordingFor('en-US').discord;

  it('loses nothing where the bot is killed right after the writing, and undoes what was listed before', async () => {
    const folder = await folderOf('tide-clocks');
    const file = join(folder, 'tide-clocks.questions.txt');
    const before = await readFile(file, 'utf8');
    const discord = await openDiscord();
    const { guild, channel, mia } = openClub(discord, 'en-US');
    const role = guild.role('Editors');
    const ada = guild.member('Ada', { roles: [role] });
    const settings = {
      ...{ DISCORD_TOKEN: FAKE_TOKEN, DISCORD_API_URL: discord.api, KNOWLEDGE_DIR: folder },
      ...{ EDITORS_MAY_WRITE: 'yes', EDITOR_ROLES: role.id, CHANNEL_INTERVIEWS: `${channel.id}=tide-clocks` },
    };
    const first = serve(settings);
    await discord.bot.registered(listing.menu);
    const open = async (question: string) =>
      discord.bot.answered(await ada.usesOn(listing.menu, await mia.says(channel, question)));
    const bees = await open('Does she keep bees?');
    const listed = await discord.bot.answered(await ada.presses(bees, listing.notCovered));
    const parrot = await open('Is there a parrot?');
    const watcher = watch(folder);
    onTestFinished(() => watcher.close());
    let changed = once(watcher, 'change');
    await ada.presses(parrot, listing.notCovered);
    while (!(await readFile(file, 'utf8')).includes('parrot')) {
      await changed;
      changed = once(watcher, 'change');
    }
    first.child.kill('SIGKILL');
    await first.status;
    serve(settings);
    await discord.ready();
    const undone = await discord.bot.answered(await ada.presses(listed, listing.undo));
    expect(undone.embeds).toMatchObject([{ description: listing.takenBack.restored }]);
    const added = (await readFile(file, 'utf8')).replace('Is there a parrot?\n', '');
    expect(added).toBe(before);
    const asked = await ada.presses(await open('Is there a parrot?'), listing.notCovered);
    const again = await discord.bot.answered(asked);
    expect(again.embeds).toMatchObject([{ description: listing.refusals['already-there'] }]);
  }, 180_000);
});
