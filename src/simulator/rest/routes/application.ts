// The gateway's address, and the application that the token belongs to.
import * as spec from 'discord-api-spec/zod';
import { applicationJson } from '../../wire/application.ts';
import { ok } from '../answers.ts';
import type { Call, Route } from '../route.ts';

/** Discord's daily budget of IDENTIFY for a small bot. */
const IDENTIFIES_A_DAY = 1000;
const DAY_MS = 86_400_000;

function getApplication({ world }: Call) {
  return ok(applicationJson(world));
}

/** @param gatewayUrl the WebSocket address, known once the server listens */
export function applicationRoutes(gatewayUrl: () => string): readonly Route[] {
  return [
    {
      name: 'get_gateway',
      method: 'GET',
      pattern: '/gateway',
      auth: 'token-in-path',
      returns: [],
      handle: () => ok({ url: gatewayUrl() }),
    },
    {
      name: 'get_bot_gateway',
      method: 'GET',
      pattern: '/gateway/bot',
      auth: 'bot',
      returns: [spec.GatewayBotResponseSchema],
      handle: () => ok({ url: gatewayUrl(), shards: 1, session_start_limit: SESSION_STARTS }),
    },
    {
      name: 'get_my_application',
      method: 'GET',
      pattern: '/applications/@me',
      auth: 'bot',
      returns: [spec.PrivateApplicationResponseSchema],
      handle: getApplication,
    },
    {
      name: 'get_my_oauth2_application',
      method: 'GET',
      pattern: '/oauth2/applications/@me',
      auth: 'bot',
      returns: [spec.PrivateApplicationResponseSchema],
      handle: getApplication,
    },
  ];
}

const SESSION_STARTS = {
  total: IDENTIFIES_A_DAY,
  remaining: IDENTIFIES_A_DAY,
  reset_after: DAY_MS,
  max_concurrency: 1,
};
