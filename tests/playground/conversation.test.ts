import { expect, test } from 'vitest';
import type { MessageView } from '../../src/playground/protocol/protocol.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { openHouse, say } from './guest.ts';

const GOVERNANCE = 'AI治理涵盖了哪些内容?';

const buttonNamed = ({ rows }: MessageView, label: string): string => {
  const found = rows.flat().find((control) => control.kind === 'button' && control.label === label);
  if (found?.kind !== 'button') throw new Error(`there is no button ${label}`);
  return found.id;
};

test('a visitor mentions the bot in a channel and reads the quoted answer', async () => {
  const { enter } = await openHouse();
  const guest = await enter('zh-CN');
  const place = guest.place('general');

  await guest.act(say(place, `<@${guest.snapshot.bot.id}> ${GOVERNANCE}`));
  const answer = await guest.reads((message) => message.place === place);

  expect(answer.embeds[0]?.author).toContain('宋海涛');
  expect(answer.embeds[0]?.footer).toContain('第1问');
  expect(answer.replyTo).toMatchObject({ kind: 'message', text: expect.stringContaining(GOVERNANCE) });
  expect(answer.isPrivate).toBe(false);
});

test('a direct message needs no mention, and only its writer and the bot have it', async () => {
  const { enter } = await openHouse();
  const [guest, other] = [await enter('zh-CN'), await enter('zh-CN')];

  await guest.act(say(guest.place('Verbatim'), GOVERNANCE));
  const answer = await guest.reads(() => true);
  const refused = await other.act(say(guest.place('Verbatim'), 'let me in'));

  expect(answer.place).toBe(guest.place('Verbatim'));
  expect(refused).toMatchObject({ outcome: 'refused', why: expect.stringContaining('no place there') });
  expect(other.snapshot.places.map(({ id }) => id)).not.toContain(guest.place('Verbatim'));
});

test('/ask completes what is typed, and a chosen question is answered', async () => {
  const { enter } = await openHouse();
  const guest = await enter('en-US');
  const asked = { place: guest.place('general'), name: 'ask' };

  const offered = await guest.act({
    ...asked,
    kind: 'complete',
    values: {},
    focused: 'question',
    typed: 'governance',
  });
  if (offered.outcome !== 'choices') throw new Error(`no choices, but ${offered.outcome}`);
  const [first] = offered.choices;
  await guest.act({ ...asked, kind: 'command', values: { question: String(first?.value) } });
  const answer = await guest.reads((message) => message.usedBy !== null);

  expect(first?.name).toMatch(/governance/iu);
  expect(answer.usedBy).toMatchObject({ person: guest.snapshot.you.id, command: '/ask' });
  expect(answer.embeds[0]?.footer).toContain('question');
});

test('an ephemeral answer reaches its visitor alone, who can put it away', async () => {
  const { enter } = await openHouse();
  const [guest, other] = [await enter('zh-CN'), await enter('zh-CN')];
  const place = guest.place('general');

  await guest.act({ kind: 'command', place, name: 'ask', values: { question: GOVERNANCE, private: true } });
  const answer = await guest.reads((message) => message.isPrivate);
  await guest.act({ kind: 'dismiss', place, message: answer.id });
  await guest.hears((news) => (news.kind === 'gone' ? news : undefined));
  await other.act(say(place, 'after that'));
  await other.hears((news) => (news.kind === 'posted' ? news : undefined));

  expect(JSON.stringify(other.news)).not.toContain(answer.id);
  const again = await other.act({ kind: 'press', place, message: answer.id, control: 'x' });
  expect(again.outcome).toBe('refused');
});

test('the buttons of an answer work: the full answer comes privately, dismissing removes it for all', async () => {
  const { enter } = await openHouse();
  const [guest, other] = [await enter('zh-CN'), await enter('zh-CN')];
  const place = guest.place('general');
  await guest.act(say(place, `<@${guest.snapshot.bot.id}> ${GOVERNANCE}`));
  const answer = await guest.reads((message) => !message.isPrivate);
  const press = { kind: 'press', place, message: answer.id } as const;

  const { fullAnswer, dismiss } = wordingFor('zh-CN').discord.buttons;
  await guest.act({ ...press, control: buttonNamed(answer, fullAnswer) });
  const full = await guest.reads((message) => message.isPrivate);
  await guest.act({ ...press, control: buttonNamed(answer, dismiss) });
  const gone = await other.hears((news) => (news.kind === 'gone' ? news : undefined));

  expect(full.embeds.length).toBeGreaterThan(0);
  expect(gone.messages).toEqual([answer.id]);
});

test('a select answers with the chosen question', async () => {
  const { enter } = await openHouse();
  const guest = await enter('en-US');
  const place = guest.place('general');
  await guest.act({ kind: 'command', place, name: 'questions', values: {} });
  const list = await guest.reads((message) => message.usedBy !== null);
  const select = list.rows.flat().find((control) => control.kind === 'select');
  if (select?.kind !== 'select') throw new Error('the list has no select');

  const value = select.options[1]?.value ?? '';
  await guest.act({ kind: 'select', place, message: list.id, control: select.id, values: [value] });
  const answer = await guest.reads((message) => message.id !== list.id);

  expect(answer.embeds[0]?.footer).toContain('question 2 of 5');
});

