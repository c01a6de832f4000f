// The examination: the machine first, then Discord with the token, as far as each step lets the next be made; and its report for
// a terminal, without any secret, with the exit status.
import { Routes } from 'discord.js';
import { inviteLink } from '../discord/connection/client.ts';
import { strikeOut } from '../discord/desk/log.ts';
import type { Knowledge } from '../knowledge/collection.ts';
import { DOCTOR, type DoctorFinding } from '../wording/doctor.ts';
import {
  checkApplication,
  checkClock,
  checkCommands,
  checkGateway,
  describeFailure,
  shapeOf,
} from './check-application.ts';
import {
  type ChannelList,
  checkChannels,
  checkRoles,
  checkServers,
  checkWriting,
  type EditorSettings,
} from './check-channels.ts';
import {
  checkEnvFile,
  checkHealth,
  checkKnowledge,
  checkNamed,
  checkNode,
  checkSettings,
  type EnvFile,
  type HealthAddress,
  type NodeVersions,
} from './check-host.ts';
import {
  type Application,
  application,
  commands,
  type DiscordApi,
  defaultDeadline,
  openApi,
  UNAUTHORIZED,
} from './discord-api.ts';

export interface Settings {
  /** Variables that cannot be read; with any, only the machine is examined. */
  readonly faults: readonly string[];
  readonly token?: string | undefined;
  readonly apiUrl?: string | undefined;
  readonly knowledge: string;
  /** Whether the bot will ask for the Message Content intent. */
  readonly asksForContent: boolean;
  /** The channels that the settings name. */
  readonly channels: readonly ChannelList[];
  /** Ids of the interviews that the settings name. */
  readonly interviews: readonly string[];
  /** Names that are none of ours, and what else the settings themselves say. */
  readonly remarks: readonly DoctorFinding[];
  readonly health?: HealthAddress | undefined;
  /** Undefined: they may not write. */
  readonly editors?: EditorSettings | undefined;
  /** Whether REST goes through a proxy that the environment names. */
  readonly usesProxy: boolean;
}

export interface Surroundings {
  readonly settings: Settings;
  readonly node: NodeVersions;
  readonly envFile: EnvFile;
  readonly loadKnowledge: (folder: string) => Promise<Knowledge>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborts a request that lasts too long; a new one for each. */
  readonly deadline?: () => AbortSignal;
}

export interface Diagnosis {
  readonly findings: readonly DoctorFinding[];
  /** KnownApplication only where Discord accepts the token. */
  readonly invite?: string;
}

export async function examine(surroundings: Surroundings): Promise<Diagnosis> {
  const { settings, node, envFile } = surroundings;
  const said = [...checkSettings(settings.faults), ...settings.remarks];
  const host = [checkNode(node), checkEnvFile(envFile), ...said];
  if (settings.faults.length > 0) return { findings: [...host, DOCTOR.discord.unchecked] };
  const { findings, interviews } = await examineKnowledge(surroundings);
  const { findings: more, ...rest } = await examineOnline(surroundings, interviews);
  const health = settings.health ? await checkHealth(settings.health) : [];
  const writing = settings.editors ? checkWriting(settings.editors, settings.knowledge) : [];
  return { findings: once([...host, ...health, ...findings, ...writing, ...more]), ...rest };
}

/** A failure that several requests met is told once. */
function once(findings: readonly DoctorFinding[]): readonly DoctorFinding[] {
  return [...new Map(findings.map((finding) => [finding.what, finding])).values()];
}

async function examineKnowledge({ settings, loadKnowledge }: Surroundings) {
  const folder = settings.knowledge;
  try {
    const knowledge = await loadKnowledge(folder);
    const findings = [...checkKnowledge(folder, knowledge), ...checkNamed(settings.interviews, knowledge)];
    return { findings, interviews: knowledge.interviews.length };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const findings = [DOCTOR.knowledge.fault(error.message, 'See that the bot’s user may read it.')];
    return { findings, interviews: 0 };
  }
}

