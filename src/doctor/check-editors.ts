// Editors who may write from Discord: whether their roles are there, and only theirs; whether the lists can be written.
import { Routes } from 'discord.js';
import type { DoctorFinding } from '../wording/doctor.ts';
import { DOCTOR_EDITORS } from '../wording/doctor-editors.ts';
import { describeFailure } from './check-application.ts';
import { type DiscordApi, type Guild, guild, ownGuilds } from './discord-api.ts';

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
