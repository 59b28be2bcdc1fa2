import type { CardView, Json } from './card-view';

/** Draws a card (Card JSON 2.0) as the client does. */
export function Card({ card }: { card: Json; view: CardView }) {
  return <article class="card">{String(card.schema)}</article>;
}