async function examineOnline(surroundings: Surroundings, interviews: number): Promise<Diagnosis> {
  const { settings, now, deadline } = surroundings;
  const { token, apiUrl } = settings;
  if (token === undefined) return { findings: [DOCTOR.token.missing, DOCTOR.discord.unchecked] };
  const api = openApi({ token, apiUrl, now, ...(deadline ? { deadline } : {}) });
  const fetched = await api.get(Routes.currentApplication(), application);
  const clock = 'answered' in fetched ? [checkClock(fetched.answered)] : [];
  if (fetched.outcome !== 'ok') {
    const isRefused = fetched.outcome === 'refused' && fetched.status === UNAUTHORIZED;
    const reason = isRefused ? DOCTOR.token.refused(shapeOf(token)) : describeFailure(api, fetched);
    return { findings: [reason, ...clock, DOCTOR.discord.unchecked] };
  }
  const known = [DOCTOR.token.fine(fetched.body.name), ...clock];
  const { usesProxy } = settings;
  const gateway = await checkGateway(api, { usesProxy, deadline: deadline ?? defaultDeadline });
  const findings = await examineApplication({ api, settings, application: fetched.body, interviews });
  return { findings: [...known, ...gateway, ...findings], invite: inviteLink(fetched.body.id) };
}

interface KnownApplication {
  readonly api: DiscordApi;
  readonly settings: Settings;
  readonly application: Application;
  readonly interviews: number;
}

async function examineApplication(known: KnownApplication): Promise<readonly DoctorFinding[]> {
  const { api, settings, application } = known;
  const isListed = settings.channels.some(({ ids }) => ids.length > 0);
  // Of applications older than 2016 the bot has an id of its own.
  const bot = application.bot?.id ?? application.id;
  return [
    ...checkApplication(application, settings.asksForContent),
    await examineCommands(known),
    ...(settings.editors ? await checkRoles(api, settings.editors) : []),
    ...(isListed ? await checkChannels(api, bot, settings.channels) : await checkServers(api)),
  ];
}

async function examineCommands({
  api,
  settings,
  application,
  interviews,
}: KnownApplication): Promise<DoctorFinding> {
  const editorsMayWrite = settings.editors !== undefined;
  const query = new URLSearchParams({ with_localizations: 'true' });
  const fetched = await api.get(`${Routes.applicationCommands(application.id)}?${query}`, commands);
  return fetched.outcome === 'ok'
    ? checkCommands(fetched.body, { interviews, editorsMayWrite })
    : describeFailure(api, fetched);
}

export interface Report {
  readonly text: string;
  /** 0 where nothing has to change, 1 where something has. */
  readonly status: 0 | 1;
}

const { label, mend, invite: inviteText, summary } = DOCTOR.report;
const LABEL_WIDTH = Math.max(...Object.values(label).map(({ length }) => length)) + 2;

/** `secrets` are struck out wherever they came in. */
export function reportOn({ findings, invite }: Diagnosis, secrets: readonly string[]): Report {
  const problems = findings.filter(({ status }) => status === 'problem').length;
  const blocks = [
    findings.map(findingLines).join('\n'),
    ...(invite === undefined ? [] : [inviteText(invite)]),
    summary(problems),
  ];
  return { text: `${strikeOut(blocks.join('\n\n'), secrets)}\n`, status: problems === 0 ? 0 : 1 };
}

function findingLines(finding: DoctorFinding): string {
  const head = `${label[finding.status].padEnd(LABEL_WIDTH)}${finding.what}`;
  if (finding.status !== 'problem') return head;
  const steps = finding.mend.split('\n');
  const advice = steps.length === 1 ? [`${mend} ${finding.mend}`] : [mend, ...steps];
  return [head, ...advice.map((line) => ' '.repeat(LABEL_WIDTH) + line)].join('\n');
}
