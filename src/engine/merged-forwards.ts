import { codeOf } from '../domain/errors';
import type { IncomingMessage, MergedMessage, Messenger } from '../domain/messaging';
import type { Directory } from './directory';
import { isPassing } from './faults';

/** The words in which a bundle is written down. */
export interface BundleWords {
  /** What stands for a message without words, such as 【图片】. */
  form(form: string): string;
  /** Somebody outside the company, whom the platform does not name: the first, second, … in this bundle. */
  speaker(place: number): string;
}

/** Opens merged forwards (合并转发), so that what was said in them can be read and searched. */
export class MergedForwards {
  constructor(
    private readonly messenger: Messenger,
    private readonly directory: Directory,
    private readonly words: BundleWords,
  ) {}

  /** The bundle as one message, a line for each thing said. One that the platform will not open stays closed. */
  async expand(message: IncomingMessage): Promise<IncomingMessage> {
    const inside = await this.open(message.messageId);
    if (inside.length === 0) return message;
    const speakers = [...new Set(inside.map(({ senderId }) => senderId))];
    const names = await this.directory.namesOrNull(speakers.filter((id) => id.startsWith('ou_')));
    const unnamed = speakers.filter((id) => !names.get(id));
    const nameOf = (id: string) => names.get(id) ?? this.words.speaker(unnamed.indexOf(id) + 1);
    const line = ({ senderId, text, form }: MergedMessage) => `${nameOf(senderId)}：${text || this.words.form(form)}`;
    return {
      ...message,
      text: inside.map(line).join('\n'),
      attachments: inside.flatMap(({ attachments }) => attachments),
    };
  }

  private async open(messageId: string): Promise<MergedMessage[]> {
    try {
      return await this.messenger.expandMergedForward(messageId);
    } catch (error) {
      if (codeOf(error) === null || isPassing(error)) throw error;
      return [];
    }
  }
}
