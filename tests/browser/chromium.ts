// Debian's Chromium for the browser tests, and pages of it that notice what must not happen.
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from 'vitest';

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const IS_MISSING = `no Chromium at ${EXECUTABLE}: install Debian's package chromium, or name another in CHROMIUM`;

/** What Chromium does by itself in the background would look for other hosts. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

export interface Visit extends BrowserContextOptions {
  readonly origin: string;
}

export interface Browsing {
  /** A page of its own profile, at the playground; the test fails if it asks another host or reports an error. */
  readonly visit: (visit: Visit) => Promise<Page>;
}

/** One browser for all tests of a file. Without Chromium they are skipped, unless REQUIRE_BROWSER is set. */
export function useChromium(): Browsing {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (existsSync(EXECUTABLE)) browser = await startChromium();
    else if (process.env['REQUIRE_BROWSER']) throw new Error(IS_MISSING);
  });
  beforeEach(({ skip }) => {
    if (!browser) skip(IS_MISSING);
  });
  afterAll(() => browser?.close());
  return {
    visit: async ({ origin, ...options }) => {
      if (!browser) throw new Error(IS_MISSING);
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const wrong = watch(page, origin);
      onTestFinished(async () => {
        await context.close();
        expect(wrong).toEqual([]);
      });
      await page.goto(origin);
      await page.getByRole('article').or(page.locator('.welcome')).first().waitFor();
      return page;
    },
  };
}

/** Requests to other hosts, errors in the page, and what its policy had to stop. */
function watch(page: Page, origin: string): readonly string[] {
  const wrong: string[] = [];
  const { host } = new URL(origin);
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) wrong.push(`asked ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== host) wrong.push(`opened ${socket.url()}`);
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('dialog', (dialog) => wrong.push(`a dialog: ${dialog.message()}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
  });
  return wrong;
}
