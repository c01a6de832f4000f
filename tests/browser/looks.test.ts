import { describe, expect, test } from 'vitest';
import { openHouse } from '../playground/guest.ts';
import { overflow, seriousFindings } from './axe.ts';
import { useChromium } from './chromium.ts';

const { visit } = useChromium();

const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];
describe.each(SIZES)('at $width × $height', (viewport) => {
  test.each(['dark', 'light'] as const)(
    'in %s colors everything is within reach of eyes, ears and hands',
    async (colorScheme) => {
      const { origin } = await openHouse();
      // The page's policy would keep axe out; the policy itself is tested elsewhere.
      const page = await visit({ origin, locale: 'en-US', viewport, colorScheme, bypassCSP: true });
      const check = async (what: string) => {
        expect({ what, findings: await seriousFindings(page), overflow: await overflow(page) }).toEqual({
          what,
          findings: [],
          overflow: 0,
        });
      };
      await check('the welcome');

      await page.locator('#composer').fill('@Verbatim What does AI governance cover?');
      await page.keyboard.press('Enter');
      await page.locator('.embed').waitFor();
      await page
        .locator('#composer')
        .fill('||hidden|| `code` **bold** <t:1700000000:R> [link](https://example.org)');
      await page.keyboard.press('Enter');
      await page.getByRole('article').nth(2).waitFor();
      await check('a conversation');

      await page.locator('#composer').pressSequentially('/');
      await page.locator('[role=option]:visible').first().waitFor();
      await check('the commands');
      await page.keyboard.press('Enter');
      await page.locator('[role=option]:visible').first().waitFor();
      await check('a command and its suggestions');
      await page.getByRole('button', { name: 'private' }).click();
      await page.getByRole('button', { name: 'Cancel the command' }).click();

      await page.getByRole('button', { name: 'More actions' }).last().click({ force: true });
      await check('the menu of a message');
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Open the inspector' }).click();
      await page.getByText('Parts of the score').waitFor();
      await check('the inspector');
    },
  );
});

test('on a narrow screen the places open over the conversation and close when one is chosen', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US', viewport: { width: 360, height: 740 } });
  const places = page.getByRole('navigation');

  expect(await places.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Channels' }).click();
  await places.getByRole('button', { name: 'Verbatim' }).click();

  await page.getByRole('heading', { name: 'Your conversation with Verbatim' }).waitFor();
  await expect.poll(() => places.isVisible()).toBe(false);
});

test('new messages are spoken to a screen reader', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });

  await page.locator('.example').first().click();

  await page
    .getByRole('log')
    .filter({ hasText: /Verbatim: .*AI governance/u })
    .waitFor({ state: 'attached' });
});

test('those who ask for no motion get none', async () => {
  const { origin } = await openHouse();
  const page = await visit({
    origin,
    locale: 'en-US',
    reducedMotion: 'reduce',
    viewport: { width: 360, height: 740 },
  });
  const duration = await page.evaluate<string>(
    "getComputedStyle(document.querySelector('.places')).transitionDuration",
  );
  expect(duration).toBe('0s');
});
