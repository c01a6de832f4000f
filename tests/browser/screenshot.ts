// npm run screenshot: draws the README's picture of the playground anew.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadDictionary } from '../../src/load-dictionary.ts';
import { loadKnowledge, stampKnowledge } from '../../src/load-knowledge.ts';
import { openShelf } from '../../src/playground/house/shelf.ts';
import { openPlayground } from '../../src/playground/playground.ts';
import { startChromium } from './chromium.ts';

const PICTURE = fileURLToPath(new URL('./playground.png', import.meta.url));
/** Bytes: a README shall open quickly. */
const LARGEST_PICTURE = 300 * 1024;
const FOLDER = 'knowledge';
const QUESTION = '@Verbatim What role does WAIC play?';

const dictionary = await loadDictionary();
const opened = await openShelf({
  load: async () => ({ ...(await loadKnowledge(FOLDER)), dictionary }),
  stamp: () => stampKnowledge(FOLDER),
});
if (!opened.ok) throw new Error('there is no interview to show');
const playground = await openPlayground({
  shelf: opened.shelf,
  version: '1.2.3',
  address: '127.0.0.1',
  firstPort: 0,
  now: Date.now,
  onError: (error) => {
    throw error;
  },
});
const browser = await startChromium();
const page = await browser.newPage({
  viewport: { width: 1280, height: 800 },
  locale: 'en-US',
  colorScheme: 'dark',
});
await page.goto(`http://127.0.0.1:${playground.port}/`);
await page.getByRole('button', { name: 'Your name' }).click();
await page.getByLabel('Name that others see').fill('Mia');
await page.keyboard.press('Enter');
await page.getByRole('button', { name: 'Open the inspector' }).click();
await page.getByLabel('Only explanations').check();
await page.locator('#composer').fill(QUESTION);
await page.keyboard.press('Enter');
await page.locator('.embed-footer').waitFor();
await page.getByText('Parts of the score').waitFor();
await page.mouse.move(0, 0);
await page.screenshot({ path: PICTURE });
await browser.close();
await playground.close();
const { size } = statSync(PICTURE);
if (size > LARGEST_PICTURE) throw new Error(`${PICTURE} has ${size} bytes, more than ${LARGEST_PICTURE}`);
process.stdout.write(`${PICTURE}: ${size} bytes\n`);
process.exit(0);
