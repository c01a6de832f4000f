// npm run screenshot: draws the README's picture anew, a question in a channel and its quoted answer.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openShelf } from '../../src/answer/shelf.ts';
import { loadDictionary, loadKnowledge } from '../../src/load-knowledge.ts';
import { openPlayground } from '../../src/playground/playground.ts';
import { startChromium } from './chromium.ts';

const PICTURE = fileURLToPath(new URL('./answer.png', import.meta.url));
/** Bytes: a README shall open quickly. */
const LARGEST_PICTURE = 300 * 1024;
/** Pixels around what is shown. */
const MARGIN = 12;
const FOLDER = 'knowledge';
const QUESTION = '@Verbatim What role does WAIC play?';

const dictionary = await loadDictionary();
const opened = await openShelf({
  load: async () => ({ ...(await loadKnowledge(FOLDER)), dictionary }),
  now: Date.now,
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
  viewport: { width: 900, height: 1000 },
  // Readable where it is shown smaller, and on a fine screen.
  deviceScaleFactor: 2,
  locale: 'en-US',
  colorScheme: 'dark',
});
await page.goto(`http://127.0.0.1:${playground.port}/`);
await page.getByRole('button', { name: 'Your name' }).click();
await page.getByLabel('Name that others see').fill('Mia');
await page.keyboard.press('Enter');
await page.locator('#composer').fill(QUESTION);
await page.keyboard.press('Enter');
await page.locator('.embed-footer').waitFor();
await page.mouse.move(0, 0);
const first = await page.getByRole('article').first().boundingBox();
const last = await page.locator('.embed').last().boundingBox();
const controls = await page.getByRole('article').last().boundingBox();
if (!first || !last || !controls) throw new Error('there is no answer to draw');
await page.screenshot({
  path: PICTURE,
  clip: {
    x: first.x,
    y: first.y - MARGIN,
    width: last.x + last.width - first.x + MARGIN,
    height: controls.y + controls.height - first.y + MARGIN,
  },
});
await browser.close();
await playground.close();
const { size } = statSync(PICTURE);
if (size > LARGEST_PICTURE) throw new Error(`${PICTURE} has ${size} bytes, more than ${LARGEST_PICTURE}`);
process.stdout.write(`${PICTURE}: ${size} bytes\n`);
process.exit(0);
