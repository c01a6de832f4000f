import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runScript } from '../run-main.ts';
import { FAKE_TOKEN, openDiscord, register } from './patient.ts';

/** An empty folder to run the doctor in, so that `.env` is the test's own. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A folder with an `.env` of these permissions. */
function folderWith(api: string, mode: number): string {
  const folder = openFolder();
  const settings = `DISCORD_TOKEN=${FAKE_TOKEN}\nDISCORD_API_URL=${api}\n`;
  writeFileSync(join(folder, '.env'), settings, { mode });
  return folder;
}

function run(cwd: string, environment: Readonly<Record<string, string>> = {}, argv: readonly string[] = []) {
  return runScript('doctor', argv, {
    cwd,
    environment: { KNOWLEDGE_DIR: resolve('knowledge'), ...environment },
  });
}

describe('npm run doctor', () => {
  it('reads .env, examines the bot and ends with status 0 where all is well', async () => {
    const discord = await openDiscord();
    discord.guild('Club');
    await register(discord);
    const { status, output } = await run(folderWith(discord.api, 0o600));
    expect(output).toContain('https://discord.com/oauth2');
    expect(output).not.toContain(FAKE_TOKEN);
    expect(status).toBe(0);
  });

  it('examines the folder of the command line rather than the configured one', async () => {
    const { output } = await run(openFolder(), { KNOWLEDGE_DIR: 'nowhere' }, [
      '--knowledge',
      resolve('tests/interviews'),
    ]);
    expect(output).toContain('4 interviews');
    expect(output).not.toContain('nowhere');
    expect(await run(openFolder(), {}, ['--nope'])).toMatchObject({ status: 2 });
  });

  it('examines who can read .env, the channels that the settings name, the intent that they need, and what does nothing', async () => {
    const discord = await openDiscord();
    const guild = discord.guild('Club');
    const [asking, allowed] = [guild.channel('asking'), guild.channel('allowed')];
    allowed.forbidsBot('EmbedLinks');
    await register(discord);
    const { status, output } = await run(folderWith(discord.api, 0o644), {
      ASK_CHANNELS: asking.id,
      ALLOW_CHANNELS: `${asking.id},${allowed.id}`,
      EDITOR_ROLES: '123456789012345678',
    });
    expect(status).toBe(1);
    // Windows keeps no bits that say who may read it.
    const told = process.platform === 'win32' ? [] : ['chmod 600 .env'];
    for (const words of told) expect(output).toContain(words);
    expect(output).toMatch(/^problem {2}Message Content intent: switched off/m);
    expect(output).toMatch(/^ok +Channel #asking in Club \(ASK_CHANNELS, ALLOW_CHANNELS\)/m);
    expect(output).toMatch(
      /^problem {2}Channel #allowed in Club \(ALLOW_CHANNELS\): the bot lacks Embed Links/m,
    );
    expect(output).toMatch(/^note +Settings: EDITOR_ROLES does nothing without EDITORS_MAY_WRITE/m);
    expect(output).toContain(`${2 + told.length} problems found.`);
    expect(output).not.toContain(FAKE_TOKEN);
  });

  it('says why .env cannot be read, and lists each variable that is wrong', async () => {
    const folder = openFolder();
    mkdirSync(join(folder, '.env'));
    const wrong = { LOG_LEVEL: 'loud', DISCORD_API_URL: 'nonsense', EDITORS_MAY_WRITE: 'yes' };
    const { status, output } = await run(folder, wrong);
    expect(status).toBe(1);
    expect(output).toContain('.env: it cannot be read (EISDIR)');
    for (const words of ['DISCORD_API_URL', 'LOG_LEVEL', 'EDITOR_ROLES is missing'])
      expect(output).toContain(`problem  Settings: ${words}`);
  });
});
