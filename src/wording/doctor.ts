// What `npm run doctor` says, in English only: it is the operator's tool. Each finding is what was seen and what to do.
import { counted } from './formats.ts';

export type DoctorFinding =
  | { readonly status: 'ok' | 'note'; readonly what: string }
  | { readonly status: 'problem'; readonly what: string; readonly mend: string };

export function ok(what: string): DoctorFinding {
  return { status: 'ok', what };
}
/** Worth knowing, but nothing that has to change. */
export function note(what: string): DoctorFinding {
  return { status: 'note', what };
}

export function problem(what: string, mend: string): DoctorFinding {
  return { status: 'problem', what, mend };
}

const PORTAL = 'https://discord.com/developers/applications';
const IN_PORTAL = `In the Discord Developer Portal (${PORTAL}), your application`;

const HOW_TO_GET_A_TOKEN = [
  `1. Open ${PORTAL}, sign in, press "New Application" and give it a name.`,
  '2. Open its page Bot, press "Reset Token" and copy the token. Discord shows it only once.',
  '3. Copy .env.example to .env, write the token after DISCORD_TOKEN= and save the file.',
  '4. Keep it to yourself: chmod 600 .env',
  '5. Run npm run doctor again.',
].join('\n');

const TOKEN_SHAPES: Readonly<Record<TokenShape, string>> = {
  'public-key': ' What is set looks like the application’s public key, which is no token.',
  'application-id': ' What is set looks like the application’s id, which is no token.',
  'client-secret': ' What is set looks like the client secret, which is no token.',
  unknown: '',
};

export type TokenShape = 'public-key' | 'application-id' | 'client-secret' | 'unknown';

/** Discord's own names for the permissions, and why each is needed. */
const PERMISSIONS = {
  viewChannel: 'View Channels (to receive the questions)',
  sendMessages: 'Send Messages (to answer)',
  sendMessagesInThreads: 'Send Messages in Threads (to answer in threads and forum posts)',
  embedLinks: 'Embed Links (answers are embeds)',
  readMessageHistory: 'Read Message History (to reply to the question)',
} as const;

export type PermissionLabel = keyof typeof PERMISSIONS;

function named(missing: readonly PermissionLabel[]) {
  return missing.map((name) => PERMISSIONS[name]).join(', ');
}

const HEALTH_MEND = 'Write an address of this machine in HEALTH_HOST, and a free port in HEALTH_PORT.';

/** By the code of the system's error. */
const HEALTH_MENDS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program listens there: write another port in HEALTH_PORT.',
  EADDRNOTAVAIL: 'This machine has no such address: mend HEALTH_HOST, or leave it empty.',
  ENOTFOUND: 'This machine knows no such name: mend HEALTH_HOST, or leave it empty.',
  EACCES: 'Ports below 1024 need special rights: write a larger one in HEALTH_PORT.',
};

