import type { UNDELIVERABLE_ZH } from '../zh/undeliverable';

/** {@link UNDELIVERABLE_ZH} in English. */
export const UNDELIVERABLE_EN: typeof UNDELIVERABLE_ZH = {
  feishu_person_left: "the person has left, or is outside the bot's availability range",
  feishu_group_lost: 'the group was dissolved, or the bot was removed from it',
  feishu_target_gone: 'the group is gone, the bot was removed from it, or the person has left',
  feishu_not_allowed: 'the bot may not write to them',
  feishu_content_refused: 'the platform refused the content',
  feishu_card_rejected: 'the platform refused the card',
};
