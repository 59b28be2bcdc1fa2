import type { IncomingMessage, MergedMessage, Messenger } from '../domain/messaging';
import type { Directory } from './directory';

/** Opens merged forwards (合并转发), so that what was said in them can be read and searched. */
export class MergedForwards {
  constructor(
    private readonly messenger: Messenger,
    private readonly directory: Directory,
    /** What stands for a message without words, such as 【图片】. */
    private readonly formName: (form: string) => string,
  ) {}

  /** The bundle as one message: a line for each thing said, with its speaker where the platform names one. */
  async expand(message: IncomingMessage): Promise<IncomingMessage> {
    const inside = await this.messenger.expandMergedForward(message.messageId);
    const speakers = inside.map(({ senderId }) => senderId).filter((id) => id.startsWith('ou_'));
    const nameOf = await this.directory.names([...new Set(speakers)]);
    const line = ({ senderId, text, form }: MergedMessage) => `${nameOf(senderId)}：${text || this.formName(form)}`;
    return {
      ...message,
      text: inside.map(line).join('\n'),
      attachments: inside.flatMap(({ attachments }) => attachments),
    };
  }
}