export const DOCTOR = {
  settings: {
    fine: ok('Settings: every variable can be read.'),
    fault: (fault: string) => problem(`Settings: ${fault}`, 'Mend it in .env, or in the environment.'),
    misspelt: (name: string, meant: string) =>
      problem(`Settings: ${name} is no variable of the bot’s.`, `Write ${meant}, or take it out.`),
    stray: (name: string, meant: string) =>
      note(`Settings: ${name} is no variable of the bot’s, and is not read; ${meant} is.`),
    hostAlone: note('Settings: HEALTH_HOST does nothing without HEALTH_PORT.'),
  },
  node: {
    fine: (version: string) => ok(`Node.js ${version}.`),
    old: (version: string, oldest: string) =>
      problem(
        `Node.js ${version} is too old.`,
        `Install Node.js ${oldest} or newer from https://nodejs.org.`,
      ),
  },
  envFile: {
    absent: note('.env: there is none, so all settings come from the environment.'),
    private: ok('.env: only its owner can read it.'),
    unchecked: note('.env: this system tells nothing about who can read it. See that only you can.'),
    open: problem('.env: other users of this machine can read it or write to it.', 'Run: chmod 600 .env'),
    unreadable: (reason: string) =>
      problem(
        `.env: it cannot be read (${reason}).`,
        'See that it is a file and that the user who runs the bot owns it: chown USER .env, then chmod 600 .env',
      ),
  },
  knowledge: {
    fine: (interviews: number, questions: number) =>
      ok(`Knowledge: ${counted(interviews, 'interview')} with ${counted(questions, 'question')}.`),
    fault: (place: string, mend: string) => problem(`Knowledge: ${place}`, mend),
    unknown: (id: string, loaded: readonly string[]) =>
      problem(
        `Knowledge: CHANNEL_INTERVIEWS names the interview ${id}, which is not loaded.`,
        `Write one of: ${loaded.join(', ')}.`,
      ),
    none: (folder: string) =>
      problem(
        `Knowledge: no interview could be loaded from ${folder}.`,
        'Add one as README.md says, or name another folder in KNOWLEDGE_DIR.',
      ),
  },
  token: {
    missing: problem('Token: DISCORD_TOKEN is not set.', HOW_TO_GET_A_TOKEN),
    fine: (name: string) => ok(`Token: Discord knows it as ${name}.`),
    refused: (shape: TokenShape) =>
      problem(
        `Token: Discord refused it (401): it is wrong, or was reset.${TOKEN_SHAPES[shape]}`,
        `${IN_PORTAL}, page Bot, press "Reset Token", copy the new one and write it after DISCORD_TOKEN= in .env.`,
      ),
  },
  discord: {
    unreachable: (api: string, reason: string) =>
      problem(
        `Discord cannot be reached at ${api} (${reason}).`,
        'See that this machine is online and that no firewall stops HTTPS. Leave DISCORD_API_URL empty to use Discord’s own address.',
      ),
    late: (api: string, seconds: number) =>
      problem(
        `Discord did not answer at ${api} within ${seconds} s.`,
        'Try again in a minute; https://discordstatus.com tells whether Discord has trouble.',
      ),
    strange: (api: string) =>
      problem(
        `What answers at ${api} is not Discord.`,
        'Leave DISCORD_API_URL empty, and see that no login page or proxy stands between.',
      ),
    busy: problem('Discord asked to slow down (429).', 'Wait a few minutes, then run npm run doctor again.'),
    failed: (status: number) =>
      problem(
        `Discord answered with status ${status}.`,
        'Try again in a minute; https://discordstatus.com tells whether Discord has trouble. See that DISCORD_API_URL is right, or empty.',
      ),
    unchecked: note('Not checked, for what is said above: the application, its commands and permissions.'),
  },
  clock: {
    fine: (seconds: number) => ok(`Clock: within ${seconds} s of Discord’s.`),
    skewed: (seconds: number, direction: 'ahead' | 'behind') =>
      problem(
        `Clock: ${seconds} s ${direction} of Discord’s.`,
        'Set the clock and let it be kept right: timedatectl set-ntp true',
      ),
    unknown: note('Clock: Discord’s answer has no date, so it was not compared.'),
  },
  application: {
    contentUnneeded: ok('Message Content intent: not needed, and not asked for (ASK_CHANNELS is not set).'),
    contentOn: ok('Message Content intent: switched on, as ASK_CHANNELS needs it.'),
    contentIdle: note('Message Content intent: switched on, but not needed while ASK_CHANNELS is not set.'),
    contentOff: problem(
      'Message Content intent: switched off, but ASK_CHANNELS needs it.',
      `${IN_PORTAL}, page Bot, section Privileged Gateway Intents: switch on "Message Content Intent" and save. Or leave ASK_CHANNELS empty.`,
    ),
    installable: ok('Installation: to servers and to members’ own accounts.'),
    notInstallable: (missing: string) =>
      problem(
        `Installation: "${missing}" is switched off.`,
        `${IN_PORTAL}, page Installation, section Installation Contexts: tick "${missing}" and save.`,
      ),
    codeGrant: problem(
      'Invite link: it will fail, because the application demands a code grant.',
      `${IN_PORTAL}, page Bot: switch off "Requires OAuth2 Code Grant" and save.`,
    ),
    endpoint: problem(
      'Commands: Discord sends them to an Interactions Endpoint URL and not to this bot.',
      `${IN_PORTAL}, page General Information: empty "Interactions Endpoint URL" and save.`,
    ),
    notPublic: note('Invite link: only the application’s owner can use it (Public Bot is switched off).'),
  },
  commands: {
    fine: (count: number) => ok(`Commands: all ${count} are registered as this version has them.`),
    none: problem('Commands: none is registered.', 'Start the bot once: npm start registers them.'),
    outdated: problem(
      'Commands: those that are registered differ from this version’s.',
      'Restart the bot: it registers them when it starts.',
    ),
    unchecked: note('Commands: not compared, for they depend on the interviews that could not be loaded.'),
  },
  channels: {
    fine: (place: string) => ok(`${place}: the bot has every permission it needs.`),
    category: (place: string) =>
      ok(`${place}: a category; the setting holds for every channel in it, where the bot has what it needs.`),
    unknown: (place: string, variable: string) =>
      problem(`${place}: there is no such channel.`, `Mend its id in ${variable}, or take it out.`),
    unseen: (place: string) =>
      problem(
        `${place}: the bot cannot see it.`,
        `Invite the bot to its server with the link below, or allow the bot ${PERMISSIONS.viewChannel} there.`,
      ),
    outside: (place: string, variable: string) =>
      problem(`${place}: it is not a channel in which people write.`, `Name another one in ${variable}.`),
    lacking: (place: string, missing: readonly PermissionLabel[]) =>
      problem(
        `${place}: the bot lacks ${named(missing)}.`,
        'In Discord, open the channel’s settings, Permissions, add the bot’s role and allow what is missing.',
      ),
    place: (name: string, list: string, server?: string) =>
      `Channel ${name}${server === undefined ? '' : ` in ${server}`} (${list})`,
  },
  servers: {
    none: note('Servers: the bot is in none yet. Open the invite link below and choose yours.'),
    fine: (count: number) => ok(`${counted(count, 'server')}: the bot has every permission that it needs.`),
    lacking: (server: string, missing: readonly PermissionLabel[]) =>
      problem(
        `Server ${server}: the bot’s roles lack ${named(missing)}.`,
        'In Discord, open Server Settings, Roles, the bot’s role, and switch on what is missing, or use the link below again.',
      ),
  },
  gateway: {
    fine: (host: string, shards: number) =>
      ok(`Gateway: ${host} says hello; Discord recommends ${counted(shards, 'connection')}.`),
    unreachable: (host: string, reason: string) =>
      problem(
        `Gateway: ${host} cannot be reached (${reason}), though Discord’s REST interface can.`,
        `See that no firewall stops WebSockets to ${host}, port 443; https://discordstatus.com tells whether Discord has trouble.`,
      ),
    proxied: (host: string, reason: string) =>
      problem(
        `Gateway: ${host} cannot be reached (${reason}): the proxy carries Discord’s REST interface alone.`,
        `Let this machine connect to ${host}, port 443, directly, or through a proxy that the system applies itself: the bot’s WebSocket knows none.`,
      ),
    noLogins: (remaining: number, total: number, minutes: number) =>
      problem(
        `Gateway: ${remaining} of ${total} logins are left today.`,
        `Keep the bot from starting again and again; there are ${total} again in ${counted(minutes, 'minute')}.`,
      ),
  },
  health: {
    answers: (at: string) => ok(`Health: the bot answers at ${at}.`),
    free: (at: string) => ok(`Health: the bot can listen at ${at}.`),
    open: (at: string) => note(`Health: whoever reaches ${at} can read the figures (no words, no ids).`),
    refused: (at: string, code: string) =>
      problem(`Health: the bot cannot listen at ${at} (${code}).`, HEALTH_MENDS[code] ?? HEALTH_MEND),
  },
  report: {
    label: { ok: 'ok', note: 'note', problem: 'problem' },
    mend: 'What to do:',
    invite: (link: string) => `Invite link, which asks for the least permissions:\n${link}`,
    summary: (problems: number) =>
      problems === 0 ? 'Nothing stands in the way.' : `${counted(problems, 'problem')} found.`,
  },
} as const;
