// What can be held to its word without a container engine: the files that are copied, the command, the shards.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { VARIABLES } from '../src/config.ts';

const dockerfile = readFileSync('Dockerfile', 'utf8');

interface Service {
  readonly environment: Readonly<Record<string, string>>;
  readonly read_only: boolean;
}

function services(): readonly Service[] {
  return Object.values(parse(readFileSync('compose.yaml', 'utf8'), { merge: true }).services);
}

test('what the Dockerfile copies is there, and .dockerignore lets it through and nothing else', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, files = '']) =>
    files.split(' '),
  );
  for (const file of copied) expect(existsSync(file)).toBe(true);
  const allowed = [...readFileSync('.dockerignore', 'utf8').matchAll(/^!(.+)$/gm)].map(([, file]) => file);
  expect(new Set(allowed)).toEqual(new Set(copied));
});

test('the container runs the bot as npm start does, and not as root', () => {
  const [, command = ''] = /^ENTRYPOINT (.+)$/m.exec(dockerfile) ?? [];
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const started: readonly string[] = JSON.parse(command);
  expect(started.join(' ')).toBe(scripts.start);
  expect(dockerfile).toMatch(/^USER node$/m);
});

test('the processes of compose.yaml run each shard once, read-only', () => {
  const ids = services().flatMap(({ environment }) => {
    const [first = 0, last = 0] = (environment['SHARD_IDS'] ?? '').split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  for (const { environment, read_only } of services()) {
    expect(ids).toEqual([...Array(Number(environment['SHARD_COUNT'])).keys()]);
    expect(read_only).toBe(true);
    expect(VARIABLES).toEqual(expect.arrayContaining(['HEALTH_PORT', 'HEALTH_HOST']));
  }
});
