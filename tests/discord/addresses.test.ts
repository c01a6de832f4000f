import { expect, test } from 'vitest';
import { readCollection } from '../../src/knowledge/collection.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { file } from '../knowledge/files.ts';
import { embedOf, openClub, startBot } from './stage.ts';

const ADDRESS = 'https://ferry.example/time_table?day=sun;way=up_river*2';
const PRINTED = `The crossing times stand at ${ADDRESS} and on the pier. Nobody reads the *small* print.`;

function knowledge(url: string) {
  const head = `title: The ferry\ninterviewee:\n  name: Ada Quill\npublication: The Gazette\ndate: 2024-02-29\nlanguage: en\nurl: ${url}`;
  const exchanges = `## Q: Where do we find the crossing times of the ferry?\n\n${PRINTED}\n\n## Q: What do you eat?\n\nBread.\n`;
  return readCollection([file('ferry.md', `---\n${head}\n---\n\n${exchanges}`)]);
}

async function askAbout(url: string) {
  const { discord } = await startBot(undefined, { knowledge: knowledge(url) });
  const { channel, mia } = openClub(discord, 'en-US');
  const asked = await mia.says(
    channel,
    `${discord.bot.mention} Where do we find the crossing times of the ferry?`,
  );
  return { discord, mia, answer: await discord.bot.replied({ to: asked }) };
}

test('an address in a quotation is shown as printed, also where it stands in bold type', async () => {
  const { discord, mia, answer } = await askAbout('https://ferry.example/');
  expect(embedOf(answer).description).toContain(`stand at ${ADDRESS} and on the pier.`);
  const { buttons } = wordingFor('en-US').discord;
  const full = await discord.bot.answered(await mia.presses(answer, buttons.fullAnswer));
  expect(embedOf(full).description).toMatch(/^>>> |^> /);
  expect(embedOf(full).description).toContain(
    `**The crossing times stand at ${ADDRESS} and on the pier.** Nobody reads the \\*small\\* print.`,
  );
  discord.assertNoViolations();
});

test.each([
  [
    'https://渡口.example/船期 一?日=七',
    'https://xn--6orp42d.example/%E8%88%B9%E6%9C%9F%20%E4%B8%80?%E6%97%A5=%E4%B8%83',
  ],
  ['https://ferry.example/a b', 'https://ferry.example/a%20b'],
  ['https://ferry.example/%E8%88%B9?a=1&b=2#c', 'https://ferry.example/%E8%88%B9?a=1&b=2#c'],
])('the interview’s address %s is sent as Discord takes it', async (url, sent) => {
  const { discord, answer } = await askAbout(url);
  // The words that the link leads to are another test's.
  const { url: linked = '' } = answer.embeds[0] ?? {};
  expect(String(linked).replace(/#?:~:text=.*$/, '')).toBe(sent);
  discord.assertNoViolations();
});

test('an address that is too long for Discord is left out, and the answer is sent', async () => {
  const { discord, answer } = await askAbout(`https://ferry.example/${'船'.repeat(300)}`);
  expect(answer.embeds[0]).not.toHaveProperty('url');
  discord.assertNoViolations();
});
