import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { wordingFor } from '../../src/wording/locale.ts';
import { openHouse } from '../playground/guest.ts';
import { useChromium } from './chromium.ts';

const { visit } = useChromium();
const { buttons, placeholders, askTheInterview } = wordingFor('en-US').discord;

const articles = (page: Page) => page.getByRole('article');

async function askExample(page: Page) {
  await page.locator('.example').first().click();
  await page.getByRole('button', { name: buttons.fullAnswer }).waitFor();
}

async function write(page: Page, text: string) {
  await page.locator('#composer').fill(text);
  await page.keyboard.press('Enter');
  await articles(page)
    .filter({ hasText: text.replace(/^@\S+ /, '') })
    .first()
    .waitFor();
}

test('every control of an answer can be pressed', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });
  await askExample(page);
  const onlyYou = page.getByText('Only you can see this');

  await page.getByRole('button', { name: buttons.fullAnswer }).click();
  await onlyYou.first().waitFor();
  await page.getByRole('button', { name: buttons.aboutQuote }).first().click();
  await onlyYou.nth(1).waitFor();
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: 'Dismiss message' }).first().click();
    await expect.poll(() => onlyYou.count()).toBe(left);
  }

  await page.getByRole('button', { name: placeholders.related }).click();
  const before = await articles(page).count();
  await page.locator('[role=option]:visible').first().click();
  await expect.poll(() => articles(page).count()).toBeGreaterThan(before);

  const answers = await articles(page).count();
  await page.getByRole('button', { name: buttons.dismiss, exact: true }).first().click();
  await expect.poll(() => articles(page).count()).toBe(answers - 1);
});

test('the message menu asks the interview privately, and the answer can be shared', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });
  const other = await visit({ origin, locale: 'zh-CN' });
  await write(page, 'What does AI governance cover?');

  await articles(page).last().click({ button: 'right' });
  await page.getByRole('menuitem', { name: askTheInterview }).click();
  await page.getByText('Only you can see this').waitFor();
  expect(await other.locator('.embed').count()).toBe(0);
  await page.getByRole('button', { name: buttons.share }).click();

  await other.locator('.embed').waitFor();
});

test('one edits one’s message with the keyboard, and deletes it', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });
  await write(page, 'hello');

  await page.locator('#composer').press('ArrowUp');
  await page.getByRole('textbox', { name: 'Edit your message' }).fill('goodbye');
  await page.keyboard.press('Enter');
  await page.getByText('(edited)').waitFor();
  await articles(page).last().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete message' }).click();

  await expect.poll(() => articles(page).count()).toBe(0);
});

test('everything from question to full answer can be done with the keyboard alone', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.locator('#composer').evaluate((field) => field.matches(':focus'))).toBe(true);
  await page.keyboard.type('/ask');
  await page.keyboard.press('Tab');
  await page.keyboard.type('What does AI governance cover?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.type('/ask ');
  await page.keyboard.type('governance');
  await page.locator('[role=option]:visible').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: buttons.fullAnswer }).waitFor();

  await articles(page).last().focus();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe(buttons.fullAnswer);
  await page.keyboard.press('Enter');
  await page.getByText('Only you can see this').waitFor();
  await articles(page).last().focus();
  await page.keyboard.press('ArrowUp');
  expect(await page.locator(':focus').textContent()).toContain('question 1 of 5');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Reply' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
});

test('the inspector shows what passed, with bodies and verdicts, and explains the answer', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });

  await page.getByRole('button', { name: 'Open the inspector' }).click();
  await page.locator('#composer').fill('@Verbatim What does AI governance cover?');
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByText('Parts of the score').waitFor();
  const request = inspector.locator('details').filter({ hasText: '/messages' }).last();
  await request.locator('summary').click();

  expect(await request.textContent()).toContain('Fits the schema');
  expect(await request.locator('pre').textContent()).toContain('"allowed_mentions"');
  await inspector.getByLabel('Only explanations').check();
  await expect.poll(() => inspector.locator('details').count()).toBe(1);
});

test.each([
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
])('Ask further opens a form that the keyboard fills in and sends, on %s', async (_, viewport) => {
  const { origin } = await openHouse('tests/interviews');
  const page = await visit({ origin, locale: 'en-US', viewport });
  await write(page, '@Verbatim How does a tide clock work?');
  const { form } = wordingFor('en-US').discord;
  const further = page.getByRole('button', { name: buttons.further });
  await further.first().click();
  const dialog = page.getByRole('dialog', { name: form.title });
  await dialog.waitFor();
  const box = await dialog.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await further.first().evaluate((node) => node.matches(':focus'))).toBe(true);

  await page.keyboard.press('Enter');
  const field = dialog.getByLabel(form.question);
  await field.waitFor();
  expect(await field.evaluate((node) => node.matches(':focus'))).toBe(true);
  await dialog.getByLabel(form.interview).selectOption({ index: 1 });
  await field.focus();
  await page.keyboard.type('Tell me more');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await articles(page).filter({ hasText: 'Question: Tell me more' }).first().waitFor();
});
