import type { UNDELIVERABLE_ZH } from '../zh/undeliverable';

/** {@link UNDELIVERABLE_ZH} in English. */
export const UNDELIVERABLE_EN: typeof UNDELIVERABLE_ZH = {
  feishu_person_left: 'the person has left the company',
  feishu_unreachable_now:
    "not reachable for a whole day: the group is muted, or the person is frozen or outside the app's availability range",
  feishu_group_lost: 'the group was dissolved, or the bot was removed from it',
  feishu_target_gone: 'the group is gone, the bot was removed from it, or the person has left',
  feishu_not_allowed: 'the bot may not write to them',
  feishu_content_refused: 'the platform refused the content',
  feishu_message_gone: 'the message that it belongs to was recalled or deleted',
  feishu_too_large: 'it is too large',
  feishu_unknown: 'Feishu refused it several times without a reason that is known; please see the log',
  feishu_card_rejected: 'the platform refused the card',
};
