/** What can be switched while the platform runs: where sources disagree, and what a tenant may forbid. */
export interface Settings {
  /** Whether group messages that do not mention the bot are pushed (scope im:message.group_msg). */
  groupMessages: 'all' | 'mentions';
  /** Whether the documented rates are enforced. */
  limits: boolean;
  /** API calls a month, beyond which 99991403; null: no end. */
  monthlyQuota: number | null;
  /** Refuses plain phone numbers and e-mail addresses in what the bot sends (230028). */
  dataLossRules: boolean;
  /** Code with which every buzz is refused, such as 230023. */
  refuseBuzz: number | null;
  /** Into how many frames an event on the long connection is cut. */
  fragments: number;
  /** Whether a card cannot be patched while a tap on it waits for its answer (11310). */
  lockDuringTap: boolean;
  /** Whether a submit button sends its callback value beside its name. */
  submitSendsValue: boolean;
  /** What a form sends for a field that nobody filled. */
  unfilledFields: 'absent' | 'empty' | 'null';
  /** Whether attachments inside a merged forward can be fetched through the bundle's message id. */
  mergedResources: boolean;
  /** Whether a repeated webhook push is signed anew; if not it carries the first timestamp. */
  signRetriesAnew: boolean;
  /** Waits this long before each answer. */
  latencyMs: number;
  /** Share of API calls that fail with HTTP 500, 0 to 1. */
  errorRate: number;
  /** Answers every API call with 99991400, too many requests. */
  rateLimited: boolean;
  /** Answer of the long connection's endpoint; 0 lets clients in. */
  endpointCode: number;
}

export const DEFAULT_SETTINGS: Settings = {
  groupMessages: 'all',
  limits: true,
  monthlyQuota: null,
  dataLossRules: false,
  refuseBuzz: null,
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
