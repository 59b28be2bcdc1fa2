import type { Acts, Messages, Overview } from '../../sandbox/page-contract';
import type { MessageView } from '../../sandbox/platform';
import type { BotProcess } from './bot-process';
import { until } from './until';

/** A person who plays at the address that the program prints. */
export class Page {
  constructor(readonly url: string) {}

  static async of(program: BotProcess): Promise<Page> {
    return new Page(await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(program.log)?.[0], 30_000));
  }

  async get<T>(what: string): Promise<T> {
    return (await (await fetch(`${this.url}/sandbox/${what}`)).json()) as T;
  }

  async act<K extends keyof Acts>(what: K, body: Acts[K]): Promise<{ error?: string }> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.url}/sandbox/${what}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as { error?: string };
  }

  overview(): Promise<Overview> {
    return this.get('overview');
  }

  async cards(person: string, chat?: string): Promise<MessageView[]> {
    const { people } = await this.overview();
    const own = people.find(({ id }) => id === person)?.chats[0]?.id;
    const messages = await this.get<Messages>(`messages?person=${person}&chat=${chat ?? own}`);
    return messages.filter((message): message is MessageView => 'type' in message && message.type === 'interactive');
  }

  isRunning(): Promise<true> {
    return until(async () => (await this.overview()).bot.state === 'running', 30_000);
  }

  /** Waits for a card with these words in the person's chat; resolves with the newest. */
  card(words: string, person: string, chat?: string): Promise<MessageView> {
    return until(
      async () => (await this.cards(person, chat)).filter(({ text }) => text.includes(words)).at(-1),
      20_000,
    );
  }
}
