import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openHouse } from '../playground/guest.ts';
import { useChromium } from './chromium.ts';

const { visit } = useChromium();

test('a mistake in a file stands in the page with file and line until it is mended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp('knowledge', folder, { recursive: true });
  const file = join(folder, 'song-haitao.md');
  const text = await readFile(file, 'utf8');
  const { origin } = await openHouse(folder);
  const page = await visit({ origin, locale: 'en-US' });

  await writeFile(file, text.replace('## Biography', '## Biographie'));
  await page.getByText(/song-haitao\.md:\d+: .*Biographie/u).waitFor();
  await page.locator('.example').first().click();
  await page.locator('.embed').waitFor();
  await writeFile(file, text);

  await page.getByText(/song-haitao\.md:\d+/u).waitFor({ state: 'detached' });
  await page.getByText('The interviews were loaded anew.').waitFor();
  expect(await page.locator('.embed-footer').textContent()).toContain('question 1 of 5');
});
