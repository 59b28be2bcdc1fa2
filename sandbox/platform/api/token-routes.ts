import type { Routes } from './api-routes';
import { PlatformFault } from './platform-fault';
import type { Tokens } from './tokens';

/** The route that issues tenant tokens for the app's id and secret. */
export function tokenRoutes(tokens: Tokens, app: { appId: string; appSecret: string }): Routes {
  return {
    'POST /auth/v3/tenant_access_token/internal': ({ body: { app_id, app_secret } }) => {
      if (app_id !== app.appId) throw new PlatformFault(10003, 'invalid param', 200);
      if (app_secret !== app.appSecret) throw new PlatformFault(10014, 'app secret invalid', 200);
      return { body: { code: 0, msg: 'ok', ...tokens.issue() } };
    },
  };
}
