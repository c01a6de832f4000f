import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { wordingFor as pageWording } from '../../src/playground/page/wording/wording.ts';
import type { PageLocale } from '../../src/playground/protocol/protocol.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { openHouse } from '../playground/guest.ts';
import { useChromium } from './chromium.ts';

const { visit } = useChromium();

const QUESTIONS: Readonly<
  Record<PageLocale, { readonly ask: string; readonly typed: string; readonly cited: RegExp }>
> = {
  'en-US': { ask: 'What does AI governance cover?', typed: 'govern', cited: /question 1 of 5/u },
  'zh-CN': { ask: 'AI治理涵盖了哪些内容?', typed: '治理', cited: /第1问（共5问）/u },
  'zh-TW': { ask: 'AI治理究竟涵蓋哪些面向?', typed: '治理', cited: /第 ?1 ?問（共 ?5 ?問）/u },
};

/** What was pressed is told by the press itself: a later answer may bring other suggestions. */
const REMEMBER_PRESSED = `document.addEventListener(
  'click',
  ({ target }) => { window.pressed = target.closest('[role=option]').textContent; },
  { capture: true, once: true },
)`;

const composer = (page: Page) => page.locator('#composer');
const lastMessage = (page: Page) => page.getByRole('article').last();

describe.each(Object.entries(QUESTIONS) as [PageLocale, (typeof QUESTIONS)[PageLocale]][])(
  'in %s',
  (locale, { ask, typed, cited }) => {
    test('an example, a typed mention, a reply and a direct message are answered', async () => {
      const { origin } = await openHouse();
      const page = await visit({ origin, locale });
      const answered = (count: number) =>
        page
          .locator('.embed-footer')
          .nth(count - 1)
          .waitFor();

      expect(await page.locator('.example').count()).toBe(3);
      await page.locator('.example').first().click();
      await answered(1);

      await composer(page).pressSequentially('@Ver');
      await page.getByRole('option', { name: 'Verbatim' }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type(ask);
      await page.keyboard.press('Enter');
      await answered(2);
      expect(await lastMessage(page).textContent()).toMatch(cited);

      await lastMessage(page).focus();
      await lastMessage(page)
        .getByRole('button', { name: pageWording(locale).message.reply, exact: true })
        .click();
      await page.keyboard.type(ask);
      await page.keyboard.press('Enter');
      await answered(3);

      await page.getByRole('button', { name: 'Verbatim', exact: true }).click();
      await composer(page).fill(ask);
      await page.keyboard.press('Enter');
      await answered(1);
      expect(await lastMessage(page).textContent()).toMatch(cited);
    });

    test('/ask is found, described, completed and answered in the member’s language', async () => {
      const { origin } = await openHouse();
      const page = await visit({ origin, locale });
      const { commands, options } = wordingFor(locale).discord;

      await composer(page).pressSequentially('/as');
      await page.getByText(commands.ask).waitFor();
      await page.keyboard.press('Enter');
      const field = page.getByRole('combobox', { name: options.question.name });
      await field.pressSequentially(typed);
      await page.evaluate(REMEMBER_PRESSED);
      await page.locator('[role=option]:visible').filter({ hasText: typed }).first().click();
      const pressed = await page.evaluate<string>('window.pressed');
      expect(pressed).toContain(typed);
      expect(await field.inputValue()).toBe(pressed);
      await page.keyboard.press('Enter');

      await page.locator('.embed-footer').waitFor();
      expect(await lastMessage(page).textContent()).toContain(pageWording(locale).message.used('/ask'));
    });
  },
);

test('a required option that is missing is named, and the command stays', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });

  await composer(page).pressSequentially('/ask ');
  await page.getByRole('button', { name: 'Send command' }).click();

  await page.getByText('Please fill in: question').waitFor();
  expect(await page.getByRole('form', { name: '/ask' }).isVisible()).toBe(true);
});

test('changing the language changes the page, the commands and what the bot says', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });

  await page.getByLabel('Language').selectOption('zh-TW');
  await page.getByRole('heading', { name: '歡迎來到 #general' }).waitFor();
  await composer(page).pressSequentially('/help');
  await page.getByText(wordingFor('zh-TW').discord.commands.help).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');

  await page.locator('.embed-title', { hasText: wordingFor('zh-TW').discord.guide.title }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-TW');
});

test('an interview picked from the list of /summary is the one that is shown', async () => {
  const { origin } = await openHouse('tests/interviews');
  const page = await visit({ origin, locale: 'en-US' });
  const { options } = wordingFor('en-US').discord;

  await composer(page).pressSequentially('/summary ');
  await page.getByRole('combobox', { name: options.interview.name }).pressSequentially('moon');
  await page.getByRole('option', { name: /The Moon Is Always Late/ }).click();
  await page.getByRole('button', { name: 'Send command' }).click();

  await page.locator('.embed-title', { hasText: 'The Moon Is Always Late' }).waitFor();
});

test('a message without a mention gets a hint below the field, one with it, a reply and a direct message get none', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });
  const hint = page.locator('.field-hint');
  const words = pageWording('en-US').composer;

  await composer(page).pressSequentially('What is AI governance?');
  await expect.poll(() => hint.textContent()).toBe(words.unheard('Verbatim'));
  await page.keyboard.press('Enter');
  await lastMessage(page).waitFor();
  expect(await hint.textContent()).toBe(words.unheard('Verbatim'));

  await composer(page).fill('@Verbatim What is AI governance?');
  await expect.poll(() => hint.textContent()).toBe('');
  await page.keyboard.press('Enter');
  await page.locator('.embed-footer').waitFor();
  await lastMessage(page).focus();
  await lastMessage(page)
    .getByRole('button', { name: pageWording('en-US').message.reply, exact: true })
    .click();
  await page.keyboard.type('Why?');
  expect(await hint.textContent()).toBe('');

  await page.getByRole('button', { name: 'Verbatim', exact: true }).click();
  await composer(page).fill('What is AI governance?');
  expect(await hint.textContent()).toBe('');
});

test('what is left of Discord’s 2,000 characters is shown near the end, and more are not sent', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });
  const left = page.locator('.field-left');

  await composer(page).fill('😀'.repeat(900));
  expect(await left.textContent()).toBe('');
  await composer(page).fill('😀'.repeat(950));
  expect(await left.textContent()).toBe('100');
  await composer(page).fill('😀'.repeat(1_001));
  expect(await left.textContent()).toBe('-2');
  await page.keyboard.press('Enter');
  await page.getByText(pageWording('en-US').composer.tooLong(2_000)).first().waitFor();
  expect(await page.getByRole('article').count()).toBe(0);
});

test('the welcome names the bot, the interviewee and the interview', async () => {
  const { origin } = await openHouse();
  for (const locale of ['en-US', 'zh-CN', 'zh-TW'] as const) {
    const page = await visit({ origin, locale });
    const welcome = (await page.locator('.welcome').textContent()) ?? '';
    expect(welcome).toContain('Verbatim');
    expect(welcome).toMatch(/Song Haitao|宋海涛/u);
    expect(welcome).toMatch(/Why is international cooperation|国际合作为何/u);
  }
});
