// Whether a browser finds the words that a citation's link names, on a page that prints them with its own markup.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Section } from '../../src/knowledge/interview.ts';
import { linkToWords } from '../../src/wording/link-to-words.ts';
import { folderSource } from '../answer/interviews.ts';
import { startChromium } from './chromium.ts';

const { interviews } = folderSource;

/** A page of one paragraph for each of a section, far below its beginning. */
function pageOf({ text }: Section, language: string): string {
  const paragraphs = text
    .split('\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><div style="height:5000px">top</div>${paragraphs.join('')}<div style="height:5000px"></div></html>`;
}

/** One, two and five sentences from the middle of each interview's longest answers. */
const CASES = interviews.flatMap(({ article: { language }, sections }) =>
  sections.slice(1, 4).flatMap((section) =>
    [1, 2, 5].flatMap((count) => {
      const at = Math.floor(section.sentences.length / 3);
      const [first, last] = [section.sentences[at], section.sentences.slice(at, at + count).at(-1)];
      return first && last ? [{ language, section, text: section.text.slice(first.start, last.end) }] : [];
    }),
  ),
);

test('Chromium scrolls to the quoted words in every language', async () => {
  let page = '';
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await startChromium();
  onTestFinished(async () => {
    await browser.close();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const missed: string[] = [];
  for (const { language, section, text } of CASES) {
    page = pageOf(section, language);
    const link = linkToWords({ url: `http://127.0.0.1:${port}/`, text, language });
    const tab = await browser.newPage();
    await tab.goto(link);
    const isFound = await tab.waitForFunction('scrollY > 1000', undefined, { timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (!isFound) missed.push(link);
    await tab.close();
  }
  expect(CASES.length).toBeGreaterThan(30);
  expect(missed).toEqual([]);
});
