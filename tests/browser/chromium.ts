// Debian's Chromium for the browser tests, where it is installed; how it is started, and the playground it looks at.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export const HAS_CHROMIUM = existsSync(EXECUTABLE);
export const WITHOUT_CHROMIUM = `no Chromium at ${EXECUTABLE}: install Debian's package chromium, or name another in CHROMIUM`;

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
