import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { unescapeMarkdown } from '../../src/discord/sending/markdown.ts';
import type { Knowledge } from '../../src/knowledge/collection.ts';
import { LOCALES, type Locale, wordingFor } from '../../src/wording/locale.ts';
import { both, bothKnowledge, invented, songHaitao } from '../answer/interviews.ts';
import { inventKnowledge } from './invented.ts';
import {
  controlOf,
  embedOf,
  firstQuestionIn,
  joinDiscord,
  offeredAs,
  openClub,
  optionsOf,
  originalOf,
  startBot,
} from './stage.ts';

const QUESTIONS: Readonly<Record<Locale, string>> = {
  'zh-CN': '全球AI治理最大的挑战是什么?',
  'zh-TW': '全球AI治理最大的挑戰是什麼？',
  'en-US': 'What is the biggest challenge for AI governance worldwide?',
};

/** Words of the answer, as their reader reads them first. */
const FIRST_READ: Readonly<Record<Locale, string>> = {
  'zh-CN': '三轨并行',
  'zh-TW': '三轨并行',
  'en-US': 'three tracks running in parallel',
};

async function askIn(locale: Locale) {
  const { discord, stop, ended, logged } = await startBot();
  const { guild, channel, mia } = openClub(discord, locale);
  const leo = guild.member('Leo', { locale });
  const asked = await mia.says(channel, `${discord.bot.mention} ${QUESTIONS[locale]}`);
  const answer = await discord.bot.replied({ to: asked });
  const { buttons, placeholders, ...words } = wordingFor(locale).discord;
  return { discord, stop, ended, logged, guild, channel, mia, leo, answer, buttons, placeholders, words };
}

