import { describe, expect, it } from 'vitest';
import { NOBODY_WATCHES } from '../../src/discord/desk/vitals.ts';
import type { Fault } from '../../src/simulator/rest/faults.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { embedOf, openClub, type Stage, startBot } from './stage.ts';

const QUESTION = 'AI治理涵盖了哪些内容?';
const HOUR = 3_600_000;

async function ask({ discord }: Stage, club = openClub(discord)) {
  return club.mia.says(club.channel, `${discord.bot.mention} ${QUESTION}`);
}

function lostIn({ logged }: Stage): readonly string[] {
  return logged.map((line) => JSON.parse(line)).flatMap(({ loss }) => (loss === undefined ? [] : [loss]));
}

/** What /status says of lost answers. */
async function statusOf({ discord }: Stage): Promise<string> {
  const { channel, guild } = openClub(discord, 'en-US');
  const boss = guild.member('Boss', { permissions: ['ManageGuild'], locale: 'en-US' });
  return embedOf(await discord.bot.answered(await boss.runs('/status', {}, { in: channel }))).description;
}

const CLOSED: Fault = { kind: 'cut', stored: false };
const CLOSED_STORED: Fault = { kind: 'cut', stored: true };

describe('a request that dies', () => {
  it.each([
    ['closed in order', CLOSED],
    ['closed in order after the answer was stored', CLOSED_STORED],
    ['reset', { kind: 'cut', stored: false, reset: true }],
    ['reset after the answer was stored', { kind: 'cut', stored: true, reset: true }],
  ] as const)('%s, is made once more, and the reply stands once', async (_, fault) => {
    const stage = await startBot();
    stage.discord.faults.on('create_message', fault);
    const asked = await ask(stage);
    await stage.discord.bot.replied({ to: asked });
    await stage.discord.bot.settles();
    expect(stage.discord.bot.repliesTo(asked)).toHaveLength(1);
    expect(lostIn(stage)).toEqual([]);
  });

  it('twice is given up, and counted in the log and in /status', async () => {
    const stage = await startBot();
    const reached = stage.discord.faults.hold('create_message');
    stage.discord.faults.on('create_message', CLOSED, { times: 2 });
    await ask(stage);
    await reached.reached();
    reached.release();
    await stage.logs('"loss"');
    expect(lostIn(stage)).toEqual(['unreachable']);
    expect(await statusOf(stage)).toContain('1 that did not reach Discord');
  });

  it.each([
    ['that die twice', CLOSED_STORED, 2],
    ['that are answered 502 each time', { kind: 'server-error', status: 502, stored: true }, 4],
  ] as const)('is not called lost where its answer was stored: requests %s', async (_, fault, times) => {
    const stage = await startBot();
    stage.discord.faults.on('create_message', fault, { times });
    const club = openClub(stage.discord);
    const asked = await ask(stage, club);
    const answer = await stage.discord.bot.replied({ to: asked });
    await stage.logs('"msg":"question"');
    expect(stage.discord.bot.repliesTo(asked)).toHaveLength(1);
    expect(lostIn(stage)).toEqual([]);
    // It is known like any other: it goes with its question.
    await club.mia.deletes(asked);
    await stage.discord.bot.deleted(answer);
  });

  it.each([
    ['closed', CLOSED, 1],
    ['closed after it was stored', CLOSED_STORED, 1],
    ['closed twice after it was stored', CLOSED_STORED, 2],
    ['answered 502 after it was stored', { kind: 'server-error', status: 502, stored: true }, 1],
  ] as const)(
    'for the first response to a command, %s, is made once more, and its answer not called lost',
    async (_, fault, times) => {
      const stage = await startBot();
      const { channel, mia } = openClub(stage.discord);
      stage.discord.faults.on('create_interaction_response', fault, { times });
      const run = await mia.runs('/ask', { question: QUESTION }, { in: channel });
      expect(embedOf(await stage.discord.bot.answered(run)).title).toContain('AI治理');
      await stage.discord.bot.settles();
      expect(stage.discord.bot.messagesIn(channel)).toHaveLength(1);
      expect(lostIn(stage)).toEqual([]);
    },
  );
});

it.each([
  ['closed', CLOSED],
  ['closed after it was removed', CLOSED_STORED],
] as const)('the removal of an answer whose request is %s is asked for once more', async (_, fault) => {
  const stage = await startBot();
  const club = openClub(stage.discord);
  const asked = await ask(stage, club);
  const answer = await stage.discord.bot.replied({ to: asked });
  stage.discord.faults.on('delete_message', fault);
  await club.mia.deletes(asked);
  await stage.discord.bot.deleted(answer);
  await stage.discord.bot.settles();
  expect(lostIn(stage)).toEqual([]);
});

