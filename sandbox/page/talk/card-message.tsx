import { act, fileUrl } from '../api';
import { Card } from '../card/card';
import type { CardView, Json } from '../card/card-view';
import { useLabels, useLanguage } from '../labels';
import type { Message } from '../lib/message';
import { useNotices } from '../shell/toasts';
import type { Place } from './message-place';

/** Feishu refuses taps on older cards. */
const CARD_LIFE_MS = 14 * 86_400_000;

interface TapResult {
  toast?: { type: string; content: string };
  error?: { code: number | string; message: string };
}

/** A card of the bot, keyed by the message's id so that entered values survive a new drawing. */
export function CardMessage({ message, card, place }: { message: Message; card: Json; place: Place }) {
  const labels = useLabels();
  const { say, attempt } = useNotices();
  const tap: CardView['tap'] = async (tapped) => {
    let taken = false;
    await attempt(async () => {
      const body = { person: place.person.id, messageId: message.id, versions: message.versions, ...tapped };
      const { toast, error } = await act<'tap', TapResult>('tap', body);
      if (error) say(labels.card.stopped[error.code] ?? `${error.message} (${error.code})`, 'error');
      if (toast) say(toast.content, toast.type);
      taken = error === undefined && toast?.type !== 'error';
    });
    return taken;
  };
  const isExpired = place.now() - message.createdAt > CARD_LIFE_MS;
  const gone = place.person.left ? labels.card.left : place.chat.dissolved ? labels.card.dissolved : null;
  const view: CardView = {
    nameOf: place.nameOf,
    people: place.people,
    fileUrl,
    disabledReason: gone ?? (isExpired ? labels.card.expired : null),
    tap,
    locale: useLanguage(),
    now: place.now,
  };
  return <Card key={message.id} card={card} view={view} />;
}
