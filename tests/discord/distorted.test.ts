// Events as Discord should not send them: a field is missing, null, or of another kind. The bot may answer or not; it goes on.
import { describe, expect, it } from 'vitest';
import { fieldsOf, type Way, withField } from '../hostile/distort.ts';
import { openClub, type Stage, startBot } from './stage.ts';

const QUESTION = 'AI治理涵盖了哪些内容?';

/** What takes the place of a field; undefined: nothing does. */
const STRANGE = { missing: undefined, null: null, 'a text': 'strange' };

/** Each of these events goes out so often as it has fields, each time with another field distorted. */
async function sendDistorted({ discord }: Stage, name: string, strange: unknown): Promise<void> {
  const { channel, mia } = openClub(discord);
  let left: readonly Way[] | undefined;
  let more = true;
  discord.gateway.distorts((own, payload) => {
    if (own !== name) return payload;
    left ??= fieldsOf(payload);
    const [field, ...others] = left;
    left = others;
    more = others.length > 0;
    return field === undefined ? payload : withField(payload, field, strange);
  });
  while (more) {
    if (name === 'MESSAGE_CREATE') await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
    else await mia.runs('/ask', { question: QUESTION }, { in: channel });
    await discord.bot.settles();
  }
  discord.gateway.distorts(undefined);
}

/** What the library cannot read is its fault, and costs one line of the log. */
function isOwnFault(line: string): boolean {
  const { error = {} } = JSON.parse(line);
  const [, thrownAt = ''] = String(error.stack ?? '').split('\n');
  return thrownAt !== '' && !thrownAt.includes('node_modules');
}

describe.each(['MESSAGE_CREATE', 'INTERACTION_CREATE'])('%s', (name) => {
  it.each(Object.entries(STRANGE))('whose field is %s harms nobody', async (_, strange) => {
    const stage = await startBot();
    await sendDistorted(stage, name, strange);
    const { channel, mia } = openClub(stage.discord);
    const asked = await mia.says(channel, `${stage.discord.bot.mention} ${QUESTION}`);
    await stage.discord.bot.replied({ to: asked });
    const run = await mia.runs('/ask', { question: QUESTION }, { in: channel });
    await stage.discord.bot.answered(run);
    expect(stage.logged.filter(isOwnFault)).toEqual([]);
  });
});
