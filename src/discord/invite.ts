// The link that invites the bot, asking for the least permissions.
import { OAuth2Scopes, PermissionsBitField } from 'discord.js';
import { NEEDED_PERMISSIONS } from './permissions.ts';

export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: new PermissionsBitField(Object.values(NEEDED_PERMISSIONS)).bitfield.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
