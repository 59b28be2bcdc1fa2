import { AppError, type ErrorCode } from '../domain/errors';
import { MINUTE, SECOND } from '../domain/time';
import { asObject, asText, type Loose } from './loose-json';

/** The platform's calls that the bot makes; one error number can mean different things for different calls. */
export type Api =
  | 'token'
  | 'scopes'
  | 'bot.info'
  | 'message.send'
  | 'message.reply'
  | 'message.patch'
  | 'message.buzz'
  | 'message.react'
  | 'message.get'
  | 'message.list'
  | 'message.forward'
  | 'resource.get'
  | 'image.upload'
  | 'file.upload'
  | 'user.get'
  | 'chat.get'
  | 'chat.list'
  | 'chat.members'
  | 'department.get'
  | 'department.list';

type Meaning = ErrorCode | (Partial<Record<Api, ErrorCode>> & { else: ErrorCode });

/** Calls that a missing scope fails alone: messages still come and go without them. */
const BESIDE_MESSAGES: readonly Api[] = [
  'scopes',
  'bot.info',
  'message.get',
  'message.buzz',
  'message.react',
  'resource.get',
  'user.get',
  'chat.get',
  'chat.list',
  'chat.members',
  'department.get',
  'department.list',
];

const refusedAlone = (code: ErrorCode): Partial<Record<Api, ErrorCode>> =>
  Object.fromEntries(BESIDE_MESSAGES.map((api) => [api, code]));

/** The meaning of the platform's error codes; some codes mean something else for one call. */
const TABLE: [Meaning, number[]][] = [
  // Refused for now as a whole: the list of IP addresses, the app's version, its state in the company, its bot ability.
  ['feishu_app_refused', [99991401, 99991662, 99991665, 99991673, 10005, 20009, 42008]],
  ['feishu_app_refused', [230006, 232004, 232025, 232034, 234007]],
  [{ ...refusedAlone('feishu_not_allowed'), else: 'feishu_app_refused' }, [99991672, 99991676]],
  ['feishu_rate_limited', [99991400, 11232, 11233, 232019]],
  ['feishu_target_busy', [230020]],
  ['feishu_quota_used_up', [99991403]],
  // A token refused right after it was fetched is the platform's fault: wrong credentials never get a token.
  ['feishu_unavailable', [99991663, 99991664, 234002, 2200, 5000, 11246, 230049, 231015, 18121]],
  ['feishu_unavailable', [232068, 232096, 234019, 40003]],
  ['feishu_bad_credentials', [10003, 10014, 10015]],
  // A group that is muted, a person outside the range, frozen or gone: one code for what may be over in a minute.
  ['feishu_unreachable_now', [230013, 230018, 230035, 230053, 40004, 40014]],
  ['feishu_not_allowed', [230027, 230038, 230075]],
  // A department too large to be looked up: no later try would help.
  ['feishu_not_allowed', [43010]],
  ['feishu_not_allowed', [231021, 232010, 232024, 232033, 232102, 41012, 41050]],
  ['feishu_person_left', [230029]],
  ['feishu_group_lost', [230002, 232009, 232011, 99992355, 99992356]],
  ['feishu_target_gone', [99992351, 99992352, 99992353, 99992359, 99992360, 99992361, 99992363, 99992364]],
  ['feishu_target_gone', [99992357, 99992358, 40015, 230034, 230036, 232006, 232043]],
  ['feishu_message_gone', [99992354, 230011, 230019, 230050, 230073, 230110, 230111, 231003]],
  [{ 'message.reply': 'feishu_message_gone', else: 'feishu_unknown' }, [230071, 230072]],
  ['feishu_card_too_old', [230031]],
  ['feishu_card_rejected', [230099, 11310]],
  [{ 'message.patch': 'feishu_card_rejected', else: 'feishu_content_refused' }, [230025]],
  ['feishu_content_refused', [230015, 230017, 230022, 230028, 230054, 230055]],
  ['feishu_content_refused', [234003, 234010, 234043]],
  ['feishu_too_large', [234006, 234037]],
  ['feishu_not_allowed', [234004, 234009, 234038, 234040]],
  ['feishu_buzz_refused', [230023, 230024, 230052, 230098]],
  // Faults of our own requests: they go to the log, because no person can act on them.
  ['feishu_unknown', [99991661, 99991668, 99991671, 99991677, 99991679, 99992402, 230001, 230012]],
];

const MEANINGS = new Map(TABLE.flatMap(([meaning, codes]) => codes.map((code) => [code, meaning] as const)));

/** The meaning of a refusal whose code is in no table, by call. */
const OTHERWISE: Partial<Record<Api, ErrorCode>> = {
  token: 'feishu_bad_credentials',
  'message.buzz': 'feishu_buzz_refused',
  'message.forward': 'feishu_content_refused',
  'message.react': 'feishu_not_allowed',
  'resource.get': 'feishu_content_refused',
  'image.upload': 'feishu_content_refused',
  'file.upload': 'feishu_content_refused',
};

/** Waits that the platform's documents ask for, but not its headers. */
const WAITS: Record<number, number> = {
  230020: SECOND,
  230049: SECOND,
  11232: 2 * MINUTE,
  11233: 2 * MINUTE,
};

