// Whatever comes in, nothing throws, every quotation is verbatim, every message obeys Discord's limits and pings nobody, and
// nobody is answered who did not ask. Told at the end: the ten inputs that cost most.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openLibrary } from '../../src/answer/library.ts';
import { compose } from '../../src/discord/cards/reply.ts';
import { choicesFor } from '../../src/discord/handlers/autocomplete.ts';
import { readQuestion } from '../../src/discord/hearing/hear.ts';
import { toPayload } from '../../src/discord/sending/payload.ts';
import { ingest } from '../../src/editor/ingest/ingest.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import type { SimulatedDiscord } from '../../src/simulator/discord.ts';
import type { Message } from '../../src/simulator/world/nouns.ts';
import { LOCALES } from '../../src/wording/locale.ts';
import { folderSource } from '../answer/interviews.ts';
import { controlOf, openClub, startBot } from '../discord/stage.ts';
import { file } from '../knowledge/files.ts';
import { fieldsOf, type Json, withField } from './distort.ts';
import { COUNTS, hostileText, sampled, spoilt, strangeValue } from './inputs.ts';
import { watchCosts } from './slowest.ts';

const costs = watchCosts();
afterAll(() => void process.stdout.write(`\n${costs.table()}\n\n`));

const QUESTION = 'AI治理涵盖了哪些内容?';
const LONGEST = { message: 2_000, description: 4_096, embeds: 6_000, choice: 100, name: 32, customId: 100 };

test('a question: its reply is verbatim, and its message within every limit', () => {
  const library = openLibrary(folderSource);
  const { interviews } = library;
  const audience = { asker: '1', isPrivate: false };
  sampled(hostileText, COUNTS.questions).forEach((text, at) => {
    const locale = LOCALES[at % LOCALES.length] ?? 'en-US';
    const { reply, outgoing } = costs.of('question', text, () =>
      compose({ question: readQuestion(text) }, { library, locale, audience }),
    );
    for (const form of ['embeds', 'plain'] as const) {
      const made = toPayload(outgoing, { interviews, cutHere: '…', form });
      if (!made.ok) throw new Error(`not verbatim: ${JSON.stringify(made.mismatch)}`);
      const { content, embeds, allowedMentions } = made.payload;
      expect(content.length).toBeLessThanOrEqual(LONGEST.message);
      expect(JSON.stringify(embeds).length).toBeLessThanOrEqual(2 * LONGEST.embeds);
      for (const { description = '' } of embeds)
        expect(description.length).toBeLessThanOrEqual(LONGEST.description);
      expect(allowedMentions).toEqual({ parse: [], repliedUser: false });
    }
    const value = text;
    const choices = costs.of('typing', text, () =>
      choicesFor(library, { name: at % 9 === 0 ? 'interview' : 'question', value, named: null, locale }),
    );
    expect(choices.length).toBeLessThanOrEqual(25);
    for (const choice of choices) expect(choice.name.length).toBeLessThanOrEqual(LONGEST.choice);
    expect(ask(library, { question: text }).question).toBe(text);
    expect(reply.suggestions.length).toBeLessThanOrEqual(5);
  });
});

