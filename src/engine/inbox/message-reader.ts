import { codeOf } from '../../domain/errors';
import { keptItems, textOfItems } from '../../domain/merged-forward';
import type {
  IncomingAttachment,
  IncomingMessage,
  MergedItem,
  MergedMessage,
  Messenger,
  Period,
  Readable,
} from '../../domain/messaging';
import type { Directory } from '../directory';
import { isPassing } from '../queue/retry';

/** The limit of calls for name cards in one merged forward. */
const MAX_CARDS_NAMED = 10;

/** Puts a period into words; empty if it has neither start nor end. */
export type PeriodText = (period: Period) => string;

/** Names by id; missing or null if the platform does not name the person. */
type Names = Map<string, string | null>;

/**
 * Fetches content that a message only refers to: the messages of a merged forward (合并转发), the person of a name card.
 */
export class MessageReader {
  constructor(
    private readonly messenger: Messenger,
    private readonly directory: Directory,
    private readonly periodText: PeriodText,
  ) {}

  /** The message with all its content. A merged forward that the platform will not open stays closed. */
  async read(message: IncomingMessage): Promise<IncomingMessage> {
    if (message.form === 'merge_forward') return this.opened(message);
    const shown = isPlaceholder(message) ? await this.unveiled(message) : message;
    return { ...shown, text: this.textOf(shown, await this.namesFor([shown])) };
  }

  /** The bytes of an attachment; null if the platform does not give them. Throws if that may pass. */
  file({ messageId }: IncomingMessage, attachment: IncomingAttachment): Promise<Buffer | null> {
    return orNull(() => this.messenger.download(messageId, attachment));
  }

  /** The card as its author wrote it; as it came if Feishu does not give it, or it holds nothing that can be read. */
  private async unveiled(message: IncomingMessage): Promise<IncomingMessage> {
    const fresh = await orNull(() => this.messenger.readMessage(message.messageId));
    if (!fresh || (fresh.text === '' && fresh.attachments.length === 0)) return message;
    const { raw: _placeholder, ...rest } = message;
    return { ...rest, text: fresh.text, attachments: fresh.attachments };
  }

  private async opened(message: IncomingMessage): Promise<IncomingMessage> {
    const found = await orNull(() => this.messenger.expandMergedForward(message.messageId));
    if (found === null) return { ...message, closed: true };
    if (found.length === 0) return message;
    const all = flat(found);
    const names = await this.namesFor(all);
    const { items, leftOut } = keptItems(found.map((each) => this.itemOf(each, names)));
    const attachments = new Map<string, IncomingAttachment>();
    for (const attachment of all.flatMap((each) => each.attachments)) attachments.set(attachment.key, attachment);
    return { ...message, text: textOfItems(items), attachments: [...attachments.values()], inside: items, leftOut };
  }

  private itemOf(message: MergedMessage, names: Names): MergedItem {
    const { senderId, sentAt, form, attachments, inside } = message;
    return {
      by: senderId,
      speaker: names.get(senderId) ?? '',
      at: sentAt,
      form,
      text: this.textOf(message, names),
      attachments: attachments.map(({ key }) => key),
      ...(inside.length > 0 ? { inside: inside.map((each) => this.itemOf(each, names)) } : {}),
    };
  }

  private textOf({ text, refersTo, period }: Readable, names: Names): string {
    const name = refersTo ? (names.get(refersTo.id) ?? '') : '';
    return `${text || name}${period ? this.periodText(period) : ''}`.trim();
  }

  private async namesFor(messages: (Readable & { senderId: string; inside?: unknown })[]): Promise<Names> {
    const referred = messages.flatMap(({ refersTo }) => (refersTo ? [refersTo] : []));
    const cards = [...new Set(referred.map(({ id }) => id))].slice(0, MAX_CARDS_NAMED);
    const speakers = messages.filter(({ inside }) => inside !== undefined).map(({ senderId }) => senderId);
    const asked = [...new Set([...speakers.filter((id) => id.startsWith('ou_')), ...cards])];
    return asked.length > 0 ? this.directory.namesOrNull(asked) : new Map();
  }
}

/** A card that came with nothing but the advice to upgrade the client. */
const isPlaceholder = ({ form, raw }: IncomingMessage) => form === 'interactive' && raw !== undefined;

/** Null if Feishu lets nobody read it; throws if that may pass. */
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    const code = codeOf(error);
    if (code === null || code === 'feishu_quota_used_up' || isPassing(error)) throw error;
    return null;
  }
}

function flat(messages: MergedMessage[]): MergedMessage[] {
  return messages.flatMap((message) => [message, ...flat(message.inside)]);
}
