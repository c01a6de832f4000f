import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { OwnTextDraft, OwnTextResult } from '../../src/playground/protocol/own-text.ts';
import { type Guest, type House, openHouse, post, recordsIn, say } from './guest.ts';

const TALK = `A keeper of lighthouses

Reporter: How did you come to the lighthouse?

Ada Finch: My uncle kept it before me, and nobody else wanted the stairs.

Reporter: What do you do when the lamp fails?

Ada Finch: I light the old oil lamp and ring the bell until morning.

Reporter: Do you ever feel lonely?

Ada Finch: The gulls are worse company than none, so I read.
`;
const VALUES = {
  title: 'A keeper of lighthouses',
  'interviewee.name': 'Ada Finch',
  publication: 'The Harbour Post',
  date: '2024',
  language: 'en',
};
const QUESTION = 'What do you do when the lamp fails?';

function draft(text: string | Uint8Array, rest: Partial<OwnTextDraft> = {}): OwnTextDraft {
  const content = Buffer.from(text).toString('base64');
  return { name: 'Ada Finch.txt', content, values: {}, opens: false, ...rest };
}

async function tryText({ origin }: House, { token }: Guest, body: OwnTextDraft): Promise<OwnTextResult> {
  const answer = await post(origin, '/api/own-text', body, { Authorization: `Bearer ${token}` });
  expect(answer.status).toBe(200);
  return (await answer.json()) as OwnTextResult;
}

/** The same visitor in the room of their text. */
async function open(house: House, guest: Guest, text = TALK): Promise<Guest> {
  const result = await tryText(house, guest, draft(text, { values: VALUES, opens: true }));
  if (result.outcome !== 'opened') throw new Error(`not opened: ${JSON.stringify(result)}`);
  return house.join(result.token);
}

const shown = (message: unknown) => JSON.stringify(message);

test('a text is told as ingest tells it, with the values that were found, and nothing is opened yet', async () => {
  const house = await openHouse();
  const guest = await house.enter();

  const result = await tryText(house, guest, draft(TALK));

  expect(result).toMatchObject({
    outcome: 'read',
    file: { name: 'ada-finch.md', text: expect.stringContaining(`## Q: ${QUESTION}`) },
    report: { summary: expect.stringContaining('3 exchanges'), toDo: [] },
    values: { 'interviewee.name': 'Ada Finch', language: 'en' },
  });
  expect(shown(result)).not.toContain('"date"');
});

test('while a value is missing or wrong, the text is not opened, and what is wrong is said', async () => {
  const house = await openHouse();
  const guest = await house.enter();

  const missing = await tryText(house, guest, draft(TALK, { opens: true }));
  const values = { ...VALUES, date: 'last summer' };
  const wrong = await tryText(house, guest, draft(TALK, { opens: true, values }));

  expect(missing).toMatchObject({ outcome: 'read', report: { toDo: [] } });
  expect(wrong).toMatchObject({
    outcome: 'read',
    report: { toDo: [expect.stringContaining('`date` is not a calendar date: last summer.')] },
  });
});

test('an opened text is asked in a room of its own, where the shared interviews are not', async () => {
  const house = await openHouse();
  const guest = await house.enter();
  const room = await open(house, guest);

  expect(room.snapshot).toMatchObject({
    guild: 'Your own text',
    you: { name: guest.snapshot.you.name, locale: 'en-US' },
    ownText: { name: 'ada-finch.md', text: expect.stringContaining('Ada Finch') },
  });
  expect(guest.snapshot.ownText).toBeNull();
  await room.act(say(room.place('general'), `<@${room.snapshot.bot.id}> ${QUESTION}`));
  const answer = await room.reads(({ embeds }) => embeds.length > 0);

  expect(shown(answer)).toContain('ring the bell until morning');
  expect(shown(answer)).toContain('The Harbour Post');
  await room.act(say(room.place('general'), `<@${room.snapshot.bot.id}> What does AI governance cover?`));
  const other = await room.reads((message) => message.id !== answer.id);
  expect(shown(other)).not.toContain('Song');
  expect(house.errors).toEqual([]);
});

test('nobody else sees a text, what is asked of it, or anything of it in the inspector', async () => {
  const house = await openHouse();
  const [guest, other] = [await house.enter(), await house.enter()];
  other.inspect();
  const room = await open(house, guest);
  room.inspect();
  await room.act(say(room.place('general'), `<@${room.snapshot.bot.id}> ${QUESTION}`));
  await room.hears((news) => recordsIn(news).find(({ title }) => title === QUESTION));

  await other.act(say(other.place('general'), `<@${other.snapshot.bot.id}> ${QUESTION}`));
  await other.hears((news) => recordsIn(news).find(({ title }) => title === QUESTION));

  expect(shown(other.news)).not.toMatch(/Ada Finch|until morning|Harbour Post/u);
  const answer = await post(house.origin, '/api/act', say(room.place('general'), 'hello'), {
    Authorization: `Bearer ${other.token}`,
  });
  expect(await answer.json()).toMatchObject({ outcome: 'refused' });
});