/** What each test of the real client ends with. */
async function expectSound(discord: SimulatedDiscord, logged: readonly string[]): Promise<void> {
  await discord.bot.settles();
  expect(logged.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
  discord.assertNoViolations();
}

function expectSilent(message: Message): void {
  expect(message.mentions).toEqual({ userIds: [], roleIds: [], everyone: false });
}

/** What a person's client lets through. */
function typed(text: string, longest: number): string {
  const own = text.slice(0, longest);
  return own.trim() === '' ? `${own}x`.slice(-longest) : own;
}

test('a message, a command, an edit and the menu: one reply where the bot was asked, and none elsewhere', async () => {
  const { discord, logged } = await startBot();
  const { bot } = discord;
  const { channel, guild } = openClub(discord);
  const boss = guild.member('Boss', { permissions: ['MentionEveryone'] });
  const texts = sampled(hostileText, COUNTS.said);
  for (const [at, text] of texts.entries()) {
    const words = typed(text, LONGEST.message - 40);
    await costs.ofWaiting('said', text, async () => {
      const unasked = await boss.says(channel, words.replaceAll(bot.mention, ''));
      if (at % 3 === 0) {
        const asked = await boss.says(channel, `${bot.mention} ${words}`);
        expectSilent(await bot.replied({ to: asked }));
        await boss.edits(asked, `${words} ${bot.mention}`.slice(0, LONGEST.message));
        await bot.settles();
        expect(bot.repliesTo(asked)).toHaveLength(1);
      } else if (at % 3 === 1) {
        expectSilent(await bot.answered(await boss.runs('/ask', { question: text || 'x' }, { in: channel })));
      } else {
        expectSilent(await bot.answered(await boss.usesOn('Ask the interview', unasked)));
      }
      expect(bot.repliesTo(unasked)).toEqual([]);
    });
  }
  await expectSound(discord, logged);
});

test('the name of a server, a channel, a member or a file: said harmless, and pinging nobody', async () => {
  const { discord, logged } = await startBot();
  const { bot } = discord;
  for (const text of sampled(hostileText, COUNTS.names)) {
    const name = typed(text, LONGEST.name);
    await costs.ofWaiting('name', text, async () => {
      const guild = discord.guild(name, { locale: 'en-US' });
      const channel = guild.channel(name);
      const member = guild.member(name, { permissions: ['ManageGuild'], locale: 'en-US' });
      await bot.replied({
        to: await member.says(channel, `${bot.mention} ${QUESTION}`, { attachments: [name] }),
      });
      const values = { question: QUESTION, private: true };
      const answer = await bot.answered(await member.runs('/ask', values, { in: channel }));
      const shared = await member.presses(answer, 'Share with everyone');
      expectSilent(await bot.followedUp(shared));
      expectSilent(await bot.answered(await member.runs('/status', {}, { in: channel })));
    });
  }
  await expectSound(discord, logged);
});

test('a custom id of a button, a select or a form: one answer, in private or in place', async () => {
  const { discord, logged } = await startBot();
  const { bot } = discord;
  const { channel, mia } = openClub(discord, 'en-US');
  const answer = await bot.replied({ to: await mia.says(channel, `${bot.mention} ${QUESTION}`) });
  const real = ['完整回答', '关于这段引文', '移除', '追问'].map((label) => controlOf(answer, label));
  const ids = fc.oneof(hostileText, ...real.map(spoilt)).map((id) => id.slice(0, LONGEST.customId));
  for (const [at, custom_id] of sampled(ids, COUNTS.customIds).entries()) {
    if (real.includes(custom_id)) continue;
    await costs.ofWaiting('custom id', custom_id, async () => {
      const kinds = [{ component_type: 2 }, { component_type: 3, values: [custom_id] }, undefined];
      const kind = kinds[at % kinds.length];
      const sent = kind
        ? await mia.sendsOld(answer, 'component', { ...kind, custom_id })
        : await mia.sendsOld(answer, 'modal-submit', { custom_id, components: [] });
      await bot.acknowledged(sent);
    });
  }
  await expectSound(discord, logged);
});

test('an event of which a field is missing or wrong: the bot goes on, and nothing is left uncaught', async () => {
  const { discord } = await startBot();
  const { bot, gateway } = discord;
  const { channel, mia, guild } = openClub(discord);
  const answer = await bot.replied({ to: await mia.says(channel, `${bot.mention} ${QUESTION}`) });
  const cases = fc.tuple(fc.nat(), strangeValue, fc.nat(5));
  for (const [place, strange, kind] of sampled(cases, COUNTS.events)) {
    gateway.distorts((_, payload: Json) => {
      const fields = fieldsOf(payload);
      return withField(payload, fields[place % Math.max(1, fields.length)] ?? [], strange);
    });
    const deeds = [
      () => mia.says(channel, `${bot.mention} ${QUESTION}`),
      () => mia.runs('/ask', { question: QUESTION }, { in: channel }),
      () => mia.presses(answer, '完整回答'),
      async () => mia.edits(await mia.says(channel, QUESTION), `${bot.mention} ${QUESTION}`),
      async () => mia.deletes(await mia.says(channel, QUESTION)),
      async () => void guild.channel('new'),
    ];
    await costs.ofWaiting('event', `deed ${kind}, field ${place}: ${JSON.stringify(strange)}`, async () => {
      await deeds[kind]?.();
      gateway.distorts(undefined);
      await bot.settles();
    });
  }
  discord.forgetViolations();
  const fresh = openClub(discord);
  await bot.replied({ to: await fresh.mia.says(fresh.channel, `${bot.mention} ${QUESTION}`) });
});

const GOOD = {
  'tide-clocks.md': readFileSync('tests/interviews/tide-clocks.md', 'utf8'),
  'tide-clocks.questions.txt': readFileSync('tests/interviews/tide-clocks.questions.txt', 'utf8'),
  'tide-clocks.lexicon.txt': readFileSync('tests/interviews/tide-clocks.lexicon.txt', 'utf8'),
};

test('a knowledge file: loaded and quotable to the letter, or refused with its file and line', () => {
  const whole = Object.entries(GOOD);
  const files = fc.tuple(fc.nat(whole.length - 1), fc.nat(5)).chain(([at, way]) => {
    const [name = '', text = ''] = whole[at] ?? [];
    return (way === 0 ? hostileText : spoilt(text)).map((changed) => ({ name, changed }));
  });
  for (const { name, changed } of sampled(files, COUNTS.files)) {
    const folder = whole.map(([own, text]) => file(own, own === name ? changed : text));
    const knowledge = costs.of(name, changed, () => readCollection(folder));
    const { interviews, problems } = knowledge;
    const lines = changed.split(/\r\n|\n|\r/).length;
    for (const problem of problems) {
      expect(formatProblem(problem)).toMatch(/^[\w.-]+:\d+: \S/);
      expect(problem.mend).not.toBe('');
      if (problem.file === name) expect(problem.line).toBeLessThanOrEqual(Math.max(1, lines));
    }
    if (interviews.length === 0) expect(problems.map((own) => own.file)).toContain(name);
    const library = openLibrary(knowledge);
    const reply = ask(library, { question: 'Who paints the dial of a tide clock?' });
    if (reply.outcome === 'answer') {
      const { source, start, end, text } = reply.quotation;
      const section = interviews
        .flatMap((own) => own.sections)
        .find((own) => own.text.slice(start, end) === text);
      expect(source.section === 'article' || section !== undefined).toBe(true);
    }
  }
});

const TALK = GOOD['tide-clocks.md'].replace(/^---[\s\S]*?---\n/, '').replace(/^## Q: /gm, 'Interviewer: ');
const SOURCES = [
  TALK,
  `<!doctype html><title>A talk</title><article>${TALK.replace(/^.+$/gm, '<p>$&</p>')}</article>`,
  'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Hello</v>\n\n00:03.000 --> 00:04.000\n<v Bob>Why?</v>\n',
];

test('a text to make an interview of: made, or refused with what to do', async () => {
  const sources = fc.oneof(hostileText, ...SOURCES.map(spoilt));
  for (const [at, source] of sampled(sources, COUNTS.sources).entries()) {
    const name = `talk.${['txt', 'html', 'md', 'vtt', 'srt'][at % 5]}`;
    const made = await costs.ofWaiting(name, source, () =>
      ingest(new TextEncoder().encode(source), { name, file: 'made.md' }),
    );
    if (!made.ok) expect(made.mend).not.toBe('');
  }
});
