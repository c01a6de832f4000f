// What no reconnection can mend, in one line that says why and what to do.
import { GatewayCloseCodes } from 'discord.js';

/** Close codes after which Discord wants no further attempt; undefined for those it does. */
export function fatalCloseReason(code: number): string | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return TOKEN_REFUSED;
    case GatewayCloseCodes.InvalidShard:
      return 'Discord refused the shard (close code 4010). Start the bot without sharding settings.';
    case GatewayCloseCodes.ShardingRequired:
      return 'The bot is in so many servers that Discord demands sharding (close code 4011), which it does not offer.';
    case GatewayCloseCodes.InvalidAPIVersion:
      return 'Discord no longer accepts this gateway version (close code 4012). Update discord.js.';
    case GatewayCloseCodes.InvalidIntents:
      return 'Discord refused the intents as invalid (close code 4013). Update the bot.';
    case GatewayCloseCodes.DisallowedIntents:
      return (
        'Discord refused the Message Content intent (close code 4014). Switch on "Message Content Intent" in the ' +
        'Discord Developer Portal, your application, page Bot, section Privileged Gateway Intents; or empty ASK_CHANNELS.'
      );
    default:
      return undefined;
  }
}

export const TOKEN_REFUSED =
  'Discord refused the token (401 or close code 4004): it is wrong or was revoked. Copy a new one from the Discord ' +
  'Developer Portal, your application, page Bot, into DISCORD_TOKEN.';
