import { createHash } from 'node:crypto';
import type { CardJson } from '../../domain/messaging';

/** Tells whether a card would look any different: a change that it does not show costs no call. */
export function hashOf(card: CardJson): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('hex');
}
