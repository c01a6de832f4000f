import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openUnansweredLog, readUnansweredLog } from '../src/kept-logs.ts';
import { permissionsOf } from './run-main.ts';

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unanswered-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const refuse = (error: unknown) => {
  throw error;
};

test('each entry becomes one line of a file that only its owner can read', async () => {
  const path = join(openFolder(), 'unanswered.log');
  const write = openUnansweredLog(path, { warn: refuse });
  write({ question: 'one\ntwo' });
  write({ question: 'three' });
  expect(readFileSync(path, 'utf8')).toBe('{"question":"one\\ntwo"}\n{"question":"three"}\n');
  expect([undefined, '600']).toContain(permissionsOf(path));
  expect(await readUnansweredLog(path)).toBe(readFileSync(path, 'utf8'));
});

test('the file stays within its size: one older file is kept and read first', async () => {
  const path = join(openFolder(), 'unanswered.log');
  const largest = 100;
  const write = openUnansweredLog(path, { warn: refuse, largest });
  for (let number = 1; number <= 50; number += 1) write({ question: `number ${number}` });
  const sizes = [path, `${path}.1`].map((each) => statSync(each).size);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(largest);
  const kept = [...(await readUnansweredLog(path)).matchAll(/number (\d+)/g)].map(([, number]) =>
    Number(number),
  );
  expect(kept.at(-1)).toBe(50);
  expect(kept).toEqual(kept.toSorted((a, b) => a - b));
});

test('a line that cannot be written is warned about once and disturbs nothing', () => {
  const folder = openFolder();
  mkdirSync(join(folder, 'taken'));
  const warnings: unknown[] = [];
  const write = openUnansweredLog(join(folder, 'taken'), { warn: (error) => warnings.push(error) });
  write({ question: 'one' });
  write({ question: 'two' });
  expect(warnings).toHaveLength(1);
});

test('a file that is not there is named', async () => {
  const path = join(openFolder(), 'unanswered.log');
  await expect(readUnansweredLog(path)).rejects.toThrow(path);
});
