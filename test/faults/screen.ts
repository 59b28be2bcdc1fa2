import type { LocalFeishu } from '../../sandbox/platform';

/** A message of the bot, as people see it. */
export interface Shown {
  id: string;
  chatId: string;
  parentId: string | null;
  text: string;
  /** Every text that it had, with the moment (`performance.now`); the last is the one that hangs. */
  history: { at: number; text: string }[];
}

/** The mark of a case in every text about it. */
const MARK = /K\d+K/g;

/** Everything the bot has shown, kept up to date without asking the platform again and again. */
export class Screen {
  private readonly shown = new Map<string, Shown>();
  private readonly marked = new Map<string, Set<Shown>>();
  private readonly stopListening: () => void;

  constructor(private readonly feishu: LocalFeishu) {
    this.stopListening = feishu.onChange(({ kind, messageId }) => {
      if (messageId !== undefined && (kind === 'message' || kind === 'card')) this.look(messageId);
    });
  }

  /** All messages of the bot that show this mark, oldest first. */
  about(mark: string): Shown[] {
    return [...(this.marked.get(mark) ?? [])];
  }

  all(): Shown[] {
    return [...this.shown.values()];
  }

  stop(): void {
    this.stopListening();
  }

  private look(messageId: string): void {
    const { sender, chatId, parentId, text } = this.feishu.message(messageId);
    if (sender.type !== 'app') return;
    const known = this.shown.get(messageId) ?? { id: messageId, chatId, parentId, text, history: [] };
    this.shown.set(messageId, known);
    known.text = text;
    if (known.history.at(-1)?.text !== text) known.history.push({ at: performance.now(), text });
    for (const mark of new Set(text.match(MARK))) {
      const others = this.marked.get(mark) ?? new Set();
      this.marked.set(mark, others.add(known));
    }
  }
}
