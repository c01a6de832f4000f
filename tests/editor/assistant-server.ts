// An assistant on loopback that does as it is told: answers, refuses, breaks off, or says nothing.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly path: string;
  readonly authorization: string | undefined;
  /** What the user is made to say. */
  readonly prompt: string;
  readonly model: string;
}

export type Behaviour = (response: ServerResponse, received: Received) => void;

export interface Server {
  readonly url: string;
  readonly received: readonly Received[];
}

/** One behaviour a request; the last one goes on. */
export async function serve(...behaviours: readonly [Behaviour, ...Behaviour[]]): Promise<Server> {
  const received: Received[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { messages, model } = JSON.parse((await text(request)) || '{"messages":[]}');
    const own = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      prompt: messages.at(-1)?.content ?? '',
      model,
    };
    const behave = behaviours[received.length] ?? behaviours.at(-1);
    received.push(own);
    behave?.(response, own);
  };
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}/v1`, received };
}

export const says =
  (content: unknown, finish = 'stop'): Behaviour =>
  (response) =>
    response.end(
      JSON.stringify({ choices: [{ message: { role: 'assistant', content }, finish_reason: finish }] }),
    );

/** Some lines for the part that was asked about. */
export const answers: Behaviour = (response, received) => {
  const part = /^## (\[(?:question \d+|introduction|biography)\])/m.exec(received.prompt)?.[1];
  const quoted = /^> (.{12})/m.exec(received.prompt)?.[1];
  const content =
    part === undefined
      ? '## [not covered]\n- what about money\n\n## [same words]\n- sawdust = shavings\n'
      : `Sure!\n\n## ${part}\n> ${quoted}\n1. "wording of ${part.slice(1, -1)}"\n`;
  says(content)(response, received);
};

export const refuses =
  (
    status: number,
    error: unknown = { message: 'No.' },
    headers: Readonly<Record<string, string>> = {},
  ): Behaviour =>
  (response) => {
    response.writeHead(status, headers);
    response.end(JSON.stringify({ error }));
  };

export const writes =
  (body: string): Behaviour =>
  (response) =>
    response.end(body);

/** Keeps the connection open, and is silent from there on. */
export const stalls: Behaviour = (response) => void response.write('{"choices": [');

export const breaksOff: Behaviour = (response) => {
  response.write('{"choices": [');
  response.destroy();
};