export type ResponseHeaders = Record<string, unknown>;

/**
 * Turns the platform's refusal into an `AppError`. `body` is the parsed JSON, or anything else that came back: a body
 * that is no JSON of the platform comes from a proxy or a fault, and the next try may succeed. The error's message
 * holds numbers only.
 */
export function classifyFeishuError(api: Api, status: number, body: unknown, headers: ResponseHeaders): AppError {
  const answer = asObject(body);
  const code = typeof answer.code === 'number' ? answer.code : null;
  const locked = isLockedCard(code, answer);
  const meaning = locked ? 'feishu_unavailable' : meaningOf(api, status, code);
  const waits = waitOf(headers) ?? (locked ? SECOND : code === null ? undefined : WAITS[code]);
  const scopes = scopesIn(api, code, answer);
  const facts = factsOf(status, answer, headers, scopes);
  const refused = { api, code };
  return new AppError(meaning, `Feishu refused ${api}: ${facts}`, { retryAfterMs: waits, scopes, refused });
}

function meaningOf(api: Api, status: number, code: number | null): ErrorCode {
  const known = code === null ? undefined : MEANINGS.get(code);
  const meaning = typeof known === 'object' ? (known[api] ?? known.else) : known;
  if (meaning !== undefined && meaning !== 'feishu_unknown') return refine(api, meaning);
  if (status === 429) return 'feishu_rate_limited';
  if (code === null || status >= 500) return 'feishu_unavailable';
  return meaning === undefined ? (OTHERWISE[api] ?? 'feishu_unknown') : refine(api, meaning);
}

const NO_BUZZ: ReadonlySet<ErrorCode> = new Set([
  'feishu_not_allowed',
  'feishu_unreachable_now',
  'feishu_target_gone',
  'feishu_person_left',
  'feishu_group_lost',
  'feishu_unknown',
]);

/** Any buzz without permission counts as refused: the message itself is there, and a plain message can follow. */
function refine(api: Api, meaning: ErrorCode): ErrorCode {
  return api === 'message.buzz' && NO_BUZZ.has(meaning) ? 'feishu_buzz_refused' : meaning;
}

/** True while the platform works on a tap on the card: it refuses changes and takes them a second later. */
function isLockedCard(code: number | null, answer: Loose): boolean {
  const text = asText(answer.msg);
  return code === 11310 ? /lock/i.test(text) : code === 230099 && /\b11310\b/.test(text) && /lock/i.test(text);
}

function waitOf(headers: ResponseHeaders): number | undefined {
  const seconds = asText(headers['x-ogw-ratelimit-reset']);
  return /^\d{1,6}$/.test(seconds) ? Math.max(1, Number(seconds)) * SECOND : undefined;
}

/** The scopes that the calls need, for a refusal that names none. */
const NEEDED: Partial<Record<Api, string[]>> = {
  'message.send': ['im:message:send_as_bot'],
  'message.reply': ['im:message:send_as_bot'],
  'message.forward': ['im:message:send_as_bot'],
  'message.patch': ['im:message:update'],
  'message.buzz': ['im:message.urgent'],
  'message.get': ['im:message:readonly'],
  'resource.get': ['im:resource'],
  'image.upload': ['im:resource'],
  'file.upload': ['im:resource'],
  'user.get': ['contact:contact.base:readonly', 'contact:user.base:readonly'],
  'chat.get': ['im:chat:readonly'],
  'chat.list': ['im:chat:readonly'],
  'chat.members': ['im:chat:readonly'],
  'department.get': ['contact:department.base:readonly', 'contact:department.organize:readonly'],
  'department.list': ['contact:department.base:readonly', 'contact:department.organize:readonly'],
};

/** The scopes that the app lacks, as the platform names them. That of marks is optional: nobody need hear of it. */
function scopesIn(api: Api, code: number | null, answer: Loose): string[] {
  if (code !== 99991672 || api === 'message.react') return [];
  const named = [...new Set(asText(answer.msg).match(/\b[a-z_]+:[a-z0-9_.:]+/g) ?? [])].slice(0, 8);
  return named.length > 0 ? named : (NEEDED[api] ?? []);
}

/** The refusal in numbers and names of scopes, for the log. */
function factsOf(status: number, answer: Loose, headers: ResponseHeaders, scopes: string[]): string {
  const code = typeof answer.code === 'number' ? answer.code : null;
  const text = asText(answer.msg);
  const detail = code === 230099 ? /ErrCode: *\d+/.exec(text)?.[0] : undefined;
  const logId = asText(asObject(answer.error).log_id) || asText(headers['x-tt-logid']);
  const parts = [`HTTP ${status}`, `code ${code ?? '-'}`, detail, scopes.join(' '), logId && `log id ${logId}`];
  return parts.filter(Boolean).join(', ');
}

/** Errors that mean that a name is not to be had; asking again would not help. */
export const NAMELESS: ReadonlySet<ErrorCode | null> = new Set([
  'feishu_not_allowed',
  'feishu_unreachable_now',
  'feishu_target_gone',
  'feishu_person_left',
  'feishu_group_lost',
  'feishu_unknown',
]);
