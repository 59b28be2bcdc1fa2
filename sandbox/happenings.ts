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

/** The first line, and what a card says first below its title. */
function titleOf(message: MessageView): Pick<Happening, 'title' | 'line'> {
  const title = messageLine(message);
  const rest = message.card ? message.text.split('\n').slice(1) : [];
  // A tag such as <待接单> stands in angle brackets.
  return { title, line: (rest[0] ?? '').replace(/^<(.*)>$/, '$1') };
}
