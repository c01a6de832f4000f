import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FAKE_TOKEN, openDiscord, register } from './patient.ts';

/** An empty folder to run the doctor in, so that `.env` is the test's own. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function run(cwd: string, environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), resolve('src/doctor.ts')], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', KNOWLEDGE_DIR: resolve('knowledge'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [status] = await once(child, 'close');
  return { status, output };
}

describe('npm run doctor', { timeout: 30_000 }, () => {
  it('reads .env, examines the bot and ends with status 0 where all is well', async () => {
    const discord = await openDiscord();
    discord.guild('Club');
    await register(discord);
    const folder = openFolder();
    const file = join(folder, '.env');
    writeFileSync(file, `DISCORD_TOKEN=${FAKE_TOKEN}\nDISCORD_API_URL=${discord.api}\n`, { mode: 0o600 });
    const well = await run(folder);
    expect(well).toMatchObject({ status: 0, output: expect.stringContaining('https://discord.com/oauth2') });
    chmodSync(file, 0o644);
    const open = await run(folder);
    expect(open).toMatchObject({ status: 1, output: expect.stringContaining('chmod 600 .env') });
    for (const { output } of [well, open]) expect(output).not.toContain(FAKE_TOKEN);
  });

  it('examines the channels that the settings name, and the intent that ask channels need', async () => {
    const discord = await openDiscord();
    const guild = discord.guild('Club');
    const [asking, allowed] = [guild.channel('asking'), guild.channel('allowed')];
    allowed.forbidsBot('EmbedLinks');
    await register(discord);
    const { status, output } = await run(openFolder(), {
      ...{ DISCORD_TOKEN: FAKE_TOKEN, DISCORD_API_URL: discord.api },
      ...{ ASK_CHANNELS: asking.id, ALLOW_CHANNELS: `${asking.id},${allowed.id}` },
    });
    expect(status).toBe(1);
    expect(output).toMatch(/^problem {2}Message Content intent: switched off/m);
    expect(output).toMatch(/^ok +Channel #asking in Club \(ASK_CHANNELS, ALLOW_CHANNELS\)/m);
    expect(output).toMatch(
      /^problem {2}Channel #allowed in Club \(ALLOW_CHANNELS\): the bot lacks Embed Links/m,
    );
    expect(output).toContain('2 problems found.');
  });

  it('says why .env cannot be read', async () => {
    const folder = openFolder();
    mkdirSync(join(folder, '.env'));
    const { status, output } = await run(folder);
    expect(status).toBe(1);
    expect(output).toContain('.env: it cannot be read (EISDIR)');
  });

  it('lists each variable that is wrong', async () => {
    const { status, output } = await run(openFolder(), { LOG_LEVEL: 'loud', DISCORD_API_URL: 'nonsense' });
    expect(status).toBe(1);
    expect(output).toMatch(/problem {2}Settings: DISCORD_API_URL[\s\S]*problem {2}Settings: LOG_LEVEL/);
  });
});
