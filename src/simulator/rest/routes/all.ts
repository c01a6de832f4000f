// Every route of the simulated REST interface; of two that match, the earlier wins.
import type { Route } from '../route.ts';
import { applicationRoutes, type GatewayBot, userRoutes } from './application.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { webhookRoutes } from './webhooks.ts';

export function allRoutes(gatewayUrl: () => string, gatewayBot: GatewayBot): readonly Route[] {
  return [
    ...applicationRoutes(gatewayUrl, gatewayBot),
    ...userRoutes,
    ...guildRoutes,
    ...messageRoutes,
    ...commandRoutes,
    ...interactionRoutes,
    ...webhookRoutes,
  ];
}
