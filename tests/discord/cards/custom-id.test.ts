import { describe, expect, it } from 'vitest';
import {
  type Control,
  readControl,
  readOffered,
  writeControl,
  writeOffered,
} from '../../../src/discord/cards/custom-id.ts';

const LONGEST_ID = 'i'.repeat(64);
const SNOWFLAKE = '9'.repeat(20);
const source = { interview: LONGEST_ID, section: 'exchange', exchange: 99_999 } as const;
const range = { start: 4_194_000, end: 4_194_300 };
const print = 'aB-_12yz';

const CONTROLS: readonly Control[] = [
  { kind: 'full', source, range, print, page: 999 },
  { kind: 'leaf', source, range, print, page: 0 },
  { kind: 'about', source, range, print },
  { kind: 'share', source: { interview: 'a', section: 'article', key: 'publication' }, range, print },
  { kind: 'further', quoted: { source, range, print } },
  { kind: 'further', quoted: undefined },
  { kind: 'asked', quoted: { source, range, print } },
  { kind: 'dismiss', asker: SNOWFLAKE },
  { kind: 'suggested', asker: SNOWFLAKE },
  { kind: 'related' },
  { kind: 'original', source, range, print },
  { kind: 'try', number: 2, interview: LONGEST_ID },
  { kind: 'turn', list: 'originals', page: 999, interview: LONGEST_ID },
  { kind: 'helped' },
  { kind: 'wrong' },
  { kind: 'reported' },
  { kind: 'pick', list: 'questions', page: 999, interview: LONGEST_ID },
  { kind: 'turn', list: 'outline', page: 1, interview: 'song-haitao' },
];

describe('custom ids', () => {
  it.each(CONTROLS)('carry the state of a control there and back within 100 characters (%#)', (control) => {
    const id = writeControl(control);
    expect(id.length).toBeLessThanOrEqual(100);
    expect(readControl(id)).toEqual({ ok: true, control });
  });

  it.each(['0:related', '1:full:0-9:0:e1/a', '3:f:anything', '99:x'])('%s is from another version', (id) => {
    expect(readControl(id)).toEqual({ ok: false, fault: 'other-version' });
  });

  it.each([
    '',
    '2',
    '2:',
    '2:steal:x',
    '2:toString:x',
    '2:f:0:aB-_12yz:5-3:e1/a',
    '2:f:0:aB-_12yz:0-9:e0/a',
    '2:f:-1:aB-_12yz:0-9:e1/a',
    '2:f:0:0-9:e1/a',
    '2:a:0-9:e1/a',
    '2:a:short:0-9:e1/a',
    '2:a:<b>_12yz:0-9:e1/a',
    '2:a:aB-_12yz:0-9:a-constructor/x',
    '2:q:aB-_12yz:0-9',
    '2:m:',
    '2:dismiss:me',
    '2:dismiss:',
    '2:turn:secrets:0:a',
    'verbatim',
    '\u202e',
    '2:a:aB-_12yz:zzzzzzzz-zzzzzzzzz:e1/a',
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
  ] as const)('go there and back within 100 characters (%#)', (source) => {
    const offered = { source, print: 'aB-_12yz1234' };
    expect(writeOffered(offered).length).toBeLessThanOrEqual(100);
    expect(readOffered(writeOffered(offered))).toEqual(offered);
  });

  const PRINT = 'aB-_12yz1234';
  it.each(['', '/', 'e1', 'e1/', 'x/a', 'e1/A', 'e1/../etc', 'a-/x', 'a-toString/x'])(
    '%j is none',
    (text) => {
      expect(readOffered(`${text}:${PRINT}`)).toBeUndefined();
    },
  );

  it('is none without its fingerprint', () => {
    expect(readOffered('e1/a')).toBeUndefined();
    expect(readOffered('e1/a:')).toBeUndefined();
  });
});
