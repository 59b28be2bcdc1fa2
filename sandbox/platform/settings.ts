/** Switches of the running platform: points on which the documentation disagrees, and rules of a tenant. */
export interface Settings {
  /** Whether group messages that do not mention the bot are pushed (scope im:message.group_msg). */
  groupMessages: 'all' | 'mentions';
  /** Whether the documented rates are enforced. */
  limits: boolean;
  /** Scopes that the company has not granted to the app, as the app can read them. */
  missingScopes: string[];
  /** API calls per month; further calls get 99991403. Null: no limit. */
  monthlyQuota: number | null;
  /** Refuses messages of the bot that contain a phone number or e-mail address (230028). */
  dataLossRules: boolean;
  /** Code with which every buzz is refused, such as 230023. */
  refuseBuzz: number | null;
  /** Tags of elements that no card may hold (300123), such as `collapsible_panel`. */
  refusedElements: string[];
  /** Number of frames per event on the long connection. */
  fragments: number;
  /** Whether a card cannot be patched while a tap on it waits for its answer (11310). */
  lockDuringTap: boolean;
  /** Whether a submit button sends its callback value beside its name. */
  submitSendsValue: boolean;
  /** What a form sends for an empty field. */
  unfilledFields: 'absent' | 'empty' | 'null';
  /** Whether attachments in a merged forward can be fetched with the message id of the merged forward. */
  mergedResources: boolean;
  /** Whether a repeated webhook push is signed anew; if not, it keeps its first timestamp. */
  signRetriesAnew: boolean;
  /** Delay before each answer, in real milliseconds. */
  latencyMs: number;
  /** Share of API calls that fail with HTTP 500, 0 to 1. */
  errorRate: number;
  /** Answers every API call with 99991400, too many requests. */
  rateLimited: boolean;
  /** Code that the long connection's endpoint answers; 0 admits clients. */
  endpointCode: number;
}

export const DEFAULT_SETTINGS: Settings = {
  groupMessages: 'all',
  limits: true,
  missingScopes: [],
  monthlyQuota: null,
  dataLossRules: false,
  refuseBuzz: null,
  refusedElements: [],
  fragments: 1,
  lockDuringTap: false,
  submitSendsValue: true,
  unfilledFields: 'absent',
  mergedResources: true,
  signRetriesAnew: false,
  latencyMs: 0,
  errorRate: 0,
  rateLimited: false,
  endpointCode: 0,
};
