import { describe, expect, test } from 'vitest';
import { addressOf } from '../../src/editor/prepare/assistant.ts';
import { PROPOSED } from '../../src/editor/prepare/merge.ts';
import {
  answers,
  type Behaviour,
  breaksOff,
  refuses,
  type Server,
  says,
  serve,
  stalls,
  writes,
} from './assistant-server.ts';
import { type Desk, LEXICON, openDesk, QUESTIONS } from './desk.ts';

const KEY = 'FAKE-key-for-tests-only';
/** Four sections and the whole. */
const REQUESTS = 5;

const ask = (desk: Desk, { url }: Pick<Server, 'url'>, more: readonly string[] = []) =>
  desk.run(['clocks', '--ask', url, '--model', 'tiny', ...more], { fetch, key: KEY });

describe('an assistant is asked part by part', () => {
  test('what will be sent where is said first, and its lines are marked', async () => {
    const desk = openDesk();
    const server = await serve(answers);
    const { status, complaints, printed } = await ask(desk, server);
    expect({ status, printed }).toMatchObject({ status: 0 });
    const { host } = new URL(server.url);
    expect(complaints).toMatch(new RegExp(`^Sends the text of clocks to http://${host}/v1/chat/completions`));
    expect(complaints).toContain(`${REQUESTS} requests`);
    expect(server.received).toHaveLength(REQUESTS);
    expect(server.received[1]).toMatchObject({
      path: '/v1/chat/completions',
      model: 'tiny',
      authorization: `Bearer ${KEY}`,
      prompt: expect.stringContaining('> I dry them in sawdust'),
    });
    expect(desk.disk.get(QUESTIONS)).toContain(`${PROPOSED}\nwording of question 1\n`);
    expect(desk.disk.get(LEXICON)).toContain('sawdust = shavings');
    expect(printed + complaints).not.toContain(KEY);
  });

  test('without a key none is sent', async () => {
    const server = await serve(answers);
    await openDesk().run(['clocks', '--ask', server.url, '--model', 'tiny'], { fetch });
    expect(server.received[0]?.authorization).toBeUndefined();
  });

  test('after an error the answers so far are kept, nothing is written, and the next run goes on from there', async () => {
    const desk = openDesk();
    const broken = await ask(desk, await serve(answers, answers, refuses(500)));
    expect(broken).toMatchObject({
      status: 1,
      complaints: expect.stringContaining('2 of 5 answers are kept'),
    });
    expect(desk.disk.has(QUESTIONS)).toBe(false);
    const server = await serve(answers);
    expect(await ask(desk, server)).toMatchObject({ status: 0 });
    expect(server.received).toHaveLength(REQUESTS - 2);
    expect(desk.disk.get(QUESTIONS)).toContain('wording of introduction');
    expect(desk.disk.get(QUESTIONS)).toContain('wording of biography');
    const again = await serve(answers);
    expect(await ask(desk, again)).toMatchObject({ complaints: expect.stringContaining('nothing is sent') });
    expect(again.received).toEqual([]);
  });

  test('a file that holds no answers is left alone', async () => {
    const desk = openDesk({ 'clocks.answers.md': 'mine' });
    const server = await serve(answers);
    expect(await ask(desk, server)).toMatchObject({ status: 1 });
    expect(desk.disk.get('clocks.answers.md')).toBe('mine');
    expect(server.received).toEqual([]);
  });

  test.each<[string, Behaviour]>([
    ['too many requests', refuses(429)],
    ['an error of its own', refuses(503)],
    ['broken JSON', writes('{"choices": [{"mess')],
    ['JSON of another kind', writes('{"hello": "world"}')],
    ['no choice', writes('{"choices": []}')],
    ['an empty answer', says('')],
    ['no content', says(null)],
    ['a connection that breaks off', breaksOff],
    ['silence', stalls],
  ])('%s is tried once more', async (_, behaviour) => {
    const desk = openDesk();
    const server = await serve(behaviour, answers);
    expect(await ask(desk, server, ['--time-limit', '0.3'])).toMatchObject({
      status: 0,
      complaints: expect.stringContaining('Trying once more.'),
    });
    expect(server.received).toHaveLength(REQUESTS + 1);
  });

  test.each<[string, Behaviour, string, number]>([
    ['a refused key', refuses(401, { message: `Incorrect API key: ${KEY}` }), 'VERBATIM_ASSISTANT_KEY', 1],
    ['an unknown model', refuses(404, { message: 'model "tiny" not found' }), 'model "tiny" not found', 1],
    [
      'a redirection',
      refuses(302, 'x', { location: 'https://elsewhere.example/v1?x=1' }),
      'elsewhere.example',
      1,
    ],
    ['silence', stalls, '--time-limit', 2],
    ['a repeated key', writes(`<h1>Bad gateway</h1> Bearer ${KEY}`), 'no chat completion', 2],
    ['a key that a cut would halve', writes(`${'x'.repeat(190)}${KEY}`), 'no chat completion', 2],
    ['too many requests', refuses(429, { message: `slow down, ${KEY}` }), '429: slow down, [key]', 2],
    ['an endless answer', writes('x'.repeat(5 * 1024 * 1024)), '4 MiB', 2],
  ])('%s is told, and never with the key', async (_, behaviour, told, requests) => {
    const desk = openDesk();
    const server = await serve(behaviour);
    const { status, printed, complaints } = await ask(desk, server, ['--time-limit', '0.3']);
    expect({ status, complaints }).toMatchObject({ status: 1, complaints: expect.stringContaining(told) });
    expect(server.received).toHaveLength(requests);
    expect(printed + complaints + [...desk.disk.values()].join('')).not.toContain(KEY.slice(0, 8));
  });

  test('a redirection to another host is not followed, so that the key stays', async () => {
    const other = await serve(answers);
    const first = await serve(refuses(307, 'x', { location: `${other.url}/chat/completions` }));
    expect(await ask(openDesk(), first)).toMatchObject({ status: 1 });
    expect(other.received).toEqual([]);
  });

  test('nobody at the address is told with what to look at', async () => {
    expect(await ask(openDesk(), { url: 'http://127.0.0.1:9/v1' })).toMatchObject({
      status: 1,
      complaints: expect.stringMatching(/cannot be reached.*Is it running/),
    });
  });

  test('a key that no key can be is refused without being shown', async () => {
    const server = await serve(answers);
    const key = 'FAKE two words';
    const ran = await openDesk().run(['clocks', '--ask', server.url, '--model', 'm'], { fetch, key });
    expect(ran).toMatchObject({ status: 1, complaints: expect.stringContaining('VERBATIM_ASSISTANT_KEY') });
    expect(ran.complaints).not.toContain('two words');
    expect(server.received).toEqual([]);
  });

  test('a rambling answer gives its lines, one that was cut short all but the last', async () => {
    const desk = openDesk();
    const rambling =
      'Of course! Let me think about [question 1] first.\n\n<think>- no line</think>\n' +
      '**Some ideas:**\n- "shavings for how long"\n- 晾多久\n\nI hope that helps!\n- a line that was cut of';
    const server = await serve(answers, says(rambling, 'length'), answers);
    expect(await ask(desk, server)).toMatchObject({ status: 0 });
    const text = desk.disk.get(QUESTIONS) ?? '';
    expect(text).toContain(`[question 1]\n${PROPOSED}\nshavings for how long\n晾多久\n`);
    for (const none of ['no line', 'cut of', 'hope', 'Of course', 'ideas']) expect(text).not.toContain(none);
  });

  test('content in pieces is put together', async () => {
    const desk = openDesk();
    const pieces = [
      { type: 'text', text: '- her ' },
      { type: 'text', text: 'home town' },
    ];
    await ask(desk, await serve(says(pieces), answers));
    expect(desk.disk.get(QUESTIONS)).toContain('her home town');
  });
});

test.each([
  ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:11434/v1/chat/completions'],
  ['https://a.example/v1/', 'https://a.example/v1/chat/completions'],
  ['https://a.example/x/chat/completions?v=2', 'https://a.example/x/chat/completions?v=2'],
])('the address of chat completions is found: %s', (given, address) => {
  expect(String(addressOf(given))).toBe(address);
});

test.each([
  'http://me:SECRET@a.example/v1',
  'https://a.example/v1?api_key=SECRET',
  'a.example',
  'ftp://a.example',
])('an address that holds a secret or is none is refused, and not repeated: %s', async (url) => {
  const ran = await openDesk().run(['clocks', '--ask', url, '--model', 'm'], { fetch });
  expect(ran.status).toBe(2);
  expect(ran.complaints).not.toContain('SECRET');
});
