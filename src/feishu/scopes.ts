import type { MissingScope } from '../domain/contacts';
import type { FeishuMessenger } from './feishu-messenger';
import { asList, asObject, asText } from './loose-json';

/** What the bot does with Feishu, and the scopes that it takes: of each list any one. */
const NEEDS: { need: string; scopes: string[][] }[] = [
  { need: 'sending and replying', scopes: [['im:message:send_as_bot', 'im:message', 'im:message:send']] },
  { need: 'changing cards', scopes: [['im:message:update', 'im:message', 'im:message:send_as_bot']] },
  { need: 'what people send to the bot', scopes: [['im:message.p2p_msg:readonly', 'im:message.p2p_msg']] },
  { need: 'mentions of the bot in groups', scopes: [['im:message.group_at_msg:readonly', 'im:message.group_at_msg']] },
  { need: 'recalls and merged forwards', scopes: [['im:message:readonly', 'im:message']] },
  { need: 'pictures and files', scopes: [['im:resource', 'im:resource:upload']] },
  { need: 'hearing that it joined a group', scopes: [['im:chat.members:bot_access']] },
  { need: 'buzz (加急)', scopes: [['im:message.urgent', 'im:message.urgent:app_send']] },
  {
    need: 'marks under recorded replies (optional)',
    scopes: [['im:message.reactions:write_only', 'im:message']],
  },
  { need: 'names of people', scopes: [of('contact:contact.base:readonly'), of('contact:user.base:readonly')] },
  { need: 'groups and their members', scopes: [['im:chat:readonly', 'im:chat', 'im:chat:read']] },
  {
    need: 'departments of Feishu and the import',
    scopes: [of('contact:department.base:readonly'), of('contact:department.organize:readonly')],
  },
];

/** A scope of the contacts; the three older ones for all of them serve as well. */
function of(scope: string): string[] {
  return [scope, 'contact:contact:readonly_as_app', 'contact:contact:readonly', 'contact:contact:access_as_app'];
}

const GRANTED = 1;

/** The scopes that the company granted to the app. Feishu asks for no scope to tell; throws `AppError`. */
export async function grantedScopes(messenger: Pick<FeishuMessenger, 'get'>): Promise<Set<string>> {
  const answer = await messenger.get('scopes', '/open-apis/application/v6/scopes');
  const scopes = asList(asObject(answer.data).scopes).map(asObject);
  const granted = scopes.filter(({ grant_status, scope_type }) => grant_status === GRANTED && scope_type !== 'user');
  return new Set(granted.map(({ scope_name }) => asText(scope_name)));
}

/** The scopes that the bot needs and that the app lacks, each named as the setup asks for it. */
export function missingScopes(granted: ReadonlySet<string>): MissingScope[] {
  return NEEDS.flatMap(({ need, scopes }) =>
    scopes.filter((oneOf) => !oneOf.some((scope) => granted.has(scope))).map(([scope = '']) => ({ scope, need })),
  );
}
