// What `npm run doctor` says of editors who may write from Discord: their roles, and the folder of their lists.
import { note, ok, problem } from './doctor.ts';
import { counted } from './formats.ts';

export const DOCTOR_EDITORS = {
  rolesAlone: note('Settings: EDITOR_ROLES does nothing without EDITORS_MAY_WRITE.'),
  fine: (roles: number) =>
    ok(`Editors: ${counted(roles, 'role')} of the bot’s servers may change the lists.`),
  unknownRole: (id: string) =>
    problem(
      `Editors: no server of the bot’s has the role ${id} (EDITOR_ROLES).`,
      'In Discord, Server Settings, Roles, right-click the role, Copy Role ID; or take it out.',
    ),
  everyone: (server: string) =>
    problem(
      `Editors: EDITOR_ROLES names @everyone of ${server}, so all its members may change the lists.`,
      'Make a role for editors there, and write its id.',
    ),
  readOnly: (folder: string, code: string) =>
    problem(
      `Editors: the lists in ${folder} cannot be written (${code}).`,
      'Let the bot’s user write to that folder and its files (a container mounts it without :ro), or empty EDITORS_MAY_WRITE.',
    ),
} as const;
