/** Why a message could not be delivered, by the program's error codes. */
export const UNDELIVERABLE_ZH: Record<string, string> = {
  feishu_person_left: '对方已离职，或不在机器人的可用范围内',
  feishu_group_lost: '群已解散，或机器人已被移出群',
  feishu_target_gone: '群已解散、机器人已被移出群，或人员已离开',
  feishu_not_allowed: '机器人没有向对方发送消息的权限',
  feishu_content_refused: '内容未通过平台审核',
  feishu_card_rejected: '平台未接受卡片内容',
};