describe.each(LOCALES)('the controls of an answer (%s)', (locale) => {
  it('Full answer shows the whole answer to whoever presses, with the excerpt in bold type', async () => {
    const { discord, mia, leo, answer, buttons } = await askIn(locale);
    for (const person of [mia, leo, mia]) {
      const full = await discord.bot.answered(await person.presses(answer, buttons.fullAnswer));
      expect(full.ephemeralTo).toBe(person.id);
      const text = embedOf(full).description;
      expect(text).toMatch(new RegExp(`\\*\\*[^*]*${FIRST_READ[locale]}[^*]*\\*\\*`));
      const original = await originalOf(discord, full, person);
      expect(original).toMatch(/\*\*[^*]*三轨并行[^*]*\*\*/);
      expect(original).toContain('共建联合实验室。');
    }
    discord.assertNoViolations();
  });

  it('the original words of a long translation are one press away, for whoever presses', async () => {
    const { discord, mia, leo, answer } = await askIn(locale);
    for (const person of [mia, leo]) {
      const text = unescapeMarkdown(await originalOf(discord, answer, person));
      const asked = ask(songHaitao, { question: QUESTIONS[locale] });
      expect(text).toContain(asked.outcome === 'answer' ? asked.quotation.text : '');
    }
    discord.assertNoViolations();
  });

  it('About this quote shows its place, the matched words, how sure it is and the runner-up', async () => {
    const { probability, reasoning } = ask(songHaitao, { question: QUESTIONS[locale] });
    const { discord, mia, leo, answer, buttons, words } = await askIn(locale);
    for (const person of [mia, leo]) {
      const about = await discord.bot.answered(await person.presses(answer, buttons.aboutQuote));
      expect(about.ephemeralTo).toBe(person.id);
      const { title, description } = embedOf(about);
      expect(title).toBe(words.about.title);
      for (const label of [words.about.matchedWords, words.about.score, words.about.runnerUp]) {
        expect(description).toContain(`**${label}**`);
      }
      expect(description).toContain(words.about.place.question);
      expect(description).toContain(words.about.certainty(probability, reasoning.threshold));
      expect(description).toMatch(/\d ?%\D*$/);
    }
    discord.assertNoViolations();
  });

  it('Dismiss is for the asker and for those who manage messages; others learn why not', async () => {
    const { discord, guild, mia, leo, answer, buttons, words } = await askIn(locale);
    const refused = await discord.bot.answered(await leo.presses(answer, buttons.dismiss));
    expect(embedOf(refused).description).toBe(words.dismissRefused);
    expect(refused.ephemeralTo).toBe(leo.id);
    await mia.presses(answer, buttons.dismiss);
    await discord.bot.deleted(answer);
    const moderator = guild.member('Mod', { locale, permissions: ['ManageMessages'] });
    const { channelId } = answer;
    const again = await mia.says({ id: channelId }, `${discord.bot.mention} ${QUESTIONS[locale]}`);
    const second = await discord.bot.replied({ to: again });
    await moderator.presses(second, buttons.dismiss);
    await discord.bot.deleted(second);
    discord.assertNoViolations();
  });

  it('Related questions answers whoever chooses, in private', async () => {
    const { discord, mia, leo, channel, answer, placeholders } = await askIn(locale);
    for (const person of [mia, leo, leo]) {
      const related = controlOf(answer, placeholders.related);
      const chosen = await discord.bot.answered(
        await person.selects(answer, related, [offeredAs(answer, placeholders.related, 'e5/song-haitao')]),
      );
      expect(chosen.ephemeralTo).toBe(person.id);
      expect(embedOf(chosen).citation).toMatch(/5/);
    }
    expect(
      discord.bot.messagesIn(channel).filter(({ ephemeralTo }) => ephemeralTo === undefined),
    ).toHaveLength(1);
    discord.assertNoViolations();
  });

  it('all still work after a restart', async () => {
    const { discord, stop, ended, mia, answer, buttons, placeholders, words } = await askIn(locale);
    stop();
    await ended;
    await joinDiscord(discord);
    await discord.ready();
    const full = await discord.bot.answered(await mia.presses(answer, buttons.fullAnswer));
    expect(embedOf(full).description).toContain(FIRST_READ[locale]);
    expect(await originalOf(discord, answer, mia)).toContain('三轨并行');
    const about = await discord.bot.answered(await mia.presses(answer, buttons.aboutQuote));
    expect(embedOf(about).description).toContain(words.about.matchedWords);
    const related = controlOf(answer, placeholders.related);
    const chosen = await discord.bot.answered(
      await mia.selects(answer, related, [offeredAs(answer, placeholders.related, 'b/song-haitao')]),
    );
    expect(embedOf(chosen).description).toMatch(/联合国工业发展组织|United Nations Industrial Development/);
    await mia.presses(answer, buttons.dismiss);
    await discord.bot.deleted(answer);
    discord.assertNoViolations();
  });

  it('from an older version, or of an interview that is gone, get a kind answer', async () => {
    const { discord, stop, ended, mia, answer, buttons, words } = await askIn(locale);
    stop();
    await ended;
    await joinDiscord(discord, { knowledge: invented });
    await discord.ready();
    const gone = await discord.bot.answered(await mia.presses(answer, buttons.fullAnswer));
    expect(embedOf(gone).description).toBe(words.stale.interview);
    expect(gone.ephemeralTo).toBe(mia.id);
    discord.assertNoViolations();
  });

  it('share a private answer for all, once, with the name of who shared it and no ping', async () => {
    const { discord, mia, channel, buttons, words } = await askIn(locale);
    const values = { question: QUESTIONS[locale], private: true };
    const own = await discord.bot.answered(await mia.runs('/ask', values, { in: channel }));
    const press = await mia.presses(own, buttons.share);
    const shared = await discord.bot.followedUp(press);
    expect(shared.ephemeralTo).toBeUndefined();
    expect(shared.content.split('\n')[0]).toBe(words.sharedBy('Mia'));
    expect(shared.mentions.userIds).toEqual([]);
    expect(embedOf(shared).description).toContain(FIRST_READ[locale]);
    expect(unescapeMarkdown(shared.content)).toContain(QUESTIONS[locale]);
    await expect(mia.presses(own, buttons.shared)).rejects.toThrow('disabled');
    discord.assertNoViolations();
  });
});

