import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openHouse, say } from '../playground/guest.ts';
import { useChromium } from './chromium.ts';

const { visit } = useChromium();

const MARKUP = '<img src=x onerror="alert(1)"><b>Mia</b>';

test('two visitors see the same channel under their own names, and who is typing', async () => {
  const { origin } = await openHouse();
  const [mia, ben] = [await visit({ origin, locale: 'en-US' }), await visit({ origin, locale: 'en-US' })];

  await mia.getByRole('button', { name: 'Your name' }).click();
  await mia.getByLabel('Name that others see').fill('Mia');
  await mia.keyboard.press('Enter');
  await mia.locator('#composer').pressSequentially('hel');
  await ben.getByText('Mia is typing…').waitFor();
  await mia.locator('#composer').pressSequentially('lo, everybody');
  await mia.keyboard.press('Enter');

  await ben.getByRole('article', { name: /^Mia,/u }).waitFor();
  expect(await ben.getByRole('article').textContent()).toContain('hello, everybody');
});

test('markup in a name, a question and a command stays text for everybody', async () => {
  const { origin } = await openHouse();
  const [mia, ben] = [await visit({ origin, locale: 'en-US' }), await visit({ origin, locale: 'en-US' })];

  await mia.getByRole('button', { name: 'Your name' }).click();
  await mia.getByLabel('Name that others see').fill('<b>Mia</b>');
  await mia.keyboard.press('Enter');
  await mia.locator('#composer').fill(`@Verbatim ${MARKUP} AI governance?`);
  await mia.keyboard.press('Enter');
  await ben.locator('.embed').waitFor();

  expect(await ben.getByRole('article').first().textContent()).toContain(MARKUP);
  expect(await ben.getByRole('article').first().textContent()).toContain('<b>Mia</b>');
  for (const page of [mia, ben]) expect(await page.locator('img, .text b, .author b').count()).toBe(0);
});

test('a reload keeps the visitor, and a new tab is another one', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });
  const name = () => page.locator('.your-name').textContent();
  await expect.poll(name).toBe('Guest 1');

  await page.reload();
  await expect.poll(name).toBe('Guest 1');
  const tab = await page.context().newPage();
  await tab.goto(origin);
  await expect.poll(() => tab.locator('.your-name').textContent()).toBe('Guest 2');
});

test('nobody is welcomed to a place that is not known yet', async () => {
  const { origin } = await openHouse();
  const page = await visit({ origin, locale: 'en-US' });
  await page.routeWebSocket(/\/socket/u, () => undefined);

  await page.reload();
  await page.locator('#composer').waitFor();

  expect(await page.locator('.welcome').count()).toBe(0);
});

/** A page on another origin that tries whatever a page can try. */
const HOSTILE = (target: string) => `<!doctype html><title>working</title>
<iframe src="${target}/"></iframe>
<form id="f" method="post" enctype="text/plain" target="sink" action="${target}/api/visit">
<input name='{"locale":"en-US","x":"' value='"}'></form><iframe name="sink"></iframe>
<script>
const tries = [
  fetch('${target}/api/visit', { method: 'POST', body: '{"locale":"en-US"}', mode: 'no-cors' }),
  fetch('${target}/api/visit', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"locale":"en-US"}' }),
  fetch('${target}/').then((r) => r.text()),
  new Promise((resolve, reject) => {
    const s = new WebSocket('${target.replace('http', 'ws')}/socket');
    s.onopen = () => resolve('open');
    s.onerror = () => reject(new Error('refused'));
  }),
];
document.getElementById('f').submit();
Promise.allSettled(tries).then((all) => { document.title = all.map((each) => each.status).join(' '); });
</script>`;

test('a hostile page on another origin achieves nothing', async () => {
  const { origin, enter } = await openHouse();
  const hostile = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(HOSTILE(origin));
  });
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    hostile.close();
    hostile.closeAllConnections();
  });
  const page = await visit({ origin, locale: 'en-US' });
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error('the page has no browser');
  onTestFinished(() => context.close());
  const evil = await context.newPage();

  await evil.goto(`http://127.0.0.1:${(hostile.address() as AddressInfo).port}/`);

  await expect.poll(() => evil.title()).toBe('rejected rejected rejected rejected');
  const guest = await enter();
  expect(guest.snapshot.you.name).toBe('Guest 2');
  await guest.act(say(guest.place('general'), 'still here'));
  await page.getByText('still here', { exact: true }).waitFor();
});
