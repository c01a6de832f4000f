import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openFeedbackLog, readFeedbackLog } from '../src/kept-logs.ts';
import { permissionsOf } from './run-main.ts';

const NOW = Date.UTC(2026, 1, 1);
const lineOf = (date: string) => `{"date":"${date}","question":"asked on ${date}"}\n`;

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'feedback-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'feedback.log');
}

const refuse = (error: unknown) => {
  throw error;
};

test('lines older than 30 days are dropped from both files, and read by nobody before', async () => {
  const path = openFolder();
  writeFileSync(`${path}.1`, lineOf('2025-12-01') + lineOf('2026-01-01'));
  writeFileSync(path, `${lineOf('2026-01-02')}${lineOf('2026-01-30')}cut by a full di`);
  expect(await readFeedbackLog(path, NOW)).toBe(lineOf('2026-01-02') + lineOf('2026-01-30'));
  await openFeedbackLog(path, { warn: refuse, now: () => NOW }).tidy();
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('');
  expect(readFileSync(path, 'utf8')).toBe(lineOf('2026-01-02') + lineOf('2026-01-30'));
  expect([undefined, '600']).toContain(permissionsOf(path));
});

test('a log that is not there yet is empty, and tidying it makes no file', async () => {
  const path = openFolder();
  await openFeedbackLog(path, { warn: refuse, now: () => NOW }).tidy();
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
  expect(await readFeedbackLog(path, NOW)).toBe('');
});
