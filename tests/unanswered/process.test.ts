import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { unescapeMarkdown } from '../../src/discord/sending/markdown.ts';
import { simulateDiscord } from '../../src/simulator/discord.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { embedOf, openClub } from '../discord/stage.ts';
import { permissionsOf, runScript, startScript, whereSignalsArrive } from '../run-main.ts';
import { INTERVIEW, logLine } from './project.ts';

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unanswered-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

whereSignalsArrive(
  'with both logs, what askers say and what was left open is shown by /gaps, no file holds an id, and SIGINT ends the bot with status 0',
  async () => {
    const token = 'FAKE.TOKEN.for-tests-only';
    const discord = await simulateDiscord({ token, timeoutMs: 50_000 });
    onTestFinished(() => discord.close());
    const { guild, channel, mia } = openClub(discord);
    const ada = guild.member('Ada', { locale: 'zh-CN', permissions: ['ManageGuild'] });
    const cwd = openFolder();
    const bot = startScript('start', [], {
      cwd,
      environment: {
        ...{ DISCORD_TOKEN: token, DISCORD_API_URL: discord.api, KNOWLEDGE_DIR: resolve('knowledge') },
        ...{ UNANSWERED_LOG: 'open.log', FEEDBACK_LOG: 'feedback.log' },
      },
    });
    await discord.bot.registered('gaps');
    await discord.ready();
    const { opinion, gaps } = wordingFor('zh-CN').discord;
    const [covered, uncovered] = ['三轨并行是什么?', '北京明天会下雨吗?'];
    const ask = async (question: string) =>
      discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${question}`) });
    const answer = await ask(covered);
    await ask(uncovered);
    const pressed = await mia.presses(answer, opinion.wrong);
    await discord.bot.showed(pressed);
    const filledIn = { [opinion.reason]: ['not-asked'], [opinion.remark]: `<@${mia.id}> 知道` };
    await discord.bot.answered(await mia.submits(pressed, filledIn));
    const shown = await discord.bot.answered(await ada.runs('/gaps', {}, { in: channel }));
    const { title, description } = embedOf(shown);
    expect(title).toBe(gaps.title);
    for (const words of [covered, opinion.reasons['not-asked'], '知道'])
      expect(unescapeMarkdown(description)).toContain(words);
    bot.child.kill('SIGINT');
    expect(await bot.status).toBe(0);
    const files = readdirSync(cwd);
    expect(files.toSorted()).toEqual(['feedback.log', 'open.log']);
    const left = JSON.parse(readFileSync(join(cwd, 'open.log'), 'utf8'));
    expect(left).toMatchObject({ question: uncovered, language: 'zh-Hans' });
    const written = files.map((file) => readFileSync(join(cwd, file), 'utf8')).join('');
    expect(written).toContain(covered);
    for (const { id } of [mia, ada, guild, channel, answer, discord.bot]) expect(written).not.toContain(id);
  },
);

test('npm run unanswered closes a gap on disk', async () => {
  const folder = openFolder();
  mkdirSync(join(folder, 'knowledge'));
  mkdirSync(join(folder, 'tests/evaluation'), { recursive: true });
  const file = join(folder, 'knowledge/clocks.md');
  writeFileSync(file, INTERVIEW);
  chmodSync(file, 0o664);
  const question = 'Ought brass to be polished at all?';
  writeFileSync(join(folder, 'questions.log'), `${JSON.stringify(logLine(question))}\n`);
  const applied = await runScript('unanswered', ['--apply', '1:1'], {
    cwd: folder,
    environment: { UNANSWERED_LOG: 'questions.log' },
  });
  expect(applied).toMatchObject({ status: 0, output: expect.stringContaining('knowledge/clocks.md:11') });
  expect(readFileSync(file, 'utf8')).toContain(`\n- asked as: ${question}\n`);
  expect([undefined, '664']).toContain(permissionsOf(file));
  expect(readdirSync(join(folder, 'knowledge'))).toEqual(['clocks.md']);
  expect(readdirSync(join(folder, 'tests/evaluation'))).toEqual(['clocks.unanswered.jsonl']);
});
