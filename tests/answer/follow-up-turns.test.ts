// Turns of a conversation, each understood with the answer before it, over the interviews that ship and those for tests.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { invented, opened, songHaitao } from './interviews.ts';

interface Turn {
  readonly library: 'shipped' | 'tests';
  readonly after: string;
  readonly question: string;
  /** The exchange's number or the section; null where nothing answers it. */
  readonly source: number | string | null;
  /** One of these stands in a right excerpt. */
  readonly must?: readonly string[];
  readonly translated?: true;
}

const turns = readFileSync('tests/answer/follow-up-turns.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): Turn => JSON.parse(line));
const libraries = { shipped: songHaitao, tests: opened(invented) };

function take({ library, after, question }: Turn): Reply {
  const before = ask(libraries[library], { question: after });
  const earlier = before.outcome === 'answer' ? before.quotation : undefined;
  return ask(libraries[library], { question, earlier });
}

function judge(turn: Turn): 'right' | 'wrong' | 'quiet' {
  const reply = take(turn);
  if (reply.outcome !== 'answer') return turn.source === null ? 'right' : 'quiet';
  const { source, text } = reply.quotation;
  const section = source.section === 'exchange' ? source.exchange : source.section;
  const isSaid = (turn.must ?? []).some((words) => text.includes(words));
  const isTranslated = turn.translated === undefined || reply.translation !== undefined;
  return section === turn.source && isSaid && isTranslated ? 'right' : 'wrong';
}

test('of 40 follow-up turns at least 36 are understood, and none is answered wrongly', () => {
  const judged = turns.map((turn) => ({ turn: `${turn.after} ${turn.question}`, verdict: judge(turn) }));
  expect(judged).toHaveLength(40);
  expect(judged.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
  expect(judged.filter(({ verdict }) => verdict === 'right').length).toBeGreaterThanOrEqual(36);
});
