import { messageLine } from './overview';
import type { Happening } from './page-contract';
import type { LocalFeishu, MessageView } from './platform';

/** What the bot sent or changed from `from` to `to` (epoch ms), oldest first; a message appears once. */
export function happeningsIn(feishu: LocalFeishu, from: number, to: number): Happening[] {
  const happened = feishu.ofBot(from, to).map((message): Happening => {
    const isNew = message.createdAt >= from;
    const at = isNew ? message.createdAt : message.updatedAt;
    const { id: messageId, chatId, urgentTo } = message;
    return { messageId, chatId, at, what: isNew ? 'sent' : 'changed', ...titleOf(message), urgentTo };
  });
  return happened.sort((one, other) => one.at - other.at);
}

const TAGS = /^<.*>$/;

/** The first line, and the tags of a card: what it is about, and why it came. */
function titleOf(message: MessageView): Pick<Happening, 'title' | 'line'> {
  const title = messageLine(message);
  const [subtitle = '', tags = ''] = message.card ? message.text.split('\n').slice(1) : [];
  // Tags such as <待接单> stand in angle brackets, below the subtitle if there is one.
  const named = [subtitle, tags].find((line) => TAGS.test(line));
  return { title, line: named === undefined ? subtitle : named.slice(1, -1).replaceAll('> <', ' · ') };
}
