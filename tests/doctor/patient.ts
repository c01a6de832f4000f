// A healthy installation on a simulated Discord, for the doctor to examine; tests make one thing wrong at a time.
import { onTestFinished } from 'vitest';
import { commandsFor } from '../../src/discord/connection/commands.ts';
import { examine, reportOn, type Settings, type Surroundings } from '../../src/doctor/examine.ts';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import {
  type SimulatedDiscord,
  type SimulationOptions,
  simulateDiscord,
} from '../../src/simulator/discord.ts';

export const FAKE_TOKEN = 'FAKE.TOKEN.for-tests-only';

export async function openDiscord(options: SimulationOptions = {}): Promise<SimulatedDiscord> {
  const discord = await simulateDiscord({ token: FAKE_TOKEN, ...options });
  onTestFinished(() => discord.close());
  return discord;
}

/** As the bot does at its start. */
export async function register({ api, bot }: SimulatedDiscord, commands: unknown = commandsFor(1)) {
  const response = await fetch(`${api}/v10/applications/${bot.id}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${FAKE_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(commands),
  });
  if (!response.ok) throw new Error(`the commands could not be registered: ${await response.text()}`);
}

export interface Changes extends Partial<Omit<Surroundings, 'settings'>> {
  readonly settings?: Partial<Settings>;
}

/** The doctor's report: its lines, and the exit status. */
export async function diagnose({ api }: Pick<SimulatedDiscord, 'api'>, changes: Changes = {}) {
  const { settings: changed, ...around } = changes;
  const healthy: Settings = {
    faults: [],
    token: FAKE_TOKEN,
    apiUrl: api,
    knowledge: 'knowledge',
    asksForContent: false,
    channels: [],
    interviews: [],
    remarks: [],
    usesProxy: false,
  };
  const diagnosis = await examine({
    settings: { ...healthy, ...changed },
    node: { running: '20.20.2', oldest: '20.12' },
    envFile: { state: 'readable', mode: 0o600 },
    loadKnowledge,
    now: Date.now,
    ...around,
  });
  const { text, status } = reportOn(diagnosis, [FAKE_TOKEN]);
  const problems = diagnosis.findings.flatMap((finding) => (finding.status === 'problem' ? [finding] : []));
  return { text, status, problems, notes: diagnosis.findings.filter((finding) => finding.status === 'note') };
}
