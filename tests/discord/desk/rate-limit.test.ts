import { expect, test } from 'vitest';
import { limitRate } from '../../../src/discord/desk/gate.ts';

/** More than are remembered. */
const OTHERS = 10_000;

test('whoever has been quiet longest is forgotten when many others have asked, so that what is kept stays bounded', () => {
  const { admit } = limitRate({ perMinute: 1, now: () => 0 });
  admit('quiet');
  admit('lively');
  for (let other = 1; other < OTHERS; other += 1) {
    admit(`other ${other}`);
    if (other === OTHERS / 2) admit('lively');
  }
  expect(admit('lively')).toBe('silence');
  expect(admit('quiet')).toBe('admitted');
});
