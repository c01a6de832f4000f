// A simulated Discord and a real discord.js client on it; both end with the test.
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  type SimulatedDiscord,
  type SimulationOptions,
  simulateDiscord,
} from '../../src/simulator/discord.ts';

export const LEAST_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

export const startDiscord = async (options: SimulationOptions = {}): Promise<SimulatedDiscord> => {
  const discord = await simulateDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
};

export const createClient = (discord: SimulatedDiscord, options: Partial<ClientOptions> = {}): Client => {
  const client = new Client({
    intents: LEAST_INTENTS,
    partials: [Partials.Channel],
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
    ...options,
    rest: { api: discord.api, ...options.rest },
  });
  onTestFinished(() => client.destroy());
  return client;
};

/** Logs a client in and resolves when both sides are ready. */
export const connect = async (
  discord: SimulatedDiscord,
  options: Partial<ClientOptions> = {},
): Promise<Client> => {
  const client = createClient(discord, options);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  await discord.ready();
  return client;
};