describe('two presses at once', () => {
  it('of Dismiss do no harm', async () => {
    const { discord, logged, guild, mia, answer, buttons } = await askIn('zh-CN');
    const moderator = guild.member('Mod', { permissions: ['ManageMessages'] });
    const hold = discord.faults.hold('create_interaction_response');
    const presses = [mia, moderator, mia].map((person) => person.presses(answer, buttons.dismiss));
    await Promise.all(presses);
    hold.release();
    await discord.bot.deleted(answer);
    await discord.bot.settles();
    expect(logged.filter((line) => line.includes('"level":50'))).toEqual([]);
    discord.assertNoViolations();
  });

  it('of Share post once', async () => {
    const { discord, channel, mia, buttons } = await askIn('zh-CN');
    const values = { question: QUESTIONS['zh-CN'], private: true };
    const own = await discord.bot.answered(await mia.runs('/ask', values, { in: channel }));
    const hold = discord.faults.hold('create_interaction_response');
    await Promise.all([mia, mia].map((person) => person.presses(own, buttons.share)));
    hold.release();
    await discord.bot.settles();
    const shared = discord.bot.messagesIn(channel).filter(({ content }) => content.includes('由Mia分享'));
    expect(shared).toHaveLength(1);
    discord.assertNoViolations();
  });
});

describe('a suggestion', () => {
  it('chosen by somebody else is answered for them alone and leaves the asker’s message', async () => {
    const { discord, mia, leo, channel, placeholders } = await askIn('zh-CN');
    const asked = await mia.says(channel, `${discord.bot.mention} 北京明天会下雨吗?`);
    const offer = await discord.bot.replied({ to: asked });
    const control = controlOf(offer, placeholders.suggested);
    const { value, label } = firstQuestionIn(offer, placeholders.suggested);
    const theirs = await discord.bot.answered(await leo.selects(offer, control, [value]));
    expect(theirs.ephemeralTo).toBe(leo.id);
    const mine = await discord.bot.answered(await mia.selects(offer, control, [value]));
    expect(mine.id).toBe(offer.id);
    expect(embedOf(mine).title).toBe(label);
    discord.assertNoViolations();
  });
});

describe('suggestions', () => {
  const UNCOVERED = 'Who won the football cup in 1998?';

  async function offerFrom(knowledge: Knowledge | undefined) {
    const { discord } = await startBot(undefined, knowledge ? { knowledge } : {});
    const { channel, mia } = openClub(discord, 'en-US');
    const asked = await mia.says(channel, `${discord.bot.mention} ${UNCOVERED}`);
    const offer = await discord.bot.replied({ to: asked });
    const { suggestions } = ask(knowledge ? both : songHaitao, { question: UNCOVERED });
    discord.assertNoViolations();
    return {
      lines: embedOf(offer).description.split('\n'),
      options: optionsOf(offer, 'Choose the question you meant'),
      suggestions,
    };
  }

  it('show below each question the beginning of what would be quoted', async () => {
    const { lines, options, suggestions } = await offerFrom(undefined);
    for (const [place, { quotation }] of suggestions.entries()) {
      // A label in a select may be cut.
      const label = options[place]?.label.replace(/…$/, '');
      const at = lines.findIndex((line) => line.startsWith(`- ${label}`));
      expect(at).toBeGreaterThan(0);
      const shown = unescapeMarkdown(lines[at + 1]?.replace('> ', '').replace(/…$/, '') ?? '');
      expect(shown.length).toBeGreaterThan(0);
      expect(quotation.text.startsWith(shown)).toBe(true);
    }
  });

  it('say whose they are where several interviews are loaded', async () => {
    const { options, suggestions } = await offerFrom(bothKnowledge);
    const names: Readonly<Record<string, string>> = {
      'song-haitao': 'Song Haitao — ',
      'tide-clocks': 'Ysolde Marrack — ',
    };
    expect(options.map(({ label }) => label.split(' — ')[0])).toEqual(
      suggestions.map(({ source }) => names[source.interview]?.split(' — ')[0]),
    );
  });
});