test('the message command answers privately about somebody else’s message', async () => {
  const { enter } = await openHouse();
  const [guest, other] = [await enter('zh-TW'), await enter('zh-CN')];
  const place = guest.place('general');
  await other.act(say(place, GOVERNANCE));
  const message = await guest.hears((news) => (news.kind === 'posted' ? news.message.id : undefined));

  await guest.act({ kind: 'menu', place, message, name: wordingFor('en-US').discord.askTheInterview });
  const answer = await guest.reads((each) => each.isPrivate);

  expect(answer.embeds.length).toBeGreaterThan(0);
  const offered = guest.snapshot.commands.find(({ kind }) => kind === 'message');
  expect(offered?.name.others).toEqual({
    'zh-CN': wordingFor('zh-CN').discord.askTheInterview,
    'zh-TW': wordingFor('zh-TW').discord.askTheInterview,
  });
});

test('one edits and deletes one’s own messages, and nobody else’s', async () => {
  const { enter } = await openHouse();
  const [guest, other] = [await enter(), await enter()];
  const place = guest.place('general');
  await guest.act(say(place, 'first'));
  const message = await other.hears((news) => (news.kind === 'posted' ? news.message.id : undefined));

  const stolen = await other.act({ kind: 'edit', place, message, text: 'mine now' });
  const removed = await other.act({ kind: 'delete', place, message });
  await guest.act({ kind: 'edit', place, message, text: 'second' });
  const changed = await other.hears((news) => (news.kind === 'changed' ? news.message : undefined));
  await guest.act({ kind: 'delete', place, message });
  const gone = await other.hears((news) => (news.kind === 'gone' ? news.messages : undefined));

  expect([stolen.outcome, removed.outcome]).toEqual(['refused', 'refused']);
  expect(changed).toMatchObject({ content: 'second', isEdited: true });
  expect(gone).toEqual([message]);
});

test('others see who is typing, and under which name', async () => {
  const { enter } = await openHouse();
  const [guest, other] = [await enter(), await enter()];

  await guest.act({ kind: 'profile', name: '<b>Mia</b>\u202e\u0007', locale: null });
  const person = await other.hears((news) =>
    news.kind === 'person' && news.person.id === guest.snapshot.you.id ? news.person : undefined,
  );
  await guest.act({ kind: 'type', place: guest.place('general') });
  const typing = await other.hears((news) => (news.kind === 'typing' ? news : undefined));

  expect(person.name).toBe('<b>Mia</b>');
  expect(typing.person).toBe(person.id);
});

test('a visitor’s language is the locale that the bot is sent', async () => {
  const { enter } = await openHouse();
  const guest = await enter('en-US');
  const help = { kind: 'command', place: guest.place('general'), name: 'help', values: {} } as const;

  await guest.act({ kind: 'profile', name: null, locale: 'zh-TW' });
  await guest.act(help);
  const guide = await guest.reads(() => true);

  expect(guide.embeds[0]?.title).toBe(wordingFor('zh-TW').discord.guide.title);
});

test('a command that lacks what it requires is refused as Discord’s client would', async () => {
  const { enter } = await openHouse();
  const guest = await enter();
  const result = await guest.act({ kind: 'command', place: guest.place('general'), name: 'ask', values: {} });
  expect(result).toMatchObject({ outcome: 'refused', why: expect.stringContaining('required') });
});

test('there are three questions to begin with in every language', async () => {
  const { enter } = await openHouse();
  const { examples } = (await enter()).snapshot.knowledge;
  expect(Object.values(examples).map((questions) => questions.length)).toEqual([3, 3, 3]);
});

test('Ask further shows a form to its visitor, whose submission is answered', async () => {
  const { enter } = await openHouse();
  const [guest, other] = [await enter('zh-CN'), await enter('zh-CN')];
  const place = guest.place('general');
  await guest.act({ kind: 'command', place, name: 'ask', values: { question: '三轨并行是什么?' } });
  const answer = await guest.reads((message) => message.usedBy !== null);
  const { buttons, form } = wordingFor('zh-CN').discord;

  const control = buttonNamed(answer, buttons.further);
  const shown = await guest.act({ kind: 'press', place, message: answer.id, control });
  if (shown.outcome !== 'form') throw new Error(`no form, but ${shown.outcome}`);
  expect(shown.form).toMatchObject({
    title: form.title,
    fields: [{ kind: 'text', label: form.question, placeholder: form.example, required: true }],
  });
  const submit = {
    kind: 'submit',
    interaction: shown.form.interaction,
    values: { [shown.form.fields[0]?.id ?? '']: '第二轨呢?' },
  } as const;
  expect(await other.act(submit)).toMatchObject({ outcome: 'refused' });
  expect(await guest.act({ ...submit, interaction: '1' })).toMatchObject({ outcome: 'refused' });
  expect(await guest.act({ ...submit, values: {} })).toMatchObject({ outcome: 'refused' });
  expect(await guest.act(submit)).toEqual({ outcome: 'done' });
  const further = await guest.reads(({ content }) => content.includes('第二轨呢?'));
  expect(further.embeds[0]?.description).toContain('二是伦理规则范式');
  expect(further.replyTo).toMatchObject({ kind: 'message', id: answer.id });
});
