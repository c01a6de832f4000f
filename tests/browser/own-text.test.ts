import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { wordingFor } from '../../src/playground/page/wording/wording.ts';
import type { PageLocale } from '../../src/playground/protocol/protocol.ts';
import { openHouse } from '../playground/guest.ts';
import { overflow, seriousFindings } from './axe.ts';
import { useChromium } from './chromium.ts';

const { visit } = useChromium();

const TALK = `Reporter: How did you come to the lighthouse?

Ada Finch: My uncle kept it before me, and nobody else wanted the stairs.

Reporter: What do you do when the lamp fails?

Ada Finch: I light the old oil lamp and ring the bell until morning.

Reporter: Do you ever feel lonely?

Ada Finch: The gulls are worse company than none, so I read.
`;
const PHONE = { width: 390, height: 844 };

const composer = (page: Page) => page.locator('#composer');

async function openDialog(page: Page, locale: PageLocale = 'en-US') {
  const { open } = wordingFor(locale).ownText;
  await page.locator('.welcome').getByRole('button', { name: open }).click();
  return page.getByRole('dialog', { name: open });
}

test.each(['en-US', 'zh-CN', 'zh-TW'] as const)(
  'in %s a pasted text is read, completed, asked, kept as a file and forgotten',
  async (locale) => {
    const words = wordingFor(locale).ownText;
    const { origin } = await openHouse();
    const page = await visit({ origin, locale, viewport: PHONE });
    const dialog = await openDialog(page, locale);

    await dialog.getByLabel(words.paste).fill(TALK);
    await dialog.getByRole('button', { name: words.read }).click();
    const report = page.getByRole('dialog', { name: words.report });
    await report.getByText(/3 exchanges/u).waitFor();
    expect(await report.getByLabel(words.fields.interviewee).inputValue()).toBe('Ada Finch');
    expect(await report.getByLabel(words.fields.publication).inputValue()).toBe(words.standIns.publication);
    expect(await report.getByLabel(words.fields.date).inputValue()).toBe('');

    await report.getByLabel(words.fields.date).fill('last summer');
    await report.getByRole('button', { name: words.ask }).click();
    await report.getByText(/not a calendar date: last summer/u).waitFor();
    await report.getByLabel(words.fields.date).fill('2024');
    await report.getByRole('button', { name: words.ask }).click();

    const bar = page.getByRole('region', { name: words.asking('your-text.md') });
    // At once: the shared room's examples are no longer there to be pressed.
    await page.locator('.example').nth(1).click();
    await page.locator('.embed', { hasText: 'ring the bell until morning' }).waitFor();
    const downloading = page.waitForEvent('download');
    await bar.getByRole('button', { name: words.download }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('your-text.md');
    expect(await readFile(await download.path(), 'utf8')).toMatch(
      /^---\n[\s\S]*date: "?2024[\s\S]*## Q: What do you do/u,
    );

    await page.reload();
    await bar.waitFor();
    await bar.getByRole('button', { name: words.leave }).click();
    await page.getByText(words.left).waitFor();
    expect(await bar.isVisible()).toBe(false);
    expect(await page.locator('.embed').count()).toBe(0);
  },
);

test('the keyboard alone leads from the page to an answer, and Escape out of the dialog', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });
  await page.locator('.welcome').getByRole('button', { name: 'Try your own text' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);

  await page.keyboard.press('Enter');
  await page.keyboard.insertText(`The Harbour Post, 3 May 2024\n\n${TALK}`);
  for (const _ of ['choose', 'close', 'read']) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'What was found' }).waitFor();
  await page.getByLabel('Date').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2024-05-03');
  await page.keyboard.press('Enter');

  await page.getByText('You are asking your own text').waitFor();
  await page.keyboard.type('@Verbatim Do you ever feel lonely?');
  await page.keyboard.press('Enter');
  await page.locator('.embed', { hasText: 'The gulls are worse company' }).waitFor();
});

describe('a file', () => {
  test('that is chosen is read at once; one that is no interview is refused in the words of ingest', async () => {
    const { origin } = await openHouse();
    const page = await visit({ origin, locale: 'en-US' });
    const dialog = await openDialog(page);
    const choose = (name: string, buffer: Buffer) =>
      dialog
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

    await choose('picture.png', await readFile('tests/browser/answer.png'));
    await dialog.getByText('This is no text but a binary file.').waitFor();
    await choose('big.txt', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'));
    await dialog.getByText('The file is larger than 5 MB.').waitFor();
    await choose('talk.txt', Buffer.from(`﻿${TALK}`, 'utf16le'));
    await page.getByText(/^talk\.txt: text, UTF-16.*3 exchanges/u).waitFor();

    await page.getByRole('button', { name: 'Another text' }).click();
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await dialog.getByText('Paste a text first, or choose a file.').waitFor();
  });

  test('that is dropped on the page is read, and does not take the page’s place', async () => {
    const { origin } = await openHouse();
    const page = await visit({ origin, locale: 'en-US' });
    const dropped = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(TALK)}], 'talk.txt')); return data; })()`,
    );
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await page.getByText(/^talk\.txt: text, UTF-8; 3 exchanges/u).waitFor();
  });
});

describe.each([PHONE, { width: 1280, height: 800 }])('at $width × $height', (viewport) => {
  test.each(['dark', 'light'] as const)('in %s colors all of it is within reach', async (colorScheme) => {
    const { origin } = await openHouse();
    // The page's policy would keep axe out; the policy itself is tested elsewhere.
    const page = await visit({ origin, locale: 'en-US', viewport, colorScheme, bypassCSP: true });
    const look = async (what: string) => {
      const shot = process.env['SHOTS'];
      if (shot) await page.screenshot({ path: `${shot}/${what}-${colorScheme}-${viewport.width}.png` });
      const seen = { what, findings: await seriousFindings(page), overflow: await overflow(page) };
      expect(seen).toEqual({ what, findings: [], overflow: 0 });
    };
    await look('welcome');
    const dialog = await openDialog(page);
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await look('source');
    await dialog.getByLabel('Text of the interview').fill(`Share this page\n\n${TALK}\n\nSubscribe now!`);
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await page.getByLabel('Date').waitFor();
    await look('values');
    await page.getByLabel('Date').fill('soon');
    await page.getByRole('button', { name: 'Ask it' }).click();
    await page.getByText(/not a calendar date: soon/u).waitFor();
    await look('report');
    await page.getByLabel('Date').fill('2024');
    await page.getByRole('button', { name: 'Ask it' }).click();
    await page.getByText('You are asking your own text').waitFor();
    await composer(page).fill('@Verbatim Do you ever feel lonely?');
    await page.keyboard.press('Enter');
    await page.locator('.embed').waitFor();
    await look('room');
  });
});
