/** Why a message could not be delivered, by the program's error codes. */
export const UNDELIVERABLE_ZH: Record<string, string> = {
  feishu_person_left: '对方已离职',
  feishu_unreachable_now: '一天内都无法送达：群被禁言，或对方不在应用的可用范围内、账号已停用',
  feishu_group_lost: '群已解散，或机器人已被移出群',
  feishu_target_gone: '群已解散、机器人已被移出群，或人员已离开',
  feishu_not_allowed: '机器人没有向对方发送消息的权限',
  feishu_content_refused: '内容未通过平台审核',
  feishu_message_gone: '原来的消息已被撤回或删除',
  feishu_too_large: '内容太大',
  feishu_unknown: '飞书多次拒绝，原因不明，请查看日志',
  feishu_card_rejected: '平台未接受卡片内容',
};
