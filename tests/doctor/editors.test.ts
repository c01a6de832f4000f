// Editors who may write from Discord: each way in which their settings can be wrong makes one problem, and says what to do.
import { expect, test } from 'vitest';
import { commandsFor } from '../../src/discord/connection/commands.ts';
import { diagnose, openDiscord, register } from './patient.ts';

const STRANGER = '123456789012345678';

async function openScene() {
  const discord = await openDiscord();
  const guild = discord.guild('Club');
  discord.guild('Other');
  const role = guild.role('Editors');
  await register(discord, commandsFor(1, { editorsMayWrite: true }));
  const examine = (roles: readonly string[], writeFault?: string) =>
    diagnose(discord, { settings: { editors: { roles, writeFault } } });
  return { discord, guild, role, examine };
}

test('editors whose role is there are well', async () => {
  const { role, examine, discord } = await openScene();
  const { text, status } = await examine([role.id]);
  expect(text).toMatch(/^ok +Editors: 1 role of the bot’s servers/m);
  expect(status).toBe(0);
  discord.assertNoViolations();
});

test('a role that no server has is named', async () => {
  const { role, examine } = await openScene();
  const { problems } = await examine([role.id, STRANGER]);
  expect(problems).toEqual([expect.objectContaining({ what: expect.stringContaining(STRANGER) })]);
  expect(problems[0]?.mend).toContain('Copy Role ID');
});

test('the role that everybody has is no role for editors', async () => {
  const { guild, examine } = await openScene();
  const { problems } = await examine([guild.id]);
  expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining('@everyone of Club')]);
});

test('a folder that cannot be written to is said with the system’s code', async () => {
  const { role, examine } = await openScene();
  const { problems } = await examine([role.id], 'EROFS');
  expect(problems.map(({ what }) => what)).toEqual([
    expect.stringMatching(/knowledge cannot be written \(EROFS\)/),
  ]);
  expect(problems[0]?.mend).toContain('EDITORS_MAY_WRITE');
});

test('commands that were registered before editors might write are outdated', async () => {
  const { discord, role, examine } = await openScene();
  await register(discord, commandsFor(1));
  const { problems } = await examine([role.id]);
  expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining('differ from this version')]);
});