it('suggestions whose request is closed are offered once more', async () => {
  const stage = await startBot();
  const { channel, mia } = openClub(stage.discord);
  stage.discord.faults.on('create_interaction_response', CLOSED);
  expect(await mia.types('/ask', { question: '' }, { in: channel })).not.toEqual([]);
  expect(lostIn(stage)).toEqual([]);
});

it.each([
  ['closed after it was shown', CLOSED_STORED, 1],
  ['answered 502 after it was shown', { kind: 'server-error', status: 502, stored: true }, 1],
] as const)('a form is not called lost where its request is %s', async (_, fault, times) => {
  const stage = await startBot();
  const { channel, mia } = openClub(stage.discord, 'en-US');
  const answer = await stage.discord.bot.answered(
    await mia.runs('/ask', { question: QUESTION }, { in: channel }),
  );
  stage.discord.faults.on('create_interaction_response', fault, { times });
  const pressed = await mia.presses(answer, wordingFor('en-US').discord.buttons.further);
  await stage.discord.bot.showed(pressed);
  await stage.discord.bot.settles();
  expect(lostIn(stage)).toEqual([]);
});

it('a first response that was stored is not lost where its repetition dies, too', async () => {
  const stage = await startBot();
  const { channel, mia } = openClub(stage.discord);
  stage.discord.faults.on('create_interaction_response', CLOSED_STORED);
  stage.discord.faults.on('create_interaction_response', CLOSED);
  const run = await mia.runs('/ask', { question: QUESTION }, { in: channel });
  expect(embedOf(await stage.discord.bot.answered(run)).title).toContain('AI治理');
  await stage.discord.bot.settles();
  expect(stage.discord.bot.messagesIn(channel)).toHaveLength(1);
  expect(lostIn(stage)).toEqual([]);
});

describe('a private answer that is shared', () => {
  const open = async () => {
    const stage = await startBot();
    const { discord } = stage;
    const { channel, mia } = openClub(discord, 'en-US');
    const run = await mia.runs('/ask', { question: QUESTION, private: true }, { in: channel });
    const answer = await discord.bot.answered(run);
    const share = async (fault: Fault) => {
      discord.faults.on('execute_webhook', fault);
      const pressed = await mia.presses(answer, 'Share with everyone');
      await discord.bot.followedUp(pressed);
      while (!/there although|not be shared/.test(stage.logged.join(''))) await discord.bot.settles();
      await discord.bot.settles();
      return discord.bot.messagesIn(channel).slice(1);
    };
    return { stage, share };
  };

  it.each([
    ['answers 502', { kind: 'server-error', status: 502, stored: true }],
    ['closes the connection', CLOSED_STORED],
    ['resets the connection', { kind: 'cut', stored: true, reset: true }],
  ] as const)('stands there once, and the member hears nothing else, where Discord %s', async (_, fault) => {
    const { share } = await open();
    const [shared, ...others] = await share(fault);
    expect(shared?.ephemeralTo).toBeUndefined();
    expect(others).toEqual([]);
  });

  it('and does not come to stand there leaves its member told so', async () => {
    const { share } = await open();
    const [told, ...others] = await share({ kind: 'server-error', status: 502, stored: false });
    expect(told?.ephemeralTo).toBeDefined();
    expect(told?.content).toContain('did not work');
    expect(others).toEqual([]);
  });
});

describe('what is given up is counted by its kind', () => {
  it.each([
    ['unknownChannel', 'gone', 'whose question or channel was gone'],
    ['missingPermissions', 'forbidden', 'where the bot may not speak'],
    ['missingAccess', 'forbidden', 'where the bot may not speak'],
  ] as const)('%s: %s', async (as, loss, words) => {
    const stage = await startBot();
    stage.discord.faults.on('create_message', { kind: 'refused', as });
    await ask(stage);
    await stage.discord.bot.settles();
    expect(lostIn(stage)).toEqual([loss]);
    expect(await statusOf(stage)).toContain(`1 ${words}`);
  });

  it('an interaction that Discord no longer knows: late', async () => {
    const stage = await startBot();
    const { channel, mia } = openClub(stage.discord);
    stage.discord.faults.on('create_interaction_response', { kind: 'refused', as: 'unknownInteraction' });
    await mia.runs('/ask', { question: QUESTION }, { in: channel });
    await stage.discord.bot.settles();
    expect(lostIn(stage)).toEqual(['late']);
  });

  it('5xx to the end: refused', async () => {
    const stage = await startBot();
    const fault: Fault = { kind: 'server-error', status: 503, stored: false };
    stage.discord.faults.on('create_message', fault, { times: 4 });
    await ask(stage);
    await stage.logs('"loss"');
    expect(lostIn(stage)).toEqual(['refused']);
  });
});