describe('what is no interview is refused in the words of ingest', () => {
  test.each([
    [
      'a text without questions',
      'It rained all day. Nobody came.\n\nIn the evening it stopped.',
      'a.txt',
      /\w/u,
    ],
    ['a binary', readFileSync('tests/browser/answer.png'), 'a.png', /binary/u],
    ['a PDF', '%PDF-1.7\n', 'a.pdf', /PDF/u],
    ['nothing at all', '', 'a.txt', /no text/u],
  ])('%s', async (_, content, name, why) => {
    const house = await openHouse();
    const result = await tryText(house, await house.enter(), draft(content, { name, opens: true }));
    expect(result).toMatchObject({ outcome: 'refused', why: expect.stringMatching(why) });
  });
});

describe('an interview file', () => {
  const text = readFileSync('knowledge/song-haitao.md', 'utf8');

  test('is taken to the letter, with its own values', async () => {
    const house = await openHouse();
    const result = await tryText(house, await house.enter(), draft(text, { name: 'song.md' }));
    expect(result).toMatchObject({
      outcome: 'read',
      file: { name: 'song.md', text },
      values: null,
      report: { toDo: [] },
    });
  });

  test('with a mistake is not opened, and the mistake is named with its line', async () => {
    const house = await openHouse();
    const broken = text.replace(/^date: .*$/mu, 'date: soon');
    const body = draft(broken, { name: 'song.md', opens: true });
    expect(await tryText(house, await house.enter(), body)).toMatchObject({
      outcome: 'read',
      report: { toDo: [expect.stringMatching(/^song\.md:\d+: .*calendar date: soon/u)] },
    });
  });
});

test('a text from nobody, of no shape, or too long is not read', async () => {
  const { origin, enter, errors } = await openHouse();
  const own = { Authorization: `Bearer ${(await enter()).token}` };
  const send = (body: unknown, headers: Readonly<Record<string, string>>) =>
    post(origin, '/api/own-text', body, headers);
  const long = 'A'.repeat(12 * 1024 * 1024);

  const answers = [
    await send(draft(TALK), {}),
    await send(draft(TALK), { ...own, Origin: 'https://evil.example' }),
    await send({ ...draft(TALK), values: { url: 'https://example.org' } }, own),
    await send({ ...draft(TALK), content: 7 }, own),
    await send({ ...draft(TALK), content: long }, own),
    await send({ ...draft(TALK), content: 'A'.repeat(100_000) }, { Authorization: 'Bearer guessed' }),
    await send(draft('x'.repeat(100_000)), own),
    await post(origin, '/api/leave', {}, own),
  ];

  expect(answers.map(({ status }) => status)).toEqual([401, 403, 400, 400, 413, 413, 200, 401]);
  expect(errors).toEqual([]);
});

describe('rooms end', () => {
  const leave = async ({ origin }: House, { token }: Guest) => {
    const answer = await post(origin, '/api/leave', {}, { Authorization: `Bearer ${token}` });
    return (await answer.json()) as { token: string };
  };
  const status = async ({ origin }: House, guest: Guest) => {
    const act = say(guest.place('general'), 'hello');
    return (await post(origin, '/api/act', act, { Authorization: `Bearer ${guest.token}` })).status;
  };

  test('when their visitor has gone home, and home is as it was', async () => {
    const house = await openHouse();
    const guest = await house.enter();
    const room = await open(house, guest);

    expect(await leave(house, room)).toEqual({ token: guest.token });
    expect(await status(house, room)).toBe(200);
    room.departs();

    await expect.poll(() => status(house, room)).toBe(401);
    expect(await status(house, guest)).toBe(200);
    expect(house.errors).toEqual([]);
  });

  test('when their visitor tries another text from within', async () => {
    const house = await openHouse();
    const room = await open(house, await house.enter());
    const next = await open(house, room, TALK.replaceAll('bell', 'gong'));
    room.departs();

    await expect.poll(() => status(house, room)).toBe(401);
    expect(next.snapshot.ownText?.text).toContain('gong');
    const home = await house.join((await leave(house, next)).token);
    expect(home.snapshot.guild).toBe('Reading Room');
  });

  test('when others need the space and nobody is there; while somebody is, the others wait', async () => {
    const house = await openHouse();
    const body = draft(TALK, { values: VALUES, opens: true });
    const rooms: Guest[] = [];
    for (let number = 0; number < 4; number += 1) rooms.push(await open(house, await house.enter()));
    const late = await house.enter();

    expect(await tryText(house, late, body)).toEqual({ outcome: 'full' });
    rooms[1]?.departs();
    await expect.poll(async () => (await tryText(house, late, body)).outcome).toBe('opened');

    const left = await Promise.all(rooms.map((room) => status(house, room)));
    expect(left).toEqual([200, 401, 200, 200]);
  });
});

test('a visitor has one text read at a time', async () => {
  const house = await openHouse();
  const guest = await house.enter();
  const body = draft(TALK, { values: VALUES, opens: true });
  const both = await Promise.all([tryText(house, guest, body), tryText(house, guest, body)]);
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['busy', 'opened']);
});
