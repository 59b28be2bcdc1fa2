import type { Json, OwnMessage } from '../domain/messaging';
import { SECOND } from '../domain/time';
import type { FeishuMessenger } from './feishu-messenger';
import { asList, asObject, asText, type Loose, parseObject } from './loose-json';

/** More messages than a chat gets in the hours that a message may be in doubt: 50 a page. */
const MAX_PAGES = 20;

/** The messages that an app sent to a chat since a moment, oldest first, without recalled ones. */
export async function ownMessagesSince(
  messenger: Pick<FeishuMessenger, 'get'>,
  appId: string,
  { chatId, from }: { chatId: string; from: number },
): Promise<OwnMessage[]> {
  const found: Loose[] = [];
  for (let page = 0, token = ''; page < MAX_PAGES; page += 1) {
    const answer = await messenger.get('message.list', '/open-apis/im/v1/messages', listed(chatId, from, token));
    const data = asObject(answer.data);
    found.push(...asList(data.items).map(asObject));
    token = asText(data.page_token);
    if (data.has_more !== true || token === '') break;
  }
  return found
    .filter(({ sender, deleted }) => asText(asObject(sender).id) === appId && deleted !== true)
    .map((item) => ({
      messageId: asText(item.message_id),
      type: asText(item.msg_type),
      content: parseObject(asObject(item.body).content) as Json,
    }));
}

/** Times are in seconds, unlike everywhere else. */
function listed(chatId: string, from: number, token: string): Record<string, string> {
  return {
    container_id_type: 'chat',
    container_id: chatId,
    start_time: String(Math.floor(from / SECOND)),
    sort_type: 'ByCreateTimeAsc',
    // As it was sent: else a card of schema 2.0 comes as the advice to upgrade the client.
    card_msg_content_type: 'user_card_content',
    page_size: '50',
    ...(token === '' ? {} : { page_token: token }),
  };
}
