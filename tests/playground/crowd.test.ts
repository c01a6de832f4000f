import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { type House, openHouse } from './guest.ts';

function dial({ origin }: House): Socket {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  // A server that has had enough may reset the connection.
  socket.on('error', () => undefined);
  return socket;
}

const GET = 'GET /icon.svg HTTP/1.1\r\nHost: ';

test('a page’s socket that does not say who it is is closed, whatever else it says', async () => {
  const house = await openHouse();
  const socket = new WebSocket(`${house.origin.replace('http', 'ws')}/socket`, { origin: house.origin });
  await once(socket, 'open');
  socket.send('{"kind":"inspect","on":true}');
  const [code] = await once(socket, 'close');
  expect(code).toBe(4408);
});

test.each([['nothing'], ['the beginning of a request']])(
  'a connection that says %s is closed',
  async (said) => {
    const socket = dial(await openHouse());
    if (said !== 'nothing') socket.write(`${GET}127`);
    socket.resume();
    await once(socket, 'close');
  },
);

test('of one address the twenty-first socket is refused, until one of the others is gone', async () => {
  const house = await openHouse();
  const first = Array.from({ length: 20 }, () => dial(house));
  await Promise.all(first.map((socket) => once(socket, 'connect')));
  const refused = dial(house);
  refused.resume();
  await once(refused, 'close');
  // The server has seen that one goes once another is answered.
  first[0]?.destroy();
  let answer = '';
  while (!answer.startsWith('HTTP/1.1 200')) {
    const late = dial(house);
    late.write(`${GET}${new URL(house.origin).host}\r\nConnection: close\r\n\r\n`);
    late.on('data', (chunk) => (answer += String(chunk)));
    await once(late, 'close');
  }
});
