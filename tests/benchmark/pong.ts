// A bot that only says "pong": what a question costs when nothing is looked up.
import { ApplicationCommandOptionType, Events } from 'discord.js';
import { createClient } from '../../src/discord/connection/client.ts';

interface PongOptions {
  readonly api: string;
  readonly token: string;
}

/** The same command as ours, so that the same question can be asked. */
const ASK = {
  name: 'ask',
  description: 'Says pong',
  options: [
    {
      type: ApplicationCommandOptionType.String as const,
      name: 'question',
      description: 'Anything',
      required: true,
    },
  ],
};

/** Resolves when it is logged in; it runs until its process ends. */
export async function runPong({ api, token }: PongOptions): Promise<void> {
  const client = createClient({ apiUrl: api, readsAll: false, assignment: { ids: [0], count: 1 } });
  client.on(Events.ClientReady, (ready) => {
    ready.application.commands.set([ASK]).catch(fail);
  });
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) message.reply('pong').catch(fail);
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) interaction.reply('pong').catch(fail);
  });
  await client.login(token);
}

function fail(cause: unknown): never {
  throw new Error('The bot that says pong could not say it.', { cause });
}
