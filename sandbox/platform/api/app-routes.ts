import type { Settings } from '../settings';
import type { Routes } from './api-routes';

/** What a company may grant to the app: the scopes that the set-up asks for. */
const SCOPES = [
  'contact:contact.base:readonly',
  'contact:department.base:readonly',
  'contact:department.organize:readonly',
  'contact:user.base:readonly',
  'im:chat.members:bot_access',
  'im:chat:readonly',
  'im:message.group_at_msg:readonly',
  'im:message.group_msg',
  'im:message.p2p_msg:readonly',
  'im:message.reactions:write_only',
  'im:message.urgent',
  'im:message:readonly',
  'im:message:send_as_bot',
  'im:message:update',
  'im:resource',
];

const GRANTED = 1;
const NOT_GRANTED = 2;

/** Routes about the app itself. */
export function appRoutes(settings: Settings): Routes {
  return {
    'GET /application/v6/scopes': () => ({
      data: {
        scopes: SCOPES.map((scope_name) => ({
          scope_name,
          grant_status: settings.missingScopes.includes(scope_name) ? NOT_GRANTED : GRANTED,
          scope_type: 'tenant',
        })),
      },
    }),
  };
}
