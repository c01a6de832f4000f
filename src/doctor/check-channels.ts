// Whether the bot may work in the channels that the settings name; where they name none, in its servers: from its roles
// and the channel's overwrites, in Discord's order. And whether editors may write from there.
import { ChannelType, PermissionFlagsBits, Routes } from 'discord.js';
import { NEEDED_PERMISSIONS } from '../discord/connection/client.ts';
import { DOCTOR, type DoctorFinding, type PermissionLabel } from '../wording/doctor.ts';
import { DOCTOR_EDITORS } from '../wording/editors-wording.ts';
import { describeFailure } from './check-application.ts';
import {
  type Channel,
  channel,
  type DiscordApi,
  type Fetched,
  type Guild,
  guild,
  type Member,
  member,
  ownGuilds,
} from './discord-api.ts';

/** A variable that lists channels. */
export interface ChannelList {
  readonly variable: string;
  readonly ids: readonly string[];
}

interface Visit {
  readonly api: DiscordApi;
  /** The bot's user id. */
  readonly bot: string;
  /** What is known of each server by now: it is asked about once. */
  readonly standings: Map<string, Promise<Fetched<Standing>>>;
}

interface Listed {
  readonly id: string;
  /** The variables that name it. */
  readonly variables: string;
}

/** One finding for each channel, in the order in which they are listed; one request at a time. */
export async function checkChannels(
  api: DiscordApi,
  bot: string,
  lists: readonly ChannelList[],
): Promise<readonly DoctorFinding[]> {
  const visit: Visit = { api, bot, standings: new Map() };
  const findings: DoctorFinding[] = [];
  for (const listed of merge(lists)) findings.push(await checkChannel(visit, listed));
  return findings;
}

function merge(lists: readonly ChannelList[]): readonly Listed[] {
  const ids = [...new Set(lists.flatMap((list) => list.ids))];
  return ids.map((id) => {
    const naming = lists.filter((list) => list.ids.includes(id));
    return { id, variables: naming.map(({ variable }) => variable).join(', ') };
  });
}

const NOT_FOUND = 404;
const FORBIDDEN = 403;
/** In which nobody writes, or nobody but two people; a category stands for its channels. */
const UNSUITABLE: readonly number[] = [ChannelType.GuildDirectory, ChannelType.DM, ChannelType.GroupDM];

async function checkChannel(visit: Visit, { id, variables }: Listed): Promise<DoctorFinding> {
  const fetched = await visit.api.get(Routes.channel(id), channel);
  const bare = DOCTOR.channels.place(id, variables);
  if (fetched.outcome === 'refused' && fetched.status === NOT_FOUND)
    return DOCTOR.channels.unknown(bare, variables);
  if (fetched.outcome === 'refused' && fetched.status === FORBIDDEN) return DOCTOR.channels.unseen(bare);
  if (fetched.outcome !== 'ok') return describeFailure(visit.api, fetched);
  const { guild_id, type, name } = fetched.body;
  if (guild_id === undefined || UNSUITABLE.includes(type)) return DOCTOR.channels.outside(bare, variables);
  const standing = await standingIn(visit, guild_id);
  if (standing.outcome !== 'ok') return describeFailure(visit.api, standing);
  const ruling = await rulingChannel(visit, fetched.body);
  if (ruling.outcome !== 'ok') return describeFailure(visit.api, ruling);
  const place = DOCTOR.channels.place(`#${name ?? id}`, variables, standing.body.guild.name);
  const missing = missingFrom(permissionsIn(standing.body, ruling.body), type);
  if (missing.length > 0) return DOCTOR.channels.lacking(place, missing);
  return type === ChannelType.GuildCategory ? DOCTOR.channels.category(place) : DOCTOR.channels.fine(place);
}

const THREADS: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

type Ruling = Pick<Channel, 'permission_overwrites'>;

/** The channel whose overwrites count: a thread's parent. */
async function rulingChannel({ api }: Visit, own: Channel): Promise<Fetched<Ruling> | AlreadyRead<Ruling>> {
  if (!THREADS.includes(own.type) || !own.parent_id) return { outcome: 'ok', body: own };
  return api.get(Routes.channel(own.parent_id), channel);
}

interface AlreadyRead<T> {
  readonly outcome: 'ok';
  readonly body: T;
}

function standingIn(visit: Visit, guildId: string): Promise<Fetched<Standing>> {
  const known = visit.standings.get(guildId) ?? askStanding(visit, guildId);
  visit.standings.set(guildId, known);
  return known;
}

