import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type House, openHouse, post, recordsIn, say } from './guest.ts';

interface Raw {
  readonly status: number;
  readonly body: string;
}

/** fetch does not let a Host header be forged. */
function raw(origin: string, path: string, headers: Readonly<Record<string, string>>): Promise<Raw> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on('error', reject);
    asked.end('{"locale":"en-US"}');
  });
}

function upgradeStatus({ origin }: House, headers: Readonly<Record<string, string>>): Promise<number> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, { headers });
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('open', () => resolve(101));
    socket.on('error', reject);
  });
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('a name that was bound to this address by somebody else', () => {
  const host = 'rebound.example:4580';

  test('gets neither the page nor the interface nor the socket', async () => {
    const house = await openHouse();
    const headers = { ...JSON_TYPE, Host: host, Origin: `http://${host}` };

    const page = await raw(house.origin, '/', headers);
    const visit = await raw(house.origin, '/api/visit', headers);

    expect([page.status, visit.status]).toEqual([403, 403]);
    expect(await upgradeStatus(house, headers)).toBe(403);
  });
});

describe('a page on another site', () => {
  const foreign = { Origin: 'https://evil.example' };

  test('cannot visit, act, or open the socket', async () => {
    const house = await openHouse();
    const { origin } = house;
    const guest = await house.enter();
    const authorized = { ...foreign, Authorization: `Bearer ${guest.token}` };

    const visit = await post(origin, '/api/visit', { locale: 'en-US' }, foreign);
    const act = await post(origin, '/api/act', say(guest.place('general'), 'x'), authorized);

    expect([visit.status, act.status]).toEqual([403, 403]);
    expect(await upgradeStatus(house, foreign)).toBe(403);
    expect((await fetch(`${origin}/main.js`, { headers: foreign })).status).toBe(403);
  });

  test('cannot pass for a request without an origin, nor for a form', async () => {
    const { origin } = await openHouse();
    const { host } = new URL(origin);
    const form = { 'Content-Type': 'text/plain', Host: host, Origin: origin };

    expect((await raw(origin, '/api/visit', { ...JSON_TYPE, Host: host })).status).toBe(403);
    expect((await raw(origin, '/api/visit', form)).status).toBe(415);
    expect((await fetch(`${origin}/api/visit`)).status).toBe(403);
  });

  test('may link to the page, but neither frame it nor run anything in it', async () => {
    const { origin } = await openHouse();
    const { headers, status } = await fetch(origin);
    const policy = headers.get('content-security-policy') ?? '';

    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('what nobody sent from the page', () => {
  test('an unknown token, a malformed act and an overlong body are refused without a trace of the machine', async () => {
    const { origin, enter, errors } = await openHouse();
    const { token } = await enter();
    const own = { Authorization: `Bearer ${token}` };

    const answers = [
      await post(origin, '/api/act', { kind: 'type', place: '1' }, { Authorization: 'Bearer guessed' }),
      await post(origin, '/api/act', { kind: 'type', place: '../../etc' }, own),
      await post(origin, '/api/act', { kind: 'say', place: '1', text: 'x'.repeat(100_000) }, own),
      await post(origin, '/api/visit', { locale: 'xx' }),
      await post(origin, '/api/nothing', {}),
      await fetch(`${origin}/../../package.json`),
    ];

    expect(answers.map(({ status }) => status)).toEqual([401, 400, 413, 400, 404, 404]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(bodies.join()).not.toContain(process.cwd());
    expect(errors).toEqual([]);
  });

  test('a socket with an unknown token, or one that speaks nonsense, is closed', async () => {
    const { origin } = await openHouse();
    const closing = (said: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, { origin });
        socket.on('open', () => socket.send(said));
        socket.on('close', resolve);
      });
    expect(await closing('{"kind":"hello","token":"guessed"}')).toBe(4401);
    expect(await closing('nonsense')).toBe(4400);
  });
});

describe('the inspector', () => {
  test('tells a visitor all that passes, but not the contents of another’s private affairs', async () => {
    const { enter } = await openHouse();
    const [guest, other] = [await enter('en-US'), await enter('en-US')];
    guest.inspect();
    other.inspect();
    const place = guest.place('general');
    const secret = 'What does AI governance cover, dear diary?';

    await guest.act({ kind: 'command', place, name: 'ask', values: { question: secret, private: true } });
    await guest.act(say(guest.place('Verbatim'), secret));
    await guest.reads((message) => message.place === guest.place('Verbatim'));
    await other.act(say(place, `<@${other.snapshot.bot.id}> Who is he?`));
    await other.hears((news) => recordsIn(news).find(({ title }) => title === 'Who is he?'));

    const seenBy = (each: typeof guest) => each.news.flatMap(recordsIn);
    expect(JSON.stringify(seenBy(guest))).toContain('dear diary');
    expect(JSON.stringify(seenBy(other))).not.toContain('dear diary');
    expect(JSON.stringify(seenBy(other))).not.toContain(guest.place('Verbatim'));
    expect(seenBy(other).some(({ withheld, title }) => withheld && title === 'INTERACTION_CREATE')).toBe(
      true,
    );
    expect(JSON.stringify(seenBy(guest))).not.toMatch(/fake-(?:interaction-)?token/u);
    expect(seenBy(guest).filter(({ schema }) => schema.verdict === 'problems')).toEqual([]);
  });

  test('explains each answer with the parts of the decision and of the score', async () => {
    const { enter } = await openHouse();
    const guest = await enter('en-US');
    guest.inspect();
    await guest.act(say(guest.place('Verbatim'), 'What does AI governance cover?'));

    const record = await guest.hears((news) => recordsIn(news).find(({ kind }) => kind === 'explanation'));

    expect(record.body).toMatchObject({
      question: 'What does AI governance cover?',
      outcome: 'answer',
      best: 'song-haitao, question 1',
      probability: expect.any(Number),
      threshold: expect.any(Number),
      decision: expect.arrayContaining([
        { name: expect.any(String), value: expect.any(Number), adds: expect.any(Number) },
      ]),
    });
    expect(record.title).toBe('What does AI governance cover?');
  });
});

test('when the house is full, the guest who has been away longest makes room', async () => {
  const { origin, enter } = await openHouse();
  const stays = await enter();
  const away = (await (await post(origin, '/api/visit', { locale: 'en-US' })).json()) as { token: string };
  const act = (token: string) =>
    post(origin, '/api/act', say(stays.place('general'), 'hello'), { Authorization: `Bearer ${token}` });

  for (let guests = 2; guests < 50; guests += 1) await post(origin, '/api/visit', { locale: 'en-US' });
  expect((await act(away.token)).status).toBe(200);
  await post(origin, '/api/visit', { locale: 'en-US' });

  expect((await act(away.token)).status).toBe(401);
  expect((await act(stays.token)).status).toBe(200);
});
