import { describe, expect, it } from 'vitest';
import {
  type Control,
  readControl,
  readSource,
  writeControl,
  writeSource,
} from '../../../src/discord/cards/custom-id.ts';

const LONGEST_ID = 'i'.repeat(64);
const SNOWFLAKE = '9'.repeat(20);
const source = { interview: LONGEST_ID, section: 'exchange', exchange: 9999 } as const;
const range = { start: 4_194_000, end: 4_194_300 };

const CONTROLS: readonly Control[] = [
  { kind: 'full', source, range, page: 999 },
  { kind: 'leaf', source, range, page: 0 },
  { kind: 'about', source, range },
  { kind: 'share', source: { interview: 'a', section: 'article', key: 'publication' }, range },
  { kind: 'dismiss', asker: SNOWFLAKE },
  { kind: 'suggested', asker: SNOWFLAKE },
  { kind: 'related' },
  { kind: 'original', source, range },
  { kind: 'try', number: 2, interview: LONGEST_ID },
  { kind: 'turn', list: 'originals', page: 999, interview: LONGEST_ID },
  { kind: 'pick', list: 'questions', page: 999, interview: LONGEST_ID },
  { kind: 'turn', list: 'outline', page: 1, interview: 'song-haitao' },
];

describe('custom ids', () => {
  it.each(CONTROLS)('carry the state of a control there and back within 100 characters (%#)', (control) => {
    const id = writeControl(control);
    expect(id.length).toBeLessThanOrEqual(100);
    expect(readControl(id)).toEqual({ ok: true, control });
  });

  it.each(['0:related', '2:full:anything', '99:x'])('%s is from another version', (id) => {
    expect(readControl(id)).toEqual({ ok: false, fault: 'other-version' });
  });

  it.each([
    '',
    '1',
    '1:',
    '1:steal:x',
    '1:full:5-3:0:e1/a',
    '1:full:0-9:0:e0/a',
    '1:full:0-9:-1:e1/a',
    '1:about:0-9:a-constructor/x',
    '1:dismiss:me',
    '1:dismiss:',
    '1:turn:secrets:0:a',
    'verbatim',
    '\u202e',
    '1:about:zzzzzzzz-zzzzzzzzz:e1/a',
  ])('%j is unreadable, and no error', (id) => {
    expect(readControl(id)).toEqual({ ok: false, fault: 'unreadable' });
  });
});

describe('sections in a select', () => {
  it.each([
    { interview: 'a', section: 'exchange', exchange: 1 },
    { interview: 'a-b', section: 'biography' },
    { interview: 'a', section: 'introduction' },
    { interview: 'a', section: 'article', key: 'date' },
  ] as const)('go there and back (%#)', (ref) => {
    expect(readSource(writeSource(ref))).toEqual(ref);
  });

  it.each(['', '/', 'e1', 'e1/', 'x/a', 'e1/A', 'e1/../etc', 'a-/x', 'a-toString/x'])(
    '%j is none',
    (text) => {
      expect(readSource(text)).toBeUndefined();
    },
  );
});
