import { expect, test } from 'vitest';
import { openLog, readableLine } from '../../../src/discord/desk/log.ts';

function lineOf(tell: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  tell(openLog({ level: 'debug', secrets: ['FAKE.TOKEN'], write: (line) => lines.push(line) }));
  return readableLine(lines.join(''));
}

test('a person reads the time, the level, what happened and what belongs to it', () => {
  const line = lineOf((log) =>
    log.warn({ surface: 'command', milliseconds: 12, why: { code: 1 } }, 'question'),
  );
  expect(line).toMatch(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z WARN {2}question {2}surface=command {2}milliseconds=12 {2}why=\{"code":1\}\n$/,
  );
});

test('what members write moves no cursor and turns no line', () => {
  const line = lineOf((log) => log.debug({ question: 'a\u001b[2Jb\u009b2Jc\u202ed\u2028e' }, 'asked'));
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}](?!$)/u);
  expect(line).toContain('\\u{202e}d');
});

test('a secret is struck out before a person reads it', () => {
  expect(lineOf((log) => log.info({ token: 'FAKE.TOKEN' }, 'here'))).toContain('token="[token]"');
});
