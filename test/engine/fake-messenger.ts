import type { AppError } from '../../src/domain/errors';
import type {
  CardJson,
  FreshMessage,
  IncomingAttachment,
  MergedMessage,
  Messenger,
  OutgoingMessage,
  Recipient,
  SentMessage,
} from '../../src/domain/messaging';

/** The platform as the engine sees it: remembers sent messages, and fails as a test sets it. */
export class FakeMessenger implements Messenger {
  readonly sent: OutgoingMessage[] = [];
  readonly patched: [messageId: string, card: CardJson][] = [];
  readonly buzzed: [messageId: string, personIds: string[]][] = [];
  readonly asked: string[] = [];
  /** The faults of the next calls of `send`, in order; null: no fault. */
  refusals: (AppError | null)[] = [];
  /** The fault of all other calls. */
  fails: AppError | null = null;
  hangs = false;
  private release: (() => void)[] = [];

  constructor(readonly names: Record<string, string> = {}) {}

  async send(message: OutgoingMessage): Promise<SentMessage> {
    this.sent.push(message);
    const refusal = this.refusals.shift();
    if (refusal) throw refusal;
    const { type, id } = message.to;
    return { messageId: `om_${this.sent.length}`, chatId: type === 'chat' ? id : `oc_of_${id}` };
  }

  async patchCard(messageId: string, card: CardJson): Promise<void> {
    this.patched.push([messageId, card]);
    if (this.fails) throw this.fails;
  }

  async buzz(messageId: string, personIds: string[]): Promise<string[]> {
    this.buzzed.push([messageId, personIds]);
    if (this.fails) throw this.fails;
    return [];
  }

  async markRecorded(): Promise<void> {
    if (this.fails) throw this.fails;
  }

  sentSince(): Promise<never> {
    throw new Error('not used');
  }

  async hasLeft(): Promise<boolean> {
    return false;
  }

  async nameOf(personId: string): Promise<string | null> {
    this.asked.push(personId);
    if (this.hangs) await new Promise<void>((resolve) => this.release.push(resolve));
    if (this.fails) throw this.fails;
    return this.names[personId] ?? null;
  }

  /** Ends calls that hang. */
  letGo(): void {
    this.hangs = false;
    for (const release of this.release.splice(0)) release();
  }

  readonly forwarded: [messageId: string, to: string][] = [];

  async forward(messageId: string, to: Recipient): Promise<SentMessage> {
    this.forwarded.push([messageId, to.id]);
    if (this.fails) throw this.fails;
    return { messageId: `om_forwarded_${this.forwarded.length}`, chatId: to.id };
  }

  async uploadFile(name: string): Promise<string> {
    return `file_${name}`;
  }

  async readMessage(): Promise<FreshMessage | null> {
    return null;
  }

  async expandMergedForward(_messageId: string): Promise<MergedMessage[]> {
    return [];
  }

  async download(): Promise<Buffer> {
    if (this.fails) throw this.fails;
    return Buffer.from('bytes');
  }

  async keepAttachment(_messageId: string, attachment: IncomingAttachment): Promise<string> {
    return `kept_${attachment.key}`;
  }
}