describe('what fails and costs nobody an answer is named in the log, and counted apart', () => {
  const open = async () => {
    const failed: string[] = [];
    const vitals = { ...NOBODY_WATCHES, failed: (...what: readonly string[]) => failed.push(what.join(' ')) };
    const stage = await startBot(undefined, { vitals });
    const told = () => stage.logged.map((line) => JSON.parse(line)).filter(({ loss }) => loss !== undefined);
    return { stage, club: openClub(stage.discord, 'en-US'), failed, told };
  };

  it('a question’s answer that cannot be removed', async () => {
    const { stage, club, failed, told } = await open();
    const asked = await ask(stage, club);
    await stage.discord.bot.replied({ to: asked });
    stage.discord.faults.on('delete_message', { kind: 'refused', as: 'missingAccess' });
    await club.mia.deletes(asked);
    while (failed.length === 0) await stage.discord.bot.settles();
    expect(failed).toEqual(['deletion forbidden']);
    expect(told()).toMatchObject([{ msg: 'an answer could not be removed with its question' }]);
    expect(await statusOf(stage)).not.toContain('may not speak');
  });

  it('suggestions while somebody types', async () => {
    const { stage, club, failed, told } = await open();
    stage.discord.faults.on('create_interaction_response', { kind: 'refused', as: 'unknownInteraction' });
    const typed = club.mia.types('/ask', { question: 'AI' }, { in: club.channel });
    await Promise.race([typed.catch(() => undefined), untilNamed(failed)]);
    expect(failed).toEqual(['suggestions late']);
    expect(told()).toMatchObject([{ msg: 'suggestions could not be shown', level: 40 }]);
  });

  async function untilNamed(failed: readonly string[]): Promise<void> {
    while (failed.length === 0) await new Promise((resolve) => setImmediate(resolve));
  }
});

describe('while Discord limits all requests of the bot', () => {
  it('interactions are answered all the same, and an answer that would come too late is not sent', async () => {
    const stage = await startBot(undefined, { patience: { longestSending: 200 } });
    const { discord } = stage;
    const club = openClub(discord, 'en-US');
    const limit: Fault = { kind: 'rate-limited', seconds: 3, global: true };
    discord.faults.on('create_message', limit);
    const asked = await ask(stage, club);
    await stage.logs('"loss"');
    const run = await club.mia.runs('/ask', { question: QUESTION, private: true }, { in: club.channel });
    const pressed = await club.mia.presses(await discord.bot.answered(run), 'Share with everyone');
    await discord.bot.followedUp(pressed);
    expect(lostIn(stage)).toEqual(['late']);
    expect(discord.bot.repliesTo(asked)).toEqual([]);
    expect(await statusOf(stage)).toContain('1 that came too late');
  });
});

describe('a step of the machine’s clock', () => {
  it.each([5 * HOUR, -5 * HOUR])(
    'of %i ms changes nothing: not limits, not memories, not requests',
    async (step) => {
      const realNow = Date.now;
      let offset = 0;
      Date.now = () => realNow() + offset;
      try {
        const limits = { memberPerMinute: 2, channelPerMinute: 0 };
        const stage = await startBot(undefined, {
          ...{ limits, today: () => Date.now() },
          patience: { watchInterval: 20 },
        });
        const club = openClub(stage.discord);
        const first = await ask(stage, club);
        await stage.discord.bot.replied({ to: first });
        offset = step;
        // The library allows itself so many requests a second, by the machine's clock.
        for (let other = 0; other < 60; other += 1) {
          const asked = await club.guild
            .member(`M${other}`)
            .says(club.channel, `${stage.discord.bot.mention} ${QUESTION}`);
          await stage.discord.bot.replied({ to: asked });
        }
        await stage.discord.bot.replied({ to: await ask(stage, club) });
        expect(
          embedOf(await stage.discord.bot.replied({ to: await ask(stage, club) })).description,
        ).toContain('一分钟');
        await club.mia.deletes(first);
        while (stage.discord.bot.repliesTo(first).length > 0) await stage.discord.bot.settles();
        expect(lostIn(stage)).toEqual([]);
      } finally {
        Date.now = realNow;
      }
    },
  );
});
