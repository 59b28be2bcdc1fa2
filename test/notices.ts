import type { MessageView } from '../sandbox/platform';

interface Card {
  config?: { summary?: { content?: string } };
  header?: {
    title?: { content?: string };
    subtitle?: { content?: string };
    text_tag_list?: { text: { content: string } }[];
  };
}

/** The number under the title of a card about one case; null for any other message. */
const numberIn = ({ header }: Card): string | null => /^(FB-\d+)/.exec(header?.subtitle?.content ?? '')?.[1] ?? null;

/** What a message says, in a few words; null for a case's own card. */
function saidBy({ card, text }: MessageView): string | null {
  if (!card) return text.split('\n')[0] ?? '';
  const drawn = card as unknown as Card;
  const number = numberIn(drawn);
  if (number === null) return drawn.header?.title?.content ?? '';
  // The preview of a case's own card begins with its number, and is nothing else on a retired one; that of a notice begins
  // with what it says.
  const preview = drawn.config?.summary?.content ?? '';
  if (preview === number || preview.startsWith(`${number} `)) return null;
  return `${number} ${drawn.header?.text_tag_list?.[0]?.text.content ?? ''}`;
}

/** What the bot said in these messages, oldest first: `FB-1 还没人接单` of a notice, else the title. */
export const noticesIn = (messages: MessageView[]): string[] =>
  messages.map(saidBy).filter((said): said is string => said !== null);

/** The people whom a message mentions by its markup. */
export const mentionedIn = ({ card }: MessageView): string[] =>
  [...JSON.stringify(card ?? {}).matchAll(/<at id=([^>]*)>/g)].map(([, id = '']) => id);

/** The cases' own cards among these messages, retired ones included, oldest first. */
export const caseCardsIn = (messages: MessageView[]): MessageView[] => messages.filter((one) => saidBy(one) === null);