async function askStanding({ api, bot }: Visit, guildId: string): Promise<Fetched<Standing>> {
  const home = await api.get(Routes.guild(guildId), guild);
  if (home.outcome !== 'ok') return home;
  const self = await api.get(Routes.guildMember(guildId, bot), member);
  if (self.outcome !== 'ok') return self;
  return { ...self, body: { bot, guild: home.body, member: self.body } };
}

/** What the bot's roles allow in each server; the first 200, as many as Discord lists at once. */
export async function checkServers(api: DiscordApi): Promise<readonly DoctorFinding[]> {
  const fetched = await api.get(Routes.userGuilds(), ownGuilds);
  if (fetched.outcome !== 'ok') return [describeFailure(api, fetched)];
  if (fetched.body.length === 0) return [DOCTOR.servers.none];
  const lacking = fetched.body.flatMap(({ name, permissions }) => {
    const missing = missingFrom(permissions);
    return missing.length === 0 ? [] : [DOCTOR.servers.lacking(name, missing)];
  });
  return lacking.length > 0 ? lacking : [DOCTOR.servers.fine(fetched.body.length)];
}

/** What the bot is in a server. */
interface Standing {
  readonly bot: string;
  readonly guild: Guild;
  readonly member: Member;
}

const EVERYTHING = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What the bot may do in a channel; for a thread pass its parent: threads have no overwrites of their own. */
function permissionsIn(
  { bot, guild, member }: Standing,
  { permission_overwrites }: Pick<Channel, 'permission_overwrites'>,
): bigint {
  const held = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
  const base = held.reduce((bits, { permissions }) => bits | permissions, 0n);
  if (guild.owner_id === bot || has(base, PermissionFlagsBits.Administrator)) return EVERYTHING;
  // First @everyone, then all roles together, then the bot itself: the later wins.
  const tiers = [[guild.id], member.roles, [bot]];
  return tiers.reduce((bits, ids) => {
    const own = permission_overwrites.filter(({ id }) => ids.includes(id));
    const denied = own.reduce((sum, { deny }) => sum | deny, 0n);
    const allowed = own.reduce((sum, { allow }) => sum | allow, 0n);
    return (bits & ~denied) | allowed;
  }, base);
}

/** Where nobody can write in the channel itself, only in its threads. */
const ONLY_THREADS: readonly number[] = [
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** What the bot needs and does not have; all channels of a server where no type is given. */
function missingFrom(bits: bigint, type?: number): readonly PermissionLabel[] {
  if (has(bits, PermissionFlagsBits.Administrator)) return [];
  return LABELS.filter((name) => {
    const isNeeded = name !== 'sendMessages' || type === undefined || !ONLY_THREADS.includes(type);
    return isNeeded && !has(bits, NEEDED_PERMISSIONS[name]);
  });
}

const LABELS = Object.keys(NEEDED_PERMISSIONS).filter(
  (name): name is PermissionLabel => name in NEEDED_PERMISSIONS,
);

function has(bits: bigint, bit: bigint): boolean {
  return (bits & bit) === bit;
}

export interface EditorSettings {
  /** Ids. */
  readonly roles: readonly string[];
  /** The system's code of what keeps the bot from writing to the folder of the interviews; undefined where nothing does. */
  readonly writeFault: string | undefined;
}

export function checkWriting({ writeFault }: EditorSettings, folder: string): readonly DoctorFinding[] {
  return writeFault === undefined ? [] : [DOCTOR_EDITORS.readOnly(folder, writeFault)];
}

/** One request for each server until all roles are found; the first 200 servers, as many as Discord lists at once. */
export async function checkRoles(
  api: DiscordApi,
  { roles }: EditorSettings,
): Promise<readonly DoctorFinding[]> {
  const fetched = await api.get(Routes.userGuilds(), ownGuilds);
  if (fetched.outcome !== 'ok') return [describeFailure(api, fetched)];
  const homes: Guild[] = [];
  const missing = () =>
    roles.filter((role) => !homes.some((home) => home.roles.some(({ id }) => id === role)));
  for (const { id } of fetched.body) {
    if (missing().length === 0) break;
    const home = await api.get(Routes.guild(id), guild);
    if (home.outcome !== 'ok') return [describeFailure(api, home)];
    homes.push(home.body);
  }
  // The role that everybody has bears its server's id.
  const open = homes.filter(({ id }) => roles.includes(id)).map(({ name }) => DOCTOR_EDITORS.everyone(name));
  const faults = [...missing().map(DOCTOR_EDITORS.unknownRole), ...open];
  return faults.length > 0 ? faults : [DOCTOR_EDITORS.fine(roles.length)];
}