it('a fact that several articles print is offered from each, and told once chosen', async () => {
  const { discord } = await startBot(undefined, { knowledge: bothKnowledge });
  const { channel, mia } = openClub(discord, 'en-US');
  const asked = await mia.says(channel, `${discord.bot.mention} Who wrote this article?`);
  const offer = await discord.bot.replied({ to: asked });
  const control = controlOf(offer, 'Choose the question you meant');
  const chosen = await mia.selects(offer, control, [
    offeredAs(offer, 'Choose the question you meant', 'a-author/tide-clocks'),
  ]);
  expect(embedOf(await discord.bot.answered(chosen)).description).toContain('Tobias Renn');
  discord.assertNoViolations();
});

describe('a follow-up', () => {
  it('is understood with the answer it replies to, also after a restart', async () => {
    const { discord, stop, ended, mia, channel, answer } = await askIn('zh-CN');
    stop();
    await ended;
    await joinDiscord(discord);
    await discord.ready();
    const more = await mia.says(channel, '第二轨呢?', { replyTo: answer });
    expect(embedOf(await discord.bot.replied({ to: more })).description).toContain('二是伦理规则范式');
    discord.assertNoViolations();
  });
});

describe('long answers and long lists', () => {
  it('are read in pages, without a lost or altered word', async () => {
    const knowledge = inventKnowledge({ id: 'long', questions: 1, sentences: 200 });
    const { discord } = await startBot(undefined, { knowledge });
    const { channel, mia } = openClub(discord, 'en-US');
    const run = await mia.runs(
      '/ask',
      { question: 'What is there to say about the bakery number 1?' },
      { in: channel },
    );
    const answer = await discord.bot.answered(run);
    let page = await discord.bot.answered(await mia.presses(answer, 'Full answer'));
    let read = '';
    const total = Number(/Page 1 of (\d+)/.exec(embedOf(page).citation)?.[1]);
    for (let number = 1; number <= total; number += 1) {
      read += embedOf(page).description;
      if (number < total) page = await discord.bot.answered(await mia.presses(page, 'Next page'));
    }
    const text = unescapeMarkdown(read.replaceAll('**', '').replaceAll('>>> ', '').replaceAll('> ', ''));
    for (let sentence = 1; sentence <= 200; sentence += 1) {
      expect(text).toContain(
        `Sentence ${sentence} tells of the bakery number 1, *quietly* and_at some length.`,
      );
    }
    await expect(mia.presses(page, 'Next page')).rejects.toThrow('disabled');
    discord.assertNoViolations();
  });

  it('show 25 questions on a page and turn in place', async () => {
    const { discord } = await startBot(undefined, {
      knowledge: inventKnowledge({ id: 'many', questions: 60 }),
    });
    const { channel, mia } = openClub(discord, 'en-US');
    const first = await discord.bot.answered(await mia.runs('/questions', {}, { in: channel }));
    expect(embedOf(first)).toMatchObject({ citation: 'Page 1 of 3' });
    const second = await discord.bot.answered(await mia.presses(first, 'Next page'));
    expect(second.id).toBe(first.id);
    expect(embedOf(second).description).toMatch(/^26\. /);
    const control = controlOf(second, 'Choose a question to read its answer');
    const chosen = await discord.bot.answered(
      await mia.selects(second, control, [
        offeredAs(second, 'Choose a question to read its answer', 'e30/many'),
      ]),
    );
    expect(embedOf(chosen).title).toContain('number 30');
    discord.assertNoViolations();
  });

  it('take which interview where there are several, from a list', async () => {
    const knowledge = inventKnowledge({ id: 'one', questions: 3 }, { id: 'two', questions: 3 });
    const { discord } = await startBot(undefined, { knowledge });
    const { channel, mia } = openClub(discord, 'en-US');
    const choices = await mia.types('/summary', { interview: 'tw' }, { in: channel });
    expect(choices).toEqual([{ name: 'Talks about two', value: 'two' }]);
    const outline = await discord.bot.answered(
      await mia.runs('/summary', { interview: 'two' }, { in: channel }),
    );
    expect(embedOf(outline).description).toContain('Ada two');
    const unknown = await discord.bot.answered(
      await mia.runs('/bio', { interview: 'three' }, { in: channel }),
    );
    expect(embedOf(unknown).description).toContain('No interview by that name');
    const typed = await mia.runs('/summary', { interview: 'ADA TWO' }, { in: channel });
    expect(embedOf(await discord.bot.answered(typed)).title).toContain('Talks about two');
    const titled = await mia.runs('/summary', { interview: 'talks about one' }, { in: channel });
    expect(embedOf(await discord.bot.answered(titled)).title).toContain('Talks about one');
    for (const cut of ['Talks about t…', ' “Talks” about: TWO!']) {
      const found = await mia.runs('/summary', { interview: cut }, { in: channel });
      expect(embedOf(await discord.bot.answered(found)).title).toContain('Talks about two');
    }
    const [offered] = await mia.types('/ask', { question: 'bakery' }, { in: channel });
    expect(offered).toMatchObject({
      name: expect.stringMatching(/^Ada one — /),
      value: expect.stringMatching(/^What/),
    });
    const none = await discord.bot.answered(await mia.runs('/bio', { interview: 'one' }, { in: channel }));
    expect(embedOf(none).description).toContain('no biography');
    const question = 'What is there to say about the bakery number 1?';
    const values = { question, interview: 'two' };
    const answer = await discord.bot.answered(await mia.runs('/ask', values, { in: channel }));
    expect(embedOf(answer).speaker).toBe('Ada two');
    discord.assertNoViolations();
  });
});

