import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What joins, redirects, quotes or fills in, in sh or in cmd.exe, and what only one of them knows. */
const SHELL = /[&|;<>$%^'"`*()]|^(?:exec|env|cross-env)\b|^\w+=/;

test.each(Object.entries(scripts))(
  'npm run %s is one command that sh and cmd.exe read alike',
  (_name, command) => {
    expect(command).not.toMatch(SHELL);
  },
);

test('each script names files that are there, and scripts that are there', () => {
  const words = Object.values(scripts).flatMap((command) => command.split(' '));
  const files = words.filter((word) => /\.(?:ts|cjs|mjs)$/.test(word));
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  const named = Object.values(scripts).flatMap((command) =>
    command.startsWith('node tests/in-turn.mjs ') ? command.split(' ').slice(2) : [],
  );
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});