describe('a first direct message', () => {
  it('is answered together with the guide, later ones without', async () => {
    const { discord } = await startBot();
    const leo = discord.person('Leo', { locale: 'zh-CN' });
    const first = await discord.bot.replied({ to: await leo.directMessages(QUESTIONS['zh-CN']) });
    expect(first.embeds).toHaveLength(2);
    expect(embedOf(first, 1).title).toBe('怎么提问');
    const second = await discord.bot.replied({ to: await leo.directMessages(QUESTIONS['zh-CN']) });
    expect(second.embeds).toHaveLength(1);
    discord.assertNoViolations();
  });
});

describe('a control that this version did not make', () => {
  it.each([
    ['0:full:0-9:0:e1/song-haitao', 'other-version'],
    ['7:anything', 'other-version'],
    ['1:full:0-9:0:e1/song-haitao', 'other-version'],
    ['2:f:0:AAAAAAAA:0-9:e99/song-haitao', 'changed'],
    ['2:a:AAAAAAAA:0-9:e1/song-haitao', 'changed'],
    ['2:f:0:AAAAAAAA:0-zzzz:e1/nowhere', 'interview'],
    ['2:dismiss:everybody', 'unreadable'],
    ['forged', 'unreadable'],
  ] as const)('%s gets a kind answer in private', async (customId, fault) => {
    const { discord, mia, answer, buttons, words } = await askIn('en-US');
    const press = await mia.presses(answer, buttons.fullAnswer);
    await discord.bot.answered(press);
    const twin = `${press.id.slice(0, -4)}9999`;
    discord.gateway.redeliver({ ...press, id: twin, data: { ...press.data, custom_id: customId } });
    await discord.bot.settles();
    const sent = discord.log
      .entries()
      .flatMap((entry) =>
        entry.kind === 'request' && entry.path.includes(twin) ? [JSON.stringify(entry.body)] : [],
      );
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(words.stale[fault]);
    expect(sent[0]).toContain('"flags":64');
  });
});
